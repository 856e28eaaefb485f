import type { PendingTask } from '../contract/contract';
import type { WorkflowContext } from '../run/workflow-context';
import { runOf } from '../run/workflow-context';

/**
 * The tasks that this run waits for now; the query `orkestra.pendingTasks` answers the same. Tasks of child workflows
 * are theirs: ask the child.
 */
export function getPendingTasks(ctx: WorkflowContext): PendingTask[] {
  return [...runOf(ctx).pending.values()].map((pending) => ({ ...pending }));
}

/**
 * Whether this run waits for a task of this title, type, id or request key; the query `orkestra.isWaitingFor`
 * answers the same.
 *
 * @example isWaitingFor(ctx, 'Customer needs help')
 */
export function isWaitingFor(ctx: WorkflowContext, what: string): boolean {
  return getPendingTasks(ctx).some(({ title, type, taskId, requestKey }) =>
    [title, type, taskId, requestKey].includes(what),
  );
}
