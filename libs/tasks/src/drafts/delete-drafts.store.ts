import type { EntityManager } from 'typeorm';

/** Deletes everybody's draft of a task that closes, in the tenant's transaction that closes it. */
export async function deleteDrafts(em: EntityManager, taskId: string): Promise<void> {
  await em.query('DELETE FROM task_drafts WHERE task_id = $1', [taskId]);
}
