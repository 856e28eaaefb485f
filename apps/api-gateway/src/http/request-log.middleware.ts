import { currentCorrelationId, type Logger, runWithCorrelation } from '@orkestra/core';
import type { RequestHandler } from 'express';

/** One line a request: never its body, nor its query, where people put secrets. */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    const { method, path } = request;
    const log = () => {
      const ms = Math.round(performance.now() - start);
      const status = response.writableFinished ? response.statusCode : 'aborted';
      if (path.startsWith('/health/') || path === '/metrics')
        logger.debug({ method, path, status, ms }, 'Request');
      else logger.info({ method, path, status, ms }, 'Request');
    };
    const id = currentCorrelationId();
    response.once('close', () => runWithCorrelation(id, log));
    next();
  };
}
