import type { Beat } from '@orkestra/tasks';

/** What the reconciler can do; the label of its counter. */
export type ReconcilerAction =
  | 'task_expired'
  | 'task_resumed'
  | 'task_cancelled'
  | 'task_of_other_run_cancelled'
  | 'held_back'
  | 'timers_restarted'
  | 'execution_closed'
  | 'execution_found'
  | 'queue_unpolled'
  | 'workflow_failing'
  | 'execution_corrected'
  | 'delivery_replayed'
  | 'delivery_released'
  | 'delivery_written'
  | 'delivery_forgotten'
  | 'operation_forgotten'
  | 'draft_forgotten'
  | 'task_handed_on'
  | 'search_renewed'
  | 'file_removed';

export type Counts = Partial<Record<ReconcilerAction, number>>;

/** One step of the reconciler: what it has done, and whether it should do more. */
export class Round {
  readonly counts: Counts = {};

  constructor(
    readonly beat: Beat,
    private readonly onCount: (action: ReconcilerAction, count: number) => void,
  ) {}

  count(action: ReconcilerAction, count: number): void {
    if (count === 0) return;
    this.counts[action] = (this.counts[action] ?? 0) + count;
    this.onCount(action, count);
  }
}
