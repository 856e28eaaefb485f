import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../errors/error-notice';
import { ErrorText } from '../errors/error-text';
import { PageLoader } from '../interface/page-loader';
import { Section } from '../settings/section';
import classes from '../settings/settings.module.css';
import { useSave } from '../settings/use-save';
import { TimeText } from '../time/time-text';
import { DisconnectNotificationAddress, NotificationAddresses } from './addresses/address-operations';
import { channelLabel } from './preferences/preference.words';

/** The accounts and devices by which the viewer is reached; what connects another one goes below the list. */
export function ConnectedAddresses({ children }: { children?: ReactNode }) {
  const { data, error, refetch } = useQuery(NotificationAddresses, { fetchPolicy: 'cache-and-network' });
  const [disconnect] = useMutation(DisconnectNotificationAddress, {
    refetchQueries: [NotificationAddresses],
  });
  const save = useSave();
  if (!data) {
    if (!error) return <PageLoader />;
    const again = () => void refetch().catch(() => undefined);
    return <ErrorNotice title="What you have connected could not be read" error={error} onRetry={again} />;
  }
  const addresses = data.notificationAddresses;
  return (
    <Section
      title="Connected accounts and devices"
      description="Where you are told outside Orkestra. Nobody else sees this list."
    >
      {addresses.length === 0 && <p className={classes.empty}>You have connected nothing.</p>}
      <ul className={classes.rows} aria-label="Connected accounts and devices">
        {addresses.map(({ id, channel, label, connectedAt }) => (
          <li key={id} className={classes.row}>
            <div className={classes.rowMain}>
              <div className={classes.rowTitle}>{label}</div>
              <div className={classes.rowText}>
                {channelLabel(channel)} · connected <TimeText at={connectedAt} />
              </div>
            </div>
            <Button
              size="xs"
              variant="default"
              disabled={save.busy}
              aria-label={`Disconnect ${label}, ${channelLabel(channel)}`}
              onClick={() =>
                void save.run(() => disconnect({ variables: { input: { id } } }), `${label} is disconnected.`)
              }
            >
              Disconnect
            </Button>
          </li>
        ))}
      </ul>
      {save.refused && <ErrorText>{save.refused.message}</ErrorText>}
      {children}
    </Section>
  );
}
