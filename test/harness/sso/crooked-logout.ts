import { sign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { SamlKeyPair } from '@orkestra/tenancy';
import { at, newId, signWithin } from './crooked-saml';

/** What stands in a logout request. */
export interface LogoutFacts {
  id: string;
  issuer: string;
  destination: string | undefined;
  subject: string;
  sessions: string[];
  /** In milliseconds from now. */
  issued: number;
  notOnOrAfter: number | undefined;
}

const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';

/** Fills in what is not given. */
export function logoutFacts(
  given: Partial<LogoutFacts> & Pick<LogoutFacts, 'issuer' | 'destination'>,
): LogoutFacts {
  const usual = { id: newId(), subject: 'sub-of-sam', sessions: [], issued: 0, notOnOrAfter: 60_000 };
  return { ...usual, ...given };
}

export function logoutRequest(facts: LogoutFacts): string {
  const { id, issuer, destination, subject, sessions, issued, notOnOrAfter } = facts;
  const attributes = [
    `ID="${id}" Version="2.0" IssueInstant="${at(issued)}"`,
    destination === undefined ? '' : `Destination="${destination}"`,
    notOnOrAfter === undefined ? '' : `NotOnOrAfter="${at(notOnOrAfter)}"`,
  ].join(' ');
  const indexes = sessions.map((session) => `<samlp:SessionIndex>${session}</samlp:SessionIndex>`).join('');
  return `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ${attributes}><saml:Issuer>${issuer}</saml:Issuer><saml:NameID>${subject}</saml:NameID>${indexes}</samlp:LogoutRequest>`;
}

export function signedLogout(xml: string, pair: SamlKeyPair): string {
  return signWithin(xml, 'LogoutRequest', { pair });
}

export function encoded(xml: string): string {
  return Buffer.from(xml).toString('base64');
}

/** As a provider writes it: here with escapes in lower case, which no encoder of ours would write again. */
export function signedQuery(
  xml: string,
  { privateKey }: SamlKeyPair,
  relayState = '',
  algorithm = RSA_SHA256,
): string {
  const parts = [
    ['SAMLRequest', deflateRawSync(xml).toString('base64')],
    ...(relayState === '' ? [] : [['RelayState', relayState]]),
    ['SigAlg', algorithm],
  ];
  const query = parts.map(([name = '', value = '']) => `${name}=${lower(value)}`).join('&');
  const hash = algorithm.endsWith('sha1') ? 'sha1' : 'sha256';
  return `${query}&Signature=${lower(sign(hash, Buffer.from(query), privateKey).toString('base64'))}`;
}

function lower(value: string): string {
  return encodeURIComponent(value).replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
}
