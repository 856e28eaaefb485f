import { type Ids, queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { inParts, type NewNotification } from '../events/new-notification';

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
  for (const some of inParts(rows)) {
    const given = some.map((row) => ({ ...row, id: ids.next() }));
    await queryRows(em, INSERT, [JSON.stringify(given)]);
  }
}

const INSERT = `
  INSERT INTO notification_deliveries AS d (tenant_id, id, event_id, person_id, channel, kind, task_id, workflow_key,
    conversation_id, actor_kind, actor_id, params, count, bundled, at, available_at)
  SELECT g.* FROM json_to_recordset($1::json) AS g (tenant_id uuid, id uuid, event_id uuid, person_id uuid, channel text,
    kind text, task_id uuid, workflow_key text, conversation_id uuid, actor_kind text, actor_id text, params jsonb,
    count integer, bundled boolean, at timestamptz, available_at timestamptz)
  WHERE NOT EXISTS (SELECT FROM notification_deliveries told
    WHERE told.tenant_id = g.tenant_id AND told.event_id = g.event_id AND told.person_id = g.person_id
      AND told.channel = g.channel)
  -- Always in the same order, so that no two processes wait for each other.
  ORDER BY g.tenant_id, g.person_id, g.channel, g.kind, g.task_id
  ON CONFLICT (tenant_id, person_id, channel, kind, task_id) WHERE status = 'pending' AND attempts = 0
  DO UPDATE SET event_id = excluded.event_id, actor_kind = excluded.actor_kind, actor_id = excluded.actor_id,
    params = excluded.params, at = excluded.at, count = d.count + excluded.count,
    available_at = least(d.available_at, excluded.available_at)`;
