import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { announce } from '../interface/announcer';
import { conflictText } from '../commands/conflict.words';
import { type ApiError, readApiError } from '../errors/api-error';
import type { TaskRowFragment } from '../generated/graphql';
import { useViewer } from '../viewer/viewer';
import { type BulkCommand, BulkTasks } from './bulk-operations';
import { type BulkUndo, bulkUndoOf } from './bulk-undo';
import { type BulkOutcome, outcomeWords } from './bulk.words';

export interface Bulk {
  busy: boolean;
  outcome: BulkOutcome | null;
  /** Resolves to the error of the command as a whole; the answers of the tasks are the outcome. */
  send: (command: BulkCommand, tasks: readonly TaskRowFragment[]) => Promise<ApiError | null>;
  /** Takes the last command back; null where that can't be done, or any more. */
  undo: (() => void) | null;
  dismiss: () => void;
}

const undoForMs = 10_000;

/** One command for many tasks. */
export function useBulk(onDone: () => void): Bulk {
  const apollo = useApolloClient();
  const viewer = useViewer();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const [back, setBack] = useState<{ steps: BulkUndo[]; tasks: readonly TaskRowFragment[] } | null>(null);
  useEffect(() => {
    if (back === null) return;
    const timer = setTimeout(() => setBack(null), undoForMs);
    return () => clearTimeout(timer);
  }, [back]);

  const run = async (
    { command, taskIds }: BulkUndo,
    tasks: readonly TaskRowFragment[],
  ): Promise<BulkOutcome> => {
    const variables = { input: { ...command, taskIds } };
    const { data } = await apollo.mutate({ mutation: BulkTasks, variables });
    const answers = data?.bulkTasks.answers ?? [];
    const titles = new Map(tasks.map(({ id, title }) => [id, title]));
    const failures = answers.flatMap(({ taskId, error }) =>
      error ? [{ taskId, title: titles.get(taskId) ?? 'A task', message: error.message }] : [],
    );
    return { action: command.action, total: answers.length, failures };
  };
  const attempt = async (work: () => Promise<BulkOutcome>): Promise<ApiError | null> => {
    if (busy) return null;
    setBusy(true);
    setOutcome(null);
    setBack(null);
    try {
      const came = await work();
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
  };
  const undo = async ({ steps, tasks }: NonNullable<typeof back>): Promise<void> => {
    const error = await attempt(async () => {
      const outcomes: BulkOutcome[] = [];
      for (const step of steps) outcomes.push(await run(step, tasks));
      const total = outcomes.reduce((sum, one) => sum + one.total, 0);
      const failures = outcomes.flatMap((one) => one.failures);
      return { action: steps[0]?.command.action ?? 'CLAIM', total, failures, isUndo: true };
    });
    if (error) announce(error.message);
  };
  return {
    busy,
    outcome,
    undo: back === null || busy ? null : () => void undo(back),
    dismiss: () => {
      setOutcome(null);
      setBack(null);
    },
    send: (command, tasks) =>
      attempt(async () => {
        const came = await run({ command, taskIds: tasks.map(({ id }) => id) }, tasks);
        const failed = new Set(came.failures.map(({ taskId }) => taskId));
        const done = tasks.filter(({ id }) => !failed.has(id));
        const steps = bulkUndoOf(command, done, viewer.id, new Date());
        if (steps.length > 0) setBack({ steps, tasks: done });
        return came;
      }),
  };
}
