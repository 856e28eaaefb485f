import type { ErrorObject } from 'ajv';
import { isRecord } from '../schema/schema-walk';
import { ATTACHMENT_ID, MAIL_ADDRESS, WEB_ADDRESS } from '../field/form-field';

type Field = Readonly<Record<string, unknown>>;

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'an object with fields',
  null: 'empty',
};

const FORMATS: Readonly<Record<string, string>> = {
  [ATTACHMENT_ID]: 'Attach a file.',
  date: 'Write a date as YYYY-MM-DD.',
  'date-time': 'Write a date and time with its offset, such as 2026-01-31T14:30:00Z.',
  email: 'Write an e-mail address such as name@example.com.',
  time: 'Write a time with its offset, such as 14:30:00Z.',
  uri: 'Write a full address such as https://example.com.',
  url: 'Write a full address such as https://example.com.',
};

const OWN_PATTERNS: ReadonlyMap<unknown, string | undefined> = new Map([
  [WEB_ADDRESS, FORMATS.url],
  [MAIL_ADDRESS, FORMATS.email],
]);

/** What is wrong with an answer, in a sentence for the person who wrote it. */
export function answerWords(error: ErrorObject, root: unknown): string {
  const words = WORDS[error.keyword];
  return words === undefined
    ? 'This is not valid.'
    : words(error, error.params as Record<string, unknown>, root);
}

type Words = (error: ErrorObject, params: Record<string, unknown>, root: unknown) => string;

const WORDS: Readonly<Record<string, Words>> = {
  required: (error, { missingProperty }, root) => missing(propertyOf(error, missingProperty, root)),
  dependentRequired: (error, { property }, root) =>
    `Please fill this in, as “${titleOf(error, property, root)}” is filled in.`,
  type: ({ parentSchema }, { type }) => mistyped(parentSchema, [type].flat().map(String)),
  minLength: (_, { limit }) =>
    limit === 1 ? 'Please fill this in.' : `Write at least ${text(limit)} characters.`,
  maxLength: (_, { limit }) => `Write at most ${count(limit, 'character')}.`,
  minimum: (_, { limit }) => `Must be ${text(limit)} or more.`,
  maximum: (_, { limit }) => `Must be ${text(limit)} or less.`,
  exclusiveMinimum: (_, { limit }) => `Must be more than ${text(limit)}.`,
  exclusiveMaximum: (_, { limit }) => `Must be less than ${text(limit)}.`,
  multipleOf: (_, { multipleOf }) =>
    multipleOf === 1 ? 'Must be a whole number.' : `Must be a multiple of ${text(multipleOf)}.`,
  minItems: ({ parentSchema }, { limit }) => few(parentSchema, limit),
  maxItems: ({ parentSchema }, { limit }) => `${verb(parentSchema)} at most ${text(limit)}.`,
  uniqueItems: ({ parentSchema }) => `${verb(parentSchema)} each only once.`,
  contains: (_, { minContains, maxContains }) => contained(minContains, maxContains),
  minProperties: (_, { limit }) => `Fill in at least ${count(limit, 'field')}.`,
  maxProperties: (_, { limit }) => `Fill in at most ${count(limit, 'field')}.`,
  propertyNames: () => 'A field cannot have this name here.',
  oneOf: ({ parentSchema }) => alternatives(parentSchema?.oneOf),
  anyOf: ({ parentSchema }) => alternatives(parentSchema?.anyOf),
  enum: () => 'Choose one of the options.',
  const: (_, { allowedValue }) => `Must be ${JSON.stringify(allowedValue)}.`,
  not: () => 'This is not allowed.',
  'false schema': () => 'This is not allowed here.',
  pattern: (_, { pattern }) => OWN_PATTERNS.get(pattern) ?? 'Does not have the expected form.',
  format: (_, { format }) => FORMATS[text(format)] ?? `Is not a valid ${text(format)}.`,
  additionalProperties: () => 'The form has no such field.',
  unevaluatedProperties: () => 'The form has no such field.',
  items: (_, { limit }) => `There may be at most ${text(limit)}.`,
  unevaluatedItems: () => 'This is not allowed here.',
};

function missing(field: Field): string {
  if (hasOptions(field)) return 'Choose one of the options.';
  if (field.type === 'boolean') return 'Answer yes or no.';
  if (field.type === 'array') return few(field, 1);
  return field.format === ATTACHMENT_ID ? 'Attach a file.' : 'Please fill this in.';
}

function mistyped(field: unknown, types: readonly string[]): string {
  if (isRecord(field) && hasOptions(field)) return 'Choose one of the options.';
  return `Must be ${types.map((type) => TYPES[type] ?? type).join(' or ')}.`;
}

function few(field: unknown, limit: unknown): string {
  return limit === 1 ? `${verb(field)} at least one.` : `${verb(field)} at least ${text(limit)}.`;
}

/** What a person does to put something on a list. */
function verb(field: unknown): string {
  const items = isRecord(field) && isRecord(field.items) ? field.items : {};
  if (items.format === ATTACHMENT_ID) return 'Attach';
  return hasOptions(items) ? 'Choose' : 'Add';
}

function contained(least: unknown, most: unknown): string {
  if (most !== undefined) return `Needs ${text(least)} to ${text(most)} entries of the expected kind.`;
  return least === 1
    ? 'Lacks an entry of the expected kind.'
    : `Needs at least ${text(least)} entries of the expected kind.`;
}

function alternatives(options: unknown): string {
  const choice = Array.isArray(options) && options.every((option) => isRecord(option) && 'const' in option);
  return choice ? 'Choose one of the options.' : 'Does not fit any of the allowed kinds of answer.';
}

function hasOptions({ oneOf, enum: values }: Field): boolean {
  return (
    values !== undefined || (oneOf !== undefined && alternatives(oneOf) === 'Choose one of the options.')
  );
}

/** The field of this name; a condition may demand what only the form itself describes. */
function propertyOf({ parentSchema, instancePath }: ErrorObject, name: unknown, root: unknown): Field {
  const places: unknown[] = instancePath === '' ? [parentSchema, root] : [parentSchema];
  const property = places
    .map((place) => (isRecord(place) && isRecord(place.properties) ? place.properties : {}))
    .find((properties) => Object.hasOwn(properties, text(name)))?.[text(name)];
  return isRecord(property) ? property : {};
}

function titleOf(error: ErrorObject, name: unknown, root: unknown): string {
  const { title } = propertyOf(error, name, root);
  return typeof title === 'string' && title !== '' ? title : text(name);
}

function count(limit: unknown, thing: string): string {
  return limit === 1 ? `1 ${thing}` : `${text(limit)} ${thing}s`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
