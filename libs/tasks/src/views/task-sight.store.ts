import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { TaskView } from '../task/task-view';
import { shownDigest, type ShownParts } from './shown-digest';

/** When somebody saw a task, and what they were shown last. */
export interface TaskSight {
  userId: string;
  firstSeenAt: Date;
  lastSeenAt: Date;
  /** Of the task, as it was shown last. */
  revision: number;
  /** Hexadecimal. */
  shownDigest: string;
}

export const SIGHT_COLUMNS = `user_id AS "userId", first_seen_at AS "firstSeenAt", last_seen_at AS "lastSeenAt",
  revision, encode(shown_digest, 'hex') AS "shownDigest"`;

/** What the task shows now. */
export async function readShown(
  em: EntityManager,
  { tenantId, id, title, description }: TaskView,
): Promise<Buffer> {
  const [row] = await queryRows<Omit<ShownParts, 'title' | 'description'>>(
    em,
    `SELECT max(encode(digest, 'hex')) FILTER (WHERE kind = 'form') AS form,
            max(encode(digest, 'hex')) FILTER (WHERE kind = 'context') AS context,
            max(encode(digest, 'hex')) FILTER (WHERE kind = 'approval') AS approval,
            (SELECT encode(q.digest, 'hex') FROM tool_requests q WHERE q.tenant_id = $1 AND q.task_id = $2) AS "toolCalls"
     FROM task_payloads WHERE tenant_id = $1 AND task_id = $2 AND kind IN ('form', 'context', 'approval')`,
    [tenantId, id],
  );
  if (row === undefined) throw new Error(`Task ${id} shows nothing`);
  return shownDigest({ title, description, ...row });
}

/** Writes that somebody sees the task; the first time stays. */
export async function recordSight(
  em: EntityManager,
  { tenantId, id, revision }: TaskView,
  userId: string,
  at: Date,
  shown: Buffer,
): Promise<TaskSight> {
  const rows = await queryRows<TaskSight>(
    em,
    `INSERT INTO task_views (tenant_id, task_id, user_id, first_seen_at, last_seen_at, revision, shown_digest)
     VALUES ($1, $2, $3, $4, $4, $5, $6)
     ON CONFLICT (tenant_id, task_id, user_id) DO UPDATE
       SET last_seen_at = excluded.last_seen_at, revision = excluded.revision, shown_digest = excluded.shown_digest
     RETURNING ${SIGHT_COLUMNS}`,
    [tenantId, id, userId, at, revision, shown],
  );
  return rows[0] as TaskSight;
}
