import { isUuid, queryRows, type Reader } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { ATTACHMENT_COLUMNS, type AttachmentView } from './attachment-view';

export interface AttachmentRow {
  id: string;
  taskId: string;
  name: string;
  contentType: string;
  size: number;
  digest: Buffer;
  fileKey: string;
  at: Date;
}

/** An attachment with the place of its content. */
export type StoredAttachment = AttachmentView & { fileKey: string };

const STORED_COLUMNS = `${ATTACHMENT_COLUMNS}, a.file_key AS "fileKey"`;

export async function insertAttachment(
  em: EntityManager,
  { tenantId, principal }: TenantContext,
  { id, taskId, name, contentType, size, digest, fileKey, at }: AttachmentRow,
): Promise<AttachmentView> {
  const rows = await queryRows<AttachmentView>(
    em,
    `INSERT INTO task_attachments AS a (tenant_id, uploaded_by_kind, uploaded_by_id, uploaded_by_name, id, task_id, name,
                                        content_type, size, digest, file_key, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING ${ATTACHMENT_COLUMNS}`,
    [
      tenantId,
      principal.kind,
      principal.id,
      principal.displayName,
      id,
      taskId,
      name,
      contentType,
      size,
      digest,
      fileKey,
      at,
    ],
  );
  return rows[0] as AttachmentView;
}

export async function findAttachment(
  em: EntityManager,
  { tenantId }: TenantContext,
  taskId: string,
  id: string,
): Promise<StoredAttachment | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await queryRows<StoredAttachment>(
    em,
    `SELECT ${STORED_COLUMNS} FROM task_attachments a WHERE a.tenant_id = $1 AND a.task_id = $2 AND a.id = $3`,
    [tenantId, taskId, id],
  );
  return row;
}

/** Deletes the row. A completion that names the attachment holds it until it has committed; see `checkAttachments`. */
export async function deleteAttachment(
  em: EntityManager,
  { tenantId }: TenantContext,
  taskId: string,
  id: string,
): Promise<StoredAttachment | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await queryRows<StoredAttachment>(
    em,
    `DELETE FROM task_attachments a WHERE a.tenant_id = $1 AND a.task_id = $2 AND a.id = $3
     RETURNING ${STORED_COLUMNS}`,
    [tenantId, taskId, id],
  );
  return row;
}

export async function countAttachments(
  em: EntityManager,
  { tenantId }: TenantContext,
  taskId: string,
): Promise<number> {
  const rows = await queryRows<{ count: number }>(
    em,
    'SELECT count(*)::int AS count FROM task_attachments WHERE tenant_id = $1 AND task_id = $2',
    [tenantId, taskId],
  );
  return rows[0]?.count ?? 0;
}

/** The attachments of each task, oldest first. */
export async function listAttachments(
  em: EntityManager | Reader,
  { tenantId }: TenantContext,
  taskIds: readonly string[],
): Promise<Map<string, AttachmentView[]>> {
  const rows = await queryRows<AttachmentView>(
    em,
    `SELECT ${ATTACHMENT_COLUMNS} FROM task_attachments a
     WHERE a.tenant_id = $1 AND a.task_id = ANY($2::uuid[]) ORDER BY a.id`,
    [tenantId, taskIds],
  );
  const byTask = new Map(taskIds.map((taskId) => [taskId, [] as AttachmentView[]]));
  for (const row of rows) byTask.get(row.taskId)?.push(row);
  return byTask;
}
