import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { AuthService, type TenantContext } from '@orkestra/tenancy';
import type { Request } from 'express';
import { bearerToken } from './bearer-token';
import { originOf } from './caller-origin';
import { channelOf } from './channel';
import { TokenStrategy } from './token.strategy';

/** Programs: `Authorization: Bearer <API key>`. A key in a URL or a body is not looked at: both end up in logs. */
@Injectable()
export class ApiKeyStrategy extends PassportStrategy(TokenStrategy, 'api-key') {
  constructor(private readonly auth: AuthService) {
    super('api-key', ({ headers }: Request) => bearerToken(headers.authorization));
  }

  async validate(request: Request, key: string): Promise<TenantContext> {
    return this.auth.byApiKey(key, channelOf(request.originalUrl), originOf(request));
  }
}
