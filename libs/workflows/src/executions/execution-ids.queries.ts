import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';

export const LATEST_EXECUTIONS =
  'SELECT key FROM workflow_executions WHERE tenant_id = $1 ORDER BY started_at DESC, key DESC LIMIT $2';

/** Not LIKE: under row-level security it reaches no index. */
export const EXECUTIONS_BETWEEN = `SELECT key FROM workflow_executions
  WHERE tenant_id = $1 AND key COLLATE "C" >= $3 AND key COLLATE "C" < $4 ORDER BY key COLLATE "C" LIMIT $2`;

/** Keys are ASCII; this stands after all of them. */
const AFTER_ALL = '\u007f';

export async function findExecutionIds(
  em: EntityManager,
  tenantId: string,
  prefix: string,
  limit: number,
): Promise<string[]> {
  if (prefix.includes('\0')) return [];
  const [sql, range] =
    prefix === '' ? [LATEST_EXECUTIONS, []] : [EXECUTIONS_BETWEEN, [prefix, prefix + AFTER_ALL]];
  const rows = await queryRows<{ key: string }>(em, sql, [tenantId, limit, ...range]);
  return rows.map(({ key }) => key);
}
