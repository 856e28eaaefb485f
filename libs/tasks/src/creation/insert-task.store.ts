import { lastRows, prepared, queryRows } from '@orkestra/core';
import { limitOf, type TenantLimits } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { refuseUnlessRoom, type Room } from './room-for-task';
import { compileForm } from '../forms/compile-form';
import type { Assignment } from './resolve-assignment';
import type { Requesters } from './read-requesters';
import type { CheckedTaskSpec } from './task.schema';
import { mask, type Masked } from '../secrets/masked';
import { isCalendarDue } from '../sla/plan-steps';
import { EVENT_COLUMNS } from '../task/task-event.store';
import type { TaskView } from '../task/task-view';

export interface NewTask {
  task: TaskView;
  requestKey: string;
  specDigest: Buffer;
  runId: string | null;
  /** Null where the tenant's default holds. */
  timeToLiveMs: number | null;
  /** The last moment of its plan, which it lives past; null without one. */
  planEnd: Date | null;
  spec: CheckedTaskSpec;
  /** With masks where it is sensitive; null without one. */
  context: Masked<Record<string, unknown>> | null;
  /** What counts where the tenant has no limits of its own. */
  limits: TenantLimits;
  /** Whether it comes by itself, from a workflow, and is tried again where it is refused. */
  waits: boolean;
  /** The first line of its history, as `eventParameters` has it. */
  event: unknown[];
  /** Commits the transaction with it: nothing else follows. */
  last: boolean;
}

/** Thirty days, where the tenant has no default of its own. */
const TIME_TO_LIVE_MS = 30 * 24 * 3_600_000;

export function newTaskView(
  spec: CheckedTaskSpec,
  assignment: Assignment,
  asked: Requesters,
  origin: Pick<TaskView, 'id' | 'tenantId' | 'workflowId' | 'createdBy' | 'startedById' | 'dueAt'>,
  now: Date,
): TaskView {
  return {
    ...origin,
    ...asked,
    timerWorkflowId: null,
    conversationId: spec.conversationId ?? null,
    decidableBy: spec.decidableBy,
    approval: spec.approval !== undefined,
    quorum: spec.approval?.quorum ?? null,
    voting: spec.approval?.quorum !== undefined,
    voters: [],
    round: 1,
    waitingFor: null,
    suspendedFrom: null,
    pausedAt: null,
    resumesAt: null,
    calendarDue: spec.sla !== undefined && isCalendarDue(spec.sla),
    title: spec.title,
    description: spec.description ?? null,
    type: spec.type ?? null,
    status: assignment.assigneeId === null ? 'READY' : 'RESERVED',
    outcome: null,
    outcomeReason: null,
    priority: spec.priority,
    // Without a time to live of its own the task gets the tenant's default, which the insert reads and answers with.
    expiresAt: new Date(now.getTime() + (spec.timeToLiveMs ?? 0)),
    assigneeId: assignment.assigneeId,
    ownerId: null,
    groupId: assignment.groupId,
    escalationLevel: 0,
    revision: 1,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    candidates: assignment.candidates,
    excluded: assignment.excluded,
  };
}

/**
 * Writes the task with what it carries, who may take it, and its first event. Null when its request key has already made
 * a task.
 * @throws TenantLimitError, TenantSuspendedError, TenantDeletingError or TenantWaitsError
 */
export async function insertTask(em: EntityManager, written: NewTask): Promise<TaskView | null> {
  const { task, requestKey, specDigest, runId, timeToLiveMs, planEnd, spec, context, limits, waits } =
    written;
  const payloads = JSON.stringify(payloadsOf(spec, context));
  const bytes = Buffer.byteLength(payloads);
  const ask = written.last ? lastRows : queryRows;
  const [row] = await ask<Room & { expiresAt: Date | null }>(em, INSERT_TASK, [
    task.tenantId,
    task.id,
    requestKey,
    specDigest,
    task.workflowId,
    runId,
    task.type,
    task.title,
    task.description,
    task.status,
    task.priority,
    task.dueAt,
    timeToLiveMs,
    task.assigneeId,
    task.groupId,
    task.createdBy.kind,
    task.createdBy.id,
    task.createdAt,
    task.startedById,
    task.conversationId,
    task.decidableBy,
    task.approval,
    task.quorum === null ? null : JSON.stringify(task.quorum),
    task.calendarDue,
    task.timerWorkflowId,
    task.voting,
    JSON.stringify(peopleOf(task)),
    payloads,
    ...written.event,
    planEnd,
    ...[task.onBehalfOf, limits.openTasks, limits.payloadBytes, bytes],
  ]);
  if (row?.expiresAt != null) return { ...task, expiresAt: row.expiresAt };
  refuseUnlessRoom(row, bytes, waits);
  return null;
}

