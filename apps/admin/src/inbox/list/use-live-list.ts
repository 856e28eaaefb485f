import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import type { TaskFilter, TaskOrder } from '../../generated/graphql';
import { useTaskUpdates } from '../../live/live-updates';
import { InboxTasks, pageSize } from './inbox-operations';

const settleMs = 150;
const mostRows = 100;

export interface WantedList {
  filter: TaskFilter;
  orderBy: TaskOrder | null;
}

/**
 * Re-reads the loaded part of a list soon after tasks changed; many changes at once make one read.
 * @returns a way to have it read soon
 */
export function useLiveList(wanted: WantedList, loaded: number): () => void {
  const apollo = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const reread = (): void => {
    timer.current = undefined;
    const first = Math.min(mostRows, Math.max(pageSize, loaded));
    // A failed re-read leaves the list as it is: the next change or reconnect reads again.
    apollo
      .query({ query: InboxTasks, variables: { ...wanted, first }, fetchPolicy: 'network-only' })
      .catch(() => undefined);
  };
  const soon = (): void => {
    timer.current ??= setTimeout(reread, settleMs);
  };
  useTaskUpdates(soon);
  useEffect(() => () => clearTimeout(timer.current), []);
  return soon;
}
