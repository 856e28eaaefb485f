import { prepared, queryRows } from '@orkestra/core';
import { WORKS } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { NotificationEvent } from '../events/notification-event';
import { asksForWork, NOTIFICATION_KINDS, type NotificationKind } from '../events/notification-kind';
import { MAY_SEE, NOT_EXCLUDED } from '../events/sight.queries';

/** That a person is to be told of an event. */
export interface Told {
  tenantId: string;
  eventId: string;
  personId: string;
  kind: NotificationKind;
  /** The event's own; of a message, a task in the person's hands that belongs to the conversation. */
  taskId: string | null;
}

/**
 * Who is to be told of which event, as things stand now: each person once for each event, by the kind that concerns them
 * most. Nobody of what they did themselves, or of a task that they may not see.
 */
export async function readAudience(em: EntityManager, events: readonly NotificationEvent[]): Promise<Told[]> {
  const given = events.map(
    ({ id, tenantId, kind, taskId, workflowKey, conversationId, actorKind, actorId, params }) => ({
      id,
      tenant_id: tenantId,
      kind,
      task_id: taskId,
      workflow_key: workflowKey,
      conversation_id: conversationId,
      actor_id: actorKind === 'user' ? actorId : null,
      params,
    }),
  );
  // The plan is kept while tables grow: it must never be one that reads them whole because they were small.
  await em.query('SET LOCAL enable_seqscan = off');
  return queryRows<Told>(em, AUDIENCE, [JSON.stringify(given)]);
}

const NEW_HANDS = `('created', 'assigned', 'forwarded', 'reassigned', 'nominated', 'delegated', 'resolved', 'changes_answered')`;
const BACK_IN_THE_QUEUE = `('created', 'reassigned', 'assigned', 'forwarded', 'nominated', 'released', 'changes_answered')`;
const ENDINGS = `('completed', 'approved', 'rejected', 'cancelled', 'expired')`;
const ASKING = NOTIFICATION_KINDS.filter(asksForWork)
  .map((kind) => `'${kind}'`)
  .join(', ');
/** Which kind wins where several concern one person: the first. */
const PRECEDENCE = NOTIFICATION_KINDS.map((kind) => `'${kind}'`).join(', ');

