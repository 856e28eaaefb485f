import type { WorkflowExecutionStatusName } from '@temporalio/client';
import type { ExecutionStatus } from '../execution-view';

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

/** What the people read who see a task that was cancelled because its workflow is gone. */
export const REASONS: Record<Ending['status'], string> = {
  completed: 'The workflow ended without waiting for the task.',
  failed: 'The workflow failed.',
  cancelled: 'The workflow was cancelled.',
  terminated: 'The workflow was terminated.',
  timed_out: 'The workflow ran out of time.',
  unknown: 'The workflow does not exist any more.',
};

/** After a reset, or when the same id was started anew. */
export const OTHER_RUN_REASON = 'The workflow goes on in another run, which does not wait for the task.';
