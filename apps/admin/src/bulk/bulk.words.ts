import type { BulkTaskAction, TaskAction } from '../generated/graphql';

/** As many tasks as one command takes. */
export const mostSelected = 500;

/** What can be done with many tasks, and what each of them has to allow for it. */
export const bulkActions = [
  { action: 'CLAIM', needs: 'CLAIM', label: 'Claim' },
  { action: 'RELEASE', needs: 'RELEASE', label: 'Release' },
  { action: 'ASSIGN', needs: 'ASSIGN', label: 'Assign…' },
  { action: 'SET_PRIORITY', needs: 'SET_PRIORITY', label: 'Priority…' },
  { action: 'SET_DUE_DATE', needs: 'SET_DUE_DATE', label: 'Due date…' },
  { action: 'CANCEL', needs: 'CANCEL', label: 'Cancel…' },
] as const satisfies readonly { action: BulkTaskAction; needs: TaskAction; label: string }[];

const doneVerbs: Record<BulkTaskAction, string> = {
  CLAIM: 'Claimed',
  RELEASE: 'Released',
  ASSIGN: 'Assigned',
  SET_PRIORITY: 'Priority changed for',
  SET_DUE_DATE: 'Due date changed for',
  CANCEL: 'Cancelled',
};

interface BulkFailure {
  taskId: string;
  title: string;
  message: string;
}

/** What came of one command for many tasks. */
export interface BulkOutcome {
  action: BulkTaskAction;
  total: number;
  failures: BulkFailure[];
  /** It took another one back. */
  isUndo?: boolean;
}

/** "Claimed 5 of 7 tasks." */
export function outcomeWords({ action, total, failures, isUndo = false }: BulkOutcome): string {
  const noun = total === 1 ? 'task' : 'tasks';
  const done = total - failures.length;
  const count = done === total ? `${total}` : `${done} of ${total}`;
  return `${isUndo ? 'Undone. ' : ''}${doneVerbs[action]} ${count} ${noun}.`;
}