function peopleOf({
  candidates,
  excluded,
  requesters,
}: TaskView): { kind: string; id: string; role: string }[] {
  return [
    ...candidates.users.map((id) => ({ kind: 'user', id, role: 'candidate' })),
    ...candidates.groups.map((id) => ({ kind: 'group', id, role: 'candidate' })),
    ...excluded.map((id) => ({ kind: 'user', id, role: 'excluded' })),
    ...requesters.map((id) => ({ kind: 'user', id, role: 'requester' })),
  ];
}

function payloadsOf(
  spec: CheckedTaskSpec,
  context: NewTask['context'],
): { kind: string; body: unknown; digest: string }[] {
  const parts = [
    { kind: 'form', ...mask(compileForm(spec.form ?? {}), []) },
    ...(context === null ? [] : [{ kind: 'context', ...context }]),
    ...(spec.approval === undefined ? [] : [{ kind: 'approval', ...mask(spec.approval.payload, []) }]),
  ];
  return parts.map(({ kind, body, digest }) => ({ kind, body, digest: digest.toString('hex') }));
}

const INSERT_TASK = prepared(`
  WITH room AS (
    SELECT status, open, most, largest, status = 'active' AND open < most AND $42::bigint <= largest AS enough
    FROM (SELECT status, coalesce(${limitOf('openTasks')}, $40::bigint) AS most,
                 coalesce(${limitOf('payloadBytes')}, $41::bigint) AS largest,
                 (SELECT coalesce(sum(used), 0)::bigint FROM tenant_usage
                  WHERE tenant_id = $1 AND what = 'openTasks') AS open
          FROM tenants WHERE id = $1) tenant
  ), made AS (
    INSERT INTO tasks (tenant_id, id, request_key, spec_digest, workflow_id, run_id, type, title, description,
      status, priority, due_at, expires_at, assignee_id, group_id, created_by_kind, created_by_id,
      created_at, updated_at, started_by_id, conversation_id, decidable_by, approval, quorum, calendar_due,
      timer_workflow_id, on_behalf_of)
    SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, coalesce($12::timestamptz, 'infinity'),
      (SELECT CASE WHEN $38::timestamptz >= l.ends_at THEN $38 + interval '7 days' ELSE l.ends_at END
       FROM (SELECT $18::timestamptz + interval '1 ms' * coalesce($13::bigint,
         (SELECT (settings ->> 'timeToLiveMs')::bigint FROM tenants WHERE id = $1), ${TIME_TO_LIVE_MS}) AS ends_at) l),
      $14, $15, $16, $17, $18, $18, $19, $20, $21, $22, $23, $24, $25, $39 FROM room WHERE enough
    ON CONFLICT (tenant_id, request_key) DO NOTHING RETURNING expires_at
  ), people AS (
    INSERT INTO task_candidates
      (tenant_id, task_id, principal_kind, principal_id, role, claimable, due_at, rank, created_at, voting)
    SELECT $1, $2, p.kind, p.id, p.role, $10 = 'READY', coalesce($12::timestamptz, 'infinity'), 100 - $11::smallint,
           $18, $26
    FROM made, json_to_recordset($27::json) AS p (kind text, id uuid, role text)
  ), payloads AS (
    INSERT INTO task_payloads (tenant_id, task_id, kind, body, digest)
    SELECT $1, $2, p.kind, p.body, decode(p.digest, 'hex')
    FROM made, json_to_recordset($28::json) AS p (kind text, body json, digest text)
  ), event AS (
    INSERT INTO task_events (tenant_id, task_id, revision, at, ${EVENT_COLUMNS})
    SELECT $1, $2, 1, $18, $29, $30, $31, $32, $33, $34, $35, $36, $37 FROM made
  )
  SELECT (SELECT expires_at FROM made) AS "expiresAt", status, open::float8, most::float8, largest::float8, enough FROM room`);
