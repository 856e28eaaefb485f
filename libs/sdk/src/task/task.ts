import type { TaskActor, TaskClosed, TaskSpec } from '../contract/contract';
import { TaskCancelledError, TaskExpiredError } from '../contract/sdk.errors';
import type { Form, FormData } from '../contract/form';
import { runTask } from './run-task';
import type { WorkflowContext } from '../run/workflow-context';

/** A `TaskSpec` whose form is known to the compiler, so that the answer is typed. */
export type TaskRequest<F extends Form> = Omit<TaskSpec, 'form' | 'approval'> & { form?: F };

export interface TaskOptions {
  /**
   * Finds the same task again in a run that continues as new, with any decision that it has by then; the rest of the
   * request must be the same. A name counts within the workflow's id; a key of `getPendingTasks` is taken as it is.
   */
  requestKey?: string;
  /**
   * Makes the input with which a run that is told of a newer build of its code goes on there, while this task is open:
   * `orkestra deploy move` tells it. The new run must come to the same request with the same `requestKey`, which this
   * needs beside it. The run moves only while it waits for people alone; timers of its own begin anew.
   */
  moveWith?: () => unknown;
}

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
 * Asks a person, and waits for the decision however long it takes. Calls may run in parallel. A task whose workflow
 * or scope is cancelled while it waits is cancelled as well.
 *
 * @throws TaskCancelledError when somebody cancels the task
 * @throws TaskExpiredError when its time to live ends first
 * @throws ApplicationFailure with the server's code, such as `task.invalid_spec`, when the task is refused
 * @throws CancelledFailure when the workflow, or the scope that this runs in, is cancelled
 * @example
 * ```ts source="./task.examples.ts#task"
 * const result = await task(ctx, {
 *   title: input.question,
 *   form: { answer: { type: 'text', required: true } },
 * });
 * return result.data.answer;
 * ```
 */
export async function task<const F extends Form = Form>(
  ctx: WorkflowContext,
  spec: TaskRequest<F>,
  options: TaskOptions = {},
): Promise<TaskResult<F>> {
  return toTaskResult<F>(spec.title, await runTask(ctx, spec, options));
}

/** @throws TaskCancelledError, TaskExpiredError */
export function toTaskResult<F extends Form>(title: string, closed: TaskClosed): TaskResult<F> {
  throwUnlessDecided(title, closed);
  const { taskId, data, completedBy, completedAt } = closed;
  return { taskId, outcome: 'completed', completedBy, completedAt, data: (data ?? {}) as FormData<F> };
}

/** @throws TaskCancelledError, TaskExpiredError */
export function throwUnlessDecided(title: string, closed: TaskClosed): void {
  if (closed.outcome === 'cancelled') throw new TaskCancelledError(title, closed);
  if (closed.outcome === 'expired') throw new TaskExpiredError(title, closed);
}
