import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { AuthService, isJwt, type TenantContext } from '@orkestra/tenancy';
import type { Request } from 'express';
import { bearerToken } from './bearer-token';
import { originOf } from './caller-origin';
import { channelOf } from './channel';
import { TokenStrategy } from './token.strategy';

/**
 * Programs: `Authorization: Bearer <API key>`, whatever is no access token. A key in a URL or a body is not looked at:
 * both end up in logs.
 */
@Injectable()
export class ApiKeyStrategy extends PassportStrategy(TokenStrategy, 'api-key') {
  constructor(private readonly auth: AuthService) {
    super('api-key', ({ headers }: Request) => {
      const key = bearerToken(headers.authorization);
      return key !== undefined && isJwt(key) ? undefined : key;
    });
  }

  async validate(request: Request, key: string): Promise<TenantContext> {
    return this.auth.byApiKey(key, channelOf(request.originalUrl), originOf(request));
  }
}
