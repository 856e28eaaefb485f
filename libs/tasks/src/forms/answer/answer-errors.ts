import type { FieldError } from '@orkestra/core';
import type { ErrorObject } from 'ajv';
import { answerWords } from './answer.words';
import { escapePointer } from '../schema/schema-keywords';

/** Keywords that only say that a part of them failed; that part says what. */
const WRAPPERS = ['if', 'allOf', '$ref'];
const BRANCH = /\/(?:oneOf|anyOf)\/\d+(?:\/|$)|\/(?:contains|not|propertyNames)\//;

/**
 * Ajv's errors as one sentence a person understands per complaint, each at the field that it is about.
 * @param root the schema of the whole answer, where the fields are described
 */
export function answerErrors(errors: readonly ErrorObject[], root: unknown): FieldError[] {
  const choices = errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf');
  const seen = new Set<string>();
  return errors
    .filter((error) => !WRAPPERS.includes(error.keyword) && !isBranch(error, choices))
    .map((error) => ({ pointer: pointerOf(error), message: answerWords(error, root) }))
    .filter(({ pointer, message }) => {
      const key = `${pointer} ${message}`;
      return seen.has(key) ? false : seen.add(key);
    });
}

/** Whether an error tells why one of several alternatives does not fit; the list of them says it once. */
function isBranch(error: ErrorObject, choices: readonly ErrorObject[]): boolean {
  if (BRANCH.test(error.schemaPath) || error.propertyName !== undefined) return true;
  // Behind a `$ref` the path of the schema begins anew.
  return choices.some(({ instancePath: place }) => {
    if (place === '') return false;
    return error.instancePath === place
      ? !choices.includes(error)
      : error.instancePath.startsWith(`${place}/`);
  });
}

function pointerOf({ instancePath, keyword, params }: ErrorObject): string {
  const named = params as Record<string, unknown>;
  const name =
    keyword === 'required' || keyword === 'dependentRequired'
      ? named.missingProperty
      : (named.additionalProperty ??
        named.unevaluatedProperty ??
        named.unevaluatedItem ??
        named.propertyName);
  return typeof name === 'string' ? `${instancePath}/${escapePointer(name)}` : instancePath;
}
