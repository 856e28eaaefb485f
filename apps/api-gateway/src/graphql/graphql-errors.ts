import { currentCorrelationId, DomainError, type ErrorKind, type Logger } from '@orkestra/core';
import { HeaderMap } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { problemOf } from '../http/problem';

const CODES: Record<ErrorKind, string> = {
  invalid: 'BAD_USER_INPUT',
  unauthenticated: 'UNAUTHENTICATED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  conflict: 'CONFLICT',
  limited: 'RATE_LIMITED',
  unavailable: 'UNAVAILABLE',
};

/** What a client did wrong before any of our code ran: syntax, validation, variables, request shape. */
const PROTOCOL_CODES: unknown[] = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
];

/**
 * What a client is told of an error. A domain error goes out with its code, GraphQL's own complaints as they
 * are, and everything else is logged and shown as "Internal error".
 */
export function toFormattedError(
  formatted: GraphQLFormattedError,
  error: unknown,
  logger: Logger,
): GraphQLFormattedError {
  const { message, locations, path } = formatted;
  const correlationId = currentCorrelationId();
  const cause = causeOf(error);
  if (cause instanceof DomainError) {
    const { kind, code: reason, details } = cause;
    if (kind === 'unavailable')
      logger.failure({ err: cause }, 'A GraphQL operation could not be carried out');
    const extensions = { code: CODES[kind], reason, details, correlationId };
    return { message: cause.message, locations, path, extensions };
  }
  const code = formatted.extensions?.['code'];
  if (cause instanceof GraphQLError && (code === undefined || PROTOCOL_CODES.includes(code))) {
    return { message, locations, path, extensions: { code: code ?? 'BAD_USER_INPUT', correlationId } };
  }
  logger.error({ err: cause }, 'A GraphQL operation failed');
  const extensions = { code: 'INTERNAL_SERVER_ERROR', reason: 'internal', correlationId };
  return { message: 'Internal error', locations, path, extensions };
}

/** An error that ends a request before its operation runs, with the status that plain HTTP clients look at. */
export function refusal(cause: unknown): GraphQLError {
  const { status, details } = problemOf(cause) ?? { status: 500 };
  const wait = Number(details?.['retryAfter'] ?? 0);
  const headers = wait > 0 ? new HeaderMap([['retry-after', `${wait}`]]) : undefined;
  return new GraphQLError('Refused', {
    originalError: cause instanceof Error ? cause : null,
    extensions: { http: { status, ...(headers && { headers }) } },
  });
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}
