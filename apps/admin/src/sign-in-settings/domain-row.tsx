import { Badge, Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useGuardedMutation } from '../account/guarded-mutation';
import { readApiError } from '../errors/api-error';
import { ErrorText } from '../errors/error-text';
import type { ConnectionPartsFragment, DomainPartsFragment } from '../generated/graphql';
import { announce } from '../interface/announcer';
import { BindDomain, RemoveDomain, VerifyDomain } from './connection-operations';
import { CopiedField } from './connection/copied-field';
import classes from './connection/directories.module.css';

export interface DomainRowProps {
  domain: DomainPartsFragment;
  connections: readonly ConnectionPartsFragment[];
  onChanged: () => void;
}

/** One domain: whether it is verified, what proves it, and who speaks for it. */
export function DomainRow({ domain: one, connections, onChanged }: DomainRowProps) {
  const { domain, connectionId, record, proof, verifiedAt } = one;
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [verify] = useGuardedMutation(VerifyDomain);
  const [bind] = useGuardedMutation(BindDomain);
  const [remove] = useGuardedMutation(RemoveDomain);
  const run = async (work: () => Promise<unknown>, done: string): Promise<void> => {
    setBusy(true);
    setFailed(null);
    try {
      await work();
      announce(done);
      onChanged();
    } catch (error) {
      setFailed(readApiError(error).message);
    } finally {
      setBusy(false);
    }
  };
  const input = { domain };
  return (
    <li className={`panel ${classes.card}`} aria-label={domain}>
      <Group gap="sm" mb="sm">
        <Text fw={600}>{domain}</Text>
        <Badge variant="dot" color={verifiedAt ? 'green' : 'gray'}>
          {verifiedAt ? 'Verified' : 'Not verified yet'}
        </Badge>
      </Group>
      {!verifiedAt && (
        <>
          <Text size="sm" mb={4}>
            Publish a TXT record, then verify it. It may take an hour until it is seen.
          </Text>
          <CopiedField label="Name of the record" text={record} />
          <CopiedField label="Text of the record" text={proof} />
        </>
      )}
      <Group gap="sm" mt="sm" align="flex-end">
        <Select
          label="Speaks for it"
          placeholder="No connection"
          clearable
          disabled={busy}
          data={connections.map(({ id, name }) => ({ value: id, label: name }))}
          value={connectionId ?? null}
          onChange={(id) =>
            void run(
              () => bind({ variables: { input: { domain, connectionId: id } } }),
              'The domain is changed.',
            )
          }
        />
        {!verifiedAt && (
          <Button
            variant="default"
            disabled={busy}
            aria-label={`Verify ${domain}`}
            onClick={() => void run(() => verify({ variables: { input } }), 'The domain is verified.')}
          >
            Verify
          </Button>
        )}
        <Button
          variant="light"
          color="red"
          disabled={busy}
          aria-label={`Remove ${domain}`}
          onClick={() => void run(() => remove({ variables: { input } }), 'The domain is removed.')}
        >
          Remove
        </Button>
      </Group>
      {failed && <ErrorText>{failed}</ErrorText>}
    </li>
  );
}
