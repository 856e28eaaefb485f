import { useQuery } from '@apollo/client/react';
import { Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { readFragment } from '../../generated';
import type { NotificationDeliveryStatus } from '../../generated/graphql';
import { Section } from '../../settings/section';
import { NotificationPreferences, PreferenceParts } from '../preferences/preference-operations';
import { channelLabel } from '../preferences/preference.words';
import { DELIVERY_STATUS_WORDS } from './delivery-log.words';
import { DeliveryLogList } from './delivery-log-list';

const STATUSES = Object.entries(DELIVERY_STATUS_WORDS).map(([value, { label }]) => ({ value, label }));
const EVERY = { value: '', label: 'All' };

/** What people were told outside the app, or were not, and why. For administrators. */
export function DeliveryLogSection() {
  const [status, setStatus] = useState<NotificationDeliveryStatus>('DEAD');
  const [channel, setChannel] = useState('');
  const { data } = useQuery(NotificationPreferences);
  const offered = data ? readFragment(PreferenceParts, data.notificationPreferences).channels : [];
  const channels = offered
    .filter(({ name }) => name !== 'in_app')
    .map(({ name }) => ({ value: name, label: channelLabel(name) }));
  return (
    <Section
      title="Delivery log"
      description="What people were told outside the app in the last 30 days, or were not, and why."
    >
      <Group align="end" gap="sm" role="search" aria-label="Delivery log">
        <NativeSelect
          label="State"
          data={STATUSES}
          value={status}
          onChange={(event) => setStatus(event.currentTarget.value as NotificationDeliveryStatus)}
        />
        <NativeSelect
          label="Channel"
          data={[EVERY, ...channels]}
          value={channel}
          onChange={(event) => setChannel(event.currentTarget.value)}
        />
      </Group>
      <DeliveryLogList key={`${status} ${channel}`} status={status} channel={channel || null} />
    </Section>
  );
}
