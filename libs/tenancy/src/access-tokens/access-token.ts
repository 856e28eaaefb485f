import { oneLine } from '@orkestra/core';
import * as jose from 'jose';
import { ALL_SCOPES, type Scope } from '../scopes';

const LONGEST_TOKEN = 16_384;
const LONGEST_SUBJECT = 255;
const LONGEST_ISSUER = 500;
const LONGEST_CLIENT = 100;
const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;
/** What only ID tokens and logout tokens have, and `cnf` of those that count only with a proof that a bearer has not. */
const OF_OTHER_TOKENS = ['nonce', 'at_hash', 'c_hash', 's_hash', 'events', 'cnf'];
/** Where providers say which client asked for the token, the usual first. */
const CLIENT_CLAIMS = ['azp', 'client_id', 'cid', 'appid'];

/** What an agent may be allowed to do in a person's name: decisions and the workspace itself are theirs alone. */
export const AGENT_SCOPES: readonly Scope[] = ALL_SCOPES.filter((scope) => scope !== 'tasks:complete');
/** Stands for all of them. */
export const WHOLE_SCOPE = 'orkestra';

/** Whether a bearer's secret has the form of a provider's token, which no API key has. */
export function isJwt(text: string): boolean {
  return JWT.test(text);
}

/** Whose token it claims to be; nothing of it is checked. Undefined for what is none. */
export function claimedBy(token: string): { issuer: string; subject: string } | undefined {
  if (token.length > LONGEST_TOKEN || !isJwt(token)) return undefined;
  try {
    const { iss: issuer, sub: subject } = jose.decodeJwt(token);
    if (!isName(issuer, LONGEST_ISSUER) || !isName(subject, LONGEST_SUBJECT)) return undefined;
    return { issuer, subject };
  } catch {
    return undefined;
  }
}

/** Whether a token that the provider signed is for calling others with: no ID token, and none that is bound to a key. */
export function isAccessToken(header: { typ?: unknown }, payload: jose.JWTPayload): boolean {
  const { typ = 'JWT' } = header;
  if (typeof typ !== 'string' || !/^(application\/)?(at\+)?jwt$/i.test(typ)) return false;
  if (payload['typ'] !== undefined && payload['typ'] !== 'Bearer') return false;
  return !OF_OTHER_TOKENS.some((name) => Object.hasOwn(payload, name));
}

/** Which client asked for the token, as the provider calls it. */
export function clientOf(payload: jose.JWTPayload): string {
  for (const name of CLIENT_CLAIMS) {
    const value = payload[name];
    const client = typeof value === 'string' ? oneLine(value).slice(0, LONGEST_CLIENT) : '';
    if (client !== '') return client;
  }
  return 'unnamed client';
}

/** The scopes that the token grants, of those that an agent may have: `scope` of RFC 9068, or `scp`. */
export function grantedScopes({ scope, scp }: jose.JWTPayload): readonly Scope[] {
  const named = [scope, scp].flatMap((value): unknown[] =>
    Array.isArray(value) ? (value as unknown[]) : typeof value === 'string' ? value.split(' ') : [],
  );
  return named.includes(WHOLE_SCOPE) ? AGENT_SCOPES : AGENT_SCOPES.filter((name) => named.includes(name));
}

function isName(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longest && !value.includes('\0');
}
