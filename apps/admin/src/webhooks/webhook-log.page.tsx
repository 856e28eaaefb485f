import { useQuery } from '@apollo/client/react';
import { Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ErrorNotice } from '../errors/error-notice';
import { readFragment } from '../generated';
import type { WebhookDeliveryStatus } from '../generated/graphql';
import { NotFoundPage } from '../interface/not-found.page';
import { PageLoader } from '../interface/page-loader';
import { SettingsPage } from '../settings/settings-page';
import { isAdmin, OnlyFor } from '../viewer/only-for';
import { DeliveryList } from './delivery-list';
import { ReplayFailedButton } from './replay-failed-button';
import { EndpointFields, Endpoints, EventTypes } from './webhook-operations';
import { endpointTitle, groupedTypes, STATUS_WORDS } from './webhook.words';

const STATUSES = Object.entries(STATUS_WORDS).map(([value, { label }]) => ({ value, label }));
const TEST = 'webhook.test';

/** What one endpoint was told, and what it answered. */
export function WebhookLogPage() {
  const { endpointId = '' } = useParams();
  return (
    <OnlyFor may={isAdmin}>
      <EndpointLog key={endpointId} endpointId={endpointId} />
    </OnlyFor>
  );
}

function EndpointLog({ endpointId }: { endpointId: string }) {
  const { data, error, refetch } = useQuery(Endpoints, { fetchPolicy: 'cache-and-network' });
  const [status, setStatus] = useState<string | null>(null);
  const [type, setType] = useState<string | null>(null);
  const [replays, setReplays] = useState(0);
  const types = useQuery(EventTypes).data?.webhookEventTypes ?? [];
  const reread = (): void => void refetch().catch(() => undefined);
  if (!data) {
    if (!error) return <PageLoader />;
    return <ErrorNotice title="The endpoint could not be read" error={error} onRetry={reread} />;
  }
  const found = data.webhookEndpoints
    .map((each) => readFragment(EndpointFields, each))
    .find(({ id }) => id === endpointId);
  if (found === undefined) return <NotFoundPage />;
  return (
    <SettingsPage
      title="Deliveries"
      intro={`What “${endpointTitle(found)}” was told in the last 30 days, and what it answered.`}
      back={{ to: '/workspace/webhooks', label: 'Webhooks' }}
    >
      <Group align="end" gap="sm" mt="md" role="search" aria-label="Deliveries">
        <Select
          label="State"
          placeholder="All"
          clearable
          data={STATUSES}
          value={status}
          onChange={setStatus}
        />
        <Select
          label="Event"
          placeholder="All"
          clearable
          searchable
          data={groupedTypes([...types.map(({ name }) => name), TEST])}
          value={type}
          onChange={setType}
        />
        <ReplayFailedButton endpointId={endpointId} onReplayed={() => setReplays((before) => before + 1)} />
      </Group>
      <DeliveryList
        key={replays}
        endpointId={endpointId}
        filter={{ status: status as WebhookDeliveryStatus | null, type }}
      />
    </SettingsPage>
  );
}
