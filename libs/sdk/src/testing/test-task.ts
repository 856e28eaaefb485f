import type { ChangesRequested, TaskClosed, TaskSpec, TaskVote } from '../contract/contract';

export type TestTaskStatus = 'READY' | 'RESERVED' | 'SUSPENDED' | 'COMPLETED' | 'CANCELLED' | 'EXPIRED';

/** One line of a task's history. */
export interface TestTaskEvent {
  kind:
    | 'created'
    | 'claimed'
    | 'notified'
    | 'reassigned'
    | 'escalated'
    | 'breached'
    | 'voted'
    | 'changes_requested'
    | 'changes_answered'
    | 'completed'
    | 'approved'
    | 'rejected'
    | 'cancelled'
    | 'expired';
  /** On the clock of the test. */
  at: Date;
  /** Who did it, or who was notified or got the task. */
  who?: string;
  message?: string;
}

/** Who may work on a task now. */
export interface Candidates {
  users: readonly string[];
  groups: readonly string[];
  excluded: readonly string[];
}

/** A task of a workflow under test, for scripts and assertions. */
export interface TestTask {
  readonly taskId: string;
  readonly requestKey: string;
  readonly title: string;
  readonly type?: string;
  /** As the workflow asked for it. */
  readonly spec: TaskSpec;
  readonly status: TestTaskStatus;
  readonly assignee?: string;
  /** Who may take it now, after any escalation. */
  readonly candidates: Candidates;
  readonly escalationLevel: number;
  /** The newest version of what is to be approved. */
  readonly payload: unknown;
  /** Counts the versions, from 1. */
  readonly round: number;
  readonly votes: readonly TaskVote[];
  readonly changesRequested?: ChangesRequested;
  /** There when the task has ended. */
  readonly closed?: TaskClosed;
  readonly events: readonly TestTaskEvent[];
}
