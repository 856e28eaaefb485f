import {
  type Client,
  ScheduleAlreadyRunning,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
} from '@temporalio/client';

/** Ids of the schedules of an installation; its task queue tells it from others in the same namespace. */
function reconcilerSchedules(taskQueue: string): { everyMinute: string; daily: string } {
  return { everyMinute: `${taskQueue}-reconcile`, daily: `${taskQueue}-reconcile-fully` };
}

/**
 * Creates the reconciler's schedules, or brings those that are there up to date; a pause or a note of an operator
 * stays.
 * @param which leave alone those that are there
 */
export async function ensureReconcilerSchedules(
  client: Client,
  taskQueue: string,
  which: 'all' | 'missing',
): Promise<void> {
  const { everyMinute, daily } = reconcilerSchedules(taskQueue);
  await ensure(client, which, {
    scheduleId: everyMinute,
    spec: { intervals: [{ every: '1m' }] },
    action: {
      type: 'startWorkflow',
      workflowType: 'orkestraReconcile',
      workflowId: everyMinute,
      taskQueue,
      workflowExecutionTimeout: '30m',
    },
    // A missed round is not made up for: the next one does its work.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '10s' },
  });
  await ensure(client, which, {
    scheduleId: daily,
    spec: { intervals: [{ every: '1d' }] },
    action: {
      type: 'startWorkflow',
      workflowType: 'orkestraReconcileFully',
      workflowId: daily,
      taskQueue,
      workflowExecutionTimeout: '6h',
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1h' },
    state: { triggerImmediately: true },
  });
}

async function ensure(client: Client, which: 'all' | 'missing', options: ScheduleOptions): Promise<void> {
  try {
    await client.schedule.create(options);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    if (which === 'missing') return;
    const { scheduleId, ...wanted } = options;
    await client.schedule.getHandle(scheduleId).update(({ state }) => ({ ...wanted, state }));
  }
}
