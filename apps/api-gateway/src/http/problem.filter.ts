import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import { Logger } from '@orkestra/core';
import type { Response } from 'express';
import { internalProblem, problemOf } from './problem';

const RETRY_AFTER_SECONDS = 5;

/** Answers every error outside GraphQL as problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger: Logger;

  constructor(logger: Logger) {
    this.logger = logger.child('http');
  }

  catch(error: unknown, host: ArgumentsHost): unknown {
    // GraphQL has its own mapping, which wants the error itself.
    if (host.getType<GqlContextType>() === 'graphql') return error;
    const response = host.switchToHttp().getResponse<Response>();
    const problem = problemOf(error) ?? internalProblem();
    if (problem.status >= 500) this.logger.failure({ err: error }, 'A request failed');
    if (response.headersSent) return undefined;
    if (problem.status === 429 || problem.status === 503) {
      response.setHeader('retry-after', Number(problem.details?.['retryAfter'] ?? RETRY_AFTER_SECONDS));
    }
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
    return undefined;
  }
}
