import { queryRows, type Reader } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { TaskStep } from './task-steps.store';

/** A step that a task will take by itself as time passes. */
export type TaskStepView = Pick<TaskStep, 'action' | 'at' | 'userId' | 'groupId' | 'ifUnclaimed' | 'message'>;

/** What is still to happen to each task, the next first. */
export async function readPendingSteps(
  em: EntityManager | Reader,
  tenantId: string,
  taskIds: readonly string[],
): Promise<Map<string, TaskStepView[]>> {
  const rows = await queryRows<{ taskId: string; steps: (TaskStepView & { at: string | Date })[] }>(
    em,
    `SELECT task_id AS "taskId",
            json_agg(json_build_object('action', action, 'at', at, 'userId', user_id, 'groupId', group_id,
                                       'ifUnclaimed', if_unclaimed, 'message', message) ORDER BY at, position) AS steps
     FROM task_steps WHERE tenant_id = $1 AND task_id = ANY($2::uuid[]) AND status = 'pending' GROUP BY task_id`,
    [tenantId, taskIds],
  );
  return new Map(
    rows.map(({ taskId, steps }) => [taskId, steps.map((step) => ({ ...step, at: new Date(step.at) }))]),
  );
}
