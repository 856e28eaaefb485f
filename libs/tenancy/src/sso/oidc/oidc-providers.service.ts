import { Injectable } from '@nestjs/common';
import { Clock, Outbound, OutboundError } from '@orkestra/core';
import * as jose from 'jose';
import * as oidc from 'openid-client';
import { SecretBox } from '../../secrets/secret-box.service';
import { type ConnectionWithSecret, secretPlace } from '../connections.queries';
import { DirectoryUnreachableError } from '../sso.errors';
import type { OidcConfig } from './oidc-config.schema';

/** An OpenID provider as its discovery document describes it, and its keys. */
export interface OidcProvider {
  client: oidc.Configuration;
  config: OidcConfig;
  keys: jose.JWTVerifyGetKey;
  /** How it may sign: by keys that it alone has. */
  algorithms: string[];
}

interface Known {
  provider: Promise<OidcProvider>;
  until: number;
}

const LASTS_MS = 10 * 60_000;
const MOST_KNOWN = 500;
/** A provider that has new keys is asked for them at once, but not by everybody who makes up the name of one. */
const KEYS_COOLDOWN_MS = 5_000;
const SKEW_S = 30;
const ASYMMETRIC = /^((RS|PS|ES)(256|384|512)|EdDSA|Ed25519)$/;

/** What is known of the providers, for ten minutes each. */
@Injectable()
export class OidcProviders {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly outbound: Outbound,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** @throws DirectoryUnreachableError, SecretUnreadableError */
  async of(connection: ConnectionWithSecret): Promise<OidcProvider> {
    const key = `${connection.id} ${connection.updatedAt.getTime()}`;
    const now = this.clock.now().getTime();
    const found = this.known.get(key);
    if (found !== undefined && found.until > now) return found.provider;
    const provider = this.discover(connection);
    this.known.delete(key);
    this.known.set(key, { provider, until: now + LASTS_MS });
    for (const [oldest] of this.known) if (this.known.size > MOST_KNOWN) this.known.delete(oldest);
    provider.catch(() => this.known.delete(key));
    return provider;
  }

  private async discover(connection: ConnectionWithSecret): Promise<OidcProvider> {
    const config = connection.config as OidcConfig;
    const issuer = new URL(config.issuer);
    const { sealed } = connection;
    const secret = sealed === null ? undefined : this.box.open(sealed, secretPlace(connection));
    try {
      const client = await oidc.discovery(
        issuer,
        config.clientId,
        { [oidc.clockTolerance]: SKEW_S },
        secret === undefined ? oidc.None() : undefined,
        {
          [oidc.customFetch]: this.fetch,
          timeout: 10,
          // Whether plain http may be is for the outbound calls to say, which know where they run.
          execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
        },
      );
      return this.providerOf(client, config, secret);
    } catch (error) {
      throw unreachable(error);
    }
  }

  private providerOf(
    found: oidc.Configuration,
    config: OidcConfig,
    secret: string | undefined,
  ): OidcProvider {
    const server = found.serverMetadata();
    const client = new oidc.Configuration(
      server,
      config.clientId,
      { [oidc.clockTolerance]: SKEW_S },
      secret === undefined
        ? oidc.None()
        : authenticationBy(secret, server.token_endpoint_auth_methods_supported),
    );
    client[oidc.customFetch] = this.fetch;
    client.timeout = 10;
    if (config.issuer.startsWith('http:')) oidc.allowInsecureRequests(client);
    if (server.jwks_uri === undefined) throw new OutboundError('The discovery document names no keys');
    const keys = jose.createRemoteJWKSet(new URL(server.jwks_uri), {
      cooldownDuration: KEYS_COOLDOWN_MS,
      cacheMaxAge: LASTS_MS,
      [jose.customFetch]: (url, { headers }) => this.outbound.fetch(url, { headers }),
    });
    const algorithms = (server.id_token_signing_alg_values_supported ?? ['RS256']).filter((name) =>
      ASYMMETRIC.test(name),
    );
    return { client, config, keys, algorithms };
  }

  private readonly fetch: oidc.CustomFetch = async (url, { method, headers, body }) =>
    this.outbound.fetch(url, { method, headers, body: textOf(body) });
}

/** What the standard takes for granted, unless the provider says that it does not take it. */
function authenticationBy(secret: string, supported: readonly string[] | undefined): oidc.ClientAuth {
  const takesBasic = supported === undefined || supported.includes('client_secret_basic');
  return takesBasic ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret);
}

function textOf(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string' || body instanceof URLSearchParams) return body.toString();
  throw new TypeError('Only text is sent to a directory');
}

/** What is behind an error of the library, for the log and for who tests the connection. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error ? `${error.message}: ${reasonOf(cause)}` : error.message;
}

export function unreachable(error: unknown): DirectoryUnreachableError {
  return error instanceof DirectoryUnreachableError
    ? error
    : new DirectoryUnreachableError(reasonOf(error).slice(0, 500), error);
}
