import { queryRows } from '@orkestra/core';
import type { DirectoryService } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { TaskView } from '../task/task-view';
import type { PlannedStep, StepAction } from './plan-steps';

/** A step as the table has it. */
export interface TaskStep {
  position: number;
  action: StepAction;
  at: Date;
  calendar: boolean;
  userId: string | null;
  groupId: string | null;
  ifUnclaimed: boolean;
  message: string | null;
}

const COLUMNS = `position, action, at, calendar, user_id AS "userId", group_id AS "groupId",
  if_unclaimed AS "ifUnclaimed", message`;

/** Temporal's id of the built-in workflow that keeps the timers of a task which no workflow waits for. */
export function timerWorkflowId({ tenantId, id }: Pick<TaskView, 'tenantId' | 'id'>): string {
  return `${tenantId}/task-${id}`;
}

/** A step of a plan with the ids of its target. */
export interface ResolvedStep extends Omit<PlannedStep, 'to'> {
  userId: string | null;
  groupId: string | null;
}

/** @throws UnknownUserError, UnknownGroupError */
export async function resolveSteps(
  em: EntityManager,
  directory: DirectoryService,
  steps: readonly PlannedStep[],
): Promise<ResolvedStep[]> {
  const users = steps.flatMap(({ to }) => to?.user ?? []);
  const groups = steps.flatMap(({ to }) => to?.group ?? []);
  const names = await directory.resolveAssignees(em, { users, groups });
  return steps.map(({ to, ...step }) => ({
    ...step,
    userId: to?.user === undefined ? null : (names.users.get(to.user)?.id ?? null),
    groupId: to?.group === undefined ? null : (names.groups.get(to.group)?.id ?? null),
  }));
}

export async function insertSteps(
  em: EntityManager,
  task: Pick<TaskView, 'tenantId' | 'id'>,
  steps: readonly ResolvedStep[],
): Promise<void> {
  if (steps.length === 0) return;
  const rows = steps.map(({ userId, groupId, ifUnclaimed, ...step }) => ({
    ...step,
    user_id: userId,
    group_id: groupId,
    if_unclaimed: ifUnclaimed,
  }));
  await em.query(
    `INSERT INTO task_steps (tenant_id, task_id, position, action, at, calendar, user_id, group_id, if_unclaimed, message)
     SELECT $1, $2, s.position, s.action, s.at, s.calendar, s.user_id, s.group_id, s.if_unclaimed, s.message
     FROM json_to_recordset($3::json) AS s (position smallint, action text, at timestamptz, calendar boolean,
       user_id uuid, group_id uuid, if_unclaimed boolean, message text)`,
    [task.tenantId, task.id, JSON.stringify(rows)],
  );
}

/** Sets the moment at which the task's due date is missed, also where an earlier one has passed. */
export async function putBreach(
  em: EntityManager,
  task: Pick<TaskView, 'tenantId' | 'id'>,
  { position, at, calendar }: PlannedStep,
): Promise<void> {
  await em.query(
    `INSERT INTO task_steps (tenant_id, task_id, position, action, at, calendar, if_unclaimed)
     VALUES ($1, $2, $3, 'breach', $4, $5, false)
     ON CONFLICT (tenant_id, task_id, position)
     DO UPDATE SET at = excluded.at, calendar = excluded.calendar, status = 'pending', settled_at = NULL`,
    [task.tenantId, task.id, position, at, calendar],
  );
}

/** What is still to happen, the next first. */
export async function pendingSteps(
  em: EntityManager,
  task: Pick<TaskView, 'tenantId' | 'id'>,
): Promise<TaskStep[]> {
  return queryRows<TaskStep>(
    em,
    `SELECT ${COLUMNS} FROM task_steps WHERE tenant_id = $1 AND task_id = $2 AND status = 'pending'
     ORDER BY at, position`,
    [task.tenantId, task.id],
  );
}

export async function settleStep(
  em: EntityManager,
  task: Pick<TaskView, 'tenantId' | 'id'>,
  step: Pick<TaskStep, 'position'>,
  status: 'done' | 'skipped',
  at: Date,
): Promise<void> {
  await em.query(
    `UPDATE task_steps SET status = $4, settled_at = $5 WHERE tenant_id = $1 AND task_id = $2 AND position = $3`,
    [task.tenantId, task.id, step.position, status, at],
  );
}

/** Moves steps to other moments. */
export async function moveSteps(
  em: EntityManager,
  task: Pick<TaskView, 'tenantId' | 'id'>,
  moved: readonly Pick<TaskStep, 'position' | 'at'>[],
): Promise<void> {
  if (moved.length === 0) return;
  await em.query(
    `UPDATE task_steps t SET at = s.at
     FROM json_to_recordset($3::json) AS s (position smallint, at timestamptz)
     WHERE t.tenant_id = $1 AND t.task_id = $2 AND t.position = s.position`,
    [task.tenantId, task.id, JSON.stringify(moved)],
  );
}

/** Lengthens the life of a task that is to take further steps. */
export async function liveUntil(
  em: EntityManager,
  task: Pick<TaskView, 'tenantId' | 'id' | 'expiresAt'>,
  expiresAt: Date,
): Promise<void> {
  if (expiresAt <= task.expiresAt) return;
  await em.query('UPDATE tasks SET expires_at = $3 WHERE tenant_id = $1 AND id = $2', [
    task.tenantId,
    task.id,
    expiresAt,
  ]);
}
