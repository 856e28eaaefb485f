import type { Misfit } from './explain';
import type { Sample } from './open-histories';

/** What a replay found. */
export interface ReplayReport {
  readonly buildId: string;
  readonly samples: readonly Sample[];
  /** Open executions that are pinned to builds of their own, and were not replayed. */
  readonly pinned: number;
  /** Open workflows that the build does not have. */
  readonly unknown: readonly { readonly workflow: string; readonly workflowId: string }[];
  /** The first that does not fit. */
  readonly misfit: Misfit | undefined;
}
