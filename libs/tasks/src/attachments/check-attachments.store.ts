import { isUuid, queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { UnknownAttachmentError } from './attachments.errors';

/**
 * Checks that every id is an attachment of the task, and keeps them from being deleted until the transaction ends.
 * For the fields of type `file`, in the transaction that completes the task and before it changes the task.
 * @throws UnknownAttachmentError with the ids that are not
 */
export async function checkAttachments(
  em: EntityManager,
  ctx: TenantContext,
  taskId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await queryRows<{ id: string }>(
    em,
    `SELECT id FROM task_attachments WHERE tenant_id = $1 AND task_id = $2 AND id = ANY($3::uuid[])
     ORDER BY id FOR KEY SHARE`,
    [ctx.tenantId, taskId, ids.filter(isUuid)],
  );
  const found = new Set(rows.map(({ id }) => id));
  const unknown = ids.filter((id) => !found.has(id.toLowerCase()));
  if (unknown.length > 0) throw new UnknownAttachmentError(unknown);
}
