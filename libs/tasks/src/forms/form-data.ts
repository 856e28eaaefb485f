import type { FieldError } from '@orkestra/core';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { JsonSchema } from './form-field';
import { hasNul, NUL_MESSAGE } from './nul';

const REMEMBERED = 500;

const ajv = new Ajv2020({ allErrors: true, useDefaults: true, strict: false, ownProperties: true });
(addFormats.default as (validator: Ajv2020) => void)(ajv);
const validators = new Map<string, ValidateFunction>();

/**
 * Applies the form's defaults to a copy of the data and checks it.
 * @param digest what tells this form from others; compiled forms are remembered by it
 */
export function checkFormData(
  schema: JsonSchema,
  digest: string,
  data: unknown,
): { data: Record<string, unknown>; errors: FieldError[] } {
  if (hasNul(data)) return { data: {}, errors: [{ pointer: '', message: NUL_MESSAGE }] };
  const filled: unknown = structuredClone(data);
  const validate = validatorFor(schema, digest);
  const valid = validate(filled);
  const errors = valid ? [] : (validate.errors ?? []).filter(isOwnMessage).map(toFieldError);
  return { data: filled as Record<string, unknown>, errors };
}

/** @throws Error when the schema itself is wrong, e.g. a pattern that is no regular expression. */
export function compileSchema(schema: JsonSchema): ValidateFunction {
  return ajv.compile(schema);
}

function validatorFor(schema: JsonSchema, digest: string): ValidateFunction {
  const known = validators.get(digest);
  if (known !== undefined) return known;
  const validate = compileSchema(schema);
  ajv.removeSchema(schema);
  if (validators.size >= REMEMBERED) validators.delete(validators.keys().next().value as string);
  validators.set(digest, validate);
  return validate;
}

/** `oneOf` of choices reports each choice that did not match; the choice list itself says it once. */
function isOwnMessage(error: ErrorObject): boolean {
  return error.keyword !== 'const';
}

function toFieldError(error: ErrorObject): FieldError {
  const params = error.params as Record<string, unknown>;
  const missing = error.keyword === 'required' ? `/${escapePointer(String(params.missingProperty))}` : '';
  const extra =
    error.keyword === 'additionalProperties' ? `/${escapePointer(String(params.additionalProperty))}` : '';
  return { pointer: `${error.instancePath}${missing}${extra}`, message: messageFor(error, params) };
}

function messageFor({ keyword, message }: ErrorObject, params: Record<string, unknown>): string {
  const limit = Number(params.limit);
  const messages: Record<string, string> = {
    required: 'Please fill this in.',
    minLength: limit === 1 ? 'Please fill this in.' : `Write at least ${limit} characters.`,
    maxLength: `Write at most ${limit} characters.`,
    minimum: `Must be ${limit} or more.`,
    maximum: `Must be ${limit} or less.`,
    minItems: limit === 1 ? 'Choose at least one.' : `Choose at least ${limit}.`,
    maxItems: `Choose at most ${limit}.`,
    uniqueItems: 'Choose each only once.',
    oneOf: 'Choose one of the options.',
    enum: 'Choose one of the options.',
    pattern: 'Does not have the expected form.',
    type: `Must be a value of type ${String(params.type)}.`,
    additionalProperties: 'The form has no such field.',
    format: FORMATS[String(params.format)] ?? `Is not a valid ${String(params.format)}.`,
  };
  return messages[keyword] ?? `This ${message ?? 'is not valid'}.`;
}

const FORMATS: Record<string, string> = {
  email: 'Write an e-mail address such as name@example.com.',
  uri: 'Write a full address such as https://example.com.',
  date: 'Write a date as YYYY-MM-DD.',
  time: 'Write a time with its offset, such as 14:30:00Z.',
  'date-time': 'Write a date and time with its offset, such as 2026-01-31T14:30:00Z.',
};

function escapePointer(part: string): string {
  return part.replace(/~/g, '~0').replace(/\//g, '~1');
}
