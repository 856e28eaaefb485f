/**
 * What `structuredClone` does with input, within the realm that Jest makes for a test: Node's own would make dates that are
 * no instance of the test's `Date`, and every input with a date would be refused.
 */
export function cloneHere(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cloneHere);
  if (value instanceof Date) return new Date(value);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value))
    Object.defineProperty(copy, name, {
      value: cloneHere(inner),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  return copy;
}
