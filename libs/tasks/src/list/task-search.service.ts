import { Injectable } from '@nestjs/common';
import { isUuid, TenantDatabase } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { Order } from './task-order';

/** How many hits of a search are considered: the newest open tasks, and those closed last. */
const MOST_FOUND = 1_000;

/** The tasks that hold what the parameter `text` asks for, under the alias `s`. */
export function foundTasks(part: Order['part'], text: string): string {
  const search = (open: boolean) =>
    `SELECT f.id FROM search_tasks(${text}::text, ${open}, ${MOST_FOUND}) AS f(id)`;
  const hits = part === 'all' ? `${search(true)} UNION ALL ${search(false)}` : search(part === 'open');
  // OFFSET 0: each hit is looked up by its key, whatever the planner makes of their number.
  return `(SELECT t.* FROM (${hits}) f CROSS JOIN LATERAL
            (SELECT * FROM tasks WHERE tenant_id = $1 AND id = f.id OFFSET 0) t) s`;
}

/** Asks Postgres what only it can tell: whether a task holds the words of a search. */
@Injectable()
export class TaskSearch {
  constructor(private readonly database: TenantDatabase) {}

  /** @param taskId of a task that the principal may see */
  async matches(ctx: TenantContext, taskId: string, text: string): Promise<boolean> {
    if (!isUuid(taskId)) return false;
    const rows = await this.database.query(
      ctx,
      `SELECT FROM task_search WHERE tenant_id = $1 AND task_id = $2 AND words @@ task_query($3)`,
      [ctx.tenantId, taskId, text],
    );
    return rows.length > 0;
  }
}
