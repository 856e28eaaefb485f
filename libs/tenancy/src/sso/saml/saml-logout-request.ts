import { SsoAnswerError } from '../sso.errors';
import { checkAge, checkTimes, type Expected } from './saml-assertion';
import { BASE64, checkIds, checkSignatures, decodedText, LARGEST } from './saml-response';
import { verified } from './saml-verified';
import { childOf, childrenOf, is, NS, parseXml, textOf, type XmlElement } from './saml-xml';

/** Whom a provider has signed out. */
export interface LogoutRequest {
  id: string;
  nameId: string;
  /** None for all sessions of whoever is named. */
  sessionIndexes: string[];
}

type ExpectedRequest = Pick<Expected, 'issuer' | 'recipient' | 'now' | 'skewMs'>;

const MOST_SESSIONS = 100;

/**
 * A request by HTTP-POST, of which the root is signed within itself.
 * @returns what was signed of it
 * @throws SsoAnswerError, UnreadableXmlError
 */
export function readSignedForm(form: string, certificates: string[]): string {
  const encoded = form.replace(/\s+/g, '');
  if (encoded.length > LARGEST || !BASE64.test(encoded))
    throw new SsoAnswerError('The request is no base64, or too long');
  const xml = decodedText(Buffer.from(encoded, 'base64'));
  const root = parseXml(xml);
  checkIds(root);
  checkSignatures(root);
  return verified(xml, certificates);
}

/**
 * Reads a request whose signature was found good (SAML core 3.7.1). As it is signed, it has to say where it was sent.
 * @throws SsoAnswerError, UnreadableXmlError
 */
export function readLogoutRequest(signedXml: string, expected: ExpectedRequest): LogoutRequest {
  const root = parseXml(signedXml);
  const id = root.getAttribute('ID') ?? '';
  if (!is(root, NS.samlp, 'LogoutRequest') || root.getAttribute('Version') !== '2.0' || id === '')
    throw new SsoAnswerError('It is no SAML 2.0 logout request');
  const issuer = childOf(root, NS.saml, 'Issuer');
  if (issuer === undefined || textOf(issuer) !== expected.issuer)
    throw new SsoAnswerError('The request is of another issuer');
  if (root.getAttribute('Destination') !== expected.recipient)
    throw new SsoAnswerError(`The request is for another destination than ${expected.recipient}`);
  checkAge(root, expected, 'request');
  checkTimes(root, expected.now, expected.skewMs, 'request');
  return { id, nameId: nameIdOf(root), sessionIndexes: sessionIndexesOf(root) };
}

function nameIdOf(root: XmlElement): string {
  const element = childOf(root, NS.saml, 'NameID');
  const value = element && textOf(element);
  if (value === undefined || value === '')
    throw new SsoAnswerError('The request names nobody, or by an encrypted name');
  return value;
}

function sessionIndexesOf(root: XmlElement): string[] {
  const indexes = childrenOf(root, NS.samlp, 'SessionIndex').map(textOf);
  if (indexes.length > MOST_SESSIONS || indexes.includes(''))
    throw new SsoAnswerError('The request names too many sessions, or an empty one');
  return indexes;
}
