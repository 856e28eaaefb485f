import { createHash } from 'node:crypto';

/** SHA-256 of a JSON value, the same for the same content whatever the order of its keys. */
export function digest(value: unknown): Buffer {
  return createHash('sha256').update(canonicalJson(value)).digest();
}

/** The text of a JSON value by RFC 8785 (JCS): the same for the same content. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    const entries = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
