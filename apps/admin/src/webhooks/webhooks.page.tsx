import { useQuery } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorNotice } from '../errors/error-notice';
import { PageLoader } from '../interface/page-loader';
import { SettingsLinks } from '../settings/settings-links';
import { SettingsPage } from '../settings/settings-page';
import { isAdmin, OnlyFor } from '../viewer/only-for';
import { EndpointCard } from './endpoint-card';
import { EndpointDialog } from './endpoint-dialog';
import { Endpoints } from './webhook-operations';
import { WebhookSecretDialog } from './webhook-secret-dialog';
import classes from './webhooks.module.css';

/** Where programs are told of what happens. */
export function WebhooksPage() {
  return (
    <OnlyFor may={isAdmin}>
      <SettingsPage
        title="Webhooks"
        intro="Programs are told of what happens by a signed request to an address of theirs, in order, and again until it arrives."
        links={<SettingsLinks />}
      >
        <EndpointList />
      </SettingsPage>
    </OnlyFor>
  );
}

function EndpointList() {
  const { data, error, refetch } = useQuery(Endpoints, { fetchPolicy: 'cache-and-network' });
  const [creating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const reread = (): void => void refetch().catch(() => undefined);
  const show = (shown: string): void => {
    setSecret(shown);
    reread();
  };
  if (!data) {
    if (!error) return <PageLoader />;
    return <ErrorNotice title="The endpoints could not be read" error={error} onRetry={reread} />;
  }
  const { webhookEndpoints } = data;
  return (
    <>
      <Group justify="flex-end" mt="md">
        <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setCreating(true)}>
          Add an endpoint
        </Button>
      </Group>
      {webhookEndpoints.length === 0 && (
        <Text className={classes.empty} c="dimmed">
          No program is told of anything yet. Add the address of one.
        </Text>
      )}
      <ul className={classes.list} aria-label="Endpoints">
        {webhookEndpoints.map((endpoint) => (
          <EndpointCard key={endpoint.id} endpoint={endpoint} onSecret={show} onDeleted={reread} />
        ))}
      </ul>
      {creating && <EndpointDialog onCreated={show} onClose={() => setCreating(false)} />}
      {secret !== null && <WebhookSecretDialog secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}
