import { nearMiss } from './near-miss';

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

/** Those that say something to people, or hold what others refer to, and allow any value. */
const NOTES: ReadonlySet<string> = new Set([
  ...['$comment', '$defs', 'default', 'definitions', 'deprecated', 'description'],
  ...['examples', 'readOnly', 'title', 'writeOnly'],
]);

const REFUSED: Readonly<Record<string, string>> = {
  $anchor: 'is not allowed; refer to #/$defs/… instead',
  $dynamicAnchor: 'is not allowed: a schema has a fixed shape',
  $dynamicRef: 'is not allowed: a schema has a fixed shape',
  $id: 'is not allowed: only the whole schema may have an address',
  $recursiveRef: 'is not allowed: a schema has a fixed shape',
  additionalItems: 'belongs to an older JSON Schema; use items beside prefixItems',
  dependencies: 'belongs to an older JSON Schema; use dependentRequired or dependentSchemas',
  nullable: 'needs a type beside it; or write anyOf with { "type": "null" }',
  'x-showWhen': 'is written by the server; use if and then',
};

/** Keywords of other drafts and of validators that would forbid some answers, if anything here knew them. */
const UNKNOWN_DEMANDS: ReadonlySet<string> = new Set([
  ...[
    '$data',
    'disallow',
    'divisibleBy',
    'extends',
    'instanceof',
    'typeof',
    'range',
    'exclusiveRange',
    'regexp',
  ],
  ...['formatMinimum', 'formatMaximum', 'formatExclusiveMinimum', 'formatExclusiveMaximum'],
  ...['allRequired', 'anyRequired', 'oneRequired', 'patternRequired', 'prohibited', 'uniqueItemProperties'],
  ...['deepProperties', 'deepRequired', 'select', 'selectCases', 'selectDefault', 'switch', 'transform'],
  ...['patternGroups', 'propertyDependencies', 'requiredProperties', 'dynamicDefaults'],
]);

/** Known annotations whose names are nearly those of keywords. */
const NEARLY: ReadonlySet<string> = new Set(['example', 'id']);

/**
 * Why a keyword may not stand in a schema; null when it may. Names that begin with `x-` are notes.
 * @param foreign which keywords may stand there that JSON Schema does not know: all of them, those that seem to be notes
 * of some tool, or none
 */
export function keywordProblem(keyword: string, foreign: 'all' | 'notes' | 'none' = 'notes'): string | null {
  const refused = Object.hasOwn(REFUSED, keyword) ? REFUSED[keyword] : undefined;
  if (refused !== undefined) return refused;
  if (foreign === 'all' || keyword.startsWith('x-') || isKnown(keyword)) return null;
  if (foreign === 'none' || UNKNOWN_DEMANDS.has(keyword)) return 'is not a keyword of JSON Schema 2020-12';
  const meant = NEARLY.has(keyword) ? undefined : nearMiss(keyword, KEYWORDS);
  return meant === undefined ? null : `is not a keyword of JSON Schema 2020-12; is it ${meant}?`;
}

/** Whether a keyword only says something, so that it matters to no answer. */
export function isNote(keyword: string): boolean {
  return NOTES.has(keyword) || keyword.startsWith('x-');
}

const KEYWORDS = [...ONE_SCHEMA, ...SCHEMA_LIST, ...SCHEMA_MAP, ...VALUES];

function isKnown(keyword: string): boolean {
  return (
    VALUES.has(keyword) || ONE_SCHEMA.has(keyword) || SCHEMA_LIST.has(keyword) || SCHEMA_MAP.has(keyword)
  );
}

export { escapePointer } from '@orkestra/core';
