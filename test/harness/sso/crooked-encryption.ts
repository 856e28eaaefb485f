import { constants, createCipheriv, publicEncrypt, randomBytes } from 'node:crypto';

export interface EncryptedHow {
  /** Of OAEP. */
  hash?: string;
  /** What is said of the mask, in place of the same hash. */
  mask?: string;
  /** What is said of the key's transport. */
  transport?: string;
}

const XENC = 'http://www.w3.org/2001/04/xmlenc#';
const XENC11 = 'http://www.w3.org/2009/xmlenc11#';
const DS = 'http://www.w3.org/2000/09/xmldsig#';
const IV_BYTES = 12;

/** As Keycloak encrypts assertions unless it is told otherwise: by AES-GCM, its key by the OAEP of XML Encryption 1.1. */
export function encryptedByOaep(
  assertion: string,
  certificate: string,
  { hash = 'sha256', mask = `mgf1${hash}`, transport = `${XENC11}rsa-oaep` }: EncryptedHow = {},
): string {
  const [key, iv] = [randomBytes(32), randomBytes(IV_BYTES)];
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const content = Buffer.concat([iv, cipher.update(assertion, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const wrapped = publicEncrypt({ key: certificate, padding, oaepHash: hash }, key);
  const digest = hash === 'sha1' ? `${DS}sha1` : `${XENC}${hash}`;
  const value = (bytes: Buffer) =>
    `<xenc:CipherData><xenc:CipherValue>${bytes.toString('base64')}</xenc:CipherValue></xenc:CipherData>`;
  return `<saml:EncryptedAssertion><xenc:EncryptedData xmlns:xenc="${XENC}" Type="${XENC}Element"><xenc:EncryptionMethod Algorithm="${XENC11}aes256-gcm"/><ds:KeyInfo xmlns:ds="${DS}"><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="${transport}"><ds:DigestMethod Algorithm="${digest}"/><xenc11:MGF xmlns:xenc11="${XENC11}" Algorithm="${XENC11}${mask}"/></xenc:EncryptionMethod>${value(wrapped)}</xenc:EncryptedKey></ds:KeyInfo>${value(content)}</xenc:EncryptedData></saml:EncryptedAssertion>`;
}
