import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { type ClockAndIds, EVENT_COLUMNS } from '../task/task-event.store';
import { currentCorrelationId } from '@orkestra/core';
import { type Destination, handsAfter, kindOf, type LeftTask } from './left-task';

export interface LeftTo {
  task: LeftTask;
  destination: Destination;
}

const AT_ONCE = 1_000;

/** Gives the tasks, which are locked, into other hands: each with its inbox rows, its draft and its line of history. */
export async function handOnTasks(
  em: EntityManager,
  ctx: TenantContext,
  person: { id: string; displayName: string },
  left: readonly LeftTo[],
  { clock, ids }: ClockAndIds,
): Promise<void> {
  const { kind, id, displayName } = ctx.principal;
  const note = `${person.displayName} was deactivated.`;
  const actor = [kind, id, displayName, ctx.channel, currentCorrelationId(), note, clock.now()];
  for (let from = 0; from < left.length; from += AT_ONCE) {
    const rows = left.slice(from, from + AT_ONCE).map((one) => rowOf(one, person.id, ids.next()));
    const json = JSON.stringify(rows);
    await em.query(GIVE_BACK_DRAFTS, [ctx.tenantId, json, person.id]);
    await em.query(EMPTY_DRAFTS, [ctx.tenantId, json, person.id]);
    await em.query(HAND_ON, [ctx.tenantId, json, ...actor]);
  }
}

function rowOf({ task, destination }: LeftTo, personId: string, eventId: string) {
  const after = handsAfter(task, destination);
  const changes = Object.fromEntries(
    (['status', 'assigneeId', 'ownerId'] as const)
      .filter((field) => task[field] !== after[field])
      .map((field) => [field, { before: task[field], after: after[field] }]),
  );
  return {
    id: task.id,
    status: after.status,
    suspended_from: after.suspendedFrom,
    assignee_id: after.assigneeId,
    owner_id: after.ownerId,
    named: destination.to === 'substitute' ? after.assigneeId : null,
    returned: destination.to === 'owner' ? after.assigneeId : null,
    event_id: eventId,
    kind: kindOf(destination),
    changes: { ...changes, leaving: personId },
  };
}

const MOVED = `json_to_recordset($2::json) AS m (id uuid, status text, suspended_from text, assignee_id uuid,
  owner_id uuid, named uuid, returned uuid, event_id uuid, kind text, changes jsonb)`;

const HAND_ON = `
  WITH moved AS (SELECT * FROM ${MOVED}), changed AS (
    UPDATE tasks t SET status = m.status, suspended_from = m.suspended_from, assignee_id = m.assignee_id,
           owner_id = m.owner_id, revision = t.revision + 1, updated_at = $9
    FROM moved m WHERE t.tenant_id = $1 AND t.id = m.id RETURNING t.id, t.revision, t.due_at, t.rank
  ), inbox AS (
    UPDATE task_candidates c SET claimable = (m.status = 'READY')
    FROM moved m WHERE c.tenant_id = $1 AND c.task_id = m.id
  ), named AS (
    INSERT INTO task_candidates (tenant_id, task_id, principal_kind, principal_id, role, claimable, due_at, rank)
    SELECT $1, m.id, 'user', m.named, 'candidate', false, c.due_at, c.rank
    FROM moved m JOIN changed c USING (id) WHERE m.named IS NOT NULL ON CONFLICT DO NOTHING
  )
  INSERT INTO task_events (tenant_id, task_id, revision, at, ${EVENT_COLUMNS})
  SELECT $1, m.id, c.revision, $9, m.event_id, m.kind, $3, $4, $5, $6, m.changes, $7, $8
  FROM moved m JOIN changed c USING (id)`;

const GIVE_BACK_DRAFTS = `
  INSERT INTO task_drafts AS d (tenant_id, task_id, user_id, data, version, saved_at)
  SELECT o.tenant_id, o.task_id, m.returned, o.data, 1, o.saved_at
  FROM ${MOVED} JOIN task_drafts o ON o.tenant_id = $1 AND o.task_id = m.id AND o.user_id = $3
  WHERE m.returned IS NOT NULL AND o.data IS NOT NULL
  ON CONFLICT (tenant_id, task_id, user_id) DO UPDATE
    SET data = excluded.data, version = d.version + 1, saved_at = excluded.saved_at`;

const EMPTY_DRAFTS = `
  UPDATE task_drafts d SET data = NULL, version = d.version + 1
  FROM ${MOVED}
  WHERE d.tenant_id = $1 AND d.task_id = m.id AND d.user_id = $3 AND m.returned IS NOT NULL AND d.data IS NOT NULL`;
