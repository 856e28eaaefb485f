import { queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { type ExecutionAccess, type ExecutionReference, seesAll } from './execution-access.service';

export const REFERENCE =
  `key AS id, json_build_object('kind', started_by_kind, 'id', started_by_id) AS "startedBy"` as const;

export const LATEST_EXECUTIONS = `SELECT ${REFERENCE} FROM workflow_executions
  WHERE tenant_id = $1 ORDER BY started_at DESC, key DESC LIMIT $2`;

/** Not LIKE: under row-level security it reaches no index. */
export const EXECUTIONS_BETWEEN = `SELECT ${REFERENCE} FROM workflow_executions
  WHERE tenant_id = $1 AND key COLLATE "C" >= $3 AND key COLLATE "C" < $4 ORDER BY key COLLATE "C" LIMIT $2`;

/** Keys are ASCII; this stands after all of them. */
const AFTER_ALL = '\u007f';
/** Ids that are looked through for those that a person may see. */
const LOOKED_THROUGH = 200;

export async function findExecutionIds(
  em: EntityManager,
  ctx: TenantContext,
  access: ExecutionAccess,
  prefix: string,
  limit: number,
): Promise<string[]> {
  if (prefix.includes('\0')) return [];
  const most = seesAll(ctx) ? limit : Math.max(limit, LOOKED_THROUGH);
  const [sql, range] =
    prefix === '' ? [LATEST_EXECUTIONS, []] : [EXECUTIONS_BETWEEN, [prefix, prefix + AFTER_ALL]];
  const rows = await queryRows<ExecutionReference>(em, sql, [ctx.tenantId, most, ...range]);
  return (await access.visibleOf(em, ctx, rows)).slice(0, limit).map(({ id }) => id);
}
