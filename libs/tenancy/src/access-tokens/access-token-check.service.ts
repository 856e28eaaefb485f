import { Injectable } from '@nestjs/common';
import { Clock, OutboundError, SystemDatabase } from '@orkestra/core';
import * as jose from 'jose';
import type { Scope } from '../scopes';
import type { OidcConfig } from '../sso/oidc/oidc-config.schema';
import { OidcProviders, unreachable } from '../sso/oidc/oidc-providers.service';
import { claimedBy, clientOf, grantedScopes, isAccessToken } from './access-token';
import { findTokenHolders, type TokenHolder } from './token-holders.queries';

/** For whom a token has to be. */
export interface TokenAudience {
  /** Address of what is called, as its clients know it. */
  resource: string;
  /** Short name of the workspace that it belongs to; undefined where the token alone says which. */
  tenant?: string | undefined;
}

/** A token that a connection's provider has signed, for us, and that counts now. */
export interface AcceptedToken {
  holder: TokenHolder;
  subject: string;
  client: string;
  scopes: readonly Scope[];
  expiresAt: Date;
}

const SKEW_S = 30;
/** By keys that the provider alone has. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** Says by which connections an access token is good (RFC 9068). */
@Injectable()
export class AccessTokenCheck {
  constructor(
    private readonly system: SystemDatabase,
    private readonly providers: OidcProviders,
    private readonly clock: Clock,
  ) {}

  /** @throws DirectoryUnreachableError where no provider could be asked for its keys, SecretUnreadableError */
  async check(token: string, audience: TokenAudience): Promise<AcceptedToken[]> {
    const claimed = claimedBy(token);
    if (claimed === undefined) return [];
    const holders = await findTokenHolders(this.system, claimed, audience.tenant);
    const accepted: AcceptedToken[] = [];
    for (const holder of holders) {
      const found = await this.accept(token, audience.resource, holder);
      if (found !== undefined) accepted.push(found);
    }
    return accepted;
  }

  private async accept(
    token: string,
    resource: string,
    holder: TokenHolder,
  ): Promise<AcceptedToken | undefined> {
    const { connection } = holder;
    // Saved before there were any, it has none.
    const { audiences = [] } = connection.config as Partial<OidcConfig>;
    const { client, keys } = await this.providers.of(connection);
    const now = this.clock.now();
    try {
      const { payload, protectedHeader } = await jose.jwtVerify(token, keys, {
        algorithms: ALGORITHMS,
        issuer: client.serverMetadata().issuer,
        audience: [resource, ...audiences],
        clockTolerance: SKEW_S,
        requiredClaims: ['exp', 'sub'],
        currentDate: now,
      });
      const { sub: subject = '', exp = 0, iat = 0 } = payload;
      const isOfTheFuture = iat * 1_000 > now.getTime() + SKEW_S * 1_000;
      if (isOfTheFuture || !isAccessToken(protectedHeader, payload)) return undefined;
      // One that is let in for the sake of clocks that differ ends when that does.
      const isOver = exp * 1_000 <= now.getTime();
      const expiresAt = new Date((isOver ? exp + SKEW_S : exp) * 1_000);
      return { holder, subject, client: clientOf(payload), scopes: grantedScopes(payload), expiresAt };
    } catch (error) {
      if (isUnreachable(error)) throw unreachable(error);
      return undefined;
    }
  }
}

function isUnreachable(error: unknown): boolean {
  return error instanceof OutboundError || error instanceof jose.errors.JWKSTimeout;
}
