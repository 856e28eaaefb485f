import { RequestTimeoutError, runUntilGivenUp } from '@orkestra/core';
import type { Request, RequestHandler } from 'express';

/**
 * Answers in place of a handler that takes longer than `msFor` gives the request; the handler then takes no further connection
 * to the database.
 */
export function limitTime(msFor: (request: Request) => number): RequestHandler {
  return (request, response, next) => {
    const givenUp = new AbortController();
    const timer = setTimeout(() => {
      if (response.writableEnded) return;
      givenUp.abort();
      if (!response.headersSent) next(new RequestTimeoutError());
    }, msFor(request));
    response.once('close', () => clearTimeout(timer));
    runUntilGivenUp(givenUp.signal, () => next());
  };
}
