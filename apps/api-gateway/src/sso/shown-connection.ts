import {
  readCertificate,
  recordOf,
  type SamlConfig,
  samlAddresses,
  type SsoConnection as Connection,
  type SsoDomain as Domain,
} from '@orkestra/tenancy';
import type { SamlSettings } from './saml-settings.type';
import type { OidcSettings, SsoConnection, SsoDomain } from './sso-connection.type';

/** With the addresses that the directory wants to know. */
export function shownConnection(connection: Connection, publicUrl: string): SsoConnection {
  const { tenantId: _tenantId, config, hasSecret, ...shown } = connection;
  const base = `${publicUrl}/api/v1/auth/sso/${connection.id}`;
  if (connection.kind === 'saml')
    return { ...shown, oidc: null, saml: shownSaml(config as SamlConfig, publicUrl, connection.id) };
  const oidc = {
    // Saved before there were any, it has none.
    audiences: [],
    ...(config as Pick<OidcSettings, 'issuer' | 'clientId' | 'scopes' | 'acrValues' | 'stepUpAcrValues'>),
    hasSecret,
    redirectUri: `${base}/callback`,
    postLogoutRedirectUri: `${publicUrl}/sign-in`,
    backchannelLogoutUri: `${base}/backchannel-logout`,
  };
  return { ...shown, oidc, saml: null };
}

function shownSaml(config: SamlConfig, publicUrl: string, id: string): SamlSettings {
  const { entityId: spEntityId, acsUrl, sloUrl: spSloUrl } = samlAddresses(publicUrl, id);
  return { ...config, certificates: config.certificates.map(readCertificate), spEntityId, acsUrl, spSloUrl };
}

export function shownDomain(domain: Domain): SsoDomain {
  return { ...domain, record: recordOf(domain.domain) };
}
