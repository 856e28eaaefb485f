import { CancellationScope, condition } from '@temporalio/workflow';
import type { ChangesDesk } from './changes-desk';
import type { TaskClosed, TaskRef } from '../contract/contract';
import type { WorkflowRun } from '../run/workflow-context';

/** However soon the next step is, the server is asked at most once a second by timer. */
const SHORTEST_ROUND_MS = 1_000;

/**
 * Waits until the task has ended. The server alone decides what that end is: timers and changes only make this ask
 * again, and a decision that is already here wins over them.
 */
export async function untilClosed(run: WorkflowRun, first: TaskRef, desk?: ChangesDesk): Promise<TaskClosed> {
  const { mailbox, calls } = run;
  const { taskId } = first;
  let latest = first;
  try {
    while (!latest.closed && !mailbox.has(taskId)) {
      desk?.receive(latest.changesRequested);
      await untilNews(run, latest, desk);
      if (mailbox.has(taskId)) break;
      mailbox.takeChange(taskId);
      const ask = () => desk?.answer(taskId) ?? calls.call('advanceTask', { taskId });
      latest = (await unlessClosed(run, taskId, ask)) ?? latest;
    }
  } finally {
    desk?.close();
  }
  const delivered = mailbox.take(taskId);
  const closed = latest.closed ?? delivered;
  if (!closed || closed.omitted) return await calls.call('readTaskResult', { taskId });
  return closed;
}

// Without a next step there is no timer: most tasks cost the workflow nothing while they wait.
async function untilNews({ mailbox }: WorkflowRun, ref: TaskRef, desk?: ChangesDesk): Promise<void> {
  const { taskId, nextInMs } = ref;
  const news = () => mailbox.has(taskId) || mailbox.hasChange(taskId) || desk?.isReady === true;
  if (nextInMs === undefined) await condition(news);
  else await condition(news, Math.max(nextInMs, SHORTEST_ROUND_MS));
}

// A server that is away for long must not hold back a decision that reached the workflow meanwhile.
async function unlessClosed(
  { mailbox }: WorkflowRun,
  taskId: string,
  ask: () => Promise<TaskRef>,
): Promise<TaskRef | undefined> {
  return await CancellationScope.cancellable(async () => {
    try {
      return await Promise.race([ask(), condition(() => mailbox.has(taskId)).then(() => undefined)]);
    } finally {
      CancellationScope.current().cancel();
    }
  });
}
