import type { ConversationActor } from './conversation-view';

export const MESSAGE_ROLES = ['user', 'assistant', 'system', 'tool', 'operator'] as const;

export type MessageRole = (typeof MESSAGE_ROLES)[number];

/** What a model took to write a message. */
export interface TokenUsage {
  input: number;
  output: number;
  model: string | null;
}

export interface MessageView {
  id: string;
  conversationId: string;
  /** 1 for the first message, one more for each that follows, without a gap. */
  number: number;
  role: MessageRole;
  /** Who speaks, as the channel names them. */
  author: string | null;
  /** Whoever put the message here; for a person the same as who speaks. */
  recordedBy: ConversationActor;
  /** Null once its payload is gone. */
  text: string | null;
  /** As the model made them, whatever its dialect. */
  toolCalls: Record<string, unknown>[];
  usage: TokenUsage | null;
  createdAt: Date;
}

/** Of `messages m LEFT JOIN message_payloads p`. */
export const MESSAGE_COLUMNS = `
  m.id, m.conversation_id AS "conversationId", m.number, m.role, m.author, m.created_at AS "createdAt",
  json_build_object('kind', m.recorded_by_kind, 'id', m.recorded_by_id, 'displayName', m.recorded_by_name)
    AS "recordedBy",
  p.body ->> 'text' AS text, coalesce(p.body -> 'toolCalls', '[]') AS "toolCalls",
  CASE WHEN m.input_tokens IS NOT NULL THEN
    json_build_object('input', m.input_tokens, 'output', m.output_tokens, 'model', m.model) END AS usage`;
