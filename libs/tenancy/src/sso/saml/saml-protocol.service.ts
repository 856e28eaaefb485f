import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Config, SystemDatabase } from '@orkestra/core';
import { hashSecret } from '../../auth/secrets';
import type { ConnectionWithSecret } from '../connections.queries';
import type { FederatedIdentity } from '../federated-identity';
import { mapAttributes } from '../mapping';
import { SPEND_MESSAGE } from '../spent-messages';
import { SsoAnswerError } from '../sso.errors';
import { samlAddresses } from './saml-addresses';
import { readAssertion, REMEMBERED_MS, type SamlAssertion } from './saml-assertion';
import { EMAIL_ADDRESS, type SamlConfig, TRANSIENT } from './saml-config.schema';
import { type Leaver, newRequestId, SamlMessages } from './saml-messages.service';
import { readResponse } from './saml-response';
import { UnreadableXmlError } from './saml-xml';

type Checks = Readonly<Record<string, string>>;

const FRESH_MS = 60_000;
/** As the large ones name what others call so. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  email: [
    'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
    'urn:oid:0.9.2342.19200300.100.1.3',
    'mail',
  ],
  name: [
    'http://schemas.microsoft.com/identity/claims/displayname',
    'urn:oid:2.16.840.1.113730.3.1.241',
    'displayName',
    'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name',
  ],
  groups: [
    'http://schemas.microsoft.com/ws/2008/06/identity/claims/groups',
    'http://schemas.xmlsoap.org/claims/Group',
    'urn:oid:1.3.6.1.4.1.5923.1.5.1.1',
  ],
};

/** Of a name in two parts, for directories that have no whole one. */
const PARTS_OF_NAME = [
  [
    'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname',
    'urn:oid:2.5.4.42',
    'givenName',
    'firstName',
  ],
  [
    'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname',
    'urn:oid:2.5.4.4',
    'surname',
    'sn',
    'lastName',
  ],
] as const;

/** SAML 2.0 web browser single sign-on: the request by redirect, the answer as a form. */
@Injectable()
export class SamlProtocol {
  constructor(
    private readonly messages: SamlMessages,
    private readonly system: SystemDatabase,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** What the answer will be checked by: to be kept where only the server sees it. */
  newChecks({ fresh }: { fresh: boolean }, browser: string): Record<string, string> {
    const checks = { requestId: newRequestId(), browser: bindingOf(browser) };
    return fresh ? { ...checks, fresh: 'yes' } : checks;
  }

  /** Where the browser goes. */
  async addressOf(connection: ConnectionWithSecret, state: string, checks: Checks): Promise<URL> {
    const { requestId = '', fresh } = checks;
    const request = { id: requestId, relayState: state, fresh: fresh !== undefined };
    return this.messages.addressOfRequest(connection, request);
  }

  /**
   * Who the provider says it is. An assertion counts once.
   * @param checks of the request that it answers; undefined for who was not asked for
   * @throws SsoDeniedError, SsoAnswerError
   */
  async identify(
    connection: ConnectionWithSecret,
    form: string,
    checks: Checks | undefined,
  ): Promise<FederatedIdentity> {
    try {
      const assertion = await this.believed(connection, form, checks?.['requestId']);
      this.checkProof(connection, assertion, checks?.['fresh'] !== undefined);
      await this.spend(connection, assertion.id);
      return identityOf(connection, assertion);
    } catch (error) {
      if (error instanceof UnreadableXmlError) throw new SsoAnswerError(error.message, error);
      if (error instanceof RangeError) throw new SsoAnswerError('It cannot be read', error);
      throw error;
    }
  }

  /** What the provider has to know of us, as XML. */
  async metadataOf(connection: ConnectionWithSecret): Promise<string> {
    return this.messages.metadataOf(connection);
  }

  /** Undefined where the provider does not sign anybody out, or did not name the person so that it would know them. */
  async addressOfLogout(
    connection: ConnectionWithSecret,
    hint: string | undefined,
  ): Promise<string | undefined> {
    const { sloUrl } = connection.config as SamlConfig;
    if (sloUrl === null || hint === undefined) return undefined;
    return this.messages.addressOfLogout(connection, JSON.parse(hint) as Leaver);
  }

  private async believed(
    connection: ConnectionWithSecret,
    form: string,
    requestId: string | undefined,
  ): Promise<SamlAssertion> {
    const { entityId: issuer, clockSkewSeconds } = connection.config as SamlConfig;
    const { entityId: audience, acsUrl } = samlAddresses(this.config.PUBLIC_URL, connection.id);
    const response = readResponse(form);
    if (response.inResponseTo !== requestId)
      throw new SsoAnswerError('The response answers another request, or none');
    if (response.destination !== undefined && response.destination !== acsUrl)
      throw new SsoAnswerError(`The response is for another destination than ${acsUrl}`);
    const signed = await this.messages.signedAssertion(connection, response, requestId);
    return readAssertion(signed, {
      ...{ issuer, audience, recipient: acsUrl, requestId },
      now: this.clock.now(),
      skewMs: clockSkewSeconds * 1_000,
    });
  }

  private checkProof(
    { config }: ConnectionWithSecret,
    { authnContext, authnInstant }: SamlAssertion,
    fresh: boolean,
  ): void {
    const { authnContexts, clockSkewSeconds } = config as SamlConfig;
    if (authnContexts.length > 0 && !authnContexts.includes(authnContext ?? ''))
      throw new SsoAnswerError(`The person proved who they are by ${authnContext ?? 'nothing'}`);
    const age = this.clock.now().getTime() - (authnInstant?.getTime() ?? 0);
    if (fresh && age > FRESH_MS + clockSkewSeconds * 1_000)
      throw new SsoAnswerError('The person did not prove anew who they are');
  }

  private async spend({ tenantId, id }: ConnectionWithSecret, assertionId: string): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + REMEMBERED_MS);
    const values = [tenantId, id, hashSecret(`assertion ${assertionId}`), until, now];
    const spent = await this.system.query(SPEND_MESSAGE, values);
    if (spent.length === 0) throw new SsoAnswerError('The assertion was used already');
  }
}

