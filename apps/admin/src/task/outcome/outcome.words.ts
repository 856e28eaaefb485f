import type {
  DeliveryStatus,
  ExecutionStatus,
  TaskOutcome,
  WorkflowProblemCode,
} from '../../generated/graphql';
import { shortSpan } from '../../time/relative-time';

export type OutcomeStepState = 'done' | 'going' | 'failed';

export interface OutcomeStepText {
  state: OutcomeStepState;
  title: string;
  detail: string | null;
}

/** How a task ended, and by whom. */
export function decisionWords(outcome: TaskOutcome, by: { displayName: string } | null | undefined): string {
  const ended = {
    COMPLETED: 'Completed',
    APPROVED: 'Approved',
    REJECTED: 'Rejected',
    CANCELLED: 'Cancelled',
    EXPIRED: 'Expired',
  }[outcome];
  return by && outcome !== 'EXPIRED' ? `${ended} by ${by.displayName}` : ended;
}

/** How long it took from the first sight of the task to the decision. */
export function tookWords(seenAt: string, decidedAt: string): string {
  const took = new Date(decidedAt).getTime() - new Date(seenAt).getTime();
  return `${shortSpan(Math.max(took, 0))} after they first saw it`;
}

/** The way of the decision to its workflow; nothing for a task without one. */
export function deliveryStep(delivery: DeliveryStatus | null): OutcomeStepText | null {
  if (!delivery) return null;
  const steps: Record<DeliveryStatus, OutcomeStepText> = {
    PENDING: {
      state: 'going',
      title: 'On its way to the workflow',
      detail: 'The decision is saved. It is delivered as soon as the workflow can be reached.',
    },
    DELIVERED: { state: 'done', title: 'Delivered to the workflow', detail: null },
    MOOT: { state: 'failed', title: 'The workflow had already ended', detail: 'The decision is kept here.' },
    DEAD: {
      state: 'failed',
      title: 'Could not be delivered',
      detail: 'The decision is kept here. Ask an administrator to deliver it again.',
    },
  };
  return steps[delivery];
}

/** What the workflow does now, what is in its way, or how it ended. */
export function workflowStep(
  status: ExecutionStatus,
  problem?: { code: WorkflowProblemCode } | null,
): Pick<OutcomeStepText, 'state' | 'title'> {
  // A long history is a warning: the workflow goes on.
  if (problem && problem.code !== 'LONG_HISTORY') return { state: 'failed', title: 'Workflow stands still' };
  const steps: Record<ExecutionStatus, Pick<OutcomeStepText, 'state' | 'title'>> = {
    STARTING: { state: 'going', title: 'Workflow is starting' },
    RUNNING: { state: 'going', title: 'Workflow is running' },
    COMPLETED: { state: 'done', title: 'Workflow completed' },
    FAILED: { state: 'failed', title: 'Workflow failed' },
    CANCELLED: { state: 'failed', title: 'Workflow was cancelled' },
    TERMINATED: { state: 'failed', title: 'Workflow was terminated' },
    TIMED_OUT: { state: 'failed', title: 'Workflow timed out' },
    LOST: { state: 'failed', title: 'Temporal has lost the workflow' },
  };
  return steps[status];
}

/** True when nothing more will happen to the workflow. */
export function isClosed(status: ExecutionStatus): boolean {
  return status !== 'STARTING' && status !== 'RUNNING';
}
