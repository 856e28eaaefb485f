import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Config } from '@orkestra/core';
import { AuthService, type SignedIn } from '@orkestra/tenancy';
import type { CookieOptions, Request, Response } from 'express';
import { authenticate } from '../auth/authenticate';
import { Public } from '../auth/public.decorator';
import { SESSION_COOKIE, sessionCookieOptions, sessionToken } from '../auth/session-cookie';
import { ViewerService } from '../viewer/viewer.service';
import type { Viewer } from '../viewer/viewer.type';
import { SignInInput } from './sign-in.input';

@Controller('api/v1/auth')
export class SignInController {
  private readonly cookie: CookieOptions;

  constructor(
    config: Config,
    private readonly auth: AuthService,
    private readonly viewers: ViewerService,
  ) {
    this.cookie = sessionCookieOptions(config.PUBLIC_URL);
  }

  /** Sets the session cookie and answers who is signed in. */
  @Public()
  @Post('sign-in')
  @HttpCode(200)
  async signIn(
    @Body() _input: SignInInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Viewer> {
    const { token, expiresAt, ctx } = await authenticate<SignedIn>(['password'], request);
    response.cookie(SESSION_COOKIE, token, { ...this.cookie, expires: expiresAt });
    return this.viewers.describe(ctx);
  }

  /** Ends the session and every live connection that it opened. */
  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = sessionToken(request);
    if (token !== undefined) await this.auth.signOut(token);
    response.clearCookie(SESSION_COOKIE, this.cookie);
  }
}
