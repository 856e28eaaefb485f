import { announce } from '../../interface/announcer';
import type { TaskRowFragment } from '../../generated/graphql';
import { conflictText } from '../../commands/conflict.words';
import { useTaskCommands } from '../../commands/use-task-commands';
import { readApiError } from '../../errors/api-error';
import type { Notice } from './list-notice';

export interface ListCommands {
  claim: (task: TaskRowFragment) => void;
  release: (task: TaskRowFragment) => void;
}

/** Claim and release without opening the task; what came of it is told by `tell`. */
export function useClaimInList(tell: (notice: Notice | null) => void): ListCommands {
  const command = useTaskCommands();
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
  return {
    claim: (task) => {
      if (!task.allowedActions.includes('CLAIM')) return announce('You can’t claim this task.');
      const done: Notice = { tone: 'good', text: `You hold “${task.title}” now.`, taskId: task.id };
      void run(command('CLAIM', task.id, {}), done);
    },
    release: (task) => {
      if (!task.allowedActions.includes('RELEASE')) return announce('You can’t release this task.');
      void run(command('RELEASE', task.id, {}), { tone: 'good', text: `Released “${task.title}”.` });
    },
  };
}
