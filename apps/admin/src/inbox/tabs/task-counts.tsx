import { useQuery } from '@apollo/client/react';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { graphql } from '../../generated';
import type { TaskCountsQuery } from '../../generated/graphql';
import { useTaskUpdates } from '../../live/live-updates';

const TaskCountsRead = graphql(`
  query TaskCounts {
    taskCounts {
      assignedToMe
      claimable
      overdue
      cap
      byGroup {
        open
        unclaimed
        group {
          id
          key
          name
        }
      }
    }
  }
`);

const settleMs = 1_000;

export type Counts = TaskCountsQuery['taskCounts'];

const Counted = createContext<Counts | null>(null);

/** Reads how much waits, once for all who show it, and again soon after tasks changed. */
export function TaskCountsProvider({ children }: { children: ReactNode }) {
  const { data, refetch } = useQuery(TaskCountsRead, { fetchPolicy: 'cache-and-network' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useTaskUpdates(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      // The next change reads again.
      refetch().catch(() => undefined);
    }, settleMs);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return <Counted.Provider value={data?.taskCounts ?? null}>{children}</Counted.Provider>;
}

/** How much waits; null until it is known. */
export function useTaskCounts(): Counts | null {
  return useContext(Counted);
}
