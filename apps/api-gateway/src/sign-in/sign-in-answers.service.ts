import { Injectable } from '@nestjs/common';
import { Config } from '@orkestra/core';
import { type SecondFactor, SecondFactorNeededError, type SignedIn } from '@orkestra/tenancy';
import type { CookieOptions, Response } from 'express';
import { SESSION_COOKIE, sessionCookieOptions } from '../auth/session-cookie';
import { ViewerService } from '../viewer/viewer.service';
import type { Viewer } from '../viewer/viewer.type';

/** Who is signed in, or what is asked for next. */
export type SignInAnswer =
  { signedIn: Viewer } | { next: 'second-factor'; ticket: string; factors: readonly SecondFactor[] };

@Injectable()
export class SignInAnswers {
  private readonly cookie: CookieOptions;

  constructor(
    config: Config,
    private readonly viewers: ViewerService,
  ) {
    this.cookie = sessionCookieOptions(config.PUBLIC_URL);
  }

  /** Sets the session cookie and says who is signed in, or asks for the second factor. */
  async answer(signingIn: Promise<SignedIn>, response: Response): Promise<SignInAnswer> {
    try {
      const signedIn = await signingIn;
      this.remember(signedIn, response);
      return { signedIn: await this.viewers.describe(signedIn.ctx) };
    } catch (error) {
      if (!(error instanceof SecondFactorNeededError)) throw error;
      return { next: 'second-factor', ticket: error.ticket, factors: error.factors };
    }
  }

  remember({ token, expiresAt }: SignedIn, response: Response): void {
    response.cookie(SESSION_COOKIE, token, { ...this.cookie, expires: expiresAt });
  }

  forget(response: Response): void {
    response.clearCookie(SESSION_COOKIE, this.cookie);
  }
}
