import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { currentCorrelationId, plainAddress } from '@orkestra/core';
import {
  type BroughtLogout,
  type LogoutAnswer,
  LogoutRefusedError,
  RateLimits,
  SamlLogout,
} from '@orkestra/tenancy';
import type { Request, Response } from 'express';
import { Public } from '../auth/public.decorator';
import { sessionToken } from '../auth/session-cookie';
import { sendForm } from './saml-form';
import { SignInAnswers } from './sign-in-answers.service';
import { SsoFailures } from './sso-failures.service';

type Fields = Readonly<Record<string, unknown>>;

/** Single logout by SAML identity providers: their requests, and whoever comes back from them signed out. */
@Controller('api/v1/auth/sso/saml/:connectionId/slo')
export class SamlLogoutController {
  constructor(
    private readonly logout: SamlLogout,
    private readonly limits: RateLimits,
    private readonly answers: SignInAnswers,
    private readonly failures: SsoFailures,
  ) {}

  /** By HTTP-Redirect: the browser brings the request, and goes back with the answer. */
  @Public()
  @Get()
  async byRedirect(
    @Param('connectionId') connectionId: string,
    @Query() fields: Fields,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.failures.toSignIn(response, async () => {
      if (fields['SAMLRequest'] === undefined) return '/sign-in';
      const query = request.originalUrl.slice(request.originalUrl.indexOf('?') + 1);
      const answer = await this.end(connectionId, { binding: 'redirect', query }, request);
      await this.forgetEnded(request, response);
      return answer?.url ?? '/sign-in';
    });
  }

  /** By HTTP-POST: from a browser without our cookies, or from the provider itself. */
  @Public()
  @Post()
  async byForm(
    @Param('connectionId') connectionId: string,
    @Body() fields: Fields | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { SAMLRequest: asked, RelayState: state } = fields ?? {};
    if (asked === undefined) return response.redirect(303, '/sign-in');
    try {
      const brought = { binding: 'post', request: textOf(asked), relayState: textOf(state) } as const;
      const answer = await this.end(connectionId, brought, request);
      if (answer?.binding === 'post') sendForm(response, answer.url, answer.fields);
      else response.status(200).set('cache-control', 'no-store').end();
    } catch (error) {
      if (!(error instanceof LogoutRefusedError)) throw error;
      const words = `${error.message} Reference: ${currentCorrelationId()}`;
      response.status(400).set('cache-control', 'no-store').type('text').send(words);
    }
  }

  private async end(
    connectionId: string,
    brought: BroughtLogout,
    request: Request,
  ): Promise<LogoutAnswer | undefined> {
    await this.limits.admitStranger('directory', plainAddress(request.ip));
    return this.logout.byProvider(connectionId, brought);
  }

  /** The session of the browser may be of somebody else, and goes on then. */
  private async forgetEnded(request: Request, response: Response): Promise<void> {
    const token = sessionToken(request);
    if (token !== undefined && (await this.logout.hasEnded(token))) this.answers.forget(response);
  }
}

/** What stands there more than once is nothing. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
