import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';

/** What tasks and comments say as they are now, by delivery: for endpoints that ask for it. Never what was answered. */
export async function readContents(em: EntityManager, due: readonly { tenantId: string; id: string }[]): Promise<Map<string, object>> {
  if (due.length === 0) return new Map();
  const rows = await queryRows<{ id: string; content: object }>(em, CONTENTS, [
    due.map(({ tenantId }) => tenantId),
    due.map(({ id }) => id),
  ]);
  return new Map(rows.map(({ id, content }) => [id, content]));
}

const CONTENTS = `
  SELECT d.id, json_build_object(
    'task', CASE WHEN t.id IS NULL THEN NULL ELSE json_build_object('title', t.title, 'description', t.description,
      'status', t.status, 'priority', t.priority, 'dueAt', nullif(t.due_at, 'infinity')) END,
    'comment', CASE WHEN c.id IS NULL OR c.deleted_at IS NOT NULL THEN NULL ELSE json_build_object('text', c.body) END
  ) AS content
  FROM unnest($1::uuid[], $2::uuid[]) AS k (tenant_id, id)
  JOIN webhook_deliveries d ON d.tenant_id = k.tenant_id AND d.id = k.id
  LEFT JOIN tasks t ON t.tenant_id = d.tenant_id AND t.id = (d.data ->> 'taskId')::uuid
  LEFT JOIN task_comments c ON c.tenant_id = d.tenant_id AND c.id = (d.data ->> 'commentId')::uuid`;
