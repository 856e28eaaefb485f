type WithoutNulls<T> = T extends object ? { [Name in keyof T]: Exclude<T[Name], null> } : T;

/** `null` of an edge means left out: the object without its properties that are null; what they hold stays as it is. */
export function withoutNulls<T>(value: T): WithoutNulls<T> {
  if (typeof value !== 'object' || value === null) return value as WithoutNulls<T>;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null)) as WithoutNulls<T>;
}

/** The same at any depth. */
export function withoutNullsWithin(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullsWithin);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const kept = Object.entries(withoutNulls(value));
  return Object.fromEntries(kept.map(([name, part]) => [name, withoutNullsWithin(part)]));
}
