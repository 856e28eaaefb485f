import type { RJSFSchema } from '@rjsf/utils';
import { formErrors, formValidator } from './form-validator';

const complaints = (schema: object, data: unknown): Record<string, string> =>
  Object.fromEntries(formErrors(schema, data).map(({ pointer, message }) => [pointer, message]));

describe('formErrors', () => {
  it('finds the words for what stands behind references and conditions', () => {
    const schema = {
      type: 'object',
      properties: { payer: { $ref: '#/$defs/person' }, kind: { enum: ['a', 'b'] }, list: { type: 'array' } },
      allOf: [{ if: { required: ['payer'] }, then: { required: ['kind', 'list'] } }],
      dependentRequired: { payer: ['proof'] },
      additionalProperties: false,
      $defs: {
        person: {
          type: 'object',
          properties: { age: { type: 'integer', exclusiveMinimum: 17 }, 'a/b': { $ref: '#/$defs/yes' } },
          required: ['a/b'],
        },
        yes: { type: 'boolean' },
      },
    };
    expect(complaints(schema, { payer: { age: 17 }, other: 1 })).toEqual({
      '/payer/age': 'Must be more than 17.',
      '/payer/a~1b': 'Answer yes or no.',
      '/kind': 'Choose one of the options.',
      '/list': 'Add at least one.',
      '/proof': 'Please fill this in.',
      '/other': 'The form has no such field.',
    });
  });

  it('runs patterns that would keep the browser busy for ever, also among alternatives', () => {
    const pattern = '^(a+)+$';
    const schema = {
      type: 'object',
      properties: {
        one: { type: 'string', pattern },
        other: { oneOf: [{ pattern }, { pattern: '^b+$' }] },
        // Data that only looks like a pattern.
        fixed: { const: { pattern: '(' } },
      },
    };
    const evil = `${'a'.repeat(50_000)}!`;
    expect(complaints(schema, { one: evil, other: evil, fixed: { pattern: '(' } })).toEqual({
      '/one': 'Does not have the expected form.',
      '/other': 'Does not fit any of the allowed kinds of answer.',
    });
    expect(complaints(schema, { one: 'aa', other: 'bb' })).toEqual({});
  });
});

describe('a part of a form', () => {
  const root: RJSFSchema = {
    type: 'object',
    properties: { kind: { enum: ['a', 'b'] }, count: { type: 'integer', minimum: 2 } },
    definitions: { isA: { const: 'a' }, isNot: { not: { $ref: '#/definitions/isA' } } },
    $defs: { any: true },
  };
  const fits = (part: object, data: unknown) => formValidator.isValid(part, data, root);

  it('may refer to any place in the whole, by whatever name', () => {
    const part = { properties: { kind: { $ref: '#/definitions/isA' } }, required: ['kind'] };
    expect(fits(part, { kind: 'a' })).toBe(true);
    expect(fits(part, { kind: 'b' })).toBe(false);
    expect(fits({ properties: { kind: { $ref: '#/definitions/isNot' } } }, { kind: 'a' })).toBe(false);
    expect(fits({ properties: { other: { $ref: '#/properties/count' } } }, { other: 1 })).toBe(false);
    expect(fits({ properties: { other: { $ref: '#/$defs/any' } } }, { other: 1 })).toBe(true);
    expect(fits({ properties: { inner: { $ref: '#' } } }, { inner: { count: 1 } })).toBe(false);
  });
});
