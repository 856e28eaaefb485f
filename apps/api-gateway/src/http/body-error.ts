import { HttpException } from '@nestjs/common';
import type { ErrorRequestHandler } from 'express';

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
