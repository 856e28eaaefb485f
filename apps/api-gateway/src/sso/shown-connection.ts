import { recordOf, type SsoConnection as Connection, type SsoDomain as Domain } from '@orkestra/tenancy';
import type { OidcSettings, SsoConnection, SsoDomain } from './sso-connection.type';

/** With the addresses that the directory wants to know. */
export function shownConnection(connection: Connection, publicUrl: string): SsoConnection {
  const { tenantId: _tenantId, config, hasSecret, ...shown } = connection;
  const base = `${publicUrl}/api/v1/auth/sso/${connection.id}`;
  if (connection.kind !== 'oidc') return { ...shown, oidc: null };
  const oidc = {
    // Saved before there were any, it has none.
    audiences: [],
    ...(config as Pick<OidcSettings, 'issuer' | 'clientId' | 'scopes' | 'acrValues' | 'stepUpAcrValues'>),
    hasSecret,
    redirectUri: `${base}/callback`,
    postLogoutRedirectUri: `${publicUrl}/sign-in`,
    backchannelLogoutUri: `${base}/backchannel-logout`,
  };
  return { ...shown, oidc };
}

export function shownDomain(domain: Domain): SsoDomain {
  return { ...domain, record: recordOf(domain.domain) };
}
