import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { AuthService, type TenantContext } from '@orkestra/tenancy';
import type { Request } from 'express';
import { originOf } from './caller-origin';
import { channelOf } from './channel';
import { TokenStrategy } from './token.strategy';

const BEARER = /^Bearer +(\S+) *$/i;

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

/** A header that is there but is not a bearer's counts as a wrong key, so that no cookie takes its place. */
function bearerToken(header: string | undefined): string | undefined {
  return header === undefined ? undefined : (BEARER.exec(header)?.[1] ?? '');
}
