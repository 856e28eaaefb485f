import { Body, Controller, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { DomainError, plainAddress } from '@orkestra/core';
import { OidcLogout, RateLimits } from '@orkestra/tenancy';
import type { Request, Response } from 'express';
import { Public } from '../auth/public.decorator';
import { BackchannelLogoutInput } from './sso-sign-in.input';

/** OpenID Connect Back-Channel Logout 1.0: the directory ends sessions, by a token that it has signed. */
@Controller('api/v1/auth/sso')
export class BackchannelLogoutController {
  constructor(
    private readonly logout: OidcLogout,
    private readonly limits: RateLimits,
  ) {}

  /** The standard wants 400 for whatever is wrong with the token. */
  @Public()
  @Post(':connectionId/backchannel-logout')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async end(
    @Param('connectionId') connectionId: string,
    @Body() { logout_token: token }: BackchannelLogoutInput,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    await this.limits.admitStranger('directory', plainAddress(request.ip));
    try {
      await this.logout.byProvider(connectionId, token);
      return {};
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      response.status(400);
      return { error: 'invalid_request', error_description: error.message };
    }
  }
}
