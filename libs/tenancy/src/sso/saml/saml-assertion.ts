import { SsoAnswerError } from '../sso.errors';
import {
  attributeOf,
  childOf,
  children,
  childrenOf,
  is,
  NS,
  parseXml,
  textOf,
  UnreadableXmlError,
  withAllBelow,
  type XmlElement,
} from './saml-xml';

/** What has to stand in an assertion for it to be meant for us, now. */
export interface Expected {
  issuer: string;
  /** Our entity id. */
  audience: string;
  /** Where it was to be sent. */
  recipient: string;
  /** Undefined for who was not asked for. */
  requestId: string | undefined;
  now: Date;
  skewMs: number;
}

interface NameId {
  value: string;
  format: string;
  nameQualifier?: string | undefined;
  spNameQualifier?: string | undefined;
}

export interface SamlAssertion {
  id: string;
  nameId: NameId | undefined;
  sessionIndex: string | undefined;
  /** Class of the proof, such as `urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport`. */
  authnContext: string | undefined;
  authnInstant: Date | undefined;
  /** By name and by friendly name: a text, or several. */
  attributes: Record<string, unknown>;
}

/** From when it was issued: nobody takes longer to bring it. */
export const LONGEST_LIFE_MS = 10 * 60_000;
const LONGEST_SKEW_MS = 300_000;
/** Longer than what is issued counts, by whichever clock. */
export const REMEMBERED_MS = LONGEST_LIFE_MS + 2 * LONGEST_SKEW_MS;
const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const UNSPECIFIED = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';

/**
 * Reads an assertion whose signature was found good, by what was signed alone (SAML profiles 4.1.4.3).
 * @throws SsoAnswerError, UnreadableXmlError
 */
export function readAssertion(signedXml: string, expected: Expected): SamlAssertion {
  const root = parseXml(signedXml);
  const id = root.getAttribute('ID') ?? '';
  if (!is(root, NS.saml, 'Assertion') || root.getAttribute('Version') !== '2.0' || id === '')
    throw new SsoAnswerError('It is no SAML 2.0 assertion');
  const issuer = childOf(root, NS.saml, 'Issuer');
  if (issuer === undefined || textOf(issuer) !== expected.issuer)
    throw new SsoAnswerError('The assertion is of another issuer');
  checkAge(root, expected);
  checkConditions(root, expected);
  const subject = childOf(root, NS.saml, 'Subject');
  if (subject === undefined) throw new SsoAnswerError('The assertion is about nobody');
  checkConfirmation(subject, expected);
  return {
    id,
    nameId: nameIdOf(subject),
    attributes: attributesOf(root),
    ...proofOf(root, expected),
  };
}

/** @throws SsoAnswerError for what was issued too long ago, or not yet */
export function checkAge(
  root: XmlElement,
  { now, skewMs }: Pick<Expected, 'now' | 'skewMs'>,
  what = 'assertion',
): void {
  const issued = timeOf(root, 'IssueInstant')?.getTime();
  if (issued === undefined || issued > now.getTime() + skewMs)
    throw new SsoAnswerError(`The ${what} is of the future: the clocks differ`);
  if (now.getTime() - skewMs >= issued + LONGEST_LIFE_MS)
    throw new SsoAnswerError(`The ${what} is too old: it took too long, or the clocks differ`);
}

function checkConditions(root: XmlElement, { audience, now, skewMs }: Expected): void {
  const conditions = childOf(root, NS.saml, 'Conditions');
  if (conditions === undefined) throw new SsoAnswerError('The assertion has no conditions');
  checkTimes(conditions, now, skewMs);
  const restrictions = childrenOf(conditions, NS.saml, 'AudienceRestriction');
  const isMeant = (restriction: XmlElement) =>
    childrenOf(restriction, NS.saml, 'Audience').some((element) => textOf(element) === audience);
  if (restrictions.length === 0 || !restrictions.every(isMeant))
    throw new SsoAnswerError(`The assertion is not for the audience ${audience}`);
}

/** One of them is enough. */
function checkConfirmation(subject: XmlElement, expected: Expected): void {
  const failures = childrenOf(subject, NS.saml, 'SubjectConfirmation').map((confirmation) => {
    try {
      checkBearer(confirmation, expected);
      return undefined;
    } catch (error) {
      if (error instanceof SsoAnswerError) return error;
      throw error;
    }
  });
  if (failures.length === 0) throw new SsoAnswerError('The subject is not confirmed');
  const [first] = failures;
  if (first !== undefined && !failures.includes(undefined)) throw first;
}

