import { useMutation } from '@apollo/client/react';
import { Alert, Badge, Button, Group, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useGuardedMutation } from '../account/guarded-mutation';
import { readApiError } from '../errors/api-error';
import { ErrorText } from '../errors/error-text';
import type { ConnectionPartsFragment } from '../generated/graphql';
import { announce } from '../interface/announcer';
import { Fact, FactList } from '../interface/values/fact-list';
import { MomentText } from '../time/moment-text';
import { ConnectionDialog } from './connection-dialog';
import { EnableConnection, TestConnection } from './connection-operations';
import { DeleteConnectionDialog } from './delete-connection-dialog';
import classes from './connection/directories.module.css';
import { OidcFacts } from './oidc-facts';
import { SamlDialog } from './saml/saml-dialog';
import { SamlFacts } from './saml/saml-facts';

const STATUS = {
  UNTESTED: { label: 'Not tried yet', color: 'gray' },
  WORKING: { label: 'Working', color: 'green' },
  FAILING: { label: 'Failing', color: 'red' },
} as const;

export interface ConnectionCardProps {
  connection: ConnectionPartsFragment;
  onChanged: () => void;
}

/** One connection: what the provider has to know, how it does, and what can be done about it. */
export function ConnectionCard({ connection, onChanged }: ConnectionCardProps) {
  const { id, name, oidc, saml, enabled, problem, lastUsedAt } = connection;
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [enable] = useGuardedMutation(EnableConnection);
  const [test] = useMutation(TestConnection);
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setFailed(null);
    await work().catch((error: unknown) => setFailed(readApiError(error).message));
  };
  const toggle = (): Promise<void> =>
    attempt(async () => {
      await enable({ variables: { input: { connectionId: id, enabled: !enabled } } });
      announce(enabled ? `${name} is turned off.` : `${name} is turned on.`);
      onChanged();
    });
  const begin = (): Promise<void> =>
    attempt(async () => {
      const { data } = await test({ variables: { input: { connectionId: id } } });
      if (data) location.assign(data.testSsoConnection.test.url);
    });
  const { label, color } = STATUS[connection.status];
  return (
    <li className={`panel ${classes.card}`} aria-label={name}>
      <Group justify="space-between" mb="sm">
        <Group gap="sm">
          <Text component="h3" fw={600}>
            {name}
          </Text>
          <Badge variant="dot" color={color}>
            {label}
          </Badge>
        </Group>
        <Switch label="On" aria-label={`${name} is on`} checked={enabled} onChange={() => void toggle()} />
      </Group>
      {problem && (
        <Alert color="red" variant="light" mb="sm" py={8}>
          {problem}
        </Alert>
      )}
      {!connection.admitsOwners && (
        <Alert color="yellow" variant="light" mb="sm" py={8}>
          Owners do not come in by it until one of them has looked at it and saved it.
        </Alert>
      )}
      <FactList>
        {oidc && <OidcFacts oidc={oidc} />}
        {saml && <SamlFacts connection={connection} saml={saml} onChanged={onChanged} />}
        <Fact name="Last used">{lastUsedAt ? <MomentText at={lastUsedAt} /> : 'Never'}</Fact>
      </FactList>
      <Group gap="sm" mt="md">
        <Button size="xs" variant="default" aria-label={`Test ${name}`} onClick={() => void begin()}>
          Test
        </Button>
        <Button size="xs" variant="default" aria-label={`Change ${name}`} onClick={() => setOpen('edit')}>
          Change
        </Button>
        <Button
          size="xs"
          variant="light"
          color="red"
          aria-label={`Delete ${name}`}
          onClick={() => setOpen('delete')}
        >
          Delete
        </Button>
        {failed && <ErrorText>{failed}</ErrorText>}
      </Group>
      {open === 'edit' && saml && (
        <SamlDialog connection={connection} onDone={onChanged} onClose={() => setOpen(null)} />
      )}
      {open === 'edit' && oidc && (
        <ConnectionDialog connection={connection} onDone={onChanged} onClose={() => setOpen(null)} />
      )}
      {open === 'delete' && (
        <DeleteConnectionDialog connection={connection} onDone={onChanged} onClose={() => setOpen(null)} />
      )}
    </li>
  );
}
