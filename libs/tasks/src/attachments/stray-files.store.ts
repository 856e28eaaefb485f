import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { AttachmentStorage } from './attachment-storage';

/** A file that belongs to no attachment: not yet, or no longer. */
export interface StrayFile {
  tenantId: string;
  fileKey: string;
}

/** Notes a file before it is written, and when its attachment is deleted: so that no crash loses sight of it. */
export async function noteStray(em: EntityManager, file: StrayFile, at: Date): Promise<void> {
  await em.query('INSERT INTO stray_files (tenant_id, file_key, noted_at) VALUES ($1, $2, $3)', [
    file.tenantId,
    file.fileKey,
    at,
  ]);
}

/** Takes the note away. False when the file is not stray any more: somebody gave it to an attachment, or removed it. */
export async function takeStray(em: EntityManager, { tenantId, fileKey }: StrayFile): Promise<boolean> {
  const rows = await queryRows(
    em,
    'DELETE FROM stray_files WHERE tenant_id = $1 AND file_key = $2 RETURNING file_key',
    [tenantId, fileKey],
  );
  return rows.length > 0;
}

/**
 * Removes the file, unless it belongs to an attachment by now. The row's lock makes a late upload wait, and then
 * find its file gone; a failure leaves row and file for the next time.
 */
export async function removeStray(
  em: EntityManager,
  file: StrayFile,
  storage: AttachmentStorage,
): Promise<boolean> {
  if (!(await takeStray(em, file))) return false;
  await storage.remove(file.fileKey);
  return true;
}
