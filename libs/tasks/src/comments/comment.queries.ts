import {
  decodeCursor,
  InvalidCursorError,
  isUuid,
  type Page,
  type PageRequest,
  pageSize,
  prepared,
  queryRows,
  toPage,
  type Reader,
} from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { COMMENT_COLUMNS, type CommentVersionView, type CommentView } from './comment-view';

/** One page of each task's comments, newest first, in one query. */
export async function readComments(
  em: EntityManager | Reader,
  { tenantId }: TenantContext,
  taskIds: readonly string[],
  request: PageRequest,
): Promise<Map<string, Page<CommentView>>> {
  const size = pageSize(request);
  const after = request.after ? decodeCursor(request.after, 1)[0] : null;
  if (after !== null && !isUuid(after)) throw new InvalidCursorError();
  const rows = await queryRows<CommentView>(em, COMMENTS, [tenantId, taskIds, after, size + 1]);
  const byTask = new Map(taskIds.map((taskId) => [taskId, [] as CommentView[]]));
  for (const row of rows) byTask.get(row.taskId)?.push(row);
  return new Map(
    [...byTask].map(([taskId, found]) => [taskId, toPage(found, size, itself, ({ id }) => [id])]),
  );
}

/** The earlier texts of a comment, newest first. */
export async function readVersions(
  em: EntityManager,
  { tenantId }: TenantContext,
  commentId: string,
  request: PageRequest,
): Promise<Page<CommentVersionView>> {
  const size = pageSize(request);
  const after = request.after ? decodeCursor(request.after, 1)[0] : null;
  if (after !== null && !Number.isInteger(after)) throw new InvalidCursorError();
  const rows = await queryRows<CommentVersionView>(
    em,
    `SELECT version, body AS text, mentions, written_at AS "writtenAt" FROM task_comment_versions
     WHERE tenant_id = $1 AND comment_id = $2 AND ($3::integer IS NULL OR version < $3)
     ORDER BY version DESC LIMIT $4`,
    [tenantId, commentId, after, size + 1],
  );
  return toPage(rows, size, itself, ({ version }) => [version]);
}

function itself<T>(item: T): T {
  return item;
}

const COMMENTS = prepared(`
  SELECT page.* FROM unnest($2::uuid[]) AS wanted (task_id) CROSS JOIN LATERAL (
    SELECT ${COMMENT_COLUMNS} FROM task_comments c
    WHERE c.tenant_id = $1 AND c.task_id = wanted.task_id AND ($3::uuid IS NULL OR c.id < $3)
    ORDER BY c.id DESC LIMIT $4) page
  ORDER BY page.id DESC`);
