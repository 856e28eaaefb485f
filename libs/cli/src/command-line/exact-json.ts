import { isLosslessNumber, isSafeNumber, parse, stringify } from 'lossless-json';
import { escapedJson } from './foreign-text';

export type Json = unknown;
export type JsonObject = Readonly<Record<string, Json>>;

/** JSON with each number as it is written. @throws SyntaxError */
export function readExactly(text: string): Json {
  return parse(text, undefined, { onDuplicateKey: ({ newValue }) => newValue });
}

/** Numbers as they were read; nothing in it controls a terminal. */
export function writeExactly(value: Json, indent?: number): string {
  return escapedJson(stringify(value, undefined, indent) ?? 'null');
}

/** The JSON pointer of the first number with more digits than the API keeps; undefined where each is kept. */
export function firstInexact(value: Json, pointer = ''): string | undefined {
  if (isLosslessNumber(value)) return isSafeNumber(value.value) ? undefined : pointer || '/';
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const found = firstInexact(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isLosslessNumber(value);
}

/** A value for a person: text as it is, a number with its digits, all else as JSON. */
export function inWords(value: Json): string {
  if (value === null || value === undefined) return '-';
  return typeof value === 'string' ? value : (stringify(value) ?? '-');
}
