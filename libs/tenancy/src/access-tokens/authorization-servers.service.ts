import { Injectable } from '@nestjs/common';
import { SystemDatabase } from '@orkestra/core';
import { CONNECTION_COLUMNS, type ConnectionWithSecret } from '../sso/connections.queries';
import type { SsoConnection } from '../sso/connection';
import type { OidcConfig } from '../sso/oidc/oidc-config.schema';
import { OidcProviders } from '../sso/oidc/oidc-providers.service';
import { AGENT_SCOPES, WHOLE_SCOPE } from './access-token';

/** Where an agent gets a token to act in a person's name. */
export interface AuthorizationServer {
  issuer: string;
  /** Ours, as far as the provider knows them; asked for others, it would refuse. */
  scopes: string[];
}

/** Says, to anybody who asks, by which providers people of a workspace are vouched for. */
@Injectable()
export class AuthorizationServers {
  constructor(
    private readonly system: SystemDatabase,
    private readonly providers: OidcProviders,
  ) {}

  /** The oldest connection first. @param tenant short name of the workspace */
  async of(tenant: string): Promise<AuthorizationServer[]> {
    if (tenant.includes('\0')) return [];
    const rows = await this.system.query<SsoConnection & { secret: Buffer | null; keyId: string | null }>(
      FIND,
      [tenant],
    );
    return Promise.all(
      rows.map(({ secret, keyId, ...connection }) => {
        const sealed = secret === null || keyId === null ? null : { bytes: secret, keyId };
        return this.describe({ ...connection, sealed });
      }),
    );
  }

  private async describe(connection: ConnectionWithSecret): Promise<AuthorizationServer> {
    const provider = await this.providers.of(connection).catch(() => undefined);
    // Where it does not answer, its client finds out as well.
    if (provider === undefined) return { issuer: (connection.config as OidcConfig).issuer, scopes: [] };
    const { issuer, scopes_supported: supported } = provider.client.serverMetadata();
    const ours = supported?.includes(WHOLE_SCOPE) ? [WHOLE_SCOPE] : AGENT_SCOPES;
    return { issuer, scopes: ours.filter((scope) => supported === undefined || supported.includes(scope)) };
  }
}

const FIND = `
  SELECT ${CONNECTION_COLUMNS}, c.secret, c.key_id AS "keyId"
  FROM sso_connections c JOIN tenants t ON t.id = c.tenant_id
  WHERE t.slug = $1 AND t.status <> 'suspended' AND c.enabled AND c.kind = 'oidc' ORDER BY c.id`;
