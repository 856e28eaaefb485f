import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** Before the seed of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A public key of an installation, as a JSON Web Key (RFC 8037). */
export interface EvidenceJwk {
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
  kid: string;
  use: 'sig';
  alg: 'EdDSA';
}

/** The hexadecimal SHA-256 of the public key (SubjectPublicKeyInfo, DER). */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex');
}

export function toJwk(publicKey: KeyObject): EvidenceJwk {
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return { kty: 'OKP', crv: 'Ed25519', x, kid: keyIdOf(publicKey), use: 'sig', alg: 'EdDSA' };
}

/** @param seed 32 bytes */
export function privateKeyFrom(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
}

/** Public keys by their ids. */
export type PublicKeys = ReadonlyMap<string, KeyObject>;

/**
 * Reads public keys from PEM, as many as there are, or from a JSON Web Key or a set of them. A private key in the text is
 * refused: it must not travel.
 * @throws Error saying what is wrong
 */
export function publicKeysIn(text: string): PublicKeys {
  if (text.includes('PRIVATE KEY')) throw new Error('It holds a private key; a public one is needed.');
  const keys = text.trimStart().startsWith('{') ? fromJwks(text) : fromPem(text);
  if (keys.length === 0) throw new Error('It holds no public key, neither as PEM nor as a JSON Web Key.');
  if (keys.some((key) => key.asymmetricKeyType !== 'ed25519'))
    throw new Error('It holds a key that is not of the kind Ed25519.');
  return new Map(keys.map((key) => [keyIdOf(key), key]));
}

function fromPem(text: string): KeyObject[] {
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  return blocks.map((block) => createPublicKey(block));
}

function fromJwks(text: string): KeyObject[] {
  const read = JSON.parse(text) as { keys?: unknown };
  const all = Array.isArray(read.keys) ? (read.keys as unknown[]) : [read];
  return all.map((key) => {
    const { kty, crv, x, d } = key as { kty: string; crv: string; x: string; d?: string };
    if (d !== undefined) throw new Error('It holds a private key; a public one is needed.');
    return createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
  });
}
