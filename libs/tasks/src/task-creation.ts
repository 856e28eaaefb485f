import { digest, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { compileForm } from './forms/compile-form';
import type { Assignment } from './task-assignment';
import type { CheckedTaskSpec } from './task-spec';
import { dueDate } from './task-spec';
import type { TaskView } from './task-view';

export interface NewTask {
  task: TaskView;
  requestKey: string;
  specDigest: Buffer;
  runId: string | null;
}

export function newTaskView(
  spec: CheckedTaskSpec,
  assignment: Assignment,
  origin: Pick<TaskView, 'id' | 'tenantId' | 'workflowId' | 'createdBy'>,
  now: Date,
): TaskView {
  return {
    ...origin,
    title: spec.title,
    description: spec.description ?? null,
    type: spec.type ?? null,
    status: assignment.assigneeId === null ? 'READY' : 'RESERVED',
    outcome: null,
    outcomeReason: null,
    priority: spec.priority,
    dueAt: dueDate(spec, now),
    expiresAt: new Date(now.getTime() + spec.timeToLiveMs),
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

/** Inserts the task's own row. False when its request key has already made a task. */
export async function insertTask(em: EntityManager, { task, requestKey, specDigest, runId }: NewTask) {
  const rows = await queryRows(
    em,
    `INSERT INTO tasks (tenant_id, id, request_key, spec_digest, workflow_id, run_id, type, title, description,
       status, priority, due_at, expires_at, assignee_id, group_id, created_by_kind, created_by_id,
       created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, coalesce($12::timestamptz, 'infinity'), $13, $14, $15,
       $16, $17, $18, $18)
     ON CONFLICT (tenant_id, request_key) DO NOTHING RETURNING id`,
    [
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
      task.expiresAt,
      task.assigneeId,
      task.groupId,
      task.createdBy.kind,
      task.createdBy.id,
      task.createdAt,
    ],
  );
  return rows.length === 1;
}

/** Inserts who may take the task and what it carries. */
export async function insertTaskParts(
  em: EntityManager,
  task: TaskView,
  spec: CheckedTaskSpec,
): Promise<void> {
  const people = [
    ...task.candidates.users.map((id) => ({ kind: 'user', id, role: 'candidate' })),
    ...task.candidates.groups.map((id) => ({ kind: 'group', id, role: 'candidate' })),
    ...task.excluded.map((id) => ({ kind: 'user', id, role: 'excluded' })),
  ];
  const payloads = [
    { kind: 'form', body: compileForm(spec.form ?? {}) },
    ...(spec.context === undefined ? [] : [{ kind: 'context', body: spec.context }]),
  ].map(({ kind, body }) => ({ kind, body, digest: digest(body).toString('hex') }));
  await em.query(
    `WITH people AS (
       INSERT INTO task_candidates
         (tenant_id, task_id, principal_kind, principal_id, role, claimable, due_at, rank)
       SELECT $1::uuid, $2::uuid, p.kind, p.id, p.role, $3, coalesce($4::timestamptz, 'infinity'), 100 - $5::smallint
       FROM json_to_recordset($6::json) AS p (kind text, id uuid, role text)
     )
     INSERT INTO task_payloads (tenant_id, task_id, kind, body, digest)
     SELECT $1::uuid, $2::uuid, p.kind, p.body, decode(p.digest, 'hex')
     FROM json_to_recordset($7::json) AS p (kind text, body jsonb, digest text)`,
    [
      task.tenantId,
      task.id,
      task.status === 'READY',
      task.dueAt,
      task.priority,
      JSON.stringify(people),
      JSON.stringify(payloads),
    ],
  );
}
