import type { TaskClosed } from '../contract/contract';
import { untilClosed } from './until-closed';
import type { WorkflowContext } from '../run/workflow-context';
import { runOf } from '../run/workflow-context';

/**
 * Takes over the timers of a task that was created outside workflows, and waits until it has ended. The server's own
 * workflow does this; a cancellation leaves the task open, as it does not belong to the workflow.
 */
export async function adoptTask(ctx: WorkflowContext, taskId: string): Promise<TaskClosed> {
  const run = runOf(ctx);
  return await untilClosed(run, await run.calls.call('adoptTask', { taskId }));
}
