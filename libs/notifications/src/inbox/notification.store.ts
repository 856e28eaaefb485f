import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { NewNotification } from '../events/new-notification';

/** What is not yet read is told again with the count of both, where it is not older than this. */
const TOGETHER_MS = 3_600_000;

/** Writes what people see in the app; the same kind for the same task is one line with a count while it is unread. */
export async function insertNotifications(
  em: EntityManager,
  rows: readonly NewNotification[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await queryRows(em, INSERT, [JSON.stringify(rows), new Date(now.getTime() - TOGETHER_MS)]);
}

const INSERT = `
  WITH given AS MATERIALIZED (
    SELECT * FROM json_to_recordset($1::json) AS r (tenant_id uuid, person_id uuid, event_id uuid, kind text, task_id uuid,
      workflow_key text, conversation_id uuid, actor_kind text, actor_id text, params jsonb, count integer, at timestamptz)
  ), merged AS (
    DELETE FROM notifications n USING given g
    WHERE n.tenant_id = g.tenant_id AND n.person_id = g.person_id AND n.task_id = g.task_id AND n.kind = g.kind
      AND n.read_at IS NULL AND n.at > $2 AND n.event_id <> g.event_id
    RETURNING n.tenant_id, n.person_id, n.task_id, n.kind, n.count
  )
  INSERT INTO notifications (tenant_id, person_id, event_id, kind, task_id, workflow_key, conversation_id, actor_kind,
    actor_id, params, count, at)
  SELECT g.tenant_id, g.person_id, g.event_id, g.kind, g.task_id, g.workflow_key, g.conversation_id, g.actor_kind,
    g.actor_id, g.params, g.count + coalesce((SELECT sum(m.count)::integer FROM merged m
      WHERE m.tenant_id = g.tenant_id AND m.person_id = g.person_id AND m.task_id = g.task_id AND m.kind = g.kind), 0), g.at
  FROM given g
  ON CONFLICT DO NOTHING`;
