import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { type Return, SingleSignOn } from '@orkestra/tenancy';
import type { Request } from 'express';
import { Strategy } from 'passport';
import { browserOf } from './sso-browser';
import { visitorOf } from './visitor';

type Verify = (request: Request, done: (error: unknown, answer: Return | null) => void) => void;

/** A Passport strategy for the answer of an OpenID provider; `openid-client` checks it. */
class AnswerStrategy extends Strategy {
  override readonly name = 'oidc';

  constructor(private readonly verify: Verify) {
    super();
  }

  override authenticate(request: Request): void {
    this.verify(request, (error, answer) => {
      if (answer === null) this.error(error);
      else this.success(answer);
    });
  }
}

/** Sign-in by the directory of a workspace. */
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
