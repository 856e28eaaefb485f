import { checkFormData } from '../answer/form-data';
import { compileForm } from '../compile-form';
import { formSpec } from '../form.schema';

const complaints = (schema: unknown) =>
  (formSpec.safeParse({ schema }).error?.issues ?? []).map(
    ({ path, message }) => `/${path.map(String).join('/')} ${message}`,
  );
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const list = (items: object) => ({ type: 'array', items });
const self = { $ref: '#/$defs/node' };
const withNode = (node: object) => object({ tree: self }, { $defs: { node } });

const comments = withNode(object({ text: { type: 'string' }, replies: list(self) }, { required: ['text'] }));
const filter = withNode({
  type: 'object',
  properties: { all: list(self), any: list(self), not: self, field: { type: 'string' } },
  additionalProperties: false,
});
const anyJson = withNode({
  anyOf: [
    { type: ['string', 'number', 'boolean', 'null'] },
    list(self),
    { type: 'object', additionalProperties: self },
  ],
});

describe('a schema that comes back to itself', () => {
  it.each([
    ['comments with replies', comments],
    ['a filter', filter],
    ['any JSON', anyJson],
    ['a list of its own', object({ name: { type: 'string' }, parts: list({ $ref: '#' }) })],
    ['a chain that may end', object({ next: { anyOf: [{ $ref: '#' }, { type: 'null' }] } })],
    [
      'two in turn',
      object(
        { a: { $ref: '#/$defs/a' } },
        { $defs: { a: object({ b: { $ref: '#/$defs/b' } }), b: object({ a: { $ref: '#/$defs/a' } }) } },
      ),
    ],
  ])('is taken for %s', (_, schema) => {
    expect(complaints(schema)).toEqual([]);
  });

  it.each([
    ['for the same value', withNode({ allOf: [self] }), 'refers to itself'],
    [
      'for the same value, among others',
      withNode({ anyOf: [{ type: 'string' }, { not: self }] }),
      'refers to itself',
    ],
    [
      'by two ways for the same field',
      withNode({ anyOf: [object({ a: self }), object({ a: self, b: self })] }),
      'several ways',
    ],
    [
      'by two ways for any field',
      withNode(object({ a: self }, { patternProperties: { '^a': self } })),
      'several ways',
    ],
    ['by two ways for any entry', withNode({ items: self, contains: self }), 'several ways'],
    [
      'twice, to see what is left',
      withNode({ allOf: [{ properties: { a: self } }], unevaluatedProperties: false }),
      'several ways',
    ],
    ['with a default that holds itself', withNode(object({ a: { ...self, default: {} } })), 'without end'],
  ])('is refused when it does so %s', (_, schema, reason) => {
    expect(complaints(schema)).toEqual([expect.stringContaining(reason)]);
  });

  it('checks every level of an answer, and in a time that grows with its size alone', () => {
    const { schema } = compileForm({ schema: comments });
    const nested = (levels: number, leaf: unknown): unknown =>
      levels === 0 ? leaf : { text: 'a', replies: [nested(levels - 1, leaf)] };
    const check = (tree: unknown) => checkFormData(schema, 'comments', { tree }).errors;
    expect(check(nested(40, { text: 'leaf' }))).toEqual([]);
    expect(check(nested(40, { text: 1 }))).toEqual([
      { pointer: `/tree${'/replies/0'.repeat(40)}/text`, message: 'Must be a text.' },
    ]);
  });

  it('is drawn down to where it begins anew, and from there on as JSON', () => {
    expect(compileForm({ schema: comments }).uiSchema).toMatchObject({
      tree: { replies: { 'ui:field': 'json' } },
    });
    expect(compileForm({ schema: object({ name: {}, parts: list({ $ref: '#' }) }) }).uiSchema).toEqual({
      'ui:order': ['name', 'parts', '*'],
      parts: { 'ui:field': 'json' },
    });
    expect(
      compileForm({ schema: object({ next: { anyOf: [{ $ref: '#' }, { type: 'null' }] } }) }).uiSchema,
    ).toMatchObject({
      next: { 'ui:field': 'json' },
    });
  });

  it('may refer to what is true or false', () => {
    const schema = object(
      { a: { $ref: '#/$defs/any' }, b: { $ref: '#/$defs/none' } },
      { $defs: { any: true, none: false } },
    );
    expect(complaints(schema)).toEqual([]);
    const check = (data: unknown) => checkFormData(compileForm({ schema }).schema, 'booleans', data).errors;
    expect(check({ a: [1] })).toEqual([]);
    expect(check({ b: 1 })).toEqual([{ pointer: '/b', message: 'This is not allowed here.' }]);
  });
});
