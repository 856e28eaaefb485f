import { HttpException } from '@nestjs/common';
import { DEEPEST_NESTING, isTooDeep } from '@orkestra/core';
import type { ErrorRequestHandler, RequestHandler } from 'express';

/** A body that cannot be taken; Nest alone would keep only the parser's bare message. */
export class BodyError extends HttpException {
  constructor(
    status: number,
    readonly code: string,
    message: string,
  ) {
    super(message, status);
  }
}

/** Puts the body parser's errors (`http-errors`) into words; goes right behind the parser. */
export const explainBodyErrors: ErrorRequestHandler = (error: unknown, _request, _response, next) => {
  next(bodyError(error) ?? error);
};

/** Right behind the parser too: what comes after it reads a body by recursion. */
export const refuseDeepBodies: RequestHandler = (request, _response, next) => {
  const inQuery: unknown = request.query['variables'];
  next(isTooDeep(request.body) || isTooDeep(parsed(inQuery)) ? new DeepBodyError() : undefined);
};

class DeepBodyError extends BodyError {
  constructor() {
    const message = `The JSON is nested more than ${DEEPEST_NESTING} levels deep. Send it flatter, or as text.`;
    super(400, 'request.too_deep', message);
  }
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

function bodyError(error: unknown): BodyError | undefined {
  const { type, status, limit } = error as { type?: string; status?: number; limit?: number };
  if (type === 'entity.too.large') {
    const message = `The body is larger than ${limit} bytes. Send less in one request.`;
    return new BodyError(413, 'request.too_large', message);
  }
  if (type === 'entity.parse.failed') {
    return new BodyError(400, 'request.not_json', 'The body is not valid JSON.');
  }
  const isParserError = type !== undefined && status !== undefined && status >= 400 && status < 500;
  return isParserError ? new BodyError(status, 'request.unreadable', 'The body cannot be read.') : undefined;
}
