import type { OutputUnit } from '@cfworker/json-schema';
import { pointerSegments, type FieldError } from '../errors/field-errors';
import { isRecord } from './readable';

const wrappers = new Set([
  'properties',
  'items',
  'prefixItems',
  'allOf',
  'if',
  '$ref',
  'patternProperties',
  'dependentSchemas',
]);

/** Leaves out what only repeats another error: the keywords around it, and options that did not match. */
export function isOwnError({
  keyword,
  keywordLocation,
}: Pick<OutputUnit, 'keyword' | 'keywordLocation'>): boolean {
  return !wrappers.has(keyword) && !/\/(oneOf|anyOf)\/\d+(\/|$)/.test(keywordLocation);
}

/** An error of the schema check as a pointer and a sentence, in the words that the server uses. */
export function fieldErrorOf(unit: OutputUnit, schema: unknown): FieldError {
  const place = unit.instanceLocation.replace(/^#/, '');
  const missing = unit.keyword === 'required' ? /"(.*)"\.$/s.exec(unit.error)?.[1] : undefined;
  const pointer =
    missing === undefined ? place : `${place}/${missing.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return { pointer, message: wordsFor(unit.keyword, valueAt(schema, unit.keywordLocation)) };
}

function wordsFor(keyword: string, limit: unknown): string {
  const bound = String(limit);
  const words: Record<string, string> = {
    required: 'Please fill this in.',
    minLength: limit === 1 ? 'Please fill this in.' : `Write at least ${bound} characters.`,
    maxLength: `Write at most ${bound} characters.`,
    minimum: `Must be ${bound} or more.`,
    maximum: `Must be ${bound} or less.`,
    minItems: limit === 1 ? 'Choose at least one.' : `Choose at least ${bound}.`,
    maxItems: `Choose at most ${bound}.`,
    uniqueItems: 'Choose each only once.',
    oneOf: 'Choose one of the options.',
    enum: 'Choose one of the options.',
    pattern: 'Does not have the expected form.',
    format: formats[bound] ?? `Is not a valid ${bound}.`,
    type: 'Is not the right kind of value.',
    additionalProperties: 'The form has no such field.',
    unevaluatedProperties: 'The form has no such field.',
  };
  return words[keyword] ?? 'Is not valid.';
}

const formats: Record<string, string> = {
  email: 'Write an e-mail address such as name@example.com.',
  uri: 'Write a full address such as https://example.com.',
  date: 'Choose a date.',
  time: 'Choose a time.',
  'date-time': 'Choose a date and time.',
};

function valueAt(schema: unknown, location: string): unknown {
  return pointerSegments(location.replace(/^#/, '')).reduce<unknown>(
    (node, segment) =>
      isRecord(node) || Array.isArray(node) ? (node as Record<string, unknown>)[segment] : undefined,
    schema,
  );
}
