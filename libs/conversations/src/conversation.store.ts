import { queryRows } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { CONVERSATION_COLUMNS, type ConversationView } from './conversation-view';
import type { CheckedConversationSpec } from './conversation.schema';
import type { CheckedMessageSpec } from './message.schema';

export interface ConversationRow {
  id: string;
  requestKey: string;
  /** Of what was asked for, to know a repeated request by. */
  specDigest: Buffer;
  at: Date;
}

/** Undefined when the request key has made a conversation before. */
export async function insertConversation(
  em: EntityManager,
  { tenantId, principal }: TenantContext,
  { channel, title, participants, metadata }: CheckedConversationSpec,
  { id, requestKey, specDigest, at }: ConversationRow,
): Promise<ConversationView | undefined> {
  const people = (participants ?? []).map((person) => ({ ...person, address: person.address ?? null }));
  const [conversation] = await queryRows<ConversationView>(
    em,
    `INSERT INTO conversations AS c (tenant_id, created_by_kind, created_by_id, created_by_name, id, request_key,
       spec_digest, channel, title, participants, metadata, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)
     ON CONFLICT (tenant_id, request_key) DO NOTHING RETURNING ${CONVERSATION_COLUMNS}`,
    [
      tenantId,
      principal.kind,
      principal.id,
      principal.displayName,
      id,
      requestKey,
      specDigest,
      channel,
      title ?? null,
      JSON.stringify(people),
      JSON.stringify(metadata ?? {}),
      at,
    ],
  );
  return conversation;
}

/** The conversation that the same request has made; undefined when another content made it. */
export async function conversationOfRequest(
  em: EntityManager,
  { tenantId }: TenantContext,
  { requestKey, specDigest }: ConversationRow,
): Promise<ConversationView | undefined> {
  const [conversation] = await queryRows<ConversationView>(
    em,
    `SELECT ${CONVERSATION_COLUMNS} FROM conversations c
     WHERE c.tenant_id = $1 AND c.request_key = $2 AND c.spec_digest = $3`,
    [tenantId, requestKey, specDigest],
  );
  return conversation;
}

/** Newest first, whoever may see them. @param lock makes others wait who want to change them */
export async function findConversations(
  em: EntityManager,
  { tenantId }: TenantContext,
  ids: readonly string[],
  lock: '' | 'FOR UPDATE' = '',
): Promise<ConversationView[]> {
  return queryRows<ConversationView>(
    em,
    `SELECT ${CONVERSATION_COLUMNS} FROM conversations c
     WHERE c.tenant_id = $1 AND c.id = ANY($2::uuid[]) ORDER BY c.id DESC ${lock}`,
    [tenantId, ids],
  );
}

/** Counts messages that were appended while the row is locked. */
export async function countAppended(
  em: EntityManager,
  { tenantId }: TenantContext,
  id: string,
  messages: readonly CheckedMessageSpec[],
  at: Date,
): Promise<ConversationView> {
  const sum = (kind: 'input' | 'output') =>
    messages.reduce((total, { usage }) => total + (usage?.[kind] ?? 0), 0);
  const rows = await queryRows<ConversationView>(
    em,
    `UPDATE conversations c SET message_count = message_count + $3, input_tokens = input_tokens + $4,
       output_tokens = output_tokens + $5, revision = revision + 1, updated_at = $6
     WHERE c.tenant_id = $1 AND c.id = $2 RETURNING ${CONVERSATION_COLUMNS}`,
    [tenantId, id, messages.length, sum('input'), sum('output'), at],
  );
  return rows[0] as ConversationView;
}

/** Undefined when it is closed already. */
export async function closeRow(
  em: EntityManager,
  { tenantId }: TenantContext,
  id: string,
  at: Date,
): Promise<ConversationView | undefined> {
  const [conversation] = await queryRows<ConversationView>(
    em,
    `UPDATE conversations c SET status = 'closed', closed_at = $3, updated_at = $3, revision = revision + 1
     WHERE c.tenant_id = $1 AND c.id = $2 AND c.status = 'open' RETURNING ${CONVERSATION_COLUMNS}`,
    [tenantId, id, at],
  );
  return conversation;
}
