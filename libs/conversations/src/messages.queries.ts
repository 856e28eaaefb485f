import { decodeCursor, encodeCursor, InvalidCursorError, pageSize, queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { InvalidConversationFilterError } from './conversations.errors';
import { MESSAGE_COLUMNS, type MessageView } from './message-view';

/** The newest messages, those before a cursor, or those after one. */
export interface MessagePageRequest {
  /** How many messages, 1 to 100; default 20. */
  first?: number | null | undefined;
  before?: string | null | undefined;
  after?: string | null | undefined;
}

/** Some messages that follow each other, the newest last. */
export interface MessagePage {
  items: MessageView[];
  /** The cursor of each message, to pass as `before` or `after`. */
  cursors: string[];
  hasEarlier: boolean;
  hasLater: boolean;
}

/** One page of each conversation in one query; what it costs does not depend on where in a conversation it lies. */
export async function readMessages(
  em: EntityManager,
  ctx: TenantContext,
  conversationIds: readonly string[],
  request: MessagePageRequest,
): Promise<Map<string, MessagePage>> {
  const { first, before, after } = request;
  const size = pageSize({ first: first ?? undefined });
  if (before && after) throw new InvalidConversationFilterError('Give `before` or `after`, not both.');
  const cursor = before ?? after;
  const place = cursor ? placeOf(cursor, conversationIds) : null;
  const query = messagesQuery(ctx, conversationIds, { place, forward: Boolean(after), rows: size + 1 });
  const rows = await queryRows<MessageView>(em, query.sql, query.values);
  const found = new Map(conversationIds.map((id) => [id, [] as MessageView[]]));
  for (const row of rows) found.get(row.conversationId)?.push(row);
  return new Map([...found].map(([id, messages]) => [id, toMessagePage(messages, size, request)]));
}

/** The messages of each conversation from a place on, or before it; the nearest first. */
export function messagesQuery(
  { tenantId }: TenantContext,
  conversationIds: readonly string[],
  { place, forward, rows }: { place: number | null; forward: boolean; rows: number },
): { sql: string; values: unknown[] } {
  const [range, order] = forward ? ['m.number > $3', 'ASC'] : ['m.number < $3', 'DESC'];
  const sql = `
    SELECT page.* FROM unnest($2::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
       SELECT ${MESSAGE_COLUMNS} FROM messages m
       LEFT JOIN message_payloads p ON p.tenant_id = m.tenant_id AND p.message_id = m.id
       WHERE m.tenant_id = $1 AND m.conversation_id = wanted.id AND ${range}
       ORDER BY m.number ${order} LIMIT $4) page
    ORDER BY page.number ${order}`;
  return { sql, values: [tenantId, conversationIds, place ?? BEYOND, rows] };
}

/** Postgres' largest integer: it stands after the number of every message. */
const BEYOND = 2_147_483_647;

function toMessagePage(
  rows: readonly MessageView[],
  size: number,
  { before, after }: MessagePageRequest,
): MessagePage {
  const goesOn = rows.length > size;
  const kept = rows.slice(0, size);
  const items = after ? kept : kept.toReversed();
  return {
    items,
    cursors: items.map((message) => encodeCursor([message.conversationId, message.number])),
    hasEarlier: after ? true : goesOn,
    hasLater: after ? goesOn : Boolean(before),
  };
}

/** @throws InvalidCursorError for a cursor of another conversation */
function placeOf(cursor: string, conversationIds: readonly string[]): number {
  const [id, number] = decodeCursor(cursor, 2);
  const isOurs = conversationIds.length === 1 && conversationIds[0] === id;
  if (!isOurs || !isPlace(number)) throw new InvalidCursorError();
  return number;
}

function isPlace(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= BEYOND;
}
