import { createPrivateKey, sign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { SAML } from '@node-saml/node-saml';
import { signXml } from '@node-saml/node-saml/lib/xml';
import { Config } from '@orkestra/core';
import type { ConnectionWithSecret } from '../connections.queries';
import { samlAddresses } from './saml-addresses';
import type { SamlConfig } from './saml-config.schema';
import { SamlKeys } from './saml-keys.store';
import { newRequestId } from './saml-messages.service';

/** How the browser, or the provider itself, brings the answer. */
export type LogoutAnswer =
  { binding: 'redirect'; url: string } | { binding: 'post'; url: string; fields: Record<string, string> };

interface Answered {
  binding: LogoutAnswer['binding'];
  requestId: string;
  relayState: string;
}

const SIG_ALG = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const ROOT = `/*[local-name(.)='LogoutResponse']`;

/** What a provider is told that has signed somebody out. It is signed, as SAML profiles 4.4.4.2 have it. */
@Injectable()
export class SamlLogoutAnswers {
  constructor(
    private readonly keys: SamlKeys,
    private readonly config: Config,
  ) {}

  /** Undefined where the connection names no address for it. @throws SecretUnreadableError */
  async to(connection: ConnectionWithSecret, answered: Answered): Promise<LogoutAnswer | undefined> {
    const url = addressOf(connection.config, answered.binding);
    const [key] = await this.keys.of(connection);
    if (url === undefined || key === undefined) return undefined;
    const xml = this.successOf(connection, url, answered.requestId);
    const { relayState } = answered;
    return answered.binding === 'redirect'
      ? { binding: 'redirect', url: signedAddress(url, xml, relayState, key.privateKey) }
      : { binding: 'post', url, fields: signedFields(xml, relayState, key.privateKey) };
  }

  private successOf({ id, config }: ConnectionWithSecret, url: string, requestId: string): string {
    const { certificates, entityId: idpIssuer } = config as SamlConfig;
    const { entityId: issuer, acsUrl } = samlAddresses(this.config.PUBLIC_URL, id);
    const saml = new SAML({
      ...{ issuer, callbackUrl: acsUrl, idpCert: certificates, logoutUrl: url },
      generateUniqueId: newRequestId,
    });
    return saml._generateLogoutResponse(
      { ID: requestId, issuer: idpIssuer, nameID: '', nameIDFormat: '' },
      true,
    );
  }
}

function addressOf(
  { sloUrl, sloResponseUrl, sloPostUrl }: Partial<SamlConfig>,
  binding: LogoutAnswer['binding'],
): string | undefined {
  return (binding === 'post' ? sloPostUrl : sloResponseUrl) ?? sloUrl ?? undefined;
}

/** The signature is over the query just as it is sent. */
function signedAddress(url: string, xml: string, relayState: string, privateKey: string): string {
  const fields = {
    SAMLResponse: deflateRawSync(xml).toString('base64'),
    ...(relayState !== '' && { RelayState: relayState }),
    SigAlg: SIG_ALG,
  };
  const query = Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  const signature = sign('sha256', Buffer.from(query), createPrivateKey(privateKey)).toString('base64');
  return `${url}${url.includes('?') ? '&' : '?'}${query}&Signature=${encodeURIComponent(signature)}`;
}

function signedFields(xml: string, relayState: string, privateKey: string): Record<string, string> {
  const place = { reference: `${ROOT}/*[local-name(.)='Issuer']`, action: 'after' } as const;
  const signing = { privateKey, signatureAlgorithm: 'sha256', digestAlgorithm: 'sha256' } as const;
  const signed = signXml(xml, ROOT, place, signing);
  return {
    SAMLResponse: Buffer.from(signed).toString('base64'),
    ...(relayState !== '' && { RelayState: relayState }),
  };
}
