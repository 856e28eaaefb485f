import { pointerSegments } from '../../errors/field-errors';
import { isRecord } from '../../interface/values/is-record';

/** What stands at a location of the schema check, such as `#/properties/payer/$ref/minLength`. */
export function valueAt(schema: unknown, location: string): unknown {
  return pointerSegments(location.replace(/^#/, '')).reduce<unknown>((node, segment) => {
    const next = memberOf(node, segment);
    return segment === '$ref' && typeof next === 'string' ? valueAt(schema, decodeURIComponent(next)) : next;
  }, schema);
}

/** The schema that a location's keyword stands in. */
export function schemaAround(schema: unknown, location: string): Record<string, unknown> {
  const around = valueAt(schema, location.slice(0, Math.max(location.lastIndexOf('/'), 0)));
  return isRecord(around) ? around : {};
}

/** A part of a schema, or what it refers to. */
export function resolved(root: unknown, part: unknown): Record<string, unknown> {
  if (!isRecord(part)) return {};
  const { $ref, ...rest } = part;
  return typeof $ref === 'string'
    ? { ...resolved(root, valueAt(root, decodeURIComponent($ref))), ...rest }
    : part;
}

function memberOf(node: unknown, name: string): unknown {
  if (!isRecord(node) && !Array.isArray(node)) return undefined;
  return Object.hasOwn(node, name) ? (node as Record<string, unknown>)[name] : undefined;
}
