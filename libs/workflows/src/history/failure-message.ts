import type { temporal } from '@temporalio/proto';

const DEEPEST = 3;

/** What went wrong, from the outside in; without stack traces or details. */
export function messageOf(failure: temporal.api.failure.v1.IFailure | null | undefined): string | null {
  const messages: string[] = [];
  for (let cause = failure; cause != null && messages.length < DEEPEST; cause = cause.cause) {
    if (cause.message && !messages.includes(cause.message)) messages.push(cause.message);
  }
  return messages.length === 0 ? null : messages.join(': ');
}
