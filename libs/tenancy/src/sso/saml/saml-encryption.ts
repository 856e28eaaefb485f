import { constants, createPublicKey, privateDecrypt, publicEncrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { decrypt } from 'xml-encryption';
import { SsoAnswerError } from '../sso.errors';
import { attributeOf, childOf, childrenOf, is, NS, textOf, withAllBelow, type XmlElement } from './saml-xml';

const XENC11 = 'http://www.w3.org/2009/xmlenc11#';
const SHA1 = `${NS.ds}sha1`;
const CIPHERS = [
  ...['aes128-cbc', 'aes256-cbc'].map((name) => `${NS.xenc}${name}`),
  ...['aes128-gcm', 'aes256-gcm'].map((name) => `${XENC11}${name}`),
];
/** Key transport, never by PKCS #1 v1.5: its errors tell too much. The older of both masks by SHA-1, whatever the digest is. */
const [OAEP_BY_SHA1, OAEP] = [`${NS.xenc}rsa-oaep-mgf1p`, `${XENC11}rsa-oaep`];
const DIGESTS: Readonly<Record<string, string>> = {
  [SHA1]: 'sha1',
  [`${NS.xenc}sha256`]: 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384': 'sha384',
  [`${NS.xenc}sha512`]: 'sha512',
};
const MASK = new RegExp(`^${XENC11}mgf1(sha1|sha256|sha384|sha512)$`);

/** An encrypted assertion in its parts. */
export interface Encrypted {
  /** URI of how the assertion is encrypted. */
  cipher: string;
  assertion: string;
  /** Of OAEP, for digest and mask alike. */
  hash: string;
  key: string;
}

/** @throws SsoAnswerError where it is encrypted in a way that is not taken, UnreadableXmlError */
export function readEncrypted(encrypted: XmlElement): Encrypted {
  const data = childrenOf(encrypted, NS.xenc, 'EncryptedData');
  const keys = withAllBelow(encrypted).filter((element) => is(element, NS.xenc, 'EncryptedKey'));
  const [only, key] = [data[0], keys[0]];
  if (data.length !== 1 || keys.length !== 1 || only === undefined || key === undefined)
    throw new SsoAnswerError('An encrypted assertion has one part and one key');
  const cipher = algorithmOf(childOf(only, NS.xenc, 'EncryptionMethod'));
  if (cipher === undefined || !CIPHERS.includes(cipher)) throw notTaken('cipher', cipher);
  return { cipher, hash: hashOf(key), assertion: cipherValueOf(only), key: cipherValueOf(key) };
}

/** Undefined where the private key is another one. */
export async function decrypted(encrypted: Encrypted, privateKey: string): Promise<string | undefined> {
  try {
    const options = {
      key: privateKey,
      disallowDecryptionWithInsecureAlgorithm: true,
      warnInsecureAlgorithm: false,
    };
    return await promisify(decrypt)(asLibraryReads(encrypted, privateKey), options);
  } catch {
    return undefined;
  }
}

/** `xml-encryption` knows the older key transport alone: the same key, in that. */
function asLibraryReads({ cipher, assertion, hash, key }: Encrypted, privateKey: string): string {
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const plain = privateDecrypt({ key: privateKey, padding, oaepHash: hash }, Buffer.from(key, 'base64'));
  const again = publicEncrypt({ key: createPublicKey(privateKey), padding, oaepHash: 'sha1' }, plain);
  const part = (name: string, method: string, value: string, inner = '') =>
    `<${name} xmlns="${NS.xenc}"><EncryptionMethod Algorithm="${method}"/>${inner}<CipherData><CipherValue>${value}</CipherValue></CipherData></${name}>`;
  const keyInfo = `<KeyInfo xmlns="${NS.ds}">${part('EncryptedKey', OAEP_BY_SHA1, again.toString('base64'))}</KeyInfo>`;
  return part('EncryptedData', cipher, assertion, keyInfo);
}

function hashOf(key: XmlElement): string {
  const method = childOf(key, NS.xenc, 'EncryptionMethod');
  const transport = algorithmOf(method);
  if (method === undefined || (transport !== OAEP && transport !== OAEP_BY_SHA1))
    throw notTaken('key', transport);
  if (childOf(method, NS.xenc, 'OAEPparams') !== undefined) throw notTaken('key', 'OAEPparams');
  const digest = algorithmOf(childOf(method, NS.ds, 'DigestMethod')) ?? SHA1;
  const mask = transport === OAEP ? algorithmOf(childOf(method, XENC11, 'MGF')) : undefined;
  const [hash, masking] = [DIGESTS[digest], mask === undefined ? 'sha1' : MASK.exec(mask)?.[1]];
  // OpenSSL takes them apart; Node does not let us say so.
  if (hash === undefined || hash !== masking)
    throw notTaken('digest and mask', `${digest} ${mask ?? 'sha1'}`);
  return hash;
}

function cipherValueOf(element: XmlElement): string {
  const data = childOf(element, NS.xenc, 'CipherData');
  const value = data && childOf(data, NS.xenc, 'CipherValue');
  if (value === undefined) throw new SsoAnswerError('An encrypted assertion has nothing in it');
  const text = textOf(value).replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw new SsoAnswerError('What is encrypted is no base64');
  return text;
}

function algorithmOf(method: XmlElement | undefined): string | undefined {
  return method && attributeOf(method, 'Algorithm');
}

function notTaken(what: string, used = 'none'): SsoAnswerError {
  return new SsoAnswerError(
    `The assertion is encrypted in a way that is not taken: ${what} ${used.slice(0, 120)}`,
  );
}
