import {
  CancellationScope,
  CancelledFailure,
  TemporalFailure,
  isCancellation,
  log,
  patched,
  workflowInfo,
} from '@temporalio/workflow';
import { ChangesDesk } from './changes-desk';
import type { ChangesHandler } from './changes-desk';
import type { PendingTask, TaskClosed, TaskSpec } from '../contract/contract';
import { workflowFailure } from '../contract/sdk.errors';
import { newRequestKey } from './request-key';
import type { NextInput } from '../run/version-move';
import { untilClosed } from './until-closed';
import type { WorkflowContext, WorkflowRun } from '../run/workflow-context';
import { runOf } from '../run/workflow-context';

const WITHDRAW_MARKER = 'orkestra.withdraw';
/** How long the end of a cancelled workflow may wait for its tasks to be cancelled; the reconciler does the rest. */
const WITHDRAW_TIMEOUTS = { startToCloseTimeout: '10s', scheduleToCloseTimeout: '1m' } as const;

/** A creation that is cancelled on its way is awaited, so that the task it may have made can be cancelled. */
const TO_ITS_END = 'WAIT_CANCELLATION_COMPLETED';

export interface RunTaskOptions {
  requestKey?: string;
  moveWith?: NextInput;
  onChangesRequested?: ChangesHandler;
  /** What the people who see the cancelled task read, when the scope that waits for it is cancelled. */
  whyCancelled?: string;
}

/** Creates a task, or finds it again by its request key, and waits until it has ended. */
export async function runTask(
  ctx: WorkflowContext,
  spec: TaskSpec,
  options: RunTaskOptions = {},
): Promise<TaskClosed> {
  const run = runOf(ctx);
  if (options.moveWith !== undefined && options.requestKey === undefined) {
    const message = `Give "${spec.title}" a requestKey beside moveWith: by it the next run finds the task again.`;
    throw workflowFailure('task.move_without_key', message);
  }
  // Drawn before anything else, so that parallel calls get their keys in the order of the code.
  const requestKey = newRequestKey(options.requestKey);
  if (run.pending.has(requestKey)) {
    const message = `This workflow already waits for a task with the request key "${requestKey}". Give each its own.`;
    throw workflowFailure('task.duplicate_request_key', message);
  }
  const pending: PendingTask = { requestKey, title: spec.title, type: spec.type };
  run.pending.set(requestKey, pending);
  let closed: TaskClosed;
  try {
    closed = await createAndWait(run, pending, spec, options);
  } catch (error) {
    if (leavesTaskOpen(error, pending)) await withdraw(run, pending, options.whyCancelled);
    throw error;
  } finally {
    run.pending.delete(requestKey);
    run.move.withdraw(requestKey);
  }
  // The scope was cancelled, too: its code expects a cancellation, not a task that somebody cancelled.
  if (closed.outcome === 'cancelled' && CancellationScope.current().consideredCancelled) {
    throw new CancelledFailure('The workflow no longer waits for the task');
  }
  return closed;
}

async function createAndWait(
  run: WorkflowRun,
  pending: PendingTask,
  spec: TaskSpec,
  { onChangesRequested, moveWith }: RunTaskOptions,
): Promise<TaskClosed> {
  const suggested = workflowInfo().continueAsNewSuggested ? ({ continueAsNewSuggested: true } as const) : {};
  const request = { requestKey: pending.requestKey, spec, ...suggested };
  const ref = await run.calls.call('createTask', request, { cancellationType: TO_ITS_END });
  pending.taskId = ref.taskId;
  if (moveWith !== undefined && !ref.closed) run.move.offer(pending.requestKey, moveWith);
  return await untilClosed(run, ref, onChangesRequested && new ChangesDesk(run, onChangesRequested));
}

// Any other error is a fault of the workflow's code, which Temporal retries when it is repaired.
function leavesTaskOpen(error: unknown, pending: PendingTask): boolean {
  return isCancellation(error) || (error instanceof TemporalFailure && pending.taskId !== undefined);
}

/** Cancels a task that nobody waits for any more. Never throws: the reconciler cancels what this could not. */
async function withdraw(run: WorkflowRun, pending: PendingTask, why?: string): Promise<void> {
  if (!patched(WITHDRAW_MARKER)) return;
  const { taskId, requestKey } = pending;
  const reason =
    why ?? (run.isCancelled() ? 'The workflow was cancelled' : 'The workflow no longer waits for it');
  try {
    await CancellationScope.nonCancellable(() =>
      run.calls.call('cancelTask', { taskId, requestKey, reason }, WITHDRAW_TIMEOUTS),
    );
  } catch (error) {
    log.warn('A task that nobody waits for could not be cancelled; the reconciler will do it', {
      taskId,
      error: String(error),
    });
  }
}
