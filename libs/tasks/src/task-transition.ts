import { type Clock, currentCorrelationId, type Ids, queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { isClosed, type TaskStatus } from './task.state';
import type { TaskView } from './task-view';

/** A change of a task together with the line that it leaves in the history. */
export interface Transition {
  /** The event's kind, e.g. `claimed`. */
  kind: string;
  status: TaskStatus;
  assigneeId: string | null;
  outcome?: string;
  reason?: string;
}

export interface Sources {
  clock: Clock;
  ids: Ids;
}

/**
 * Applies a transition to the task exactly as it was read: state, inbox rows and event in one statement.
 * Null when somebody else changed the task in between, and then nothing was written.
 */
export async function applyTransition(
  em: EntityManager,
  ctx: TenantContext,
  task: TaskView,
  change: Transition,
  { clock, ids }: Sources,
): Promise<TaskView | null> {
  const now = clock.now();
  const closedAt = isClosed(change.status) ? now : null;
  const after: TaskView = {
    ...task,
    status: change.status,
    assigneeId: change.assigneeId,
    outcome: change.outcome ?? null,
    outcomeReason: change.reason ?? null,
    revision: task.revision + 1,
    updatedAt: now,
    closedAt,
  };
  const rows = await queryRows(
    em,
    `WITH changed AS (
       UPDATE tasks SET status = $4, assignee_id = $5, outcome = $6, outcome_reason = $7, revision = revision + 1,
              updated_at = $8, closed_at = $9
       WHERE tenant_id = $1 AND id = $2 AND revision = $3 RETURNING id
     ), inbox AS (
       UPDATE task_candidates SET claimable = ($4 = 'READY'), open = ($9::timestamptz IS NULL)
       WHERE tenant_id = $1 AND task_id = $2 AND EXISTS (SELECT FROM changed)
     ), event AS (
       INSERT INTO task_events (tenant_id, id, task_id, revision, kind, actor_kind, actor_id, actor_name, channel,
                                changes, correlation_id, at)
       SELECT $1, $10, $2, $3 + 1, $11, $12, $13, $14, $15, $16, $17, $8 FROM changed
     )
     SELECT id FROM changed`,
    [
      task.tenantId,
      task.id,
      task.revision,
      after.status,
      after.assigneeId,
      after.outcome,
      after.outcomeReason,
      now,
      closedAt,
      ids.next(),
      change.kind,
      ctx.principal.kind,
      ctx.principal.id,
      ctx.principal.displayName,
      ctx.channel,
      JSON.stringify(difference(task, after)),
      currentCorrelationId(),
    ],
  );
  return rows.length === 0 ? null : after;
}

/** The first event of a task's history. */
export async function insertCreatedEvent(
  em: EntityManager,
  ctx: TenantContext,
  task: TaskView,
  { ids }: Sources,
): Promise<void> {
  await em.query(
    `INSERT INTO task_events (tenant_id, id, task_id, revision, kind, actor_kind, actor_id, actor_name, channel,
                              changes, correlation_id, at)
     VALUES ($1, $2, $3, 1, 'created', $4, $5, $6, $7, $8, $9, $10)`,
    [
      task.tenantId,
      ids.next(),
      task.id,
      ctx.principal.kind,
      ctx.principal.id,
      ctx.principal.displayName,
      ctx.channel,
      JSON.stringify({ status: { before: null, after: task.status } }),
      currentCorrelationId(),
      task.createdAt,
    ],
  );
}

/** What changed, before and after. Titles, forms and data never go into events. */
function difference(before: TaskView, after: TaskView): Record<string, { before: unknown; after: unknown }> {
  const fields = ['status', 'assigneeId', 'outcome'] as const;
  return Object.fromEntries(
    fields
      .filter((field) => before[field] !== after[field])
      .map((field) => [field, { before: before[field], after: after[field] }]),
  );
}
