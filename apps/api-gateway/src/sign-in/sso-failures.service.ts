import { Injectable } from '@nestjs/common';
import { currentCorrelationId, DomainError, Logger } from '@orkestra/core';
import type { Response } from 'express';

/** A browser on its way gets a page, whatever happens: the sign-in page says what went wrong. */
@Injectable()
export class SsoFailures {
  private readonly logger: Logger;

  constructor(logger: Logger) {
    this.logger = logger.child('sso');
  }

  /** Sends the browser where `work` says, or to the sign-in page with the code of the error. */
  async toSignIn(response: Response, work: () => Promise<string>): Promise<void> {
    response.setHeader('cache-control', 'no-store');
    response.redirect(303, await work().catch((error: unknown) => this.pageOf(error)));
  }

  /** The code alone: a text in an address could be anybody's. */
  private pageOf(error: unknown): string {
    const isKnown = error instanceof DomainError;
    if (!isKnown) this.logger.failure({ err: error }, 'A sign-in by a directory failed');
    const query = { sso_error: isKnown ? error.code : 'internal', ref: currentCorrelationId() };
    return `/sign-in?${new URLSearchParams(query).toString()}`;
  }
}
