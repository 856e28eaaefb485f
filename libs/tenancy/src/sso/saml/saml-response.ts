import { SsoAnswerError, SsoDeniedError } from '../sso.errors';
import { type Encrypted, readEncrypted } from './saml-encryption';
import {
  attributeOf,
  childOf,
  children,
  childrenOf,
  is,
  NS,
  parseXml,
  withAllBelow,
  type XmlElement,
} from './saml-xml';

/** A response that looks as one should. Nothing of it is believed yet. */
export interface SamlResponse {
  /** As the form had it. */
  encoded: string;
  /** The same, decoded. */
  xml: string;
  inResponseTo: string | undefined;
  destination: string | undefined;
  isSigned: boolean;
  /** Undefined where the assertion is in the clear. */
  encrypted: Encrypted | undefined;
}

const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success';
export const LARGEST = 256 * 1024;
export const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const SIGNATURES = ['rsa-sha256', 'rsa-sha512'].map(
  (name) => `http://www.w3.org/2001/04/xmldsig-more#${name}`,
);
const DIGESTS = ['sha256', 'sha512'].map((name) => `${NS.xenc}${name}`);
const TRANSFORMS = [`${NS.ds}enveloped-signature`, EXCLUSIVE_C14N, `${EXCLUSIVE_C14N}WithComments`];

/**
 * Reads a response as the browser brought it. It has one assertion, in its place, and no signature but of the response
 * and of the assertion, each over the element that it is in: whatever else may be in it could be taken for what is signed.
 * @throws SsoAnswerError, SsoDeniedError where the directory says that it did not sign the person in
 * @throws UnreadableXmlError
 */
export function readResponse(form: string): SamlResponse {
  const encoded = form.replace(/\s+/g, '');
  if (encoded.length > LARGEST || !BASE64.test(encoded))
    throw new SsoAnswerError('The response is no base64, or too long');
  const xml = decodedText(Buffer.from(encoded, 'base64'));
  const root = parseXml(xml);
  if (!is(root, NS.samlp, 'Response') || root.getAttribute('Version') !== '2.0')
    throw new SsoAnswerError('It is no SAML 2.0 response');
  checkStatus(root);
  const encrypted = checkPlaces(root);
  checkIds(root);
  checkSignatures(root);
  return {
    encoded,
    xml,
    inResponseTo: attributeOf(root, 'InResponseTo'),
    destination: attributeOf(root, 'Destination'),
    isSigned: childrenOf(root, NS.ds, 'Signature').length > 0,
    encrypted: encrypted && readEncrypted(encrypted),
  };
}

/**
 * The same for an assertion that came encrypted.
 * @returns whether it is signed
 * @throws SsoAnswerError, UnreadableXmlError
 */
export function checkDecrypted(xml: string): boolean {
  const root = parseXml(xml);
  if (!is(root, NS.saml, 'Assertion')) throw new SsoAnswerError('What is encrypted is no assertion');
  const named = withAllBelow(root).filter(({ localName }) => /^(Encrypted)?Assertion$/.test(localName));
  if (named.length !== 1) throw new SsoAnswerError('There is an assertion within the assertion');
  checkIds(root);
  checkSignatures(root);
  return childrenOf(root, NS.ds, 'Signature').length > 0;
}

/** @throws SsoAnswerError */
export function decodedText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SsoAnswerError('It is no UTF-8');
  }
}

function checkStatus(root: XmlElement): void {
  const status = childOf(root, NS.samlp, 'Status');
  const code = status && childOf(status, NS.samlp, 'StatusCode');
  const value = code?.getAttribute('Value') ?? '';
  if (value === SUCCESS) return;
  const detail = (code && childOf(code, NS.samlp, 'StatusCode')?.getAttribute('Value')) ?? value;
  const word = /:([A-Za-z]{1,60})$/.exec(detail)?.[1];
  throw new SsoDeniedError(word ?? 'it gave no reason');
}

/** @returns the encrypted assertion, if it is encrypted */
function checkPlaces(root: XmlElement): XmlElement | undefined {
  const all = withAllBelow(root);
  if (all.filter(({ localName }) => localName === 'Response').length !== 1)
    throw new SsoAnswerError('There is a response within the response');
  const assertions = all.filter(({ localName }) => /^(Encrypted)?Assertion$/.test(localName));
  const [assertion] = assertions;
  const isOne =
    assertion !== undefined &&
    assertions.length === 1 &&
    assertion.parentNode === root &&
    assertion.namespaceURI === NS.saml;
  if (!isOne) throw new SsoAnswerError('There is not exactly one assertion, right below the response');
  return assertion.localName === 'EncryptedAssertion' ? assertion : undefined;
}

export function checkIds(root: XmlElement): void {
  const ids = withAllBelow(root).flatMap((element) =>
    Array.from(element.attributes)
      .filter(({ name }) => /^(.*:)?id$/i.test(name))
      .map(({ value }) => value),
  );
  if (new Set(ids).size !== ids.length) throw new SsoAnswerError('Two elements have the same ID');
}

export function checkSignatures(root: XmlElement): void {
  for (const signature of withAllBelow(root).filter(({ localName }) => localName === 'Signature')) {
    const signed = signature.parentNode as XmlElement;
    const isInPlace = signed === root || (signed.parentNode === root && is(signed, NS.saml, 'Assertion'));
    if (!isInPlace || signature.namespaceURI !== NS.ds)
      throw new SsoAnswerError('There is a signature where none belongs');
    if (childrenOf(signed, NS.ds, 'Signature').length !== 1)
      throw new SsoAnswerError('An element is signed twice');
    checkSignature(signature, signed.getAttribute('ID') ?? '');
  }
}

function checkSignature(signature: XmlElement, id: string): void {
  const info = childOf(signature, NS.ds, 'SignedInfo');
  const reference = info && childOf(info, NS.ds, 'Reference');
  if (info === undefined || reference === undefined || id === '')
    throw new SsoAnswerError('A signature signs nothing');
  if (childrenOf(signature, NS.ds, 'Object').length > 0)
    throw new SsoAnswerError('A signature has something within it');
  if (reference.getAttribute('URI') !== `#${id}`)
    throw new SsoAnswerError('A signature is of another element than it is in');
  const steps = childOf(reference, NS.ds, 'Transforms');
  const used = {
    signature: algorithmsOf(info, 'SignatureMethod'),
    digest: algorithmsOf(reference, 'DigestMethod'),
    canonical: algorithmsOf(info, 'CanonicalizationMethod'),
    transforms: steps === undefined ? [] : algorithmsOf(steps, 'Transform'),
  };
  const areFit =
    isOneOf(used.signature, SIGNATURES) &&
    isOneOf(used.digest, DIGESTS) &&
    isOneOf(used.canonical, TRANSFORMS.slice(1)) &&
    used.transforms.length <= 2 &&
    used.transforms.every((name) => TRANSFORMS.includes(name));
  if (!areFit) throw new SsoAnswerError(`A signature is made in a way that is not taken: ${said(used)}`);
}

function algorithmsOf(parent: XmlElement, name: string): string[] {
  return children(parent)
    .filter((element) => is(element, NS.ds, name))
    .map((element) => element.getAttribute('Algorithm') ?? '');
}

function isOneOf(used: readonly string[], taken: readonly string[]): boolean {
  return used.length === 1 && used.every((name) => taken.includes(name));
}

function said(used: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(used)
    .map(([what, names]) => `${what} ${names.map((name) => name.slice(-30)).join(', ')}`)
    .join('; ');
}
