import type { ChangesRequested, TaskActor, TaskQuorum, TaskSpec, TaskVote } from '../contract/contract';
import { throwUnlessDecided } from './task';
import type { TaskOptions } from './task';
import { runTask } from './run-task';
import type { WorkflowContext } from '../run/workflow-context';

/** What people are asked to approve. */
export interface ApprovalRequest<Payload> extends Omit<TaskSpec, 'form' | 'approval'> {
  /** Shown to whoever decides; each vote is bound to the version that was seen. At most 256 KiB as JSON. */
  payload: Payload;
  /** How many have to approve; without one, whoever holds the task or claims it decides alone. */
  quorum?: 'any' | 'all' | TaskQuorum;
  /**
   * Makes the next version when somebody asks for changes; the clock stands still meanwhile. It may take long, and
   * ask people itself. Without it the request waits for a person to answer it.
   */
  onChangesRequested?: (request: ChangesRequested) => Promise<NoInfer<Payload>>;
}

/** What was decided, by whom, and on which version. */
export interface ApprovalResult<Payload = unknown> {
  taskId: string;
  outcome: 'approved' | 'rejected';
  approved: boolean;
  /** The version that was decided. */
  payload: Payload;
  reason?: string;
  /** Every vote on that version. */
  votes: readonly TaskVote[];
  /** Whose vote made it certain. */
  decidedBy?: TaskActor;
  /** ISO 8601. */
  decidedAt: string;
}

/**
 * Asks people to approve or reject, and waits for the decision however long it takes. They may also ask for changes,
 * which does not end the task.
 *
 * @throws TaskCancelledError when somebody cancels the task
 * @throws TaskExpiredError when its time to live ends first
 * @throws ApplicationFailure with the server's code, such as `task.invalid_spec`, when the task is refused
 * @throws CancelledFailure when the workflow, or the scope that this runs in, is cancelled
 * @throws what `onChangesRequested` throws; the task is cancelled then
 * @example
 * ```ts source="./approval.examples.ts#approval"
 * const { approved, payload, reason } = await approval(ctx, {
 *   title: 'Publish this post?',
 *   payload: post,
 *   assignTo: { group: 'editors' },
 *   quorum: { rule: 'count', count: 2, veto: true },
 *   onChangesRequested: ({ reason: wish }) => Promise.resolve((post = { text: `${post.text} (${wish})` })),
 * });
 * // What was approved, and nothing else: people can put a new version up for approval as well.
 * return approved ? { published: payload.text } : { rejected: reason };
 * ```
 */
export async function approval<Payload>(
  ctx: WorkflowContext,
  { payload, quorum, onChangesRequested, ...spec }: ApprovalRequest<Payload>,
  { requestKey, moveWith }: TaskOptions = {},
): Promise<ApprovalResult<Payload>> {
  const asked = { payload, quorum: typeof quorum === 'string' ? { rule: quorum } : quorum };
  const closed = await runTask(
    ctx,
    { ...spec, approval: asked },
    { requestKey, moveWith, onChangesRequested },
  );
  throwUnlessDecided(spec.title, closed);
  const outcome = closed.outcome === 'approved' ? 'approved' : 'rejected';
  return {
    taskId: closed.taskId,
    outcome,
    approved: outcome === 'approved',
    payload: closed.payload === undefined ? payload : (closed.payload as Payload),
    reason: closed.reason,
    votes: closed.votes ?? [],
    decidedBy: closed.completedBy,
    decidedAt: closed.completedAt,
  };
}
