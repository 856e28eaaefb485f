import { useEffect, useMemo, useRef } from 'react';
import { announce } from '../../interface/announcer';
import type { TaskRowFragment } from '../../generated/graphql';
import { conflictText } from '../../commands/conflict.words';
import { useTaskCommands } from '../../commands/use-task-commands';
import { readApiError } from '../../errors/api-error';
import { useViewer } from '../../viewer/viewer';
import type { Notice } from './list-notice';

export interface ListCommands {
  claim: (task: TaskRowFragment) => void;
  release: (task: TaskRowFragment) => void;
}

/** Claim and release without opening the task; what came of it is told by `tell`. The same two each time. */
export function useClaimInList(tell: (notice: Notice | null) => void): ListCommands {
  const command = useTaskCommands();
  const viewer = useViewer();
  const run = async (work: Promise<unknown>, done: Notice): Promise<void> => {
    tell(null);
    try {
      await work;
      tell(done);
      announce(done.text);
    } catch (error) {
      tell({ tone: 'bad', text: conflictText(readApiError(error)) });
    }
  };
  const sendRelease = (task: TaskRowFragment, text: string, undo?: () => void): void =>
    void run(command('RELEASE', task.id, {}), { tone: 'good', text, ...(undo && { undo }) });
  const sendClaim = (task: TaskRowFragment, text: string, undo?: () => void): void =>
    void run(command('CLAIM', task.id, {}), { tone: 'good', text, taskId: task.id, ...(undo && { undo }) });
  const current: ListCommands = {
    claim: (task) => {
      if (!task.allowedActions.includes('CLAIM')) return announce('You can’t claim this task.');
      sendClaim(task, `You hold “${task.title}” now.`, () =>
        sendRelease(task, `Undone. “${task.title}” is free again.`),
      );
    },
    release: (task) => {
      if (!task.allowedActions.includes('RELEASE')) return announce('You can’t release this task.');
      const wasMine = task.assignee?.id === viewer.id;
      const undo = (): void => sendClaim(task, `Undone. You hold “${task.title}” again.`);
      sendRelease(task, `Released “${task.title}”.`, wasMine ? undo : undefined);
    },
  };
  const latest = useRef(current);
  useEffect(() => {
    latest.current = current;
  });
  return useMemo(
    () => ({ claim: (task) => latest.current.claim(task), release: (task) => latest.current.release(task) }),
    [],
  );
}
