import { jsonObject, oneLineText, unstorable } from '@orkestra/core';
import { isAdminRole, type TenantContext } from '@orkestra/tenancy';
import { z } from 'zod';
import { InvalidMessagesError, RoleForbiddenError } from './conversations.errors';
import { MESSAGE_ROLES } from './message-view';
import { jsonUpTo, toFieldErrors } from './schema-fields';

/** Characters in the text of one message. */
export const LONGEST_TEXT = 32_000;
/** Messages in one append. */
export const MOST_AT_ONCE = 50;
const LARGEST_TOOL_CALLS = 16 * 1024;
const LARGEST_APPEND = 512 * 1024;

const tokens = z.number().int().min(0).max(100_000_000);
const toolCalls = z.array(jsonObject).max(50);

const messageSpec = z
  .strictObject({
    role: z.enum(MESSAGE_ROLES),
    author: oneLineText(200).nullish(),
    text: z
      .string()
      .refine(fits, `must not have more than ${LONGEST_TEXT} characters`)
      .nullish()
      .transform((text) => text ?? ''),
    toolCalls: jsonUpTo(toolCalls, LARGEST_TOOL_CALLS, '16 KiB').nullish(),
    usage: z
      .strictObject({ input: tokens, output: tokens, model: z.string().trim().min(1).max(200).nullish() })
      .nullish(),
  })
  .refine(({ text, toolCalls: calls }) => text.trim() !== '' || calls?.length, {
    path: ['text'],
    message: 'must not be empty, unless there are tool calls',
  });

const messageSpecs = jsonUpTo(
  z.array(messageSpec).min(1, 'must hold a message').max(MOST_AT_ONCE),
  LARGEST_APPEND,
  '512 KiB. Append fewer messages at once',
);

/** What a caller says of a new message. */
export type MessageSpec = z.input<typeof messageSpec>;
export type CheckedMessageSpec = z.output<typeof messageSpec>;

/**
 * A person speaks as an operator and under their own name; programs and tenant admins record what others said as well.
 * @throws InvalidMessagesError with every wrong field by JSON pointer, RoleForbiddenError
 */
export function checkMessages({ principal }: TenantContext, messages: unknown): CheckedMessageSpec[] {
  const problem = unstorable(messages, '/messages');
  if (problem !== null) throw new InvalidMessagesError([problem]);
  const parsed = messageSpecs.safeParse(messages);
  if (!parsed.success) throw new InvalidMessagesError(toFieldErrors(parsed.error, '/messages'));
  if (principal.kind !== 'user' || isAdminRole(principal.role)) return parsed.data;
  if (parsed.data.some(({ role }) => role !== 'operator')) throw new RoleForbiddenError();
  return parsed.data.map((message) => ({ ...message, author: principal.displayName }));
}

/** Postgres counts characters; an emoji is one of them, and two units here. */
function fits(text: string): boolean {
  return text.length <= LONGEST_TEXT || Array.from(text).length <= LONGEST_TEXT;
}
