import { Tooltip } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import type { ConnectionPhase, ConnectionState } from '../live/connection-state';
import classes from './connection-light.module.css';

const words: Record<ConnectionPhase, [label: string, explanation: string]> = {
  connecting: ['Connecting', 'Live updates are being connected'],
  live: ['Live', 'Changes appear by themselves'],
  reconnecting: ['Offline', 'Live updates are interrupted; reconnecting'],
};

/** A small light that says whether the page updates by itself. */
export function ConnectionLight({ connection }: { connection: ConnectionState }) {
  const phase = useSyncExternalStore(connection.subscribe, connection.get);
  const [label, explanation] = words[phase];
  return (
    <Tooltip label={explanation}>
      <span className={classes.light} data-phase={phase} data-testid="connection">
        <span className={classes.dot} aria-hidden />
        <span className={classes.label}>{label}</span>
      </span>
    </Tooltip>
  );
}
