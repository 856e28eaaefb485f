import type { Request, RequestHandler } from 'express';
import { RequestTimeoutError } from './request.errors';

/** Answers in place of a handler that takes longer than `msFor` gives the request. */
export function limitTime(msFor: (request: Request) => number): RequestHandler {
  return (request, response, next) => {
    const timer = setTimeout(() => {
      if (!response.headersSent) next(new RequestTimeoutError());
    }, msFor(request));
    response.once('close', () => clearTimeout(timer));
    next();
  };
}
