import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type CacheProvider,
  type Profile,
  SAML,
  type SamlConfig,
  ValidateInResponseTo,
} from '@node-saml/node-saml';
import { Config } from '@orkestra/core';
import type { ConnectionWithSecret } from '../connections.queries';
import { SsoAnswerError } from '../sso.errors';
import { samlAddresses } from './saml-addresses';
import { LONGEST_LIFE_MS } from './saml-assertion';
import { decrypted, type Encrypted, readEncrypted } from './saml-encryption';
import { formatUri, type SamlConfig as Settings } from './saml-config.schema';
import type { SamlKeyPair } from './saml-key-pair';
import { SamlKeys } from './saml-keys.store';
import { checkDecrypted, type SamlResponse } from './saml-response';
import { refusalOf, verified } from './saml-verified';
import { childOf, NS, parseXml } from './saml-xml';

export interface Request {
  id: string;
  relayState: string;
  /** Whether the person has to prove anew who they are. */
  fresh: boolean;
}

/** Whom a sign-out is about, as the provider named them. */
export interface Leaver {
  nameId: { value: string; format: string; nameQualifier?: string; spNameQualifier?: string };
  sessionIndex?: string | undefined;
}

/** Messages of SAML 2.0, by `node-saml`. */
@Injectable()
export class SamlMessages {
  constructor(
    private readonly keys: SamlKeys,
    private readonly config: Config,
  ) {}

  /** Where the browser goes with the request. */
  async addressOfRequest(connection: ConnectionWithSecret, { id, relayState, fresh }: Request): Promise<URL> {
    const settings = connection.config as Settings;
    const signing = settings.signsRequests ? signedBy(await this.keys.of(connection)) : {};
    const saml = this.saml(connection, { ...signing, forceAuthn: fresh, generateUniqueId: () => id });
    return new URL(await saml.getAuthorizeUrlAsync(relayState, undefined, {}));
  }

  /** Where the browser signs out of the directory. */
  async addressOfLogout(connection: ConnectionWithSecret, { nameId, sessionIndex }: Leaver): Promise<string> {
    const saml = this.saml(connection, signedBy(await this.keys.of(connection)));
    const profile: Profile = {
      issuer: '',
      nameID: nameId.value,
      nameIDFormat: nameId.format,
      nameQualifier: nameId.nameQualifier,
      spNameQualifier: nameId.spNameQualifier,
      sessionIndex,
    };
    return saml.getLogoutUrlAsync(profile, '', {});
  }

  /** What the provider has to know of us, with the key that comes next. */
  async metadataOf(connection: ConnectionWithSecret): Promise<string> {
    const { signsRequests, sloUrl } = connection.config as Settings;
    const keys = await this.keys.of(connection);
    const isSigning = signsRequests || sloUrl !== null;
    const saml = this.saml(connection, {
      ...(isSigning && signedBy(keys)),
      decryptionPvk: keys.at(-1)?.privateKey,
      logoutCallbackUrl:
        sloUrl === null ? undefined : samlAddresses(this.config.PUBLIC_URL, connection.id).sloUrl,
    });
    const certificates = keys.map(({ certificate }) => certificate);
    return withBothLogouts(
      saml.generateServiceProviderMetadata(certificates.at(-1) ?? null, isSigning ? certificates : null),
    );
  }

