import {
  decodeCursor,
  encodeCursor,
  InvalidCursorError,
  isUuid,
  type Page,
  type PageRequest,
  pageSize,
  queryRows,
  unstorable,
  uuidsStartingWith,
} from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import {
  type ConversationAccess,
  type ConversationReference,
  seesAll,
  visibleOf,
} from './conversation-access.service';
import type { ConversationChannel, ConversationStatus, ConversationView } from './conversation-view';
import { findConversations } from './conversation.store';
import { InvalidConversationFilterError } from './conversations.errors';

export interface ConversationFilter {
  channel?: ConversationChannel | null | undefined;
  status?: ConversationStatus | null | undefined;
  /** A part of the title, in capital or small letters. */
  title?: string | null | undefined;
}

interface Read extends ConversationReference {
  fits: boolean;
}

/** Conversations that a page may look through for those with a title, or that a person may see. */
const LOOKED_THROUGH = [200, 1_000, 1_000];
const LONGEST_TITLE_PART = 200;

/**
 * The newest first. What no index picks out is looked for in a bounded number of conversations: a page can be short,
 * or empty, and yet not the last.
 */
export async function listConversations(
  em: EntityManager,
  ctx: TenantContext,
  access: ConversationAccess,
  filter: ConversationFilter,
  request: PageRequest,
): Promise<Page<ConversationView>> {
  const size = pageSize(request);
  const found: string[] = [];
  let last = cursorOf(request.after);
  let isEnd = false;
  for (const most of seesAll(ctx) && filter.title == null ? [size + 1] : LOOKED_THROUGH) {
    const { sql, values } = referencesQuery(ctx, filter, last, most);
    const rows = await queryRows<Read>(em, sql, values);
    const fitting = rows.filter(({ fits }) => fits);
    found.push(...(await visibleOf(em, ctx, access, fitting)).map(({ id }) => id));
    last = rows.at(-1)?.id ?? last;
    isEnd = rows.length < most;
    if (isEnd || found.length > size) break;
  }
  const items = await findConversations(em, ctx, found.slice(0, size));
  const cursors = items.map(({ id }) => encodeCursor([id]));
  const isFull = found.length > size;
  const endCursor = isFull || isEnd || last === null ? (cursors.at(-1) ?? null) : encodeCursor([last]);
  return { items, cursors, endCursor, hasNextPage: isFull || !isEnd };
}

/** Ids that begin so, of conversations that the principal may see, the newest first, by one index scan. */
export async function findConversationIds(
  em: EntityManager,
  ctx: TenantContext,
  access: ConversationAccess,
  prefix: string,
  limit: number,
): Promise<string[]> {
  const range = uuidsStartingWith(prefix);
  if (range === null) return [];
  const rows = await queryRows<ConversationReference>(em, CONVERSATIONS_BETWEEN, [
    ctx.tenantId,
    ...range,
    limit,
  ]);
  return (await visibleOf(em, ctx, access, rows)).map(({ id }) => id);
}

export const CONVERSATIONS_BETWEEN = `
  SELECT c.id, json_build_object('kind', c.created_by_kind, 'id', c.created_by_id) AS "createdBy"
  FROM conversations c
  WHERE c.tenant_id = $1 AND c.id >= $2::uuid AND c.id <= $3::uuid ORDER BY c.id DESC LIMIT $4`;

/** @throws InvalidConversationFilterError that says what to change */
export function checkConversationFilter({ title }: ConversationFilter): void {
  if (title == null) return;
  const problem =
    title.trim() === ''
      ? '`title` is empty. Give a part of the title, or leave it out.'
      : title.length > LONGEST_TITLE_PART
        ? `\`title\` is longer than ${LONGEST_TITLE_PART} characters. Shorten it.`
        : (unstorable(title)?.message ?? null);
  if (problem !== null) throw new InvalidConversationFilterError(problem);
}

/** The query of a list: through an index that has all conditions but the title's, in its order. */
export function referencesQuery(
  { tenantId }: TenantContext,
  { channel, status, title }: ConversationFilter,
  after: string | null,
  most: number,
): { sql: string; values: unknown[] } {
  const values: unknown[] = [tenantId, most];
  const add = (value: unknown) => `$${values.push(value)}`;
  const where = [
    'c.tenant_id = $1',
    ...(channel == null ? [] : [`c.channel = ${add(channel)}::text`]),
    ...(status == null ? [] : [`c.status = ${add(status)}::text`]),
    ...(after === null ? [] : [`c.id < ${add(after)}::uuid`]),
  ];
  const fits =
    title == null
      ? 'true'
      : `coalesce(strpos(lower(normalize(c.title, NFKC)), lower(${add(title.normalize('NFKC').trim())}::text)) > 0, false)`;
  const sql = `
    SELECT c.id, json_build_object('kind', c.created_by_kind, 'id', c.created_by_id) AS "createdBy", ${fits} AS fits
    FROM conversations c WHERE ${where.join(' AND ')} ORDER BY c.id DESC LIMIT $2`;
  return { sql, values };
}

function cursorOf(after: string | null | undefined): string | null {
  if (!after) return null;
  const [id] = decodeCursor(after, 1);
  if (!isUuid(id)) throw new InvalidCursorError();
  return id;
}
