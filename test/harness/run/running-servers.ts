import type { ManagedProcess } from '../../../apps/local/src';

/** Servers of the whole run: the global set-up fills it, the global tear-down empties it. */
export const runningServers: ManagedProcess[] = [];