  /**
   * @param requestId that the response has to answer; undefined for who was not asked for
   * @returns the assertion, as it was signed
   * @throws SsoAnswerError
   */
  async signedAssertion(
    connection: ConnectionWithSecret,
    response: SamlResponse,
    requestId: string | undefined,
  ): Promise<string> {
    const { signed, encrypted } = connection.config as Settings;
    if (response.encrypted !== undefined)
      return this.decryptedAssertion(connection, response, response.encrypted);
    if (encrypted) throw new SsoAnswerError('The assertion is not encrypted');
    const saml = this.saml(connection, {
      wantAssertionsSigned: signed !== 'response',
      // A signature that is there has to be good.
      wantAuthnResponseSigned: signed !== 'assertion' || response.isSigned,
      validateInResponseTo:
        requestId === undefined ? ValidateInResponseTo.never : ValidateInResponseTo.always,
      cacheProvider: onlyAnswerTo(requestId),
    });
    try {
      const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: response.encoded });
      const xml = profile?.getAssertionXml?.();
      if (xml === undefined) throw new SsoAnswerError('There is no assertion');
      return xml;
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** `node-saml` does not read what Keycloak encrypts, so that its check of signatures alone is used for what is encrypted. */
  private async decryptedAssertion(
    connection: ConnectionWithSecret,
    { isSigned, xml }: SamlResponse,
    encrypted: Encrypted,
  ): Promise<string> {
    const { signed, certificates } = connection.config as Settings;
    if (signed !== 'assertion' && !isSigned) throw new SsoAnswerError('Invalid document signature');
    const sealed = isSigned ? encryptedIn(verified(xml, certificates)) : encrypted;
    const assertion = await this.opened(connection, sealed);
    const isAssertionSigned = checkDecrypted(assertion);
    return signed === 'response' && !isAssertionSigned ? assertion : verified(assertion, certificates);
  }

  /** By either key, while one takes the place of another. */
  private async opened(connection: ConnectionWithSecret, encrypted: Encrypted): Promise<string> {
    for (const { privateKey } of await this.keys.of(connection)) {
      const xml = await decrypted(encrypted, privateKey);
      if (xml !== undefined) return xml;
    }
    throw new SsoAnswerError('The assertion cannot be decrypted with the keys of the connection');
  }

  private saml({ id, config }: ConnectionWithSecret, more: Partial<SamlConfig>): SAML {
    const settings = config as Settings;
    const { entityId, acsUrl } = samlAddresses(this.config.PUBLIC_URL, id);
    return new SAML({
      issuer: entityId,
      audience: entityId,
      callbackUrl: acsUrl,
      entryPoint: settings.ssoUrl,
      logoutUrl: settings.sloUrl ?? settings.ssoUrl,
      idpIssuer: settings.entityId,
      idpCert: settings.certificates,
      identifierFormat: formatUri(settings.nameIdFormat),
      disableRequestedAuthnContext: settings.authnContexts.length === 0,
      authnContext: settings.authnContexts,
      wantAssertionsSigned: settings.signed !== 'response',
      acceptedClockSkewMs: settings.clockSkewSeconds * 1_000,
      maxAssertionAgeMs: LONGEST_LIFE_MS,
      ...more,
    });
  }
}

export function newRequestId(): string {
  return `_${randomBytes(20).toString('hex')}`;
}

function signedBy([current]: readonly SamlKeyPair[]): Partial<SamlConfig> {
  if (current === undefined) throw new TypeError('The connection has no key');
  return { privateKey: current.privateKey, signatureAlgorithm: 'sha256', digestAlgorithm: 'sha256' };
}

/** Which request is waiting was taken out of Postgres before, so that it is answered once, at whichever gateway. */
function onlyAnswerTo(requestId: string | undefined): CacheProvider {
  const find = (id: string | null) =>
    Promise.resolve(id !== null && id === requestId ? new Date().toISOString() : null);
  return { getAsync: find, removeAsync: find, saveAsync: () => Promise.resolve(null) };
}

/** `node-saml` names the form alone. */
function withBothLogouts(metadata: string): string {
  const byForm = /(<SingleLogoutService Binding="[^"]*):HTTP-POST("[^>]*>)/;
  return metadata.replace(byForm, (whole, before: string, after: string) =>
    [whole, `${before}:HTTP-Redirect${after}`].join('\n    '),
  );
}

function encryptedIn(response: string): Encrypted {
  const encrypted = childOf(parseXml(response), NS.saml, 'EncryptedAssertion');
  if (encrypted === undefined) throw new SsoAnswerError('There is no assertion');
  return readEncrypted(encrypted);
}
