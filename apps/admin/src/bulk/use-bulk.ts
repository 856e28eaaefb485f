import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { announce } from '../interface/announcer';
import { conflictText } from '../commands/conflict.words';
import { type ApiError, readApiError } from '../errors/api-error';
import type { BulkTasksInput, TaskRowFragment } from '../generated/graphql';
import { BulkTasks } from './bulk-operations';
import { type BulkOutcome, outcomeWords } from './bulk.words';

export type BulkCommand = Omit<BulkTasksInput, 'taskIds'>;

export interface Bulk {
  busy: boolean;
  outcome: BulkOutcome | null;
  /** Resolves to the error of the command as a whole; the answers of the tasks are the outcome. */
  send: (command: BulkCommand, tasks: readonly TaskRowFragment[]) => Promise<ApiError | null>;
  dismiss: () => void;
}

/** One command for many tasks. */
export function useBulk(onDone: () => void): Bulk {
  const apollo = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  return {
    busy,
    outcome,
    dismiss: () => setOutcome(null),
    send: async (command, tasks) => {
      if (busy) return null;
      setBusy(true);
      setOutcome(null);
      try {
        const input = { ...command, taskIds: tasks.map(({ id }) => id) };
        const { data } = await apollo.mutate({ mutation: BulkTasks, variables: { input } });
        const answers = data?.bulkTasks.answers ?? [];
        const titles = new Map(tasks.map(({ id, title }) => [id, title]));
        const failures = answers.flatMap(({ taskId, error }) =>
          error ? [{ taskId, title: titles.get(taskId) ?? taskId, message: error.message }] : [],
        );
        const came = { action: command.action, total: answers.length, failures };
        setOutcome(came);
        announce(outcomeWords(came));
        return null;
      } catch (error) {
        const refused = readApiError(error);
        return { ...refused, message: conflictText(refused) };
      } finally {
        setBusy(false);
        onDone();
      }
    },
  };
}
