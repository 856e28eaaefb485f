import { createHash, randomBytes } from 'node:crypto';

const SESSION_TOKEN = /^[\w-]{43}$/;
const API_KEY = /^ork_([0-9a-f]{12})_[\w-]{43}$/;
const SCIM_TOKEN = /^orkscim_([0-9a-f]{12})_[\w-]{43}$/;

/** 256 random bits, so a fast hash of it is as safe to store as a slow one. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

export function isSessionToken(token: string): boolean {
  return SESSION_TOKEN.test(token);
}

/** `ork_<prefix, by which it is found and listed>_<secret>` */
export function newApiKey(): { key: string; prefix: string } {
  const prefix = randomBytes(6).toString('hex');
  return { key: `ork_${prefix}_${randomBytes(32).toString('base64url')}`, prefix };
}

/** The key's prefix; undefined for what cannot be a key. */
export function apiKeyPrefix(key: string): string | undefined {
  return API_KEY.exec(key)?.[1];
}

/** `orkscim_<prefix, by which it is found and listed>_<secret>` */
export function newScimToken(): { token: string; prefix: string } {
  const prefix = randomBytes(6).toString('hex');
  return { token: `orkscim_${prefix}_${randomBytes(32).toString('base64url')}`, prefix };
}

/** The token's prefix; undefined for what cannot be a token of a directory. */
export function scimTokenPrefix(token: string): string | undefined {
  return SCIM_TOKEN.exec(token)?.[1];
}

/** What is stored in place of a token or key. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
