import { type Ids, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { NewNotification } from '../events/new-notification';

export interface NewDelivery extends NewNotification {
  channel: string;
  bundled: boolean;
  available_at: Date;
}

/**
 * Writes what is to be sent by other channels. What waits already of the same kind for the same task goes out with it, and
 * at its time.
 */
export async function insertDeliveries(
  em: EntityManager,
  rows: readonly NewDelivery[],
  ids: Ids,
): Promise<void> {
  if (rows.length === 0) return;
  const given = rows.map((row) => ({ ...row, id: ids.next() }));
  await queryRows(em, INSERT, [JSON.stringify(given)]);
}

const OF_THE_SAME = `m.tenant_id = g.tenant_id AND m.person_id = g.person_id AND m.task_id = g.task_id
  AND m.kind = g.kind AND m.channel = g.channel`;

const INSERT = `
  WITH given AS MATERIALIZED (
    SELECT * FROM json_to_recordset($1::json) AS r (tenant_id uuid, id uuid, person_id uuid, event_id uuid, channel text,
      kind text, task_id uuid, workflow_key text, conversation_id uuid, actor_kind text, actor_id text, params jsonb,
      count integer, bundled boolean, at timestamptz, available_at timestamptz)
  ), merged AS (
    DELETE FROM notification_deliveries m USING given g
    WHERE ${OF_THE_SAME} AND m.status = 'pending' AND m.attempts = 0 AND m.event_id <> g.event_id
    RETURNING m.tenant_id, m.person_id, m.task_id, m.kind, m.channel, m.count, m.available_at
  )
  INSERT INTO notification_deliveries (tenant_id, id, event_id, person_id, channel, kind, task_id, workflow_key,
    conversation_id, actor_kind, actor_id, params, count, bundled, at, available_at)
  SELECT g.tenant_id, g.id, g.event_id, g.person_id, g.channel, g.kind, g.task_id, g.workflow_key, g.conversation_id,
    g.actor_kind, g.actor_id, g.params,
    g.count + coalesce((SELECT sum(m.count)::integer FROM merged m WHERE ${OF_THE_SAME}), 0), g.bundled, g.at,
    least(g.available_at, (SELECT min(m.available_at) FROM merged m WHERE ${OF_THE_SAME}))
  FROM given g
  ON CONFLICT DO NOTHING`;
