import { checkFormData } from '../answer/form-data';
import { compileForm } from '../compile-form';
import { formSpec } from '../form.schema';
import { formSchema } from './form-root';

const DRAFT_4 = 'http://json-schema.org/draft-04/schema#';
const DRAFT_7 = 'http://json-schema.org/draft-07/schema#';
const field = (schema: object, more: object = {}) => ({ type: 'object', properties: { a: schema }, ...more });
const fieldOf = (schema: object, more: object = {}) =>
  (formSchema(field(schema, more)).properties as Record<string, unknown>)['a'];
const problems = (schema: object) =>
  formSpec.safeParse({ schema }).error?.issues.map(({ message }) => message) ?? [];
const errors = (schema: object, data: unknown) => {
  const compiled = compileForm({ schema: schema as Record<string, unknown> });
  return checkFormData(compiled.schema, JSON.stringify(schema), data).errors.map(({ pointer }) => pointer);
};

describe('a schema of another dialect', () => {
  it.each<[string, object, object]>([
    ['items as a list', { items: [{ type: 'string' }] }, { prefixItems: [{ type: 'string' }] }],
    ['additionalItems', { items: [true], additionalItems: false }, { prefixItems: [true], items: false }],
    ['additionalItems that mean nothing', { items: {}, additionalItems: false }, { items: {} }],
    [
      'dependencies',
      { dependencies: { b: ['c'], d: { required: ['e'] } } },
      { dependentRequired: { b: ['c'] }, dependentSchemas: { d: { required: ['e'] } } },
    ],
    ['an exclusive bound', { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
    ['a bound that is not', { maximum: 1, exclusiveMaximum: false }, { maximum: 1 }],
    ['nullable', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
    ['not nullable', { type: 'string', nullable: false }, { type: 'string' }],
    [
      'int32',
      { type: 'integer', format: 'int32', minimum: 0 },
      { type: 'integer', minimum: 0, maximum: 2147483647 },
    ],
    ['uint32', { format: 'uint32', maximum: 9 }, { maximum: 9, minimum: 0 }],
    ['int64', { type: 'integer', format: 'int64' }, { type: 'integer' }],
    ['double', { type: 'number', format: 'double' }, { type: 'number' }],
    ['password', { type: 'string', format: 'password' }, { type: 'string' }],
    ['binary', { type: 'string', format: 'binary' }, { type: 'string' }],
    ['byte', { type: 'string', format: 'byte' }, { type: 'string', contentEncoding: 'base64' }],
    ['uuid4', { format: 'uuid4' }, { format: 'uuid' }],
    [
      'a format that its pattern explains',
      { format: 'ulid', pattern: '^[0-9A-Z]{26}$' },
      { pattern: '^[0-9A-Z]{26}$' },
    ],
    [
      'notes of tools',
      { title: 'A', example: 1, xml: {}, externalDocs: {}, discriminator: {}, enumNames: [], 'x-order': 1 },
      { title: 'A', 'x-order': 1 },
    ],
    ['needless escapes', { pattern: '^[\\w\\-]+\\@\\-\\.$' }, { pattern: '^[\\w\\-]+@-\\.$' }],
    [
      'a pattern that says what the format says',
      { format: 'email', pattern: '^(?!\\.)x@y$' },
      { format: 'email' },
    ],
    [
      'data that look like a schema',
      { const: { nullable: true, items: [1] } },
      { const: { nullable: true, items: [1] } },
    ],
  ])('is converted: %s', (_, from, to) => {
    expect(fieldOf(from)).toEqual(to);
    expect(problems(field(from))).toEqual([]);
  });

  it('keeps beside a reference what its draft does not ignore', () => {
    const beside = { $ref: '#/definitions/b', minLength: 5, title: 'B', default: 'x' };
    const more = { definitions: { b: { type: 'string' } } };
    expect(fieldOf(beside, { ...more, $schema: DRAFT_7 })).toEqual({
      $ref: '#/definitions/b',
      title: 'B',
      default: 'x',
    });
    expect(fieldOf(beside, more)).toEqual(beside);
  });

  it('may be only a reference to the whole, as schema libraries write it', () => {
    const definitions = {
      Order: { type: 'object', properties: { no: { type: 'string' } }, required: ['no'] },
    };
    const schema = { $schema: DRAFT_7, $ref: '#/definitions/Order', definitions };
    expect(formSchema(schema)).toEqual({ ...definitions.Order, definitions });
    expect(problems(schema)).toEqual([]);
    expect(errors(schema, {})).toEqual(['/no']);
  });

  it('may have an address of its own, by which it refers to itself', () => {
    const $id = 'https://example.com/order.json';
    const schema = { $id, ...field({ $ref: `${$id}#/$defs/no` }, { $defs: { no: { type: 'integer' } } }) };
    expect(problems(schema)).toEqual([]);
    expect(errors(schema, { a: 'x' })).toEqual(['/a']);
  });

  it('need not say that the answer is an object', () => {
    expect(problems({ properties: { a: { title: 'Anything' } }, required: ['a'] })).toEqual([]);
    expect(errors({ properties: { a: {} }, required: ['a'] }, {})).toEqual(['/a']);
    expect(problems({ title: 'Nothing' })).toEqual([expect.stringContaining('must be "object"')]);
  });

  it('of draft 4, whole', () => {
    const schema = {
      $schema: DRAFT_4,
      id: 'http://example.com/refund#',
      type: 'object',
      properties: {
        amount: { type: 'number', minimum: 0, exclusiveMinimum: true, multipleOf: 0.01 },
        card: { type: 'string' },
        pair: { type: 'array', items: [{ type: 'integer' }, { type: 'string' }], additionalItems: false },
      },
      dependencies: { card: ['amount'] },
    };
    expect(problems(schema)).toEqual([]);
    expect(errors(schema, { amount: 111848.18, card: '1', pair: [1, 'x'] })).toEqual([]);
    expect(errors(schema, { amount: 0 })).toEqual(['/amount']);
    expect(errors(schema, { card: '1' })).toEqual(['/amount']);
    expect(errors(schema, { pair: [1, 'x', 2] })).toEqual(['/pair']);
  });

  it.each([
    ['what nobody here would check', { formatMinimum: '2026-01-01' }, 'not a keyword'],
    ['an unknown format', { format: 'phone' }, 'must be one of'],
    ['a draft from before', { $schema: 'http://json-schema.org/draft-03/schema#' }, 'older draft from 4 on'],
  ])('is refused for %s', (_, schema, reason) => {
    expect(problems(field(schema))).toEqual([expect.stringContaining(reason)]);
  });

  it('is left as it is below the deepest level, however deep it is', () => {
    let deep: object = {};
    for (let level = 0; level < 5_000; level += 1) deep = { not: deep };
    expect(() => formSchema(field(deep))).not.toThrow();
  });
});
