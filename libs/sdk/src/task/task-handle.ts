import { condition } from '@temporalio/workflow';
import type { PendingTask, TaskOutcome } from '../contract/contract';
import { workflowFailure } from '../contract/sdk.errors';
import type { EscalationTarget } from '../time/escalation-chain';
import { newRequestKey } from './request-key';
import type { WorkflowContext, WorkflowRun } from '../run/workflow-context';
import { runOf } from '../run/workflow-context';

/** A task by its id, or by the request key that `task()` was given. */
export type TaskHandle =
  { taskId: string; requestKey?: undefined } | { requestKey: string; taskId?: undefined };

/**
 * Cancels a task of this workflow, unless it has ended; a `task()` that waits for it throws `TaskCancelledError`.
 *
 * @returns how the task ended, which may be a decision that came first; nothing where there is no such task
 * @example
 * ```ts source="./escalation.examples.ts#cancelTask"
 * onSignal(
 *   ctx,
 *   'solved',
 *   async () => void (await cancelTask(ctx, { requestKey: 'question', reason: 'Solved' })),
 * );
 * ```
 */
export async function cancelTask(
  ctx: WorkflowContext,
  handle: TaskHandle & { reason?: string },
): Promise<TaskOutcome | undefined> {
  const { calls, mailbox } = runOf(ctx);
  const { taskId, requestKey, reason } = handle;
  const key = requestKey === undefined ? {} : { requestKey: newRequestKey(requestKey) };
  const { closed } = await calls.call('cancelTask', { taskId, ...key, reason });
  // A `task()` that waits for it goes on now; the signal that says the same comes later and is dropped.
  mailbox.deliver(closed);
  return closed?.outcome;
}

/**
 * Gives a task of this workflow to somebody else.
 *
 * @throws ApplicationFailure with the server's code, such as `task.closed`
 * @example
 * ```ts source="./escalation.examples.ts#reassignTask"
 * if (important) await reassignTask(ctx, { requestKey: 'question', to: { group: 'support-l2' } });
 * ```
 */
export async function reassignTask(
  ctx: WorkflowContext,
  handle: TaskHandle & { to: EscalationTarget; reason?: string },
): Promise<void> {
  const run = runOf(ctx);
  const { to, reason } = handle;
  const operationId = run.newOperationId();
  const taskId = handle.taskId ?? (await createdTaskId(run, handle.requestKey));
  await run.calls.call('reassignTask', { taskId, to, reason, operationId });
}

async function createdTaskId({ pending }: WorkflowRun, name: string): Promise<string> {
  const requestKey = newRequestKey(name);
  const waiting: PendingTask | undefined = pending.get(requestKey);
  await condition(() => waiting?.taskId !== undefined || !pending.has(requestKey));
  if (waiting?.taskId !== undefined) return waiting.taskId;
  throw workflowFailure(
    'task.not_waiting',
    `This workflow waits for no task with the request key "${name}".`,
  );
}
