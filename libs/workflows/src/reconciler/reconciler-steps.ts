import type { Counts } from './round';

/** The activities of the reconciler. None takes input: what is to be done stands in Postgres and in Temporal. */
export interface ReconcilerSteps {
  /** Tasks whose time to live has ended → EXPIRED. */
  reconcileExpiredTasks(): Promise<Counts>;
  /** Suspended tasks whose time has come → back. */
  reconcileSuspendedTasks(): Promise<Counts>;
  /** Open tasks, timers and executions of workflows that Temporal closed since the last round. */
  reconcileClosedWorkflows(): Promise<Counts>;
  /** Executions that stand still: nobody polls their queue, or their code fails. */
  reconcileProblems(): Promise<Counts>;
  /** Decisions whose delivery is stuck. */
  reconcileDeliveries(): Promise<Counts>;
  /** What is kept for a time only, and what crashes left in the file storage. */
  reconcileLeftovers(): Promise<Counts>;
  /** The same as `reconcileClosedWorkflows`, from the tasks' side: all that are open. */
  reconcileAllOpenTasks(): Promise<Counts>;
  reconcileAllOpenExecutions(): Promise<Counts>;
  /** Decisions of the last days whose delivery was never written down. */
  reconcileAllDeliveries(): Promise<Counts>;
  /** Drafts of tasks that have ended. */
  reconcileDrafts(): Promise<Counts>;
}

export type StepName = keyof ReconcilerSteps;
