import { isRecord } from '../../interface/values/is-record';

export type Schema = Record<string, unknown>;

/** Keywords that hold one schema. */
const one = new Set([
  'additionalProperties',
  'contains',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
]);
/** Keywords that hold a list of schemas. */
const lists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
/** Keywords that hold schemas by name. */
const maps = new Set(['$defs', 'definitions', 'dependentSchemas', 'patternProperties', 'properties']);

/** A copy of a schema with each schema directly inside it replaced; what only looks like one, such as data, is kept. */
export function mapParts(schema: Schema, change: (part: unknown, keyword: string) => unknown): Schema {
  return mapValues(schema, (value, keyword) => {
    if (one.has(keyword)) return change(value, keyword);
    if (lists.has(keyword) && Array.isArray(value)) return value.map((part) => change(part, keyword));
    if (maps.has(keyword) && isRecord(value)) return mapValues(value, (part) => change(part, keyword));
    return value;
  });
}

/** A copy of an object with its values changed; a key `__proto__` stays a key. */
export function mapValues(values: Schema, change: (value: unknown, key: string) => unknown): Schema {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value, key)]));
}

export function without(values: Schema, ...names: string[]): Schema {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

export function schemasOf(value: unknown): Schema[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function namesOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}
