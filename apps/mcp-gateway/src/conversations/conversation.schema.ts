import {
  CONVERSATION_CHANNELS,
  MESSAGE_ROLES,
  MOST_AT_ONCE,
  PARTICIPANT_ROLES,
} from '@orkestra/conversations';
import { z } from 'zod';
import { idempotencyKey, notice } from '../server/page.schema';

const json = z.unknown();
const record = z.record(z.string(), json);

export const channel = z.enum(CONVERSATION_CHANNELS);
export const status = z.enum(['open', 'closed']);
export const conversationId = z.string().min(1).max(64);

export const newConversation = z.strictObject({
  idempotency_key: idempotencyKey.describe(
    'The same key with the same content returns the same conversation.',
  ),
  channel,
  title: z.string().min(1).max(500).optional(),
  participants: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(200),
        role: z.enum(PARTICIPANT_ROLES),
        address: z.string().max(320).optional(),
      }),
    )
    .max(50)
    .optional(),
  metadata: record.optional(),
});

const newMessage = z.strictObject({
  role: z.enum(MESSAGE_ROLES),
  text: z.string().optional().describe('At most 32,000 characters.'),
  author: z.string().min(1).max(200).optional().describe('Name of who speaks.'),
  tool_calls: z.array(record).max(50).optional(),
  usage: z
    .strictObject({
      input: z.number().int().min(0),
      output: z.number().int().min(0),
      model: z.string().max(200).optional(),
    })
    .optional()
    .describe('Tokens that it took.'),
});

export const newMessages = z.strictObject({
  conversation_id: conversationId,
  idempotency_key: idempotencyKey.describe('The same key with the same messages appends them once.'),
  messages: z.array(newMessage).min(1).max(MOST_AT_ONCE),
});

/** A conversation as lists show it. */
export const conversationSummary = z.object({
  conversation_id: z.string(),
  channel: z.string(),
  title: z.string().nullable(),
  status: z.string(),
  message_count: z.number(),
  updated_at: z.string(),
});

/** A conversation with the last of what was said. */
export const conversationPage = z.object({
  conversation: conversationSummary.extend({
    participants: json,
    metadata: json,
    input_tokens: z.number(),
    output_tokens: z.number(),
    created_at: z.string(),
  }),
  messages: z.array(
    z.object({
      number: z.number(),
      role: z.string(),
      author: z.string().nullable(),
      text: z.string().nullable(),
      tool_calls: json,
      created_at: z.string(),
    }),
  ),
  before: z.string().nullable().describe('`before` for earlier messages; null at the start.'),
  truncated: z.boolean().describe('Whether long texts were cut.'),
  notice,
});
