import { adoptTask, workflow, workflows } from '@orkestra/sdk';

export { orkestraPublish } from '../publishing/publish.workflow';
export { orkestraReconcile, orkestraReconcileFully } from '../reconciler/reconcile.workflow';

/** Keeps the timers of a task that was created outside workflows, until the task has ended. */
const humanTask = workflow('human-task', async (ctx, { taskId }: { taskId: string }) => {
  const { outcome } = await adoptTask(ctx, taskId);
  return { outcome };
});

export default workflows(humanTask);
