import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { AuthService, type TenantContext } from '@orkestra/tenancy';
import type { Request } from 'express';
import { originOf } from './caller-origin';
import { channelOf } from './channel';
import { sessionToken } from './session-cookie';
import { TokenStrategy } from './token.strategy';

/** Sent with what a page asks for by itself, while nobody uses it: it does not keep the session alive. */
export const BACKGROUND_HEADER = 'x-orkestra-background';

/** People: the cookie that a sign-in set. */
@Injectable()
export class SessionStrategy extends PassportStrategy(TokenStrategy, 'session') {
  constructor(private readonly auth: AuthService) {
    super('session', sessionToken);
  }

  async validate(request: Request, token: string): Promise<TenantContext> {
    const use = request.headers[BACKGROUND_HEADER] === undefined ? 'person' : 'page';
    return this.auth.bySession(token, channelOf(request.originalUrl), use, originOf(request));
  }
}
