import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { plainAddress } from '@orkestra/core';
import { RateLimits, type Return, SamlSignOn } from '@orkestra/tenancy';
import type { Request, Response } from 'express';
import { authenticate } from '../auth/authenticate';
import { Public } from '../auth/public.decorator';
import { SamlAnswerInput, SamlLandingInput } from './saml-answer.input';
import { SignInAnswers } from './sign-in-answers.service';
import { browserOf } from './sso-browser';
import { SsoFailures } from './sso-failures.service';
import { visitorOf } from './visitor';

/** What SAML identity providers need of us. People are sent to them by `/api/v1/auth/sso/{connectionId}/start`. */
@Controller('api/v1/auth/sso/saml/:connectionId')
export class SamlController {
  constructor(
    private readonly saml: SamlSignOn,
    private readonly limits: RateLimits,
    private readonly answers: SignInAnswers,
    private readonly failures: SsoFailures,
  ) {}

  @Public()
  @Get('metadata')
  @HttpCode(200)
  @Header('content-type', 'application/samlmetadata+xml; charset=utf-8')
  @Header('cache-control', 'no-cache')
  async metadata(@Param('connectionId') connectionId: string, @Req() request: Request): Promise<string> {
    await this.limits.admitStranger('directory', plainAddress(request.ip));
    return this.saml.metadata(connectionId);
  }

  /** The assertion consumer service (HTTP-POST). */
  @Public()
  @Post('acs')
  async consume(
    @Body() _answer: SamlAnswerInput,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.goOn(request, response, () => authenticate<Return>(['saml'], request));
  }

  /** Where the browser shows that it is the one that began. */
  @Public()
  @Get('land')
  async land(
    @Param('connectionId') connectionId: string,
    @Query() { ticket }: SamlLandingInput,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const landing = { connectionId, ticket, browser: browserOf(request) };
    await this.goOn(request, response, () => this.saml.land(landing, visitorOf(request)));
  }

  private async goOn(request: Request, response: Response, arrive: () => Promise<Return>): Promise<void> {
    await this.failures.toSignIn(response, async () => {
      await this.limits.admitStranger('sign-in', plainAddress(request.ip));
      const { signedIn, returnTo } = await arrive();
      if (signedIn !== undefined) this.answers.remember(signedIn, response);
      return returnTo;
    });
  }
}
