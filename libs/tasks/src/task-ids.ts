import { queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { actorOf } from './task-commands';
import { maySee } from './task-roles';
import { TASK_COLUMNS, type TaskRow, toTaskView } from './task-view';

const LOWEST = '00000000-0000-0000-0000-000000000000';
const HIGHEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export const TASKS_BETWEEN = `SELECT ${TASK_COLUMNS} FROM tasks t
  WHERE t.tenant_id = $1 AND t.id >= $2::uuid AND t.id <= $3::uuid ORDER BY t.id DESC LIMIT $4`;

/** The lowest and the highest id that begin so; null where none can. */
export function idsStartingWith(prefix: string): [string, string] | null {
  const start = prefix.toLowerCase();
  const low = start + LOWEST.slice(start.length);
  const fits = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(low);
  return fits ? [low, start + HIGHEST.slice(start.length)] : null;
}

/** Ids of tasks that the principal may see, the newest first, by one index scan. */
export async function findTaskIds(
  em: EntityManager,
  ctx: TenantContext,
  prefix: string,
  limit: number,
): Promise<string[]> {
  const range = idsStartingWith(prefix);
  if (range === null) return [];
  const rows = await queryRows<TaskRow>(em, TASKS_BETWEEN, [ctx.tenantId, ...range, limit]);
  const visible = rows.map(toTaskView).filter((task) => maySee(task, actorOf(ctx)));
  return visible.map(({ id }) => id);
}
