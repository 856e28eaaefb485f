import type { EntityManager } from 'typeorm';
import type { TaskView } from '../task/task-view';

type Task = Pick<TaskView, 'id' | 'tenantId'>;

/** Whoever gets a task for a while goes on from what its owner has written, unless they have a draft of their own. */
export async function lendDraft(em: EntityManager, task: Task, from: string, to: string): Promise<void> {
  await em.query(`${COPY} WHERE d.data IS NULL`, [task.tenantId, task.id, from, to]);
}

/** The owner gets what the other one has written, in the place of their own; without a draft nothing changes. */
export async function returnDraft(em: EntityManager, task: Task, from: string, to: string): Promise<void> {
  await em.query(COPY, [task.tenantId, task.id, from, to]);
  await em.query(
    `UPDATE task_drafts SET data = NULL, version = version + 1
     WHERE tenant_id = $1 AND task_id = $2 AND user_id = $3 AND data IS NOT NULL`,
    [task.tenantId, task.id, from],
  );
}

const COPY = `
  INSERT INTO task_drafts AS d (tenant_id, task_id, user_id, data, version, saved_at)
  SELECT tenant_id, task_id, $4::uuid, data, 1, saved_at FROM task_drafts
  WHERE tenant_id = $1 AND task_id = $2 AND user_id = $3 AND data IS NOT NULL
  ON CONFLICT (tenant_id, task_id, user_id) DO UPDATE
    SET data = excluded.data, version = d.version + 1, saved_at = excluded.saved_at`;
