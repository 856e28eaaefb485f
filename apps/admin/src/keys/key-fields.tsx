import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { TargetSelect } from '../directory/target-select';
import { readTarget, type Target } from '../directory/targets';
import type { MessageAt } from '../settings/field-messages';
import { readNetworks } from './key-state.words';

/** What can be changed of a key while it is used. */
export interface KeyDraft {
  name: string;
  networks: string;
  requests: number | '';
  person: Target | null;
}

export interface KeyFieldsProps {
  draft: KeyDraft;
  change: (changes: Partial<KeyDraft>) => void;
  errorAt: MessageAt;
}

export function NameField({ draft, change, errorAt }: KeyFieldsProps) {
  return (
    <TextInput
      label="Name"
      description="What it is for and where it lies, such as “support bot, production”."
      required
      data-autofocus
      maxLength={100}
      value={draft.name}
      onChange={(event) => change({ name: event.currentTarget.value })}
      error={errorAt('/name')}
    />
  );
}

/** The fields that may stay empty. */
export function LimitFields({ draft, change, errorAt }: KeyFieldsProps) {
  return (
    <>
      <Textarea
        label="Only from these addresses"
        description="One a line, such as 203.0.113.7 or 10.0.0.0/8. Empty for anywhere."
        autosize
        minRows={1}
        maxRows={6}
        value={draft.networks}
        onChange={(event) => change({ networks: event.currentTarget.value })}
        error={errorAt('/allowedNetworks')}
      />
      <NumberInput
        label="Requests a minute"
        description="Empty for as many as any program may send."
        min={1}
        allowDecimal={false}
        value={draft.requests}
        onChange={(value) => change({ requests: typeof value === 'number' ? value : '' })}
        error={errorAt('/requestsPerMinute')}
      />
      <TargetSelect
        label="On behalf of"
        description="The person for whom its agent acts where it does not say. The key stops when they leave."
        withGroups={false}
        clearable
        value={draft.person}
        onChange={(person) => change({ person })}
      />
    </>
  );
}

/** The draft as the API takes it. */
export function changesOf({ name, networks, requests, person }: KeyDraft) {
  return {
    name: name.trim(),
    allowedNetworks: readNetworks(networks),
    requestsPerMinute: requests === '' ? null : requests,
    onBehalfOf: person === null ? null : (readTarget(person.value)?.user ?? null),
  };
}
