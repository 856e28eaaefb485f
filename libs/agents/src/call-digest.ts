import { createHash } from 'node:crypto';

/** SHA-256 of the call as canonical JSON, in hex: what a person approves is bound to it. */
export function digestOf(tool: string, given: unknown): string {
  const call = { tool, arguments: argumentsOf(given) };
  return createHash('sha256').update(canonical(call)).digest('hex');
}

/** As they travel: JSON, and always an object. */
export function argumentsOf(given: unknown): Record<string, unknown> {
  const value: unknown = JSON.parse(JSON.stringify(given ?? {}));
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  return { input: value };
}

/** The same text for the same content, whatever the order of its keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}
