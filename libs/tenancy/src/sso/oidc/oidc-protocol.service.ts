import { Injectable } from '@nestjs/common';
import { Clock, Config, OutboundError } from '@orkestra/core';
import * as jose from 'jose';
import * as oidc from 'openid-client';
import type { ConnectionWithSecret } from '../connections.queries';
import type { FederatedIdentity } from '../federated-identity';
import { mapAttributes } from '../mapping';
import { SsoAnswerError, SsoDeniedError } from '../sso.errors';
import { type OidcProvider, OidcProviders, reasonOf, unreachable } from './oidc-providers.service';

/** What the provider is asked for beyond who it is. */
export interface Demands {
  /** Whether the person has to prove it anew. */
  fresh: boolean;
  email?: string | undefined;
}

const SKEW_S = 60;
/** Short enough to be fresh, long enough for a slow way back. */
const FRESH_S = 60;

/** OpenID Connect: the authorization code flow with PKCE, state and nonce. */
@Injectable()
export class OidcProtocol {
  constructor(
    private readonly providers: OidcProviders,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** What the answer will be checked by: to be kept where only the server sees it. */
  newChecks({ fresh }: Demands): Record<string, string> {
    const checks = { nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    return fresh ? { ...checks, fresh: 'yes' } : checks;
  }

  /** Where the browser goes. @throws DirectoryUnreachableError */
  async addressOf(
    connection: ConnectionWithSecret,
    state: string,
    checks: Readonly<Record<string, string>>,
    { fresh, email }: Demands,
  ): Promise<URL> {
    const { client, config } = await this.providers.of(connection);
    const { nonce = '', verifier = '' } = checks;
    const acrValues = demandedAcr(config, fresh);
    return oidc.buildAuthorizationUrl(client, {
      redirect_uri: this.callbackOf(connection.id),
      scope: config.scopes.join(' '),
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(acrValues.length > 0 && { acr_values: acrValues.join(' ') }),
      ...(fresh && { max_age: '0', prompt: 'login' }),
      ...(email !== undefined && { login_hint: email }),
    });
  }

  /**
   * Who the provider says it is.
   * @param query of the address that the browser came back to, with the `?`
   * @throws SsoDeniedError, SsoAnswerError, DirectoryUnreachableError
   */
  async identify(
    connection: ConnectionWithSecret,
    query: string,
    state: string,
    checks: Readonly<Record<string, string>>,
  ): Promise<FederatedIdentity> {
    const provider = await this.providers.of(connection);
    const answered = new URL(query, this.callbackOf(connection.id));
    try {
      const claims = await this.claimsOf(provider, answered, state, checks, connection);
      return identityOf(connection, claims.all, claims.idToken);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  callbackOf(connectionId: string): string {
    return `${this.config.PUBLIC_URL}/api/v1/auth/sso/${connectionId}/callback`;
  }

  private async claimsOf(
    { client, config, keys, algorithms }: OidcProvider,
    answered: URL,
    state: string,
    { nonce = '', verifier = '', fresh }: Readonly<Record<string, string>>,
    { mapping }: ConnectionWithSecret,
  ): Promise<{ all: Record<string, unknown>; idToken: string }> {
    const tokens = await oidc.authorizationCodeGrant(client, answered, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
      ...(fresh !== undefined && { maxAge: FRESH_S }),
    });
    const idToken = tokens.id_token ?? '';
    const { payload } = await jose.jwtVerify(idToken, keys, {
      algorithms,
      issuer: client.serverMetadata().issuer,
      audience: config.clientId,
      clockTolerance: SKEW_S,
      currentDate: this.clock.now(),
    });
    const now = this.clock.now().getTime() / 1_000;
    if ((payload.iat ?? Infinity) > now + SKEW_S) throw new SsoAnswerError('The ID token is of the future');
    const demanded = demandedAcr(config, fresh !== undefined);
    if (demanded.length > 0 && !demanded.includes(String(payload['acr'])))
      throw new SsoAnswerError(`The provider answered with the level ${JSON.stringify(payload['acr'])}`);
    const missing = [mapping.email, mapping.displayName, mapping.groups].some(
      (name) => !Object.hasOwn(payload, name),
    );
    const knowsMore = missing && client.serverMetadata().userinfo_endpoint !== undefined;
    const more = knowsMore
      ? await oidc.fetchUserInfo(client, tokens.access_token, payload.sub ?? '')
      : undefined;
    return { all: { ...more, ...payload }, idToken };
  }
}

function demandedAcr(
  { acrValues, stepUpAcrValues }: { acrValues: string[]; stepUpAcrValues: string[] },
  fresh: boolean,
): string[] {
  return fresh && stepUpAcrValues.length > 0 ? stepUpAcrValues : acrValues;
}

function identityOf(
  connection: ConnectionWithSecret,
  claims: Record<string, unknown>,
  idToken: string,
): FederatedIdentity {
  const { sub, sid, acr, auth_time: authTime, email_verified: verified } = claims;
  if (typeof sub !== 'string' || sub === '' || sub.length > 255)
    throw new SsoAnswerError('There is no subject');
  return {
    ...mapAttributes(connection.mapping, claims),
    connection,
    subject: sub,
    // Some providers send it as text.
    emailVerified: verified === undefined ? undefined : verified === true || verified === 'true',
    attributes: claims,
    acr: typeof acr === 'string' ? acr : undefined,
    authTime: typeof authTime === 'number' ? new Date(authTime * 1_000) : undefined,
    session: typeof sid === 'string' ? sid : undefined,
    hint: idToken,
  };
}

/** What the browser brought, what the provider said, or that it cannot be reached. */
function refusalOf(error: unknown): Error {
  if (error instanceof SsoAnswerError) return error;
  if (error instanceof oidc.AuthorizationResponseError) return new SsoDeniedError(deniedBecause(error.error));
  if (isUnreachable(error)) return unreachable(error);
  return new SsoAnswerError(reasonOf(error).slice(0, 500), error);
}

function isUnreachable(error: unknown): boolean {
  if (error instanceof OutboundError || error instanceof jose.errors.JWKSTimeout) return true;
  return error instanceof Error && error.cause !== undefined && isUnreachable(error.cause);
}

/** Its own words alone: what it adds in prose may be anybody's. */
function deniedBecause(code: string): string {
  return /^[a-z_]{1,60}$/.test(code) ? code.replaceAll('_', ' ') : 'it gave no reason';
}
