import { isUuid, queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { COMMENT_COLUMNS, type CommentView } from './comment-view';

export interface CommentRow {
  id: string;
  taskId: string;
  text: string;
  mentions: string[];
  operationId: string | undefined;
  /** The digest of what was asked for, by which a repeated operation is known. */
  request: Buffer;
  at: Date;
}

/** Undefined when the principal's operation has made a comment before. */
export async function insertComment(
  em: EntityManager,
  { tenantId, principal }: TenantContext,
  { id, taskId, text, mentions, operationId, request, at }: CommentRow,
): Promise<CommentView | undefined> {
  const [comment] = await queryRows<CommentView>(
    em,
    `INSERT INTO task_comments AS c (tenant_id, author_kind, author_id, author_name, id, task_id, body, mentions,
                                     operation_id, request_digest, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::uuid[], $9, $10, $11) ON CONFLICT DO NOTHING
     RETURNING ${COMMENT_COLUMNS}`,
    [
      tenantId,
      principal.kind,
      principal.id,
      principal.displayName,
      id,
      taskId,
      text,
      mentions,
      operationId ?? null,
      request,
      at,
    ],
  );
  return comment;
}

export async function commentOfOperation(
  em: EntityManager,
  { tenantId, principal }: TenantContext,
  operationId: string,
): Promise<{ comment: CommentView; request: Buffer } | undefined> {
  const [row] = await queryRows<CommentView & { request: Buffer }>(
    em,
    `SELECT ${COMMENT_COLUMNS}, c.request_digest AS request FROM task_comments c
     WHERE c.tenant_id = $1 AND c.author_id = $2 AND c.operation_id = $3`,
    [tenantId, principal.id, operationId],
  );
  if (row === undefined) return undefined;
  const { request, ...comment } = row;
  return { comment, request };
}

/** @param lock `FOR UPDATE` when the comment is about to change; others who want to change it wait */
export async function findComment(
  em: EntityManager,
  { tenantId }: TenantContext,
  commentId: string,
  lock: '' | 'FOR UPDATE' = '',
): Promise<CommentView | undefined> {
  if (!isUuid(commentId)) return undefined;
  const [comment] = await queryRows<CommentView>(
    em,
    `SELECT ${COMMENT_COLUMNS} FROM task_comments c WHERE c.tenant_id = $1 AND c.id = $2 ${lock}`,
    [tenantId, commentId],
  );
  return comment;
}

/** Replaces the text and keeps the earlier one. */
export async function replaceText(
  em: EntityManager,
  { tenantId }: TenantContext,
  commentId: string,
  { text, mentions, at }: Pick<CommentRow, 'text' | 'mentions' | 'at'>,
): Promise<CommentView> {
  await em.query(
    `INSERT INTO task_comment_versions (tenant_id, comment_id, version, body, mentions, written_at)
     SELECT tenant_id, id, version, body, mentions, coalesce(edited_at, created_at) FROM task_comments
     WHERE tenant_id = $1 AND id = $2`,
    [tenantId, commentId],
  );
  const rows = await queryRows<CommentView>(
    em,
    `UPDATE task_comments c SET body = $3, mentions = $4::uuid[], version = version + 1, edited_at = $5
     WHERE c.tenant_id = $1 AND c.id = $2 RETURNING ${COMMENT_COLUMNS}`,
    [tenantId, commentId, text, mentions, at],
  );
  return rows[0] as CommentView;
}

/** Takes every text of the comment away and leaves that there was one. */
export async function eraseText(
  em: EntityManager,
  { tenantId, principal }: TenantContext,
  commentId: string,
  at: Date,
): Promise<CommentView> {
  const key = [tenantId, commentId];
  await em.query('DELETE FROM task_comment_versions WHERE tenant_id = $1 AND comment_id = $2', key);
  const rows = await queryRows<CommentView>(
    em,
    `UPDATE task_comments c SET body = NULL, mentions = '{}', deleted_at = $3, deleted_by_kind = $4,
            deleted_by_id = $5, deleted_by_name = $6
     WHERE c.tenant_id = $1 AND c.id = $2 RETURNING ${COMMENT_COLUMNS}`,
    [...key, at, principal.kind, principal.id, principal.displayName],
  );
  return rows[0] as CommentView;
}

/** How many comments a task has, counted up to `limit`. */
export async function countComments(
  em: EntityManager,
  { tenantId }: TenantContext,
  taskId: string,
  limit: number,
): Promise<number> {
  const rows = await queryRows<{ count: number }>(
    em,
    `SELECT count(*)::int AS count
     FROM (SELECT FROM task_comments WHERE tenant_id = $1 AND task_id = $2 LIMIT $3) counted`,
    [tenantId, taskId, limit],
  );
  return rows[0]?.count ?? 0;
}
