import { useQuery } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorNotice } from '../errors/error-notice';
import { readFragment } from '../generated';
import { PageLoader } from '../interface/page-loader';
import { Section } from '../settings/section';
import { ConnectionCard } from './connection-card';
import { ConnectionDialog } from './connection-dialog';
import { ConnectionFields, ConnectionsQuery, DomainFields } from './connection-operations';
import { DomainsSection } from './domains-section';
import classes from './connection/directories.module.css';
import { SamlDialog } from './saml/saml-dialog';

/** The directories by which people sign in, and the domains that they speak for. */
export function ConnectionsSection() {
  const { data, error, refetch } = useQuery(ConnectionsQuery, { fetchPolicy: 'cache-and-network' });
  const [creating, setCreating] = useState<'oidc' | 'saml' | null>(null);
  const reread = (): void => void refetch().catch(() => undefined);
  if (!data) {
    if (!error) return <PageLoader />;
    return <ErrorNotice title="The connections could not be read" error={error} onRetry={reread} />;
  }
  const connections = readFragment(ConnectionFields, data.ssoConnections);
  return (
    <>
      <Section
        title="Single sign-on"
        description="People sign in by the directory of your organisation. A new connection is turned off until you have tried it."
        aside={
          <Group gap="sm">
            <Button
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => setCreating('oidc')}
            >
              Connect an OpenID provider
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => setCreating('saml')}
            >
              Connect a SAML provider
            </Button>
          </Group>
        }
      >
        {connections.length === 0 && <Text size="sm">There is none yet.</Text>}
        <ul className={classes.list}>
          {connections.map((connection) => (
            <ConnectionCard key={connection.id} connection={connection} onChanged={reread} />
          ))}
        </ul>
      </Section>
      <DomainsSection
        domains={readFragment(DomainFields, data.ssoDomains)}
        connections={connections}
        onChanged={reread}
      />
      {creating === 'oidc' && <ConnectionDialog onDone={reread} onClose={() => setCreating(null)} />}
      {creating === 'saml' && <SamlDialog onDone={reread} onClose={() => setCreating(null)} />}
    </>
  );
}
