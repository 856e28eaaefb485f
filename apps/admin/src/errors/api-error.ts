import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { type FieldError, fieldErrorsOf } from './field-errors';

/** What the API said went wrong, in one shape for every page. */
export interface ApiError {
  /** The kind, such as `CONFLICT`; `NETWORK` when there was no answer. */
  code: string;
  /** The domain's own code, such as `task.already_claimed`. */
  reason: string | null;
  message: string;
  fields: FieldError[];
  details: Record<string, unknown>;
  correlationId: string | null;
}

/** Reads any error that Apollo gives into an `ApiError`. */
export function readApiError(error: unknown): ApiError {
  if (CombinedGraphQLErrors.is(error)) return fromGraphQL(error);
  if (ServerError.is(error)) return fromStatus(error.statusCode);
  return bare('NETWORK', 'Orkestra can’t be reached. Check the connection, then try again.');
}

/** True when the session is missing or has ended. */
export function isUnauthenticated(error: unknown): boolean {
  return readApiError(error).code === 'UNAUTHENTICATED';
}

function fromGraphQL(error: CombinedGraphQLErrors): ApiError {
  const first = error.errors[0];
  const extensions = asRecord(first?.extensions);
  const details = asRecord(extensions.details);
  return {
    code: asText(extensions.code) ?? 'INTERNAL_SERVER_ERROR',
    reason: asText(extensions.reason),
    message: first?.message ?? 'Something went wrong.',
    fields: fieldErrorsOf(details),
    details,
    correlationId: asText(extensions.correlationId),
  };
}

function fromStatus(status: number): ApiError {
  if (status === 401) return bare('UNAUTHENTICATED', 'Your session has ended.');
  if (status === 429) return bare('RATE_LIMITED', 'Too many requests. Wait a moment, then try again.');
  if (status >= 502 && status <= 504)
    return bare('UNAVAILABLE', 'Orkestra is restarting. Try again in a moment.');
  return bare('INTERNAL_SERVER_ERROR', 'Something went wrong on the server. Try again.');
}

function bare(code: string, message: string): ApiError {
  return { code, reason: null, message, fields: [], details: {}, correlationId: null };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
