import { queryRows, uuidsStartingWith, type Reader } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { actorOf, maySee } from '../task/task-roles';
import { TASK_COLUMNS, type TaskRow, toTaskView } from '../task/task-view';

export const TASKS_BETWEEN = `SELECT ${TASK_COLUMNS} FROM tasks t
  WHERE t.tenant_id = $1 AND t.id >= $2::uuid AND t.id <= $3::uuid ORDER BY t.id DESC LIMIT $4`;

/** Ids of tasks that the principal may see, the newest first, by one index scan. */
export async function findTaskIds(
  em: EntityManager | Reader,
  ctx: TenantContext,
  prefix: string,
  limit: number,
): Promise<string[]> {
  const range = uuidsStartingWith(prefix);
  if (range === null) return [];
  const rows = await queryRows<TaskRow>(em, TASKS_BETWEEN, [ctx.tenantId, ...range, limit]);
  const visible = rows.map(toTaskView).filter((task) => maySee(task, actorOf(ctx)));
  return visible.map(({ id }) => id);
}
