import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import { DomainError, Logger } from '@orkestra/core';
import type { Request, Response } from 'express';
import { ProblemFilter } from '../../http/problem.filter';
import { internalScimError, scimErrorOf } from './scim-error';
import { isScim } from './scim.middleware';

const RETRY_AFTER_SECONDS = 5;

/** Answers errors under `/scim` as SCIM does, and leaves all others to `ProblemFilter`. */
@Catch()
export class ScimErrorFilter extends ProblemFilter implements ExceptionFilter {
  private readonly scimLogger: Logger;

  constructor(logger: Logger) {
    super(logger);
    this.scimLogger = logger.child('scim');
  }

  override catch(error: unknown, host: ArgumentsHost): unknown {
    const isOurs =
      host.getType<GqlContextType>() === 'http' && isScim(host.switchToHttp().getRequest<Request>());
    if (!isOurs) return super.catch(error, host);
    const response = host.switchToHttp().getResponse<Response>();
    const body = scimErrorOf(error) ?? internalScimError();
    if (body.status === '500' || body.status === '503')
      this.scimLogger.failure({ err: error }, 'A request failed');
    if (response.headersSent) return undefined;
    if (body.status === '401') response.setHeader('www-authenticate', 'Bearer realm="scim"');
    if (body.status === '429' || body.status === '503') {
      const wait = error instanceof DomainError ? error.details['retryAfter'] : undefined;
      response.setHeader('retry-after', Number(wait ?? RETRY_AFTER_SECONDS));
    }
    response.status(Number(body.status)).type('application/scim+json').send(JSON.stringify(body));
    return undefined;
  }
}
