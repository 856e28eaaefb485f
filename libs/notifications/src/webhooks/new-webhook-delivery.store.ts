import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';

/** An event as programs know it, by the names of the columns. */
export interface NewWebhookDelivery {
  event_id: string;
  tenant_id: string;
  type: string;
  ordering_key: string;
  task_id: string | null;
  data: object;
  at: Date;
}

/**
 * A row for each endpoint that asks for it, by one statement. What comes after something that is put off waits as long.
 * @returns how many there are
 */
export async function insertWebhookDeliveries(
  em: EntityManager,
  rows: readonly NewWebhookDelivery[],
  now: Date,
): Promise<number> {
  const [row] = await queryRows<{ count: number }>(em, INSERT, [JSON.stringify(rows), now]);
  return row?.count ?? 0;
}

/** The key of a workflow is what comes after the tenant's id; a task of a conversation has its id as text. */
const INSERT = `
  WITH written AS (
    INSERT INTO webhook_deliveries (tenant_id, id, endpoint_id, event_id, type, ordering_key, data, at, status, available_at)
    SELECT g.tenant_id, new_notification_id(), e.id, g.event_id, g.type, g.ordering_key,
      CASE WHEN t.id IS NULL THEN g.data ELSE g.data || jsonb_build_object('taskType', t.type,
        'workflowId', substr(t.workflow_id, length(t.tenant_id::text) + 2), 'conversationId', t.conversation_id)
        || CASE WHEN t.closed_at IS NULL THEN '{}' ELSE jsonb_build_object('outcome', t.outcome) END END,
      g.at, 'pending',
      greatest($2::timestamptz, (SELECT max(d.available_at) FROM webhook_deliveries d
        WHERE d.tenant_id = g.tenant_id AND d.endpoint_id = e.id AND d.ordering_key = g.ordering_key AND d.status = 'pending'))
    FROM json_to_recordset($1::json) AS g (tenant_id uuid, event_id uuid, type text, ordering_key text, task_id uuid,
      data jsonb, at timestamptz)
    JOIN webhook_endpoints e ON e.tenant_id = g.tenant_id AND e.disabled_at IS NULL
      AND (e.event_types = '{}' OR g.type = ANY(e.event_types))
    LEFT JOIN tasks t ON t.tenant_id = g.tenant_id AND t.id = g.task_id
    WHERE e.task_types = '{}' OR t.type = ANY(e.task_types)
    ORDER BY g.event_id
    ON CONFLICT (tenant_id, endpoint_id, event_id) DO NOTHING
    RETURNING id
  )
  SELECT count(*)::integer AS count FROM written`;
