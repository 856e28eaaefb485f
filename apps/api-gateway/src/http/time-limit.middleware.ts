import type { RequestHandler } from 'express';
import { RequestTimeoutError } from './request.errors';

/** Answers in place of a handler that takes longer than `ms`. */
export function limitTime(ms: number): RequestHandler {
  return (_request, response, next) => {
    const timer = setTimeout(() => {
      if (!response.headersSent) next(new RequestTimeoutError());
    }, ms);
    response.once('close', () => clearTimeout(timer));
    next();
  };
}
