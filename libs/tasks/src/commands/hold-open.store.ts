import { isUuid } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { TaskCommands } from './task-commands.service';
import { isClosed } from '../task/task-status';
import type { TaskView } from '../task/task-view';
import { TaskClosedError, TaskNotFoundError } from '../task/task.errors';

/**
 * Reads a task that stays open until the transaction ends: whoever closes it waits for that, and finds what was
 * written beside it. Others who write beside it do not wait.
 * @throws TaskNotFoundError, TaskClosedError
 */
export async function holdOpen(
  em: EntityManager,
  ctx: TenantContext,
  commands: TaskCommands,
  taskId: string,
): Promise<TaskView> {
  if (!isUuid(taskId)) throw new TaskNotFoundError();
  await em.query('SELECT FROM tasks WHERE tenant_id = $1 AND id = $2 FOR SHARE', [ctx.tenantId, taskId]);
  const task = await commands.read(em, ctx, taskId);
  if (isClosed(task.status)) throw new TaskClosedError(task.status);
  return task;
}
