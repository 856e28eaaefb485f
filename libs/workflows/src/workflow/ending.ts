import type { WorkflowExecutionStatusName } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import type { ExecutionStatus } from './execution-view';

const Status = temporal.api.enums.v1.WorkflowExecutionStatus;

export type Ended = Exclude<ExecutionStatus, 'starting' | 'running'>;

/** How a workflow ended; `unknown` when Temporal has never heard of it, or not any more. */
export interface Ending {
  status: Ended | 'unknown';
  runId: string | null;
  closedAt: Date | null;
}

/** Temporal's words for what has ended; a workflow with any other status goes on. */
export const ENDINGS: Partial<Record<WorkflowExecutionStatusName, Ended>> = {
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  TERMINATED: 'terminated',
  TIMED_OUT: 'timed_out',
};

/** The same endings by the number that a list of executions has for them. */
export const LISTED_ENDINGS: ReadonlyMap<unknown, Ended> = new Map<unknown, Ended>([
  [Status.WORKFLOW_EXECUTION_STATUS_COMPLETED, 'completed'],
  [Status.WORKFLOW_EXECUTION_STATUS_FAILED, 'failed'],
  [Status.WORKFLOW_EXECUTION_STATUS_CANCELED, 'cancelled'],
  [Status.WORKFLOW_EXECUTION_STATUS_TERMINATED, 'terminated'],
  [Status.WORKFLOW_EXECUTION_STATUS_TIMED_OUT, 'timed_out'],
]);

/** Of tasks whose workflow Temporal does not know. */
export const UNKNOWN_REASON = 'The workflow does not exist any more.';

/** What the people read who see a task that was cancelled because its workflow is gone. */
export const REASONS: Record<Ending['status'], string> = {
  completed: 'The workflow ended without waiting for the task.',
  failed: 'The workflow failed.',
  cancelled: 'The workflow was cancelled.',
  terminated: 'The workflow was terminated.',
  timed_out: 'The workflow ran out of time.',
  lost: UNKNOWN_REASON,
  unknown: UNKNOWN_REASON,
};

/** After a reset, or when the same id was started anew. */
export const OTHER_RUN_REASON = 'The workflow goes on in another run, which does not wait for the task.';
