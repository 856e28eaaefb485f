import { Button, Group, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useGuardedMutation } from '../account/guarded-mutation';
import { type ApiError, readApiError } from '../errors/api-error';
import type { ConnectionPartsFragment, DomainPartsFragment } from '../generated/graphql';
import { Section } from '../settings/section';
import { messagesOf } from '../settings/field-messages';
import { AddDomain } from './connection-operations';
import { DomainRow } from './domain-row';
import classes from './connection/directories.module.css';

export interface DomainsSectionProps {
  domains: readonly DomainPartsFragment[];
  connections: readonly ConnectionPartsFragment[];
  onChanged: () => void;
}

/** Which e-mail domains belong to the workspace, and which connection speaks for each. */
export function DomainsSection({ domains, connections, onChanged }: DomainsSectionProps) {
  const [domain, setDomain] = useState('');
  const [refused, setRefused] = useState<ApiError | null>(null);
  const [add] = useGuardedMutation(AddDomain);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      await add({ variables: { input: { domain } } });
    } catch (error) {
      return setRefused(readApiError(error));
    }
    setRefused(null);
    setDomain('');
    onChanged();
  };
  return (
    <Section
      title="Domains"
      description="A connection lets in people whose e-mail address is at a domain that you have proved to be yours."
    >
      <form onSubmit={(event) => void submit(event)} aria-label="Add a domain">
        <Group align="flex-start" gap="sm" mb="md">
          <TextInput
            aria-label="Domain"
            placeholder="example.com"
            value={domain}
            onChange={(event) => setDomain(event.currentTarget.value)}
            error={messagesOf(refused)('/domain') ?? refused?.message}
          />
          <Button type="submit" variant="default" disabled={domain.trim() === ''}>
            Add
          </Button>
        </Group>
      </form>
      {domains.length === 0 && <Text size="sm">There is none yet.</Text>}
      <ul className={classes.list}>
        {domains.map((one) => (
          <DomainRow key={one.domain} domain={one} connections={connections} onChanged={onChanged} />
        ))}
      </ul>
    </Section>
  );
}
