import { ApplicationFailure, isCancellation, log, proxyActivities } from '@temporalio/workflow';
import type { ReconcilerSteps, StepName } from './reconciler-steps';

const retried = { heartbeatTimeout: '1m', retry: { initialInterval: '1s', maximumAttempts: 3 } } as const;
const quick = proxyActivities<ReconcilerSteps>({ ...retried, startToCloseTimeout: '10m' });
const slow = proxyActivities<ReconcilerSteps>({ ...retried, startToCloseTimeout: '2h' });

/** A round of the reconciler. It belongs to no tenant, so it is no workflow of the SDK's. */
export async function orkestraReconcile(): Promise<object> {
  return inTurn(quick, [
    'reconcileExpiredTasks',
    'reconcileSuspendedTasks',
    'reconcileClosedWorkflows',
    'reconcileDeliveries',
    'reconcileLeftovers',
    'reconcileProblems',
  ]);
}

/** The slow pass over all that is open. */
export async function orkestraReconcileFully(): Promise<object> {
  return inTurn(slow, [
    'reconcileAllOpenTasks',
    'reconcileAllOpenExecutions',
    'reconcileAllDeliveries',
    'reconcileDrafts',
  ]);
}

/** A step that fails leaves the others their turn; the run then fails, so that it is seen. */
async function inTurn(steps: ReconcilerSteps, names: readonly StepName[]): Promise<object> {
  const done: Partial<Record<StepName, object>> = {};
  const failed: StepName[] = [];
  for (const name of names) {
    try {
      done[name] = await steps[name]();
    } catch (error) {
      if (isCancellation(error)) throw error;
      log.warn('A step of the reconciler failed; the next round tries it again', {
        step: name,
        error: String(error),
      });
      failed.push(name);
    }
  }
  if (failed.length === 0) return done;
  throw ApplicationFailure.nonRetryable(`Failed: ${failed.join(', ')}`, 'reconciler.incomplete', done);
}
