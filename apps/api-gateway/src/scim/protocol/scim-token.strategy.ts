import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { plainAddress } from '@orkestra/core';
import { AuthService, type TenantContext } from '@orkestra/tenancy';
import type { Request } from 'express';
import { TokenStrategy } from '../../auth/token.strategy';

export const SCIM_TOKEN = 'scim-token';

const BEARER = /^Bearer +(\S+) *$/i;

/** Directories: `Authorization: Bearer <token of the connection>`, and nothing else. */
@Injectable()
export class ScimTokenStrategy extends PassportStrategy(TokenStrategy, SCIM_TOKEN) {
  constructor(private readonly auth: AuthService) {
    super(SCIM_TOKEN, ({ headers }: Request) => BEARER.exec(headers.authorization ?? '')?.[1]);
  }

  async validate(request: Request, token: string): Promise<TenantContext> {
    return this.auth.byScimToken(token, plainAddress(request.ip));
  }
}
