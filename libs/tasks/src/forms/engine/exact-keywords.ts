import { digest } from '@orkestra/core';
import { isMultipleOf } from '@orkestra/json-schema';
import { _, type Ajv } from 'ajv';

/** Puts what counts exactly, and in linear time, in the place of Ajv's own keywords. */
export function useExactKeywords(ajv: Ajv): void {
  // Ajv divides floating-point numbers, by which 111848.18 is no multiple of 0.01.
  ajv.removeKeyword('multipleOf');
  ajv.addKeyword({
    keyword: 'multipleOf',
    type: 'number',
    schemaType: 'number',
    error: { message: 'must be a multiple', params: ({ schemaCode }) => _`{multipleOf: ${schemaCode}}` },
    validate: (divisor: number, value: number) => isMultipleOf(value, divisor),
  });
  // Ajv compares every item with every other one.
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    errors: false,
    validate: (wanted: boolean, items: unknown[]) =>
      !wanted || new Set(items.map(sameText)).size === items.length,
  });
}

/** The same text for the same JSON, whatever the order of its keys. */
function sameText(value: unknown): string {
  if (typeof value === 'object' && value !== null) return digest(value).toString('base64');
  return `${typeof value} ${String(value)}`;
}
