import type { DomainError, FieldError } from '@orkestra/core';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { InvalidWorkflowInputError } from './workflows.errors';
import { UNSTORABLE } from './storable-json';

const LARGEST_INPUT = 256 * 1024;
const DEEPEST_INPUT = 100;
const REMEMBERED = 500;

const ajv = new Ajv2020({ allErrors: true, strict: false, ownProperties: true });
(addFormats.default as (validator: Ajv2020) => void)(ajv);
const validators = new Map<string, ValidateFunction>();

/**
 * The input as JSON text, fit to be stored and sent; null when there is none (or it is `null`).
 * @param refused the error that says what is wrong
 * @throws InvalidWorkflowInputError when it is no JSON, too large, or holds what Postgres cannot keep
 */
export function serializeInput(
  input: unknown,
  refused: (message: string) => DomainError = invalid,
): string | null {
  if (input == null) return null;
  const text = stringify(input);
  if (text === undefined) throw refused('Is not a JSON value.');
  if (isDeeperThan(DEEPEST_INPUT, input)) throw refused(`Is nested deeper than ${DEEPEST_INPUT} levels.`);
  const size = Buffer.byteLength(text);
  if (size > LARGEST_INPUT) throw refused(`Holds ${size} bytes; at most ${LARGEST_INPUT} are allowed.`);
  if (new RegExp(UNSTORABLE).test(text))
    throw refused('Holds a character that cannot be stored (NUL or half a pair).');
  return text;
}

/**
 * Checks an input against the JSON Schema of the catalogue.
 * @throws InvalidWorkflowInputError with the wrong fields by JSON pointer
 */
export function checkInput(schema: Readonly<Record<string, unknown>> | null, input: unknown): void {
  if (schema === null) return;
  const validate = validatorFor(schema);
  if (validate(input)) return;
  throw new InvalidWorkflowInputError((validate.errors ?? []).map(toFieldError));
}

/** @throws Error when the schema itself is wrong */
export function compileInputSchema(schema: Readonly<Record<string, unknown>>): ValidateFunction {
  const validate = ajv.compile(schema);
  ajv.removeSchema(schema);
  return validate;
}

function validatorFor(schema: Readonly<Record<string, unknown>>): ValidateFunction {
  const text = JSON.stringify(schema);
  const known = validators.get(text);
  if (known !== undefined) return known;
  const validate = compileInputSchema(schema);
  if (validators.size >= REMEMBERED) validators.delete(validators.keys().next().value as string);
  validators.set(text, validate);
  return validate;
}

function stringify(input: unknown): string | undefined {
  try {
    return JSON.stringify(input);
  } catch {
    // A cycle, a bigint, or nested deeper than the stack.
    return undefined;
  }
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeperThan(levels - 1, member));
}

function invalid(message: string): InvalidWorkflowInputError {
  return new InvalidWorkflowInputError([{ pointer: '', message }]);
}

function toFieldError(error: ErrorObject): FieldError {
  const params = error.params as Record<string, unknown>;
  const name = params['missingProperty'] ?? params['additionalProperty'];
  const tail = typeof name === 'string' ? `/${name.replace(/~/g, '~0').replace(/\//g, '~1')}` : '';
  return { pointer: `${error.instancePath}${tail}`, message: messageFor(error, params) };
}

function messageFor({ keyword, message }: ErrorObject, params: Record<string, unknown>): string {
  const limit = Number(params['limit']);
  const messages: Record<string, string> = {
    required: 'Is missing.',
    additionalProperties: 'Is not a field of this workflow.',
    unevaluatedProperties: 'Is not a field of this workflow.',
    type: `Must be of type ${[params['type']].flat().join(' or ')}.`,
    enum: `Must be one of ${JSON.stringify(params['allowedValues'])}.`,
    const: `Must be ${JSON.stringify(params['allowedValue'])}.`,
    minLength: limit === 1 ? 'Must not be empty.' : `Must have at least ${limit} characters.`,
    maxLength: `Must have at most ${limit} characters.`,
    minimum: `Must be ${limit} or more.`,
    maximum: `Must be ${limit} or less.`,
    minItems: `Must have at least ${limit} items.`,
    maxItems: `Must have at most ${limit} items.`,
    format: `Is not a valid ${String(params['format'])}.`,
    pattern: 'Does not have the expected form.',
  };
  return messages[keyword] ?? `This ${message ?? 'is not valid'}.`;
}
