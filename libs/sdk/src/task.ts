import { condition, uuid4 } from '@temporalio/workflow';
import type { PendingTask, TaskActor, TaskClosed, TaskSpec } from './contract';
import { TaskCancelledError, TaskExpiredError } from './errors';
import type { Form, FormData } from './form';
import type { WorkflowContext, WorkflowRun } from './workflow-context';
import { runOf } from './workflow-context';

/** A `TaskSpec` whose form is known to the compiler, so that the answer is typed. */
export type TaskRequest<F extends Form> = Omit<TaskSpec, 'form'> & { form?: F };

/** What a person decided. */
export interface TaskResult<F extends Form = Form> {
  taskId: string;
  /** The answers to the form. */
  data: FormData<F>;
  outcome: 'completed';
  completedBy?: TaskActor;
  /** ISO 8601. */
  completedAt: string;
}

/**
 * Asks a person, and waits for the decision however long it takes. Calls may run in parallel.
 *
 * @throws TaskCancelledError when somebody cancels the task
 * @throws TaskExpiredError when its time to live ends first
 * @throws ApplicationFailure with the server's code, such as `task.invalid_spec`, when the task is refused
 * @throws CancelledFailure when the workflow, or the scope that this runs in, is cancelled
 * @example see `task.examples.ts`
 */
export async function task<const F extends Form = Form>(
  ctx: WorkflowContext,
  spec: TaskRequest<F>,
): Promise<TaskResult<F>> {
  const run = runOf(ctx);
  // Drawn before anything else, so that parallel calls get their keys in the order of the code.
  const requestKey = uuid4();
  const pending: PendingTask = { requestKey, title: spec.title, type: spec.type };
  run.pending.set(requestKey, pending);
  try {
    return toResult<F>(spec.title, await closedTask(run, pending, spec));
  } finally {
    run.pending.delete(requestKey);
  }
}

/** The tasks that this workflow waits for now; the query `orkestra.pendingTasks` answers the same. */
export function getPendingTasks(ctx: WorkflowContext): PendingTask[] {
  return [...runOf(ctx).pending.values()].map((pending) => ({ ...pending }));
}

async function closedTask(run: WorkflowRun, pending: PendingTask, spec: TaskSpec): Promise<TaskClosed> {
  const { requestKey } = pending;
  const { taskId, closed: already } = await run.calls.call('createTask', { requestKey, spec });
  pending.taskId = taskId;
  if (!already) await condition(() => run.mailbox.has(taskId));
  const delivered = run.mailbox.take(taskId);
  const closed = already ?? delivered;
  if (!closed || closed.omitted) return await run.calls.call('readTaskResult', { taskId });
  return closed;
}

function toResult<F extends Form>(title: string, closed: TaskClosed): TaskResult<F> {
  if (closed.outcome === 'cancelled') throw new TaskCancelledError(title, closed);
  if (closed.outcome === 'expired') throw new TaskExpiredError(title, closed);
  const { taskId, outcome, data, completedBy, completedAt } = closed;
  return { taskId, outcome, completedBy, completedAt, data: (data ?? {}) as FormData<F> };
}
