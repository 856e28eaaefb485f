import { useApolloClient, useSubscription } from '@apollo/client/react';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { graphql } from '../generated';
import type { TaskUpdatedSubscription } from '../generated/graphql';
import type { FirstStanding } from './first-standing';

const TaskUpdated = graphql(`
  subscription TaskUpdated {
    taskUpdated(announce: true) {
      taskId
      kind
      revision
      resync
      task {
        id
        ...TaskRow
      }
    }
  }
`);

type TaskUpdate = TaskUpdatedSubscription['taskUpdated'];
type Listener = (update: TaskUpdate) => void;

const Listeners = createContext<Set<Listener> | null>(null);

/**
 * Holds the page's one subscription to tasks. Apollo merges each task into its cache; listeners do the rest. As soon as
 * it stands (again), all that is on the page is read anew: what changed before then was told to nobody here. What was
 * not read yet when it first stands is read once.
 */
export function LiveUpdates({ standing, children }: { standing: FirstStanding; children: ReactNode }) {
  const apollo = useApolloClient();
  const listeners = useMemo(() => new Set<Listener>(), []);
  useSubscription(TaskUpdated, {
    ignoreResults: true,
    onData: ({ data }) => {
      const update = data.data?.taskUpdated;
      if (update?.resync && standing.reached()) return;
      if (update?.resync) void apollo.refetchQueries({ include: 'active' });
      if (update) listeners.forEach((listener) => listener(update));
    },
  });
  return <Listeners.Provider value={listeners}>{children}</Listeners.Provider>;
}

/** Calls `listener` for each task that changes while the component stands. */
export function useTaskUpdates(listener: Listener): void {
  const listeners = useContext(Listeners);
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    const call: Listener = (update) => latest.current(update);
    listeners?.add(call);
    return () => void listeners?.delete(call);
  }, [listeners]);
}
