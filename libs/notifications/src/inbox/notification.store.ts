import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { inParts, type NewNotification } from '../events/new-notification';

/** Writes what people see in the app; the same kind for the same task is one line with a count while it is unread. */
export async function insertNotifications(
  em: EntityManager,
  rows: readonly NewNotification[],
): Promise<void> {
  for (const some of inParts(rows)) await queryRows(em, INSERT, [JSON.stringify(some)]);
}

const INSERT = `
  INSERT INTO notifications AS n (tenant_id, person_id, event_id, kind, task_id, workflow_key, conversation_id, actor_kind,
    actor_id, params, count, at)
  SELECT g.* FROM json_to_recordset($1::json) AS g (tenant_id uuid, person_id uuid, event_id uuid, kind text, task_id uuid,
    workflow_key text, conversation_id uuid, actor_kind text, actor_id text, params jsonb, count integer, at timestamptz)
  WHERE NOT EXISTS (SELECT FROM notifications told
    WHERE told.tenant_id = g.tenant_id AND told.person_id = g.person_id AND told.event_id = g.event_id)
  -- Always in the same order, so that no two processes wait for each other.
  ORDER BY g.tenant_id, g.person_id, g.kind, g.task_id
  ON CONFLICT (tenant_id, person_id, kind, task_id) WHERE read_at IS NULL DO UPDATE SET event_id = excluded.event_id,
    actor_kind = excluded.actor_kind, actor_id = excluded.actor_id, params = excluded.params, at = excluded.at,
    count = n.count + excluded.count`;
