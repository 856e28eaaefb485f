import { queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { Told } from '../commands/task-commands.service';
import { type ClockAndIds, EVENT_COLUMNS, eventParameters } from '../task/task-event.store';

/** A line in the history of each task that one of the rules was granted with. Answers with those tasks. */
export async function noteEndedRules(
  em: EntityManager,
  ctx: TenantContext,
  rules: readonly { id: string; taskId: string }[],
  { clock, ids }: ClockAndIds,
): Promise<Told[]> {
  if (rules.length === 0) return [];
  const listed = [...new Set(rules.map(({ taskId }) => taskId))].map((taskId) => ({
    task_id: taskId,
    event_id: ids.next(),
    changes: { ruleIds: rules.filter((rule) => rule.taskId === taskId).map(({ id }) => id) },
  }));
  const [, kind, ...event] = eventParameters(ctx, { kind: 'rule_revoked', changes: {} }, ids);
  const [actorKind, actorId, actorName, channel, , correlationId] = event;
  return queryRows<Told>(em, NOTE, [
    ...[ctx.tenantId, JSON.stringify(listed), clock.now(), kind],
    ...[actorKind, actorId, actorName, channel, correlationId],
  ]);
}

const NOTE = `
  WITH ended AS (
    SELECT t.tenant_id, t.id, t.revision, t.workflow_id, e.event_id, e.changes
    FROM json_to_recordset($2::json) AS e (task_id uuid, event_id uuid, changes jsonb)
      JOIN tasks t ON t.tenant_id = $1 AND t.id = e.task_id
  ), noted AS (
    INSERT INTO task_events (tenant_id, task_id, revision, at, ${EVENT_COLUMNS})
    SELECT tenant_id, id, revision, $3, event_id, $4, $5, $6, $7, $8, changes, $9, NULL FROM ended
  )
  SELECT tenant_id AS "tenantId", id, revision, workflow_id AS "workflowId" FROM ended`;
