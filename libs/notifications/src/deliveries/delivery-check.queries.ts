import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { asksForWork, NOTIFICATION_KINDS } from '../events/notification-kind';
import { MAY_SEE, MAY_TAKE } from '../events/sight.queries';
import { DEFAULT_LANGUAGE } from '../words/language';
import type { CheckedDelivery, DueDelivery } from './delivery';

/** Whom it is for, and whether it still is, by how things stand now. */
export async function checkDeliveries(
  em: EntityManager,
  due: readonly DueDelivery[],
): Promise<Map<string, CheckedDelivery>> {
  const rows = await queryRows<CheckedDelivery>(em, CHECK, [due.map(({ id }) => id)]);
  return new Map(rows.map((row) => [row.id, row]));
}

const ASKING = NOTIFICATION_KINDS.filter(asksForWork)
  .map((kind) => `'${kind}'`)
  .join(', ');

/** Of these the person was told because they hold the task, or may take it; of warnings, supervisors are told as well. */
const OWN_WORK = `('approval_asked', 'assigned', 'created')`;

const CHECK = `
  SELECT d.id, u.email, u.display_name AS "displayName",
    coalesce(h.language, l.language, '${DEFAULT_LANGUAGE}') AS language, coalesce(h.time_zone, 'UTC') AS "timeZone", o.name AS "tenantName", t.title AS "taskTitle",
    nullif(t.due_at, 'infinity') AS "dueAt", coalesce(a.display_name, s.name) AS "actorName",
    CASE WHEN NOT u.active THEN 'deactivated'
         WHEN o.status <> 'active' THEN 'tenant_inactive'
         WHEN n.read_at IS NOT NULL THEN 'read'
         WHEN d.task_id IS NULL THEN NULL
         WHEN t.id IS NULL OR ${MAY_SEE} IS NOT TRUE THEN 'not_visible'
         WHEN d.kind IN (${ASKING}) AND t.closed_at IS NOT NULL THEN 'done'
         WHEN d.kind IN ${OWN_WORK} AND t.assignee_id IS DISTINCT FROM u.id AND NOT ${MAY_TAKE} THEN 'taken' END AS reason
  FROM notification_deliveries d
  JOIN users u ON u.tenant_id = d.tenant_id AND u.id = d.person_id
  JOIN tenants o ON o.id = d.tenant_id
  LEFT JOIN notification_settings h ON h.tenant_id = d.tenant_id AND h.person_id = d.person_id
  LEFT JOIN notification_languages l ON l.tenant_id = d.tenant_id
  LEFT JOIN notifications n ON n.tenant_id = d.tenant_id AND n.person_id = d.person_id AND n.event_id = d.event_id
  LEFT JOIN tasks t ON t.tenant_id = d.tenant_id AND t.id = d.task_id
  LEFT JOIN users a ON d.actor_kind = 'user' AND a.tenant_id = d.tenant_id AND a.id::text = d.actor_id
  LEFT JOIN service_principals s ON d.actor_kind = 'service' AND s.tenant_id = d.tenant_id AND s.id::text = d.actor_id
  WHERE d.id = ANY($1::uuid[])`;