function checkBearer(confirmation: XmlElement, { recipient, requestId, now, skewMs }: Expected): void {
  const data = childOf(confirmation, NS.saml, 'SubjectConfirmationData');
  if (confirmation.getAttribute('Method') !== BEARER || data === undefined)
    throw new SsoAnswerError('The subject is not confirmed as bearer');
  if (data.getAttribute('Recipient') !== recipient)
    throw new SsoAnswerError(`The assertion is for another recipient than ${recipient}`);
  if (!data.hasAttribute('NotOnOrAfter')) throw new SsoAnswerError('The confirmation has no end');
  checkTimes(data, now, skewMs);
  if (attributeOf(data, 'InResponseTo') !== requestId)
    throw new SsoAnswerError('The assertion answers another request, or none');
}

export function checkTimes(element: XmlElement, now: Date, skewMs: number, what = 'assertion'): void {
  const from = timeOf(element, 'NotBefore');
  const until = timeOf(element, 'NotOnOrAfter');
  if (from !== undefined && now.getTime() + skewMs < from.getTime())
    throw new SsoAnswerError(`The ${what} is of the future: the clocks differ`);
  if (until !== undefined && now.getTime() - skewMs >= until.getTime())
    throw new SsoAnswerError(`The ${what} is too old: it took too long, or the clocks differ`);
}

function timeOf(element: XmlElement, name: string): Date | undefined {
  const text = attributeOf(element, name);
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(time.getTime()))
    throw new SsoAnswerError(`${name} is no time`);
  return time;
}

function nameIdOf(subject: XmlElement): NameId | undefined {
  const element = childOf(subject, NS.saml, 'NameID');
  if (element === undefined) return undefined;
  return {
    value: textOf(element),
    format: attributeOf(element, 'Format') ?? UNSPECIFIED,
    nameQualifier: attributeOf(element, 'NameQualifier'),
    spNameQualifier: attributeOf(element, 'SPNameQualifier'),
  };
}

function proofOf(
  root: XmlElement,
  { now, skewMs }: Expected,
): Pick<SamlAssertion, 'sessionIndex' | 'authnContext' | 'authnInstant'> {
  const statement = childOf(root, NS.saml, 'AuthnStatement');
  if (statement === undefined) throw new SsoAnswerError('The assertion does not say that anybody signed in');
  const until = timeOf(statement, 'SessionNotOnOrAfter');
  if (until !== undefined && now.getTime() - skewMs >= until.getTime())
    throw new SsoAnswerError('The session at the directory has ended');
  const context = childOf(statement, NS.saml, 'AuthnContext');
  const className = context && childOf(context, NS.saml, 'AuthnContextClassRef');
  return {
    sessionIndex: attributeOf(statement, 'SessionIndex'),
    authnContext: className && textOf(className),
    authnInstant: timeOf(statement, 'AuthnInstant'),
  };
}

/** Some directories repeat an attribute for each of its values. */
function attributesOf(root: XmlElement): Record<string, unknown> {
  const found = new Map<string, string[]>();
  const add = (name: string | undefined, values: string[]) => {
    if (name !== undefined && name !== '') found.set(name, [...(found.get(name) ?? []), ...values]);
  };
  const statements = childrenOf(root, NS.saml, 'AttributeStatement');
  for (const attribute of statements.flatMap((statement) => childrenOf(statement, NS.saml, 'Attribute'))) {
    const values = childrenOf(attribute, NS.saml, 'AttributeValue').map(valueOf);
    const [name, friendly] = [attributeOf(attribute, 'Name'), attributeOf(attribute, 'FriendlyName')];
    add(name, values);
    if (friendly !== name) add(friendly, values);
  }
  return Object.fromEntries(
    [...found].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}

/** The text of it, or of the one element in it, such as a NameID. */
function valueOf(element: XmlElement): string {
  const [inner, ...more] = children(element);
  if (inner === undefined) return textOf(element);
  if (more.length > 0 || withAllBelow(inner).length > 1)
    throw new UnreadableXmlError('An attribute has elements for values');
  return textOf(inner);
}
