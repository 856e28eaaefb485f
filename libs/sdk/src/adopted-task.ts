import type { TaskClosed } from './contract';
import { untilClosed } from './task-wait';
import type { WorkflowContext } from './workflow-context';
import { runOf } from './workflow-context';

/**
 * Takes over the timers of a task that was created outside workflows, and waits until it has ended. The server's own
 * workflow does this; a cancellation leaves the task open, as it does not belong to the workflow.
 */
export async function adoptTask(ctx: WorkflowContext, taskId: string): Promise<TaskClosed> {
  const run = runOf(ctx);
  return await untilClosed(run, await run.calls.call('adoptTask', { taskId }));
}
