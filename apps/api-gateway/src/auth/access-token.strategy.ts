import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Config } from '@orkestra/core';
import { AccessTokens, isJwt, type TenantContext } from '@orkestra/tenancy';
import type { Request } from 'express';
import { originOf } from './caller-origin';
import { channelOf } from './channel';
import { bearerToken } from './bearer-token';
import { TokenStrategy } from './token.strategy';

/** People's agents: `Authorization: Bearer <access token>`, of the provider of their workspace, for the public URL. */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(TokenStrategy, 'access-token') {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly config: Config,
  ) {
    super('access-token', ({ headers }: Request) => {
      const token = bearerToken(headers.authorization);
      return token !== undefined && isJwt(token) ? token : undefined;
    });
  }

  async validate(request: Request, token: string): Promise<TenantContext> {
    const audience = { resource: this.config.PUBLIC_URL };
    return this.tokens.enter(token, audience, channelOf(request.originalUrl), originOf(request));
  }
}
