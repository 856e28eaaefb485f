import {
  currentCorrelationId,
  DomainError,
  type ErrorDetails,
  type ErrorKind,
  type FieldError,
} from '@orkestra/core';
import type { CallToolResult } from '@modelcontextprotocol/server';
import { asData, limitText } from './foreign-text';

const LONGEST_CAUSE = 2_000;
const MOST_FIELDS = 20;

/** How an agent sees each kind of error: a code, and what it can do about it. */
const EDGE: Record<ErrorKind, { code: string; next: (details: ErrorDetails) => string }> = {
  invalid: { code: 'BAD_USER_INPUT', next: () => 'Correct what is named above and call again.' },
  unauthenticated: { code: 'UNAUTHENTICATED', next: () => 'Ask for a valid API key; this one is refused.' },
  forbidden: {
    code: 'FORBIDDEN',
    next: () => 'Do without it, or ask an administrator for a key that may. Calling again will not help.',
  },
  not_found: { code: 'NOT_FOUND', next: () => 'Check the id. Lists show only what this key may see.' },
  conflict: {
    code: 'CONFLICT',
    next: () => 'Read the current state. For another content use another idempotency_key.',
  },
  limited: { code: 'RATE_LIMITED', next: ({ retryAfter }) => `Call again in ${seconds(retryAfter)}.` },
  unavailable: {
    code: 'UNAVAILABLE',
    next: () => 'Call again in a few seconds with the same arguments; nothing is done twice.',
  },
};

/** Structured content, and the same as text for clients that show only that: data, marked, and what we advise. */
export function toolSuccess(structuredContent: Record<string, unknown>): CallToolResult {
  const { notice: _, next_action: next, ...data } = structuredContent;
  const advice = typeof next === 'string' ? `\nNext: ${next}` : '';
  return { structuredContent, content: [{ type: 'text', text: `${asData(data)}${advice}` }] };
}

/** `CODE: cause`, then `Next: what to do`. Never the text of an exception that is not ours. */
export function toolFailure(error: unknown): CallToolResult {
  if (!(error instanceof DomainError)) return internalError();
  const { code, next } = EDGE[error.kind];
  return failure(code, `${error.message}${fieldLines(error)}`, next(error.details), error.code);
}

function internalError(): CallToolResult {
  const next = `Call again later. If it stays, give an administrator this id: ${currentCorrelationId()}`;
  return failure('INTERNAL', 'Internal error', next, 'internal');
}

function failure(code: string, cause: string, next: string, domainCode: string): CallToolResult {
  const text = `${code}: ${limitText(cause, LONGEST_CAUSE)}\nNext: ${next}`;
  return { isError: true, content: [{ type: 'text', text }], _meta: { 'orkestra/code': domainCode } };
}

/** The wrong fields that the message does not name already. */
function fieldLines({ message: cause, details: { fields } }: DomainError): string {
  if (!Array.isArray(fields)) return '';
  const lines = (fields as FieldError[]).map(({ pointer, message }) => `${pointer || '/'}: ${message}`);
  return lines
    .filter((line) => !cause.includes(line))
    .slice(0, MOST_FIELDS)
    .map((line) => `\n  ${line}`)
    .join('');
}

function seconds(wait: unknown): string {
  return typeof wait === 'number' ? `${Math.ceil(wait)} seconds` : 'a few seconds';
}
