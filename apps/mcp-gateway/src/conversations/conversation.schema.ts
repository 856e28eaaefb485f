import {
  CONVERSATION_CHANNELS,
  MESSAGE_ROLES,
  MOST_AT_ONCE,
  PARTICIPANT_ROLES,
} from '@orkestra/conversations';
import { z } from 'zod';
import { anyObject } from '../protocol/any-object.schema';
import { notice } from '../protocol/page.schema';

// Lengths are checked by the domain: every limit here is read by each model, and few need it.
const text = z.string();
const record = anyObject;

export const channel = z.enum(CONVERSATION_CHANNELS);
export const status = z.enum(['open', 'closed']);
export const conversationId = text.max(64);
const key = text.min(1).max(200);

export const newConversation = z.strictObject({
  idempotency_key: key.describe('The same key returns the same conversation.'),
  channel,
  title: text.optional(),
  participants: z
    .array(z.strictObject({ name: text, role: z.enum(PARTICIPANT_ROLES), address: text.optional() }))
    .optional(),
  metadata: record.optional(),
});

const tokens = z.number();
const newMessage = z.strictObject({
  role: z.enum(MESSAGE_ROLES),
  text: text.optional().describe('At most 32,000 characters.'),
  author: text.optional().describe('Who speaks.'),
  tool_calls: z.array(record).optional(),
  usage: z.strictObject({ input: tokens, output: tokens, model: text.optional() }).optional(),
});

export const newMessages = z.strictObject({
  conversation_id: conversationId,
  idempotency_key: key.describe('The same key appends once.'),
  messages: z.array(newMessage).min(1).max(MOST_AT_ONCE),
});

/** A conversation as lists show it. */
export const conversationSummary = z.object({
  conversation_id: text,
  channel: text,
  title: text.nullable(),
  status: text,
  message_count: z.number(),
  updated_at: text,
});

/** A conversation with the last of what was said; `ConversationPage` says what is in it. */
export const conversationPage = z.object({
  conversation: record,
  messages: z.array(record),
  before: text.nullable(),
  truncated: z.boolean(),
  notice,
});
