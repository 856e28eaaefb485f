import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import type { TaskFilter } from '../generated/graphql';
import { useTaskUpdates } from '../live/live-updates';
import { InboxTasks, pageSize } from './inbox-tasks';

const settleMs = 150;
const mostRows = 100;

/** Re-reads the loaded part of a list soon after tasks changed; many changes at once make one read. */
export function useLiveList(filter: TaskFilter, loaded: number): void {
  const apollo = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const reread = (): void => {
    timer.current = undefined;
    const first = Math.min(mostRows, Math.max(pageSize, loaded));
    // A failed re-read leaves the list as it is: the next change or reconnect reads again.
    apollo
      .query({ query: InboxTasks, variables: { filter, first }, fetchPolicy: 'network-only' })
      .catch(() => undefined);
  };
  useTaskUpdates(() => {
    timer.current ??= setTimeout(reread, settleMs);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
