import { currentCorrelationId, queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { Told } from '../commands/task-commands.service';
import { type ClockAndIds, EVENT_COLUMNS } from '../task/task-event.store';
import { TASK_COLUMNS, type TaskRow, toTaskView, type TaskView } from '../task/task-view';

/** Open tasks of a group $2: of its queue, with it among the candidates, or with it in a step that is still to come. */
const REFERS = `t.tenant_id = $1 AND t.closed_at IS NULL AND t.id IN (
  SELECT id FROM tasks WHERE tenant_id = $1 AND group_id = $2 AND closed_at IS NULL
  UNION SELECT task_id FROM task_candidates WHERE tenant_id = $1 AND principal_id = $2 AND open AND role = 'candidate'
  UNION SELECT s.task_id FROM task_steps s WHERE s.tenant_id = $1 AND s.group_id = $2 AND s.status = 'pending')`;

export async function countTasksOfGroup(
  em: EntityManager,
  tenantId: string,
  groupId: string,
): Promise<number> {
  const sql = `SELECT count(*)::int AS count FROM tasks t WHERE ${REFERS}`;
  const [row] = await queryRows<{ count: number }>(em, sql, [tenantId, groupId]);
  return row?.count ?? 0;
}

export async function lockTasksOfGroup(em: EntityManager, tenantId: string, groupId: string): Promise<void> {
  await queryRows(em, `SELECT FROM tasks t WHERE ${REFERS} ORDER BY t.id FOR UPDATE`, [tenantId, groupId]);
}

/** Those on which several people vote. */
export async function votesOfGroup(
  em: EntityManager,
  tenantId: string,
  groupId: string,
): Promise<TaskView[]> {
  const sql = `SELECT ${TASK_COLUMNS} FROM tasks t WHERE ${REFERS} AND t.quorum IS NOT NULL`;
  return (await queryRows<TaskRow>(em, sql, [tenantId, groupId])).map(toTaskView);
}

/** Puts one group in the place of another in every open task, which is locked, with a line in its history. */
export async function moveTasksOfGroup(
  em: EntityManager,
  ctx: TenantContext,
  from: { id: string; name: string },
  to: { id: string },
  { clock, ids }: ClockAndIds,
): Promise<Told[]> {
  const groups = [ctx.tenantId, from.id, to.id];
  const listed = await queryRows<{ id: string }>(
    em,
    `SELECT t.id FROM tasks t WHERE ${REFERS} ORDER BY t.id`,
    [ctx.tenantId, from.id],
  );
  const rows = JSON.stringify(listed.map(({ id }) => ({ id, event_id: ids.next() })));
  await em.query(MOVE_STEPS, groups);
  await em.query(NAME, groups);
  await em.query(UNNAME, [ctx.tenantId, from.id]);
  const { kind, id, displayName } = ctx.principal;
  const note = `The group ${from.name} was deleted.`;
  return queryRows<Told>(em, MOVE, [
    ...groups,
    ...[rows, clock.now(), kind, id, displayName, ctx.channel, currentCorrelationId(), note],
  ]);
}

const MOVE_STEPS = `
  UPDATE task_steps SET group_id = $3 WHERE tenant_id = $1 AND group_id = $2 AND status = 'pending'`;

const NAME = `
  INSERT INTO task_candidates (tenant_id, task_id, principal_kind, principal_id, role, claimable, due_at, rank)
  SELECT tenant_id, task_id, 'group', $3::uuid, 'candidate', claimable, due_at, rank FROM task_candidates
  WHERE tenant_id = $1 AND principal_id = $2 AND open AND role = 'candidate' ON CONFLICT DO NOTHING`;

const UNNAME = `
  DELETE FROM task_candidates WHERE tenant_id = $1 AND principal_id = $2 AND open AND role = 'candidate'`;

const MOVE = `
  WITH moved AS (
    SELECT m.id, m.event_id, t.group_id AS before
    FROM json_to_recordset($4::json) AS m (id uuid, event_id uuid) JOIN tasks t ON t.tenant_id = $1 AND t.id = m.id
  ), changed AS (
    UPDATE tasks t SET group_id = CASE WHEN t.group_id = $2 THEN $3::uuid ELSE t.group_id END,
           revision = t.revision + 1, updated_at = $5
    FROM moved m WHERE t.tenant_id = $1 AND t.id = m.id
    RETURNING t.tenant_id, t.id, t.revision, t.workflow_id, t.group_id
  ), event AS (
    INSERT INTO task_events (tenant_id, task_id, revision, at, ${EVENT_COLUMNS})
    SELECT $1, m.id, c.revision, $5, m.event_id, 'reassigned', $6, $7, $8, $9,
      jsonb_build_object('endedGroup', $2::uuid) || CASE WHEN m.before = $2 THEN jsonb_build_object('groupId',
        jsonb_build_object('before', m.before, 'after', c.group_id)) ELSE '{}' END, $10, $11
    FROM moved m JOIN changed c USING (id)
  )
  SELECT tenant_id AS "tenantId", id, revision, workflow_id AS "workflowId" FROM changed`;
