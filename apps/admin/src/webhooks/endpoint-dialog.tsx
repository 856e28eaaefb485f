import { useMutation, useQuery } from '@apollo/client/react';
import { Checkbox, MultiSelect, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ApiError, readApiError } from '../errors/api-error';
import type { WebhookEndpointPartsFragment } from '../generated/graphql';
import { announce } from '../interface/announcer';
import { ConfirmDialog } from '../interface/confirm-dialog';
import { messagesBelow } from '../settings/field-messages';
import { CreateEndpoint, EventTypes, UpdateEndpoint } from './webhook-operations';
import { groupedTypes } from './webhook.words';

export interface EndpointDialogProps {
  /** Left out for a new one. */
  endpoint?: WebhookEndpointPartsFragment;
  onCreated?: (secret: string) => void;
  onClose: () => void;
}

const EMPTY = { url: '', description: '', eventTypes: [], taskTypes: [], withContent: false };

type Draft = Pick<
  WebhookEndpointPartsFragment,
  'url' | 'description' | 'eventTypes' | 'taskTypes' | 'withContent'
>;

/** Where a program is told, and of what. */
export function EndpointDialog({ endpoint, onCreated, onClose }: EndpointDialogProps) {
  const [draft, setDraft] = useState<Draft>(endpoint ?? EMPTY);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const [create] = useMutation(CreateEndpoint);
  const [update] = useMutation(UpdateEndpoint);
  const errorAt = messagesBelow(refused);
  const change = (changes: Partial<Draft>): void => setDraft((before) => ({ ...before, ...changes }));

  const confirm = async (): Promise<ApiError | null> => {
    const { url, description, eventTypes, taskTypes, withContent } = draft;
    const input = { url: url.trim(), description: description.trim(), eventTypes, taskTypes, withContent };
    try {
      if (endpoint) await update({ variables: { input: { endpointId: endpoint.id, ...input } } });
      else {
        const { data } = await create({ variables: { input } });
        if (data) onCreated?.(data.createWebhookEndpoint.secret);
      }
      announce(endpoint ? 'The endpoint is changed.' : 'The endpoint is added.');
      return null;
    } catch (error) {
      const explained = readApiError(error);
      setRefused(explained);
      return explained;
    }
  };
  return (
    <ConfirmDialog
      title={endpoint ? 'Change the endpoint' : 'Add an endpoint'}
      confirm={endpoint ? 'Save' : 'Add'}
      incomplete={draft.url.trim() === ''}
      onClose={onClose}
      onConfirm={confirm}
    >
      <TextInput
        label="Address"
        description="Where your program takes requests, such as https://example.com/hooks."
        required
        data-autofocus
        maxLength={2_000}
        value={draft.url}
        onChange={(event) => change({ url: event.currentTarget.value })}
        error={errorAt('/url')}
      />
      <TextInput
        label="Description"
        description="What it is for."
        maxLength={200}
        value={draft.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
        error={errorAt('/description')}
      />
      <FilterFields draft={draft} change={change} errorAt={errorAt} />
      <Checkbox
        label="Send what tasks say"
        description="Titles, descriptions and comments, not ids alone. What was answered is never sent."
        checked={draft.withContent}
        onChange={(event) => change({ withContent: event.currentTarget.checked })}
      />
    </ConfirmDialog>
  );
}

interface FilterFieldsProps {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  errorAt: (pointer: string) => string | undefined;
}

function FilterFields({ draft, change, errorAt }: FilterFieldsProps) {
  const { data } = useQuery(EventTypes);
  const known = (data?.webhookEventTypes ?? []).map(({ name }) => name);
  const meanings = new Map(data?.webhookEventTypes.map(({ name, meaning }) => [name, meaning]));
  return (
    <>
      <MultiSelect
        label="Events"
        description="None chosen: all."
        data={groupedTypes([...new Set([...known, ...draft.eventTypes])])}
        renderOption={({ option }) => (
          <span>
            {option.value}
            <br />
            <small>{meanings.get(option.value)}</small>
          </span>
        )}
        searchable
        clearable
        value={draft.eventTypes}
        onChange={(eventTypes) => change({ eventTypes })}
        error={errorAt('/eventTypes')}
      />
      <TagsInput
        label="Types of tasks"
        description="Of these alone, such as refund. None: of all, and of workflows and conversations as well."
        clearable
        value={draft.taskTypes}
        onChange={(taskTypes) => change({ taskTypes })}
        error={errorAt('/taskTypes')}
      />
    </>
  );
}
