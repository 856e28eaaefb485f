import { useState } from 'react';
import { announce } from '../app/announcer';
import { type ApiError, readApiError } from '../errors/api-error';
import type { TaskRowFragment } from '../generated/graphql';
import { conflictText } from './conflict-text';
import { useTaskCommands } from './use-task-commands';

export interface TaskActions {
  busy: 'claim' | 'release' | 'complete' | null;
  /** What the last refused command said; nothing after one that went through. */
  outcome: ApiError | null;
  claim: () => void;
  release: () => void;
  /** Resolves to the server's error, or to null when the task is completed. */
  complete: (data: unknown, claim: boolean) => Promise<ApiError | null>;
  dismiss: () => void;
}

/** The commands of the task page, one at a time, with what came of them; afterwards the task is read again. */
export function useTaskActions(task: TaskRowFragment, onReread: () => void): TaskActions {
  const commands = useTaskCommands();
  const [busy, setBusy] = useState<TaskActions['busy']>(null);
  const [outcome, setOutcome] = useState<ApiError | null>(null);

  const run = async (
    name: TaskActions['busy'],
    work: () => Promise<void>,
    done: string,
  ): Promise<ApiError | null> => {
    if (busy) return null;
    setBusy(name);
    setOutcome(null);
    try {
      await work();
      announce(done);
      return null;
    } catch (error) {
      const refused = readApiError(error);
      setOutcome({ ...refused, message: conflictText(refused) });
      return refused;
    } finally {
      setBusy(null);
      onReread();
    }
  };
  return {
    busy,
    outcome,
    claim: () => void run('claim', () => commands.claim(task.id), 'You hold this task now.'),
    release: () => void run('release', () => commands.release(task.id), 'Released. Others can claim it now.'),
    complete: (data, claim) =>
      run(
        'complete',
        () => commands.complete({ taskId: task.id, data, claim, expectedRevision: task.revision }),
        'Completed.',
      ),
    dismiss: () => setOutcome(null),
  };
}
