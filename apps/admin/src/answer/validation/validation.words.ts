import type { OutputUnit } from '@cfworker/json-schema';
import type { FieldError } from '../../errors/field-errors';
import { PATTERN } from './linear-schema';
import { isRecord } from '../../interface/values/is-record';
import { resolved, schemaAround, valueAt } from './schema-location';

const wrappers = new Set([
  'properties',
  'items',
  'prefixItems',
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
  'allOf',
  'if',
  '$ref',
  'patternProperties',
  'dependentSchemas',
]);
const branch = /\/(?:oneOf|anyOf)\/\d+(?:\/|$)|\/(?:contains|not|propertyNames)\//;

/** Leaves out what only repeats another error: the keywords around it, and options that did not match. */
export function isOwnError({
  keyword,
  keywordLocation,
}: Pick<OutputUnit, 'keyword' | 'keywordLocation'>): boolean {
  return !wrappers.has(keyword) && !branch.test(keywordLocation);
}

/** An error of the schema check as a pointer and a sentence, in the words that the server uses. */
export function fieldErrorOf(unit: OutputUnit, schema: unknown): FieldError {
  const place = unit.instanceLocation.replace(/^#/, '');
  const name = missingName(unit);
  const pointer = name === undefined ? place : `${place}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return { pointer, message: wordsFor(unit, schema, name) };
}

function missingName({ keyword, error }: OutputUnit): string | undefined {
  if (keyword !== 'required' && keyword !== 'dependentRequired') return undefined;
  return /"([^"]*(?:"[^"]+)*)"\.$/s.exec(error.replace(/^Instance has ".*" but does not have /s, ''))?.[1];
}

function wordsFor(unit: OutputUnit, schema: unknown, missing: string | undefined): string {
  const around = schemaAround(schema, unit.keywordLocation);
  const limit = valueAt(schema, unit.keywordLocation);
  const bound = typeof limit === 'string' ? limit : JSON.stringify(limit);
  const words: Record<string, () => string> = {
    required: () => missingWords(propertyOf(schema, around, missing)),
    dependentRequired: () => 'Please fill this in.',
    type: () => (isChoice(around) ? choose : `Must be ${[limit].flat().map(typeWord).join(' or ')}.`),
    minLength: () => (limit === 1 ? 'Please fill this in.' : `Write at least ${bound} characters.`),
    maxLength: () => `Write at most ${bound} ${limit === 1 ? 'character' : 'characters'}.`,
    minimum: () => `Must be ${bound} or more.`,
    maximum: () => `Must be ${bound} or less.`,
    exclusiveMinimum: () => `Must be more than ${bound}.`,
    exclusiveMaximum: () => `Must be less than ${bound}.`,
    multipleOf: () => (limit === 1 ? 'Must be a whole number.' : `Must be a multiple of ${bound}.`),
    minItems: () => `${verbFor(around)} at least ${limit === 1 ? 'one' : bound}.`,
    maxItems: () => `${verbFor(around)} at most ${bound}.`,
    uniqueItems: () => `${verbFor(around)} each only once.`,
    contains: () => 'Lacks an entry of the expected kind.',
    minContains: () => 'Lacks entries of the expected kind.',
    maxContains: () => 'Has too many entries of the same kind.',
    minProperties: () => `Fill in at least ${bound}.`,
    maxProperties: () => `Fill in at most ${bound}.`,
    propertyNames: () => 'A field cannot have this name here.',
    oneOf: () => alternatives(limit),
    anyOf: () => alternatives(limit),
    enum: () => choose,
    const: () => `Must be ${JSON.stringify(limit)}.`,
    not: () => 'This is not allowed.',
    false: () => 'The form has no such field.',
    format: () => formatWords(bound),
  };
  return words[unit.keyword]?.() ?? 'This is not valid.';
}

const choose = 'Choose one of the options.';

/** Said of alternatives as a whole; what is wrong with the chosen one says more. */
export const NO_KIND_FITS = 'Does not fit any of the allowed kinds of answer.';

const formats: Record<string, string> = {
  'attachment-id': 'Attach a file.',
  email: 'Write an e-mail address such as name@example.com.',
  uri: 'Write a full address such as https://example.com.',
  url: 'Write a full address such as https://example.com.',
  date: 'Choose a date.',
  time: 'Choose a time.',
  'date-time': 'Choose a date and time.',
};

function formatWords(format: string): string {
  if (format.startsWith(`${PATTERN}^[Hh][Tt][Tt][Pp][Ss]?://`)) return formats.url ?? '';
  if (format.startsWith(`${PATTERN}@[^@]*[.:]`)) return formats.email ?? '';
  if (format.startsWith(PATTERN)) return 'Does not have the expected form.';
  return formats[format] ?? `Is not a valid ${format}.`;
}

const types: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'an object with fields',
  null: 'empty',
};

function typeWord(type: unknown): string {
  return types[String(type)] ?? String(type);
}

function missingWords(field: Record<string, unknown>): string {
  if (isChoice(field)) return choose;
  if (field.type === 'boolean') return 'Answer yes or no.';
  if (field.type === 'array') return `${verbFor(field)} at least one.`;
  return field.format === 'attachment-id' ? 'Attach a file.' : 'Please fill this in.';
}

/** What a person does to put something on a list. */
function verbFor(field: Record<string, unknown>): string {
  const items = isRecord(field.items) ? field.items : {};
  if (items.format === 'attachment-id') return 'Attach';
  return isChoice(items) ? 'Choose' : 'Add';
}

function isChoice({ oneOf, enum: values }: Record<string, unknown>): boolean {
  return values !== undefined || (oneOf !== undefined && alternatives(oneOf) === choose);
}

function alternatives(options: unknown): string {
  const choice = Array.isArray(options) && options.every((option) => isRecord(option) && 'const' in option);
  return choice ? choose : NO_KIND_FITS;
}

/** The field that is missing; a condition may demand what only the form itself describes. */
function propertyOf(schema: unknown, around: Record<string, unknown>, name = ''): Record<string, unknown> {
  const candidates = [around, isRecord(schema) ? schema : {}];
  const field = candidates
    .map(({ properties }) =>
      isRecord(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined,
    )
    .find((property) => property !== undefined);
  return resolved(schema, field);
}
