import { randomBytes } from 'node:crypto';
import { digest } from '@orkestra/core';
import { namesIn } from './sensitive-places';

/** What stands in the place of a sensitive value. */
const MASK = '••••';

const SALT_BYTES = 16;

/** Sensitive values by JSON pointer. The salt keeps them from being found by trying, since the digest is for everybody. */
export interface Secrets {
  /** Hexadecimal. */
  salt: string;
  values: Record<string, unknown>;
}

export interface Masked<Body> {
  body: Body;
  /** Of the masked body together with the salted digest of each value. */
  digest: Buffer;
  /** Null where nothing is sensitive. */
  secrets: Secrets | null;
}

/** The body with masks, and what they stand for. The digest is that of the body where nothing is sensitive. */
export function mask<Body>(body: Body, pointers: readonly string[]): Masked<Body> {
  if (pointers.length === 0) return { body, digest: digest(body), secrets: null };
  const salt = randomBytes(SALT_BYTES).toString('hex');
  const copy = structuredClone(body);
  const values = Object.fromEntries(pointers.map((pointer) => [pointer, put(copy, pointer, MASK)]));
  const sealed = Object.entries(values).map(([pointer, value]) => [
    pointer,
    digest({ salt, value }).toString('hex'),
  ]);
  return {
    body: copy,
    digest: digest({ body: copy, sensitive: Object.fromEntries(sealed) as unknown }),
    secrets: { salt, values },
  };
}

/** The body as it was before it was masked. */
export function unmask<Body>(body: Body, { values }: Secrets): Body {
  const copy = structuredClone(body);
  for (const [pointer, value] of Object.entries(values)) put(copy, pointer, value);
  return copy;
}

/** A copy without these places, as a draft is kept. Items of lists are emptied, so that the others keep their places. */
export function without<Body>(body: Body, pointers: readonly string[]): Body {
  if (pointers.length === 0) return body;
  const copy = structuredClone(body);
  for (const pointer of pointers) put(copy, pointer, undefined);
  return JSON.parse(JSON.stringify(copy)) as Body;
}

/** Puts a value in its place; answers with what stood there. */
function put(body: unknown, pointer: string, value: unknown): unknown {
  const names = namesIn(pointer);
  const last = names.pop() ?? '';
  const holder = names.reduce<unknown>(
    (part, name) => (part as Record<string, unknown> | undefined)?.[name],
    body,
  ) as Record<string, unknown> | undefined;
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, last)) return undefined;
  const before = holder[last];
  holder[last] = value;
  return before;
}