/** What is kept of the random text of a browser. */
export function bindingOf(browser: string): string {
  return createHash('sha256').update(browser).digest('base64url');
}

function identityOf(connection: ConnectionWithSecret, assertion: SamlAssertion): FederatedIdentity {
  const { nameId, sessionIndex, authnContext, authnInstant, attributes } = assertion;
  const { sloUrl } = connection.config as SamlConfig;
  const known = { ...usualNames(assertion), ...attributes };
  return {
    ...mapAttributes(connection.mapping, known),
    connection,
    subject: subjectOf(connection, assertion),
    attributes: { ...attributes, ...(nameId && { NameID: nameId.value }) },
    acr: authnContext,
    authTime: authnInstant,
    session: sessionIndex,
    hint: sloUrl === null || nameId === undefined ? undefined : JSON.stringify({ nameId, sessionIndex }),
  };
}

function subjectOf({ config }: ConnectionWithSecret, { nameId, attributes }: SamlAssertion): string {
  const { subjectAttribute } = config as SamlConfig;
  const found =
    subjectAttribute === null
      ? nameId?.value
      : Object.hasOwn(attributes, subjectAttribute) && attributes[subjectAttribute];
  if (subjectAttribute === null && nameId?.format === TRANSIENT)
    throw new SsoAnswerError('The NameID is another one each time: choose another format, or an attribute');
  if (typeof found !== 'string' || found === '' || found.length > 255)
    throw new SsoAnswerError(
      `There is no subject: ${subjectAttribute === null ? 'no NameID' : `no attribute ${subjectAttribute}`}`,
    );
  return found;
}

function usualNames({ attributes, nameId }: SamlAssertion): Record<string, unknown> {
  const found = Object.entries(USUAL).flatMap(([short, names]) => {
    const name = names.find((one) => Object.hasOwn(attributes, one));
    return name === undefined ? [] : [[short, attributes[name]] as const];
  });
  const email = nameId?.format === EMAIL_ADDRESS ? { email: nameId.value } : {};
  return { ...email, ...nameInParts(attributes), ...Object.fromEntries(found) };
}

function nameInParts(attributes: Readonly<Record<string, unknown>>): { name?: string } {
  const parts = PARTS_OF_NAME.flatMap((names) => {
    const name = names.find((one) => typeof attributes[one] === 'string');
    return name === undefined ? [] : [attributes[name] as string];
  });
  return parts.length === 0 ? {} : { name: parts.join(' ') };
}
