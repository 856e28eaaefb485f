import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { SignedXml } from 'xml-crypto';
import { encrypt } from 'xml-encryption';
import { newSamlKeyPair, type SamlKeyPair } from '@orkestra/tenancy';

/** What stands in a response; all of it as it should be unless the test wants it otherwise. */
export interface Facts {
  acsUrl: string;
  audience: string;
  inResponseTo: string | undefined;
  /** In place of `inResponseTo` in the assertion. */
  confirms?: string | undefined;
  subject: string;
  format: string;
  email: string;
  issuer: string;
  destination: string;
  recipient: string;
  /** In milliseconds from now. */
  issued: number;
  notBefore: number;
  notOnOrAfter: number;
  authnInstant: number;
  assertionId: string;
  responseId: string;
  attributes: string;
  status: string;
  authnContext: string;
  sessionIndex: string;
}

/** By whom, and in which way. */
interface Signing {
  pair: SamlKeyPair;
  digest?: string;
  method?: string;
}

const NS =
  'xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const TRANSFORMS = [
  'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  'http://www.w3.org/2001/10/xml-exc-c14n#',
];
const PERSISTENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';

/** A SAML identity provider that answers whatever the test wants, true or not. */
export class CrookedSaml {
  readonly entityId = 'https://idp.acme.example/saml';

  private constructor(
    readonly pair: SamlKeyPair,
    /** That nobody has told us of. */
    readonly foreign: SamlKeyPair,
  ) {}

  static async make(): Promise<CrookedSaml> {
    return new CrookedSaml(await newSamlKeyPair(new Date()), await newSamlKeyPair(new Date()));
  }

  metadata(more = ''): string {
    const key = bare(this.pair.certificate);
    return `<?xml version="1.0"?>
      <!-- of the directory -->
      <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${this.entityId}">
        <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" WantAuthnRequestsSigned="true">
          <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
            <ds:X509Certificate>${key}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>${more}
          <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.acme.example/slo"/>
          <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.acme.example/post"/>
          <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.acme.example/sso"/>
        </md:IDPSSODescriptor>
      </md:EntityDescriptor>`;
  }

  /** Fills in what is not given. */
  facts(given: Partial<Facts> & Pick<Facts, 'acsUrl' | 'audience' | 'inResponseTo'>): Facts {
    return {
      ...{ subject: 'sub-of-sam', format: PERSISTENT, email: 'sam@demo.test', issuer: this.entityId },
      ...{ destination: given.acsUrl, recipient: given.acsUrl, issued: 0, notBefore: -1_000 },
      ...{ notOnOrAfter: 60_000, authnInstant: 0, assertionId: newId(), responseId: newId(), attributes: '' },
      ...{ status: 'Success', sessionIndex: 'session-1' },
      authnContext: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
      ...given,
    };
  }

  assertion(facts: Facts): string {
    const confirms = 'confirms' in facts ? facts.confirms : facts.inResponseTo;
    return `<saml:Assertion ${NS} ID="${facts.assertionId}" Version="2.0" IssueInstant="${at(facts.issued)}"><saml:Issuer>${facts.issuer}</saml:Issuer><saml:Subject><saml:NameID Format="${facts.format}">${facts.subject}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData Recipient="${facts.recipient}" NotOnOrAfter="${at(facts.notOnOrAfter)}"${answers(confirms)}/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${at(facts.notBefore)}" NotOnOrAfter="${at(facts.notOnOrAfter)}"><saml:AudienceRestriction><saml:Audience>${facts.audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${at(facts.authnInstant)}" SessionIndex="${facts.sessionIndex}"><saml:AuthnContext><saml:AuthnContextClassRef>${facts.authnContext}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement><saml:Attribute Name="email"><saml:AttributeValue>${facts.email}</saml:AttributeValue></saml:Attribute>${facts.attributes}</saml:AttributeStatement></saml:Assertion>`;
  }

  response(facts: Facts, inner: string, extensions = ''): string {
    return `<samlp:Response ${NS} ID="${facts.responseId}" Version="2.0" IssueInstant="${at(facts.issued)}" Destination="${facts.destination}"${answers(facts.inResponseTo)}><saml:Issuer>${facts.issuer}</saml:Issuer>${extensions}<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${facts.status}"/></samlp:Status>${inner}</samlp:Response>`;
  }

  /** Signs the element of the name, within itself, after its issuer. */
  sign(xml: string, name: 'Assertion' | 'Response', how: Partial<Signing> = {}): string {
    return signWithin(xml, name, { pair: this.pair, ...how });
  }

  async encrypt(
    assertion: string,
    certificate: string,
    cipher = 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
  ): Promise<string> {
    const data = await promisify(encrypt)(assertion, {
      rsa_pub: certificate,
      pem: certificate,
      warnInsecureAlgorithm: false,
      encryptionAlgorithm: cipher as 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
      keyEncryptionAlgorithm: 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
    });
    return `<saml:EncryptedAssertion ${NS}>${data}</saml:EncryptedAssertion>`;
  }

  /** As most providers answer: the assertion signed alone. */
  answer(facts: Facts): string {
    return this.response(facts, this.sign(this.assertion(facts), 'Assertion'));
  }
}

export function signWithin(
  xml: string,
  name: string,
  { pair, digest = SHA256, method = RSA_SHA256 }: Signing,
): string {
  const signing = new SignedXml({ privateKey: pair.privateKey, publicCert: pair.certificate });
  signing.signatureAlgorithm = method;
  signing.canonicalizationAlgorithm = 'http://www.w3.org/2001/10/xml-exc-c14n#';
  const xpath = `//*[local-name(.)='${name}']`;
  signing.addReference({ xpath, transforms: TRANSFORMS, digestAlgorithm: digest });
  const reference = `${xpath}/*[local-name(.)='Issuer']`;
  signing.computeSignature(xml, { prefix: 'ds', location: { reference, action: 'after' } });
  return signing.getSignedXml();
}

export function newId(): string {
  return `_${randomBytes(16).toString('hex')}`;
}

export function bare(certificate: string): string {
  return certificate.replace(/-----[A-Z ]+-----|\s/g, '');
}

export function at(fromNow: number): string {
  return new Date(Date.now() + fromNow).toISOString();
}

function answers(requestId: string | undefined): string {
  return requestId === undefined ? '' : ` InResponseTo="${requestId}"`;
}
