import type { FieldError } from '@orkestra/core';
import { InvalidMessagesError } from '@orkestra/conversations';

/** The domain's complaint about messages, in the names that the tool's arguments have. */
export function toNewMessagesError(error: unknown): unknown {
  if (!(error instanceof InvalidMessagesError)) return error;
  const fields = (error.details['fields'] as FieldError[]).map(({ pointer, message }) => ({
    pointer: pointer.replace(/\/toolCalls\b/, '/tool_calls').replace(/^\/operationId$/, '/idempotency_key'),
    message,
  }));
  return new InvalidMessagesError(fields);
}
