/** Keywords of JSON Schema 2020-12 that hold one schema. */
export const ONE_SCHEMA: ReadonlySet<string> = new Set([
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
export const SCHEMA_LIST: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);

/** Keywords that hold schemas by name. */
export const SCHEMA_MAP: ReadonlySet<string> = new Set([
  '$defs',
  'definitions',
  'dependentSchemas',
  'patternProperties',
  'properties',
]);

/** Keywords that hold values. */
const VALUES: ReadonlySet<string> = new Set([
  '$comment',
  '$ref',
  '$schema',
  'const',
  'contentEncoding',
  'contentMediaType',
  'default',
  'dependentRequired',
  'deprecated',
  'description',
  'enum',
  'examples',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'format',
  'maxContains',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minContains',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'multipleOf',
  'pattern',
  'readOnly',
  'required',
  'title',
  'type',
  'uniqueItems',
  'writeOnly',
]);

const REFUSED: Readonly<Record<string, string>> = {
  $anchor: 'is not allowed; refer to #/$defs/… instead',
  $dynamicAnchor: 'is not allowed: a schema has a fixed shape',
  $dynamicRef: 'is not allowed: a schema has a fixed shape',
  $id: 'is not allowed: the schema has no address of its own',
  $recursiveRef: 'is not allowed: a schema has a fixed shape',
  additionalItems: 'belongs to an older JSON Schema; use items beside prefixItems',
  dependencies: 'belongs to an older JSON Schema; use dependentRequired or dependentSchemas',
  'x-showWhen': 'is written by the server; use if and then',
};

/**
 * Why a keyword may not stand in a schema; null when it may. Names that begin with `x-` are notes.
 * @param foreign whether keywords may stand there that JSON Schema does not know
 */
export function keywordProblem(keyword: string, foreign = false): string | null {
  const refused = Object.hasOwn(REFUSED, keyword) ? REFUSED[keyword] : undefined;
  if (refused !== undefined) return refused;
  if (foreign || keyword.startsWith('x-') || VALUES.has(keyword)) return null;
  if (ONE_SCHEMA.has(keyword) || SCHEMA_LIST.has(keyword) || SCHEMA_MAP.has(keyword)) return null;
  return 'is not a keyword of JSON Schema 2020-12';
}

export { escapePointer } from '@orkestra/core';
