import { useMutation } from '@apollo/client/react';
import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readApiError } from '../../errors/api-error';
import { ErrorText } from '../../errors/error-text';
import type { ReadMetadataMutation } from '../../generated/graphql';
import { announce } from '../../interface/announcer';
import type { MessageAt } from '../../settings/field-messages';
import { CertificateList } from './certificate-list';
import { metadataOf, type SamlDraft } from './saml-draft';
import { ReadMetadata } from './saml-operations';

export interface MetadataFieldsProps {
  draft: SamlDraft;
  change: (changes: Partial<SamlDraft>) => void;
  errorAt: MessageAt;
  /** Whether there is a connection that keeps what it has. */
  isKnown: boolean;
}

/** Metadata of the provider, and what would be taken from it. */
export function MetadataFields({ draft, change, errorAt, isKnown }: MetadataFieldsProps) {
  const [found, setFound] = useState<ReadMetadataMutation['readSamlMetadata']['metadata'] | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [read, { loading }] = useMutation(ReadMetadata);
  const input = metadataOf(draft);
  const show = async (): Promise<void> => {
    setFound(null);
    setFailed(null);
    try {
      const { data } = await read({ variables: { input: input ?? {} } });
      setFound(data?.readSamlMetadata.metadata ?? null);
      announce('The metadata is read.');
    } catch (error) {
      setFailed(readApiError(error).message);
    }
  };
  return (
    <Stack gap="md">
      <TextInput
        label="Metadata URL of the provider"
        description={
          isKnown ? 'Only to read it again; otherwise what is stored stays.' : 'Or paste its text below.'
        }
        value={draft.metadataUrl}
        error={errorAt('/metadataUrl')}
        onChange={(event) => change({ metadataUrl: event.currentTarget.value })}
      />
      <Textarea
        label="Metadata as XML"
        autosize
        minRows={2}
        maxRows={8}
        spellCheck={false}
        value={draft.metadataXml}
        error={errorAt('/metadata')}
        onChange={(event) => change({ metadataXml: event.currentTarget.value })}
      />
      <Group gap="sm">
        <Button
          size="xs"
          variant="default"
          disabled={input === undefined}
          loading={loading}
          onClick={() => void show()}
        >
          Read metadata
        </Button>
        {failed && <ErrorText>{failed}</ErrorText>}
      </Group>
      {found && (
        <Alert variant="light" title={found.entityId}>
          <Text size="sm">People are sent to {found.ssoUrl}. It signs by</Text>
          <CertificateList certificates={found.certificates} />
        </Alert>
      )}
    </Stack>
  );
}
