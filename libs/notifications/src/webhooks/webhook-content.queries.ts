import { queryRows, type TenantDatabase } from '@orkestra/core';

interface Told {
  tenantId: string;
  id: string;
}

/**
 * What tasks and comments say as they are now, by delivery: for endpoints that ask for it. Never what was answered. A
 * statement for each tenant, which sees its own rows only.
 */
export async function readContents(
  database: TenantDatabase,
  due: readonly Told[],
): Promise<Map<string, object>> {
  const byTenant = new Map<string, string[]>();
  for (const { tenantId, id } of due) byTenant.set(tenantId, [...(byTenant.get(tenantId) ?? []), id]);
  const contents = new Map<string, object>();
  for (const [tenantId, ids] of byTenant) {
    const rows = await database.run({ tenantId }, (em) =>
      queryRows<{ id: string; content: object }>(em, CONTENTS, [tenantId, ids]),
    );
    for (const { id, content } of rows) contents.set(id, content);
  }
  return contents;
}

const CONTENTS = `
  SELECT d.id, json_build_object(
    'task', CASE WHEN t.id IS NULL THEN NULL ELSE json_build_object('title', t.title, 'description', t.description,
      'status', t.status, 'priority', t.priority, 'dueAt', nullif(t.due_at, 'infinity')) END,
    'comment', CASE WHEN c.id IS NULL OR c.deleted_at IS NOT NULL THEN NULL ELSE json_build_object('text', c.body) END
  ) AS content
  FROM webhook_deliveries d
  LEFT JOIN tasks t ON t.tenant_id = d.tenant_id AND t.id = (d.data ->> 'taskId')::uuid
  LEFT JOIN task_comments c ON c.tenant_id = d.tenant_id AND c.id = (d.data ->> 'commentId')::uuid
  WHERE d.tenant_id = $1 AND d.id = ANY($2::uuid[])`;