/** Planned once in each connection: planning it takes ten times as long as a small batch. */
const AUDIENCE = prepared(`
  WITH event AS MATERIALIZED (
    SELECT * FROM json_to_recordset($1::json) AS e (id uuid, tenant_id uuid, kind text, task_id uuid, workflow_key text,
      conversation_id uuid, actor_id text, params jsonb)
  ), task_event AS MATERIALIZED (
    SELECT e.*, t.assignee_id, t.owner_id, t.group_id, t.approval, t.status,
           CASE WHEN t.created_by_kind = 'user' THEN t.created_by_id::uuid END AS creator_id
    FROM event e JOIN tasks t ON t.tenant_id = e.tenant_id AND t.id = e.task_id
    -- What is over asks nothing of anybody any more.
    WHERE t.closed_at IS NULL OR e.kind IN ${ENDINGS} OR e.kind IN ('comment_added', 'comment_edited')
  ), pool AS (
    SELECT e.tenant_id, e.id, c.principal_id AS candidate_id, c.principal_kind
    FROM task_event e JOIN task_candidates c ON c.tenant_id = e.tenant_id AND c.task_id = e.task_id AND c.role = 'candidate'
    WHERE e.status = 'READY' AND (e.kind <> 'created' OR e.params #>> '{status,after}' = 'READY') AND (e.kind IN ${BACK_IN_THE_QUEUE} OR e.kind = 'escalated')
  ), taker AS (
    SELECT tenant_id, id, candidate_id AS person_id FROM pool WHERE principal_kind = 'user'
    UNION
    SELECT p.tenant_id, p.id, m.user_id FROM pool p
    JOIN group_members m ON m.tenant_id = p.tenant_id AND m.group_id = p.candidate_id WHERE p.principal_kind = 'group'
  ), watched AS (
    -- Whose supervisors are told: of the steps that name them, and of escalations.
    SELECT e.tenant_id, e.id, e.kind, g.value::uuid AS group_id
    FROM task_event e CROSS JOIN LATERAL jsonb_array_elements_text(e.params #> '{recipients,supervisorsOf}') AS g
    WHERE e.kind IN ('notified', 'sla_breached') AND e.params #> '{recipients,supervisorsOf}' IS NOT NULL
    UNION
    SELECT tenant_id, id, kind, group_id FROM task_event WHERE kind = 'escalated' AND group_id IS NOT NULL
  ), supervisor AS (
    SELECT w.tenant_id, w.id, w.kind, m.user_id AS person_id FROM watched w
    JOIN group_members m ON m.tenant_id = w.tenant_id AND m.group_id = w.group_id AND m.role = 'supervisor'
    JOIN users u ON u.tenant_id = m.tenant_id AND u.id = m.user_id AND u.active
  ), starter AS MATERIALIZED (
    SELECT e.tenant_id, e.id, u.id AS person_id
    FROM event e JOIN workflow_executions x ON x.tenant_id = e.tenant_id AND x.key = e.workflow_key
    JOIN users u ON u.tenant_id = x.tenant_id AND u.id::text = x.started_by_id AND u.active
    WHERE e.kind = 'workflow_failed' AND x.started_by_kind = 'user'
  ), admin AS (
    SELECT e.tenant_id, e.id, e.kind, u.id AS person_id
    FROM event e JOIN users u ON u.tenant_id = e.tenant_id AND u.active AND u.role IN ('owner', 'admin')
    WHERE e.kind IN ('delivery_failing', 'webhook_disabled')
      -- Where nobody supervises, and where whoever started a workflow is no person or gone, somebody must learn of it.
      OR (e.kind IN ('notified', 'sla_breached') AND e.params #> '{recipients,supervisorsOf}' IS NOT NULL
          AND NOT EXISTS (SELECT FROM supervisor s WHERE s.id = e.id))
      OR (e.kind = 'workflow_failed' AND NOT EXISTS (SELECT FROM starter s WHERE s.id = e.id))
  ), found (tenant_id, id, person_id, kind, task_id) AS (
    SELECT tenant_id, id, assignee_id, CASE WHEN approval THEN 'approval_asked' ELSE 'assigned' END, task_id
    FROM task_event WHERE kind IN ${NEW_HANDS} AND (kind = 'changes_answered'
      -- Given by this event, and not by one that came after it.
      OR params #>> '{assigneeId,after}' = assignee_id::text
      OR (kind = 'created' AND params #>> '{status,after}' <> 'READY'))
    UNION ALL
    SELECT e.tenant_id, e.id, k.person_id,
           CASE WHEN e.kind = 'escalated' THEN 'escalated' WHEN e.approval THEN 'approval_asked' ELSE 'created' END, e.task_id
    FROM taker k JOIN task_event e ON e.id = k.id
    UNION ALL
    SELECT tenant_id, id, assignee_id, 'escalated', task_id FROM task_event WHERE kind = 'escalated'
    UNION ALL
    SELECT tenant_id, id, unnest(ARRAY[creator_id, owner_id]), 'claimed', task_id FROM task_event WHERE kind = 'claimed'
    UNION ALL
    SELECT tenant_id, id, unnest(ARRAY[creator_id, owner_id]),
           CASE WHEN kind IN ('approved', 'rejected') THEN 'completed' ELSE kind END, task_id
    FROM task_event WHERE kind IN ${ENDINGS}
    UNION ALL
    SELECT tenant_id, id, assignee_id, kind, task_id FROM task_event WHERE kind IN ('cancelled', 'expired')
    UNION ALL
    SELECT e.tenant_id, e.id, c.principal_id,
           CASE WHEN e.kind = 'changes_requested' THEN e.kind WHEN e.kind IN ('cancelled', 'expired') THEN e.kind
                ELSE 'completed' END, e.task_id
    FROM task_event e JOIN task_candidates c ON c.tenant_id = e.tenant_id AND c.task_id = e.task_id AND c.role = 'requester'
    WHERE e.kind IN ${ENDINGS} OR e.kind = 'changes_requested'
    UNION ALL
    SELECT tenant_id, id, creator_id, kind, task_id FROM task_event WHERE kind = 'changes_requested'
    UNION ALL
    SELECT e.tenant_id, e.id, m.value::uuid, 'mentioned', e.task_id
    FROM task_event e CROSS JOIN LATERAL jsonb_array_elements_text(e.params #> '{mentions,after}') AS m
    WHERE e.kind IN ('comment_added', 'comment_edited')
      AND NOT coalesce(e.params #> '{mentions,before}', '[]') @> to_jsonb(m.value)
    UNION ALL
    SELECT tenant_id, id, unnest(ARRAY[assignee_id, owner_id, creator_id]), 'commented', task_id
    FROM task_event WHERE kind = 'comment_added'
    UNION ALL
    SELECT e.tenant_id, e.id, h.actor_id::uuid, 'commented', e.task_id
    FROM task_event e JOIN task_events h ON h.tenant_id = e.tenant_id AND h.task_id = e.task_id
    WHERE e.kind = 'comment_added' AND h.id < e.id AND h.kind = 'comment_added' AND h.actor_kind = 'user'
    UNION ALL
    SELECT e.tenant_id, e.id, r.value::uuid, CASE WHEN e.kind = 'notified' THEN 'warned' ELSE 'breached' END, e.task_id
    FROM task_event e CROSS JOIN LATERAL jsonb_array_elements_text(e.params #> '{recipients,users}') AS r
    WHERE e.kind IN ('notified', 'sla_breached')
    UNION ALL
    SELECT e.tenant_id, e.id, m.user_id, CASE WHEN e.kind = 'notified' THEN 'warned' ELSE 'breached' END, e.task_id
    FROM task_event e CROSS JOIN LATERAL jsonb_array_elements_text(e.params #> '{recipients,groups}') AS g
    JOIN group_members m ON m.tenant_id = e.tenant_id AND m.group_id = g.value::uuid
    WHERE e.kind IN ('notified', 'sla_breached')
    UNION ALL
    SELECT tenant_id, id, assignee_id, 'breached', task_id FROM task_event WHERE kind = 'sla_breached'
    UNION ALL
    SELECT s.tenant_id, s.id, s.person_id,
           CASE s.kind WHEN 'notified' THEN 'warned' WHEN 'sla_breached' THEN 'breached' ELSE s.kind END, e.task_id
    FROM (SELECT * FROM supervisor UNION ALL SELECT * FROM admin) s JOIN event e ON e.id = s.id
    UNION ALL
    SELECT tenant_id, id, person_id, 'workflow_failed', NULL FROM starter
    UNION ALL
    SELECT e.tenant_id, e.id, t.assignee_id, 'message', t.id
    FROM event e JOIN tasks t ON t.tenant_id = e.tenant_id AND t.conversation_id = e.conversation_id::text AND t.closed_at IS NULL
    WHERE e.kind = 'message'
  )
  SELECT DISTINCT ON (f.tenant_id, f.id, f.person_id)
    f.tenant_id AS "tenantId", f.id AS "eventId", f.person_id AS "personId", f.kind, f.task_id AS "taskId"
  FROM found f
  JOIN event e ON e.id = f.id
  JOIN users u ON u.tenant_id = f.tenant_id AND u.id = f.person_id AND u.active
  LEFT JOIN tasks t ON t.tenant_id = f.tenant_id AND t.id = f.task_id
  WHERE u.id::text IS DISTINCT FROM e.actor_id
    AND (f.task_id IS NULL OR ${MAY_SEE})
    AND (f.kind NOT IN (${ASKING}) OR (${WORKS} AND ${NOT_EXCLUDED}))
  ORDER BY f.tenant_id, f.id, f.person_id, array_position(ARRAY[${PRECEDENCE}], f.kind), f.task_id`);
