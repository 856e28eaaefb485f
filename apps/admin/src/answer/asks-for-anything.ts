import { isRecord } from '../interface/values/is-record';

const parts = ['properties', 'required', '$ref', 'allOf', 'anyOf', 'oneOf', 'if'];

/** Whether a form's schema has any field; that of a task without a form has none. */
export function asksForAnything(schema: unknown): boolean {
  if (!isRecord(schema)) return false;
  return parts.some((name) => {
    const part = schema[name];
    if (Array.isArray(part)) return part.length > 0;
    return isRecord(part) ? Object.keys(part).length > 0 : typeof part === 'string';
  });
}
