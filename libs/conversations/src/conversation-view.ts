import type { Principal } from '@orkestra/tenancy';

export const CONVERSATION_CHANNELS = ['chat', 'email', 'voice', 'sms', 'web', 'other'] as const;
export const PARTICIPANT_ROLES = ['user', 'assistant', 'operator', 'system'] as const;

export type ConversationChannel = (typeof CONVERSATION_CHANNELS)[number];
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];
export type ConversationStatus = 'open' | 'closed';

/** Whoever did something, by the name they had then. */
export type ConversationActor = Pick<Principal, 'kind' | 'id' | 'displayName'>;

export interface Participant {
  name: string;
  role: ParticipantRole;
  /** An e-mail address, a phone number, a handle: whatever the channel knows them by. */
  address: string | null;
}

/** A conversation as the use cases return it; its messages are read apart. */
export interface ConversationView {
  id: string;
  channel: ConversationChannel;
  title: string | null;
  status: ConversationStatus;
  participants: Participant[];
  metadata: Record<string, unknown>;
  createdBy: ConversationActor;
  messageCount: number;
  /** Tokens of all messages together. */
  inputTokens: number;
  outputTokens: number;
  /** One more with each append, and with the closing. */
  revision: number;
  createdAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
}

/** Of `conversations c`. Sums are text in Postgres' protocol unless they are cast. */
export const CONVERSATION_COLUMNS = `
  c.id, c.channel, c.title, c.status, c.participants, c.metadata, c.message_count AS "messageCount",
  c.input_tokens::float8 AS "inputTokens", c.output_tokens::float8 AS "outputTokens", c.revision,
  c.created_at AS "createdAt", c.updated_at AS "updatedAt", c.closed_at AS "closedAt",
  json_build_object('kind', c.created_by_kind, 'id', c.created_by_id, 'displayName', c.created_by_name)
    AS "createdBy"`;
