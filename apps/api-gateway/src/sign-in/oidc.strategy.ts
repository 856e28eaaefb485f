import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { type Return, SingleSignOn } from '@orkestra/tenancy';
import type { Request } from 'express';
import { AnswerStrategy } from './answer.strategy';
import { browserOf } from './sso-browser';
import { visitorOf } from './visitor';

/** Sign-in by an OpenID provider; `openid-client` checks its answer. */
@Injectable()
export class OidcStrategy extends PassportStrategy(AnswerStrategy, 'oidc') {
  constructor(private readonly sso: SingleSignOn) {
    super();
  }

  async validate(request: Request): Promise<Return> {
    const { state } = request.query;
    const [, query = ''] = /(\?.*)$/s.exec(request.originalUrl) ?? [];
    const answer = {
      connectionId: String(request.params['connectionId']),
      state: typeof state === 'string' ? state : '',
      browser: browserOf(request),
      query,
    };
    return this.sso.returnByOidc(answer, visitorOf(request));
  }
}
