import { isUuid, NUL_MESSAGE, queryRows } from '@orkestra/core';
import { UnknownUserError } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { type Actor, maySee } from '../task/task-roles';
import type { TaskView } from '../task/task-view';
import { InvalidCommentError, MentionCannotSeeTaskError } from './comments.errors';

/** Characters of a comment. */
export const LONGEST_COMMENT = 10_000;
const MOST_MENTIONS = 50;

/** @throws InvalidCommentError unless it is a text of 1 to 10,000 characters */
export function checkText(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new InvalidCommentError('/text', 'The comment is empty. Write something.');
  if (trimmed.includes('\0')) throw new InvalidCommentError('/text', NUL_MESSAGE);
  // The limit counts characters, as Postgres does: an emoji is one character, and two units of a JavaScript string.
  const length = trimmed.length <= LONGEST_COMMENT ? trimmed.length : Array.from(trimmed).length;
  if (length <= LONGEST_COMMENT) return trimmed;
  const message = `The comment has ${length} characters; at most ${LONGEST_COMMENT} are possible. Attach a file instead.`;
  throw new InvalidCommentError('/text', message);
}

/** The ids once each. @throws InvalidCommentError when there are too many */
export function distinctMentions(mentions: readonly string[]): string[] {
  const ids = [...new Set(mentions.map((id) => id.toLowerCase()))];
  if (ids.length <= MOST_MENTIONS) return ids;
  throw new InvalidCommentError('/mentions', `A comment mentions at most ${MOST_MENTIONS} people.`);
}

/**
 * Checks in one query that everybody mentioned is there and may see the task.
 * @throws UnknownUserError, MentionCannotSeeTaskError
 */
export async function checkMentions(
  em: EntityManager,
  task: TaskView,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const users = await queryRows<Mentioned>(
    em,
    `SELECT u.id, u.display_name AS "displayName", u.role, 'user' AS kind,
            coalesce(json_agg(json_build_object('id', m.group_id, 'role', m.role)) FILTER (WHERE m.user_id IS NOT NULL),
                     '[]') AS groups
     FROM users u LEFT JOIN group_members m ON m.tenant_id = u.tenant_id AND m.user_id = u.id
     WHERE u.tenant_id = $1 AND u.id = ANY($2::uuid[]) AND u.active GROUP BY u.tenant_id, u.id`,
    [task.tenantId, ids.filter(isUuid)],
  );
  const known = new Set(users.map(({ id }) => id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw new UnknownUserError(unknown);
  const blind = users.filter((user) => !maySee(task, user));
  if (blind.length === 0) return;
  throw new MentionCannotSeeTaskError(blind.map(({ id, displayName }) => ({ id, displayName })));
}

type Mentioned = Actor & { displayName: string };
