import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Config, plainAddress } from '@orkestra/core';
import {
  OidcLogout,
  RateLimits,
  type Return,
  type SignInDoor,
  SignInDoors,
  SingleSignOn,
  type TenantContext,
} from '@orkestra/tenancy';
import type { CookieOptions, Request, Response } from 'express';
import { authenticate } from '../auth/authenticate';
import { Ctx } from '../auth/ctx.decorator';
import { Public } from '../auth/public.decorator';
import { sessionCookieOptions, sessionToken } from '../auth/session-cookie';
import { SignInAnswers } from './sign-in-answers.service';
import { knownBrowser } from './sso-browser';
import { SsoFailures } from './sso-failures.service';
import { FindDoorsInput, StartSsoInput } from './sso-sign-in.input';

/** Sign-in by the directory of a workspace: the browser goes there and comes back. */
@Controller('api/v1/auth/sso')
export class SsoController {
  private readonly cookie: CookieOptions;

  constructor(
    private readonly sso: SingleSignOn,
    private readonly doors: SignInDoors,
    private readonly logout: OidcLogout,
    private readonly limits: RateLimits,
    private readonly answers: SignInAnswers,
    private readonly failures: SsoFailures,
    config: Config,
  ) {
    this.cookie = sessionCookieOptions(config.PUBLIC_URL);
  }

  /** The directories for an e-mail address or a workspace; the same whether there is such a person or not. */
  @Public()
  @Post('find')
  @HttpCode(200)
  async find(
    @Body() { email, tenant }: FindDoorsInput,
    @Req() request: Request,
  ): Promise<{ connections: SignInDoor[] }> {
    await this.limits.admitStranger('sign-in', plainAddress(request.ip));
    return { connections: await this.doors.find(email, tenant) };
  }

  @Public()
  @Get(':connectionId/start')
  async start(
    @Param('connectionId') connectionId: string,
    @Query() { returnTo, email }: StartSsoInput,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.failures.toSignIn(response, async () => {
      await this.limits.admitStranger('sign-in', plainAddress(request.ip));
      const browser = knownBrowser(request, response, this.cookie);
      const purpose = { kind: 'sign-in' } as const;
      return (await this.sso.depart({ connectionId, purpose, returnTo, browser, email })).href;
    });
  }

  @Public()
  @Get(':connectionId/callback')
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.failures.toSignIn(response, async () => {
      await this.limits.admitStranger('sign-in', plainAddress(request.ip));
      const { signedIn, returnTo } = await authenticate<Return>(['oidc'], request);
      if (signedIn !== undefined) this.answers.remember(signedIn, response);
      return returnTo;
    });
  }

  /** For an admin: the round trip shows what the directory sends, and signs nobody in. */
  @Get('test/:testId')
  async test(
    @Ctx() ctx: TenantContext,
    @Param('testId') testId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const browser = knownBrowser(request, response, this.cookie);
    response.redirect(303, (await this.sso.departToTest(ctx, browser, testId)).href);
  }

  /** For who came from a directory: proves there once more who they are. */
  @Get('step-up')
  async stepUp(
    @Ctx() ctx: TenantContext,
    @Query() { returnTo }: StartSsoInput,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.failures.toSignIn(response, async () => {
      const browser = knownBrowser(request, response, this.cookie);
      return (await this.sso.departToProve(ctx, browser, returnTo)).href;
    });
  }

  /** Ends the session; with the address where the browser signs out of the directory too. */
  @Post('sign-out')
  @HttpCode(200)
  async signOut(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ url: string | null }> {
    const token = sessionToken(request);
    const url = token === undefined ? undefined : await this.logout.byPerson(token);
    this.answers.forget(response);
    return { url: url ?? null };
  }
}
