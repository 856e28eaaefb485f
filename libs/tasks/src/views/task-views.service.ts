import { Injectable } from '@nestjs/common';
import { Clock, TenantDatabase } from '@orkestra/core';
import { requireScope, seesEverything, type TenantContext } from '@orkestra/tenancy';
import { TaskCommands } from '../commands/task-commands.service';
import { RefusedError } from '../task/refused.errors';
import { TaskRevisionConflictError } from '../task/task.errors';
import { readShown, recordSight, SIGHT_COLUMNS, type TaskSight } from './task-sight.store';

/** How many people's sights of one task are read: the first. */
const MOST_SIGHTS = 100;

/** Who has seen a task, since when, and what they were shown: so that a decision can say what it was about. */
@Injectable()
export class TaskViewsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly commands: TaskCommands,
    private readonly clock: Clock,
  ) {}

  /**
   * Records that the principal is shown a task.
   * @param revision of the task as it is shown
   * @throws TaskNotFoundError, TaskRevisionConflictError when it shows something else by now, `task.seen_by_people`
   */
  async record(ctx: TenantContext, taskId: string, revision: number): Promise<TaskSight> {
    requireScope(ctx, 'tasks:read');
    if (ctx.principal.kind !== 'user' || ctx.agent !== undefined)
      throw new RefusedError('task.seen_by_people');
    return this.database.run(ctx, async (em) => {
      const task = await this.commands.read(em, ctx, taskId);
      if (task.revision !== revision) throw new TaskRevisionConflictError(revision, task.revision);
      const shown = await readShown(em, task);
      return recordSight(em, task, ctx.principal.id, this.clock.now(), shown);
    });
  }

  /**
   * Who has seen each task, the first first: the principal themselves, and everybody for those who see the whole tenant.
   * Made for batching.
   * @param taskIds of tasks that the caller has read through `TasksService`, which decides who sees them
   */
  async of(ctx: TenantContext, taskIds: readonly string[]): Promise<Map<string, TaskSight[]>> {
    requireScope(ctx, 'tasks:read');
    const rows = await this.database.query<{ taskId: string } & TaskSight>(
      ctx,
      `SELECT v.* FROM unnest($2::uuid[]) AS wanted (task_id) CROSS JOIN LATERAL (
           SELECT task_id AS "taskId", ${SIGHT_COLUMNS} FROM task_views s
           WHERE s.tenant_id = $1 AND s.task_id = wanted.task_id AND ($3 OR s.user_id::text = $4)
           ORDER BY first_seen_at, user_id LIMIT ${MOST_SIGHTS}) v
         ORDER BY v."firstSeenAt", v."userId"`,
      [ctx.tenantId, taskIds, seesEverything(ctx), ctx.principal.id],
    );
    const found = new Map<string, TaskSight[]>();
    for (const { taskId, ...sight } of rows) found.set(taskId, [...(found.get(taskId) ?? []), sight]);
    return found;
  }
}
