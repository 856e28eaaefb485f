import { type DomainError, type FieldError, pointerTo, unstorable } from '@orkestra/core';
import { PatternWorkExceededError, withinPatternWork } from '@orkestra/tasks';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { InvalidWorkflowInputError } from '../workflow/workflows.errors';
import { type InputSchema, LARGEST_JSON, validatorFor } from './input-schema';

const MOST_ERRORS = 100;

/**
 * The input as JSON text, fit to be stored and sent; null when there is none (or it is `null`).
 * @param refused the error that says what is wrong
 * @throws InvalidWorkflowInputError when it is no JSON, too large, or holds what cannot be kept as it is
 */
export function serializeInput(
  input: unknown,
  refused: (message: string, pointer?: string) => DomainError = invalid,
): string | null {
  if (input == null) return null;
  const problem = unstorable(input);
  if (problem !== null) throw refused(problem.message, problem.pointer);
  const text = JSON.stringify(input);
  const size = Buffer.byteLength(text);
  if (size > LARGEST_JSON) throw refused(`Holds ${size} bytes; at most ${LARGEST_JSON} are allowed.`);
  return text;
}

/**
 * Checks an input against the JSON Schema of the catalogue.
 * @throws InvalidWorkflowInputError with the wrong fields by JSON pointer
 */
export function checkInput(schema: InputSchema | null, input: unknown): void {
  if (schema === null) return;
  const validate = validatorFor(schema);
  if (fits(validate, input)) return;
  throw new InvalidWorkflowInputError((validate.errors ?? []).slice(0, MOST_ERRORS).map(toFieldError));
}

function fits(validate: ValidateFunction, input: unknown): boolean {
  try {
    return withinPatternWork(() => validate(input));
  } catch (error) {
    if (error instanceof PatternWorkExceededError)
      throw invalid('Is too long for the patterns and rules of the workflow.');
    throw error;
  }
}

function invalid(message: string, pointer = ''): InvalidWorkflowInputError {
  return new InvalidWorkflowInputError([{ pointer, message }]);
}

function toFieldError(error: ErrorObject): FieldError {
  const params = error.params as Record<string, unknown>;
  const name = params['missingProperty'] ?? params['additionalProperty'];
  const tail = typeof name === 'string' ? pointerTo([name]) : '';
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
