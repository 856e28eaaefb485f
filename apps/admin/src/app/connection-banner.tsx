import { Button } from '@mantine/core';
import { useApolloClient } from '@apollo/client/react';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import type { ConnectionState } from '../live/connection-state';
import classes from './connection-banner.module.css';

/** Says that the page may be out of date while live updates are interrupted. */
export function ConnectionBanner({ connection }: { connection: ConnectionState }) {
  const apollo = useApolloClient();
  const phase = useSyncExternalStore(connection.subscribe, connection.get);
  return (
    <div role="status" aria-label="Connection">
      {phase === 'reconnecting' && (
        <div className={classes.banner}>
          <IconPlugConnectedX size={16} aria-hidden />
          <span>Live updates are interrupted. Reconnecting… What you see may be out of date.</span>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => void apollo.refetchQueries({ include: 'active' })}
          >
            Refresh now
          </Button>
        </div>
      )}
    </div>
  );
}
