import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { type Ids, lastRows, prepared, queryRows } from '@orkestra/core';
import { OUTBOX_COLUMNS, outboxParameters, type OutboxRow } from '../delivery/outbox.service';
import { difference, eventParameters, EVENT_COLUMNS } from '../task/task-event.store';
import { isClosed } from '../task/task-status';
import { type Decision, decisionParameters, decisionParts } from './decision.store';
import type { TaskView } from '../task/task-view';

/** What a command may change of a task. */
export type TaskChange = Partial<
  Pick<
    TaskView,
    | 'status'
    | 'assigneeId'
    | 'ownerId'
    | 'groupId'
    | 'candidates'
    | 'priority'
    | 'dueAt'
    | 'calendarDue'
    | 'outcome'
    | 'outcomeReason'
    | 'escalationLevel'
    | 'suspendedFrom'
    | 'pausedAt'
    | 'resumesAt'
    | 'waitingFor'
    | 'round'
    | 'timerWorkflowId'
    | 'expiresAt'
  >
>;

/** A change of a task together with the line that it leaves in the history. */
export interface Transition {
  /** The event's kind, e.g. `claimed`. */
  kind: string;
  change: TaskChange;
  /** Why, in the person's own words. */
  note?: string | undefined;
  /** More that the history should say, by ids; never form data or context. */
  details?: Record<string, unknown>;
  /** Who decided, and what: it is kept, and stands in the audit log. */
  decision?: Decision;
}

interface Written {
  ids: Ids;
  /** What the task's workflow must be told. */
  row: OutboxRow | null;
  /** Commits the transaction with it: nothing else follows, and there are no candidates to replace. */
  last?: boolean;
}

/** The task as a change leaves it. */
export function changed(task: TaskView, change: TaskChange, now: Date): TaskView {
  const status = change.status ?? task.status;
  const closedAt = isClosed(status) ? now : null;
  return { ...task, ...change, status, revision: task.revision + 1, updatedAt: now, closedAt };
}

/**
 * Writes a transition of the task exactly as it was read: state, inbox rows, event, decision and what its workflow must be
 * told in one statement. False when somebody else changed the task in between, and then nothing was written.
 */
export async function applyTransition(
  em: EntityManager,
  ctx: TenantContext,
  [task, after]: readonly [before: TaskView, after: TaskView],
  { kind, change, note, details, decision }: Transition,
  { ids, row, last = false }: Written,
): Promise<boolean> {
  const event = eventParameters(
    ctx,
    { kind, note, changes: { ...difference(task, after), ...details } },
    ids,
  );
  const ask = last ? lastRows : queryRows;
  const rows = await ask(em, decision === undefined ? APPLY : APPLY_DECISION, [
    task.tenantId,
    task.id,
    task.revision,
    after.status,
    after.assigneeId,
    after.outcome,
    after.outcomeReason,
    after.updatedAt,
    after.closedAt,
    after.ownerId,
    after.groupId,
    after.priority,
    after.dueAt,
    after.calendarDue,
    after.escalationLevel,
    after.suspendedFrom,
    after.pausedAt,
    after.resumesAt,
    after.waitingFor,
    after.round,
    after.timerWorkflowId,
    ...event,
    ...(row === null ? NO_ROW : outboxParameters(row, after.updatedAt)),
    after.expiresAt,
    ...(decision === undefined ? [] : decisionParameters(ctx, after, decision, ids)),
  ]);
  if (rows.length === 0) return false;
  if (change.candidates !== undefined) await replaceCandidates(em, after);
  return true;
}

const NO_ROW = [null, null, null, null, null, null, null];

const CHANGES = `
  WITH changed AS (
    UPDATE tasks SET status = $4, assignee_id = $5, outcome = $6, outcome_reason = $7, revision = revision + 1,
           updated_at = $8, closed_at = $9, owner_id = $10, group_id = $11, priority = $12,
           due_at = coalesce($13::timestamptz, 'infinity'), calendar_due = $14, escalation_level = $15,
           suspended_from = $16, paused_at = $17, resumes_at = $18, waiting_for = $19, round = $20,
           timer_workflow_id = $21, expires_at = greatest(expires_at, $38::timestamptz)
    WHERE tenant_id = $1 AND id = $2 AND revision = $3 RETURNING id
  ), inbox AS (
    UPDATE task_candidates SET claimable = ($4 = 'READY'), open = ($9::timestamptz IS NULL), closed_at = $9,
           due_at = coalesce($13::timestamptz, 'infinity'), rank = 100 - $12::smallint
    WHERE tenant_id = $1 AND task_id = $2 AND EXISTS (SELECT FROM changed)
  ), event AS (
    INSERT INTO task_events (tenant_id, task_id, revision, at, ${EVENT_COLUMNS})
    SELECT $1, $2, $3 + 1, $8, $22, $23, $24, $25, $26, $27, $28, $29, $30 FROM changed
  ), told AS (
    INSERT INTO outbox (tenant_id, task_id, created_at, ${OUTBOX_COLUMNS})
    SELECT $1, $2, $8, $31, $32, $33, $34, $35, $36, $37 FROM changed WHERE $31::uuid IS NOT NULL
  )`;
const LAST_OF_CHANGES = 38;

const APPLY = prepared(`${CHANGES} SELECT id FROM changed`);
const APPLY_DECISION = prepared(`${CHANGES}, ${decisionParts(LAST_OF_CHANGES)} SELECT id FROM changed`);

/** Puts the view's candidates in the place of those in the table; the excluded stay. */
async function replaceCandidates(em: EntityManager, task: TaskView): Promise<void> {
  const people = [
    ...task.candidates.users.map((id) => ({ kind: 'user', id })),
    ...task.candidates.groups.map((id) => ({ kind: 'group', id })),
  ];
  await em.query(
    `WITH gone AS (
       DELETE FROM task_candidates
       WHERE tenant_id = $1 AND task_id = $2 AND role = 'candidate' AND NOT principal_id = ANY($3::uuid[])
     )
     INSERT INTO task_candidates (tenant_id, task_id, principal_kind, principal_id, role, claimable, due_at, rank)
     SELECT $1::uuid, $2::uuid, p.kind, p.id, 'candidate', $4, coalesce($5::timestamptz, 'infinity'), 100 - $6::smallint
     FROM json_to_recordset($7::json) AS p (kind text, id uuid)
     ON CONFLICT DO NOTHING`,
    [
      task.tenantId,
      task.id,
      people.map(({ id }) => id),
      task.status === 'READY',
      task.dueAt,
      task.priority,
      JSON.stringify(people),
    ],
  );
}
