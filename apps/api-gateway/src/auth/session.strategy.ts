import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { AuthService, type TenantContext } from '@orkestra/tenancy';
import type { Request } from 'express';
import { channelOf } from './channel';
import { sessionToken } from './session-cookie';
import { TokenStrategy } from './token.strategy';

/** People: the cookie that a sign-in set. */
@Injectable()
export class SessionStrategy extends PassportStrategy(TokenStrategy, 'session') {
  constructor(private readonly auth: AuthService) {
    super('session', sessionToken);
  }

  async validate(request: Request, token: string): Promise<TenantContext> {
    return this.auth.bySession(token, channelOf(request.originalUrl));
  }
}
