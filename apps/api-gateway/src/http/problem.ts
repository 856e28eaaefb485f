import { HttpException } from '@nestjs/common';
import { currentCorrelationId, DomainError, type ErrorDetails, type ErrorKind } from '@orkestra/core';
import { BodyError } from './body-error';

/** RFC 9457, with the domain's code. */
export interface Problem {
  type: 'about:blank';
  title: string;
  status: number;
  detail: string;
  code: string;
  details?: ErrorDetails;
  correlationId: string;
}

const STATUS: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limited: 429,
  unavailable: 503,
};

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthenticated',
  403: 'Forbidden',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Invalid',
  429: 'Too many requests',
  503: 'Unavailable',
};

/** What a caller is told; undefined for an error that nobody foresaw. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof DomainError) {
    return problem(STATUS[error.kind], error.code, error.message, error.details);
  }
  if (error instanceof HttpException && error.getStatus() < 500) {
    const code = error instanceof BodyError ? error.code : 'http.error';
    return problem(error.getStatus(), code, error.message);
  }
  return undefined;
}

export function internalProblem(): Problem {
  return problem(500, 'internal', 'Internal error');
}

function problem(status: number, code: string, detail: string, details: ErrorDetails = {}): Problem {
  return {
    type: 'about:blank',
    title: TITLES[status] ?? 'Error',
    status,
    detail,
    code,
    ...(Object.keys(details).length === 0 ? {} : { details }),
    correlationId: currentCorrelationId(),
  };
}
