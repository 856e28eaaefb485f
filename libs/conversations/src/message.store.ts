import { digest, queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { MESSAGE_COLUMNS, type MessageView } from './message-view';
import type { CheckedMessageSpec } from './message.schema';

/** A message that has its place. */
export interface NewMessage extends CheckedMessageSpec {
  id: string;
  number: number;
}

/** Inserts messages with what they say, each kind of row in one statement. */
export async function insertMessages(
  em: EntityManager,
  { tenantId, principal }: TenantContext,
  conversationId: string,
  messages: readonly NewMessage[],
  at: Date,
): Promise<void> {
  const rows = messages.map(({ id, number, role, author, usage }) => ({
    id,
    number,
    role,
    author: author ?? null,
    input_tokens: usage?.input ?? null,
    output_tokens: usage?.output ?? null,
    model: usage?.model ?? null,
  }));
  await em.query(
    `INSERT INTO messages (tenant_id, conversation_id, recorded_by_kind, recorded_by_id, recorded_by_name, created_at,
       id, number, role, author, input_tokens, output_tokens, model)
     SELECT $1, $2, $3, $4, $5, $6, r.* FROM jsonb_to_recordset($7::jsonb) AS r
       (id uuid, number integer, role text, author text, input_tokens integer, output_tokens integer, model text)`,
    [tenantId, conversationId, principal.kind, principal.id, principal.displayName, at, JSON.stringify(rows)],
  );
  const payloads = messages.map(({ id, text, toolCalls }) => {
    const body = toolCalls?.length ? { text, toolCalls } : { text };
    return { id, body, digest: digest(body).toString('hex') };
  });
  await em.query(
    `INSERT INTO message_payloads (tenant_id, message_id, body, digest, created_at)
     SELECT $1, r.id, r.body, decode(r.digest, 'hex'), $2
     FROM jsonb_to_recordset($3::jsonb) AS r (id uuid, body jsonb, digest text)`,
    [tenantId, at, JSON.stringify(payloads)],
  );
}

/** Messages from a number to another, both included, the oldest first. */
export async function messagesBetween(
  em: EntityManager,
  { tenantId }: TenantContext,
  conversationId: string,
  [first, last]: readonly [number, number],
): Promise<MessageView[]> {
  return queryRows<MessageView>(
    em,
    `SELECT ${MESSAGE_COLUMNS} FROM messages m
     LEFT JOIN message_payloads p ON p.tenant_id = m.tenant_id AND p.message_id = m.id
     WHERE m.tenant_id = $1 AND m.conversation_id = $2 AND m.number BETWEEN $3 AND $4 ORDER BY m.number`,
    [tenantId, conversationId, first, last],
  );
}

export interface AppendKey {
  conversationId: string;
  operationId: string;
}

/** What the principal's operation appended before. */
export async function appendOf(
  em: EntityManager,
  { tenantId, principal }: TenantContext,
  { conversationId, operationId }: AppendKey,
): Promise<{ request: Buffer; first: number; last: number } | undefined> {
  const [row] = await queryRows<{ request: Buffer; first: number; last: number }>(
    em,
    `SELECT request_digest AS request, first_number AS first, last_number AS last FROM message_appends
     WHERE tenant_id = $1 AND conversation_id = $2 AND principal_id = $3 AND operation_id = $4`,
    [tenantId, conversationId, principal.id, operationId],
  );
  return row;
}

export async function rememberAppend(
  em: EntityManager,
  { tenantId, principal }: TenantContext,
  { conversationId, operationId }: AppendKey,
  request: Buffer,
  messages: readonly NewMessage[],
  at: Date,
): Promise<void> {
  await em.query(
    `INSERT INTO message_appends (tenant_id, conversation_id, principal_id, operation_id, request_digest,
       first_number, last_number, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tenantId,
      conversationId,
      principal.id,
      operationId,
      request,
      messages[0]?.number,
      messages.at(-1)?.number,
      at,
    ],
  );
}
