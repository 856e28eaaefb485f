import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { type Return, SamlSignOn } from '@orkestra/tenancy';
import type { Request } from 'express';
import { AnswerStrategy } from './answer.strategy';
import type { SamlAnswerInput } from './saml-answer.input';
import { visitorOf } from './visitor';

/** Sign-in by a SAML identity provider; `node-saml` checks what its form brings. */
@Injectable()
export class SamlStrategy extends PassportStrategy(AnswerStrategy, 'saml') {
  constructor(private readonly saml: SamlSignOn) {
    super();
  }

  async validate(request: Request): Promise<Return> {
    const { SAMLResponse: response, RelayState: relayState = '' } = request.body as SamlAnswerInput;
    const connectionId = String(request.params['connectionId']);
    return this.saml.receive({ connectionId, response, relayState }, visitorOf(request));
  }
}
