import { jsonObject, oneLineText, unstorable } from '@orkestra/core';
import { z } from 'zod';
import { CONVERSATION_CHANNELS, PARTICIPANT_ROLES } from './conversation-view';
import { InvalidConversationError } from './conversations.errors';
import { jsonUpTo, toFieldErrors } from './schema-fields';

const LARGEST_METADATA = 16 * 1024;

const participant = z.strictObject({
  name: oneLineText(200),
  role: z.enum(PARTICIPANT_ROLES),
  address: z.string().trim().min(1, 'must not be empty').max(320).nullish(),
});

const conversationSpec = z.strictObject({
  channel: z.enum(CONVERSATION_CHANNELS),
  title: oneLineText(500).nullish(),
  participants: z.array(participant).max(50).nullish(),
  /** Whatever the caller wants to find here again. */
  metadata: jsonUpTo(jsonObject, LARGEST_METADATA, '16 KiB').nullish(),
});

/** What a caller says of a new conversation. */
export type ConversationSpec = z.input<typeof conversationSpec>;
export type CheckedConversationSpec = z.output<typeof conversationSpec>;

/** @throws InvalidConversationError with every wrong field by JSON pointer */
export function checkConversationSpec(spec: unknown): CheckedConversationSpec {
  const problem = unstorable(spec);
  if (problem !== null) throw new InvalidConversationError([problem]);
  const parsed = conversationSpec.safeParse(spec);
  if (!parsed.success) throw new InvalidConversationError(toFieldErrors(parsed.error));
  return parsed.data;
}
