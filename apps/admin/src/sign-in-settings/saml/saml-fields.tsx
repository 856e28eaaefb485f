import { NumberInput, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import type { MessageAt } from '../../settings/field-messages';
import { NameField, ProvisionsField } from '../connection/common-fields';
import { draftFields } from '../connection/draft-fields';
import { MappingFields } from '../connection/mapping-fields';
import { MetadataFields } from './metadata-fields';
import type { SamlDraft } from './saml-draft';

export interface SamlFieldsProps {
  draft: SamlDraft;
  change: (changes: Partial<SamlDraft>) => void;
  errorAt: MessageAt;
  isKnown: boolean;
}

const SIGNED = [
  { value: 'ASSERTION', label: 'The assertion' },
  { value: 'RESPONSE', label: 'The response' },
  { value: 'BOTH', label: 'Both' },
];
const FORMATS = [
  { value: 'PERSISTENT', label: 'Persistent' },
  { value: 'EMAIL', label: 'E-mail address' },
  { value: 'UNSPECIFIED', label: 'Whatever the provider likes' },
];

export function SamlFields({ draft, change, errorAt, isKnown }: SamlFieldsProps) {
  const { text, toggle } = draftFields(draft, change, errorAt);
  return (
    <Stack gap="md">
      <NameField {...text('name', '/name')} />
      <MetadataFields draft={draft} change={change} errorAt={errorAt} isKnown={isKnown} />
      {isKnown && (
        <Textarea
          label="Certificates to add"
          description="As PEM, beside those that count: for the day on which the provider changes its own."
          autosize
          minRows={2}
          maxRows={8}
          spellCheck={false}
          {...text('moreCertificates', '/config/certificates')}
        />
      )}
      <ProvisionsField {...toggle('provisions')} />
      <MappingFields
        draft={draft}
        change={change}
        errorAt={errorAt}
        emailHint="Name of an attribute, or its friendly name"
      />
      <Select
        label="What has to be signed"
        data={SIGNED}
        value={draft.signed}
        onChange={(signed) => change({ signed: signed ?? 'ASSERTION' })}
        allowDeselect={false}
        error={errorAt('/config/signed')}
      />
      <Switch label="Encrypted assertions only" {...toggle('encrypted')} />
      <Switch
        label="Sign requests"
        description={isKnown ? undefined : 'On by itself where the metadata asks for it.'}
        {...toggle('signsRequests')}
      />
      <Select
        label="NameID"
        data={FORMATS}
        value={draft.nameIdFormat}
        onChange={(nameIdFormat) => change({ nameIdFormat: nameIdFormat ?? 'PERSISTENT' })}
        allowDeselect={false}
        error={errorAt('/config/nameIdFormat')}
      />
      <TextInput
        label="Subject attribute"
        description="Names a person for good; empty for the NameID."
        {...text('subjectAttribute', '/config/subjectAttribute')}
      />
      <TextInput
        label="Classes of proof"
        description="One of them has to be answered; empty for any."
        {...text('authnContexts', '/config/authnContexts')}
      />
      <Switch
        label="Sign-ins may begin at the provider"
        description="Anybody could then have somebody signed in as somebody else: leave it off if you can."
        {...toggle('idpInitiated')}
      />
      <NumberInput
        label="Clock skew in seconds"
        min={0}
        max={300}
        allowDecimal={false}
        value={draft.clockSkewSeconds}
        onChange={(clockSkewSeconds) => change({ clockSkewSeconds })}
        error={errorAt('/config/clockSkewSeconds')}
      />
    </Stack>
  );
}
