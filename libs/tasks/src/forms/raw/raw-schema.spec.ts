import { attachmentIdsIn } from '../answer/attachment-ids';
import { compileForm } from '../compile-form';
import { checkFormData } from '../answer/form-data';
import type { JsonSchema } from '../field/form-field';
import { formSpec } from '../form.schema';

function complaints(schema: unknown, uiSchema?: unknown): Record<string, string> {
  const { error } = formSpec.safeParse(uiSchema === undefined ? { schema } : { schema, uiSchema });
  return Object.fromEntries(
    (error?.issues ?? []).map(({ path, message }) => [
      path.map((part) => `/${String(part)}`).join(''),
      message,
    ]),
  );
}

const object = (properties: object, more: object = {}): JsonSchema => ({
  type: 'object',
  properties,
  ...more,
});
const nested = (levels: number): JsonSchema => (levels === 0 ? {} : object({ a: nested(levels - 1) }));

const invoice = object(
  {
    total: { type: 'number', exclusiveMinimum: 0, multipleOf: 0.01 },
    currency: { enum: ['EUR', 'USD'], default: 'EUR' },
    lines: {
      type: 'array',
      minItems: 1,
      items: { $ref: '#/$defs/line' },
      contains: object({ taxed: { const: true } }, { required: ['taxed'] }),
    },
    payer: {
      oneOf: [{ $ref: '#/$defs/person' }, object({ firm: { type: 'string' } }, { required: ['firm'] })],
    },
    scan: { type: 'string', format: 'attachment-id' },
    id: { type: 'string', readOnly: true, default: 'R-1' },
  },
  {
    required: ['total'],
    dependentRequired: { scan: ['total'] },
    if: { properties: { currency: { const: 'USD' } }, required: ['currency'] },
    then: { required: ['payer'] },
    patternProperties: { '^x-': { type: 'string' } },
    unevaluatedProperties: false,
    'x-note': 'ours',
    $defs: {
      line: object({ taxed: { type: 'boolean' }, file: { type: 'string', format: 'attachment-id' } }),
      person: object({ name: { type: 'string', title: 'Name' } }, { required: ['name'] }),
    },
  },
);

describe('a raw schema', () => {
  it('may use what JSON Schema 2020-12 has', () => {
    expect(complaints(invoice, { total: { 'ui:help': 'With tax' }, 'ui:order': ['total', '*'] })).toEqual({});
  });

  it.each<[string, unknown, string, string]>([
    ['another type', { type: 'array' }, '/schema/type', 'object'],
    ['no type', {}, '/schema/type', 'object'],
    ['12 levels', nested(12), `/schema${'/properties/a'.repeat(11)}`, 'deeper than 10'],
    [
      '201 properties',
      object(Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`f${at}`, {}]))),
      '/schema',
      '201 properties',
    ],
    [
      'a remote $ref',
      object({ a: { $ref: 'https://example.com/a.json' } }),
      '/schema/properties/a/$ref',
      'stay in',
    ],
    [
      'a $ref to a file',
      object({ a: { $ref: 'other.json#/$defs/a' } }),
      '/schema/properties/a/$ref',
      'stay in',
    ],
    ['a $ref to nothing', object({ a: { $ref: '#/$defs/a' } }), '/schema/properties/a/$ref', 'no schema'],
    [
      'a $ref to what is no schema',
      object({ a: { $ref: '#/properties/b/default' }, b: { default: { $ref: 'https://example.com' } } }),
      '/schema/properties/a/$ref',
      'no schema',
    ],
    [
      'a circle',
      object({}, { $defs: { a: { $ref: '#/$defs/b' }, b: { not: { $ref: '#/$defs/a' } } } }),
      '/schema/$defs/a/$ref',
      'itself',
    ],
    ['$dynamicRef', object({ a: { $dynamicRef: '#a' } }), '/schema/properties/a/$dynamicRef', 'fixed shape'],
    [
      'an $id inside',
      object({ a: { $id: 'https://example.com/a' } }),
      '/schema/properties/a/$id',
      'only the whole',
    ],
    [
      'a condition of ours',
      object({ a: { 'x-showWhen': {} } }),
      '/schema/properties/a/x-showWhen',
      'if and then',
    ],
    [
      'a keyword of Ajv',
      object({ a: { instanceof: 'Date' } }),
      '/schema/properties/a/instanceof',
      'not a keyword',
    ],
    ['$data', object({ a: { maximum: { $data: '1/b' } } }), '/schema/properties/a/maximum', 'number'],
    [
      'an older keyword beside its successor',
      object({}, { dependencies: {}, dependentRequired: {} }),
      '/schema/dependencies',
      'dependentRequired',
    ],
    [
      'a keyword misspelt',
      object({ a: { minLenght: 1 } }),
      '/schema/properties/a/minLenght',
      'is it minLength?',
    ],
    [
      'a keyword in small letters',
      object({ a: { maxlength: 1 } }),
      '/schema/properties/a/maxlength',
      'is it maxLength?',
    ],
    [
      'nullable without a type',
      object({ a: { allOf: [], nullable: true } }),
      '/schema/properties/a/nullable',
      'type',
    ],
    [
      'another version',
      object({}, { $schema: 'http://json-schema.org/draft-03/schema#' }),
      '/schema/$schema',
      '2020-12',
    ],
    ['an unknown format', object({ a: { format: 'regex' } }), '/schema/properties/a/format', 'one of'],
    ['an unknown type', object({ a: { type: 'text' } }), '/schema/properties/a/type', 'allowed values'],
    ['a hostile pattern', object({ a: { pattern: '(?=a)' } }), '/schema/properties/a/pattern', 'linear time'],
    [
      'a hostile name pattern',
      object({}, { patternProperties: { '(a)\\1': {} } }),
      '/schema/patternProperties/(a)\\1',
      'linear time',
    ],
    [
      'an endless enum',
      object({ a: { enum: Array.from({ length: 1_001 }, (_, at) => at) } }),
      '/schema/properties/a/enum',
      'at most 1000',
    ],
    ['a reserved name', object(JSON.parse('{"__proto__":{}}')), '/schema/properties/__proto__', 'reserved'],
    [
      'a wrong default',
      object({ a: { type: 'number', default: 'x' } }),
      '/schema/properties/a/default',
      'a number',
    ],
    [
      'a wrong default behind a $ref',
      object({ 'a/b c%': { $ref: '#/$defs/n', default: -1 } }, { $defs: { n: { minimum: 0 } } }),
      '/schema/properties/a/b c%/default',
      '0 or more',
    ],
    [
      'a file among alternatives',
      object({ a: { anyOf: [{ format: 'attachment-id' }, { type: 'null' }] } }),
      '/schema/properties/a/anyOf/0/format',
      'only be reached',
    ],
  ])('may not have %s', (_, schema, pointer, reason) => {
    expect(complaints(schema)).toEqual({ [pointer]: expect.stringContaining(reason) });
  });

  it('may not grow behind its references', () => {
    const $defs = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `d${at}`,
        at === 11
          ? { maxLength: 1 }
          : { allOf: [{ $ref: `#/$defs/d${at + 1}` }, { $ref: `#/$defs/d${at + 1}` }] },
      ]),
    );
    expect(complaints(object({ a: { $ref: '#/$defs/d0' } }, { $defs }))).toEqual({
      '/schema': expect.stringContaining('at most 500'),
    });
  });

  it('may not look again and again at what is evaluated', () => {
    const closed = (levels: number): JsonSchema =>
      levels === 0 ? {} : { allOf: [closed(levels - 1)], unevaluatedProperties: false };
    expect(complaints(object({ a: closed(7) }))).toEqual({});
    expect(complaints(object({ a: closed(8) }))).toEqual({
      '/schema': expect.stringContaining('at most 500'),
    });
    const { schema } = compileForm({ schema: object({ a: closed(7) }) });
    const a = Object.fromEntries(Array.from({ length: 9_000 }, (_, at) => [`k${at}`, at]));
    expect(checkFormData(schema, 'closed', { a }).errors).toEqual([
      { pointer: '', message: expect.stringContaining('too long') },
    ]);
  });

  it.each([
    [{ 'ui:widget': 'hidden' }, '/uiSchema/a/ui:widget'],
    [{ 'ui:widget': 'password' }, '/uiSchema/a/ui:widget'],
    [{ 'ui:style': { position: 'fixed' } }, '/uiSchema/a/ui:style'],
    [{ 'ui:classNames': 'x' }, '/uiSchema/a/ui:classNames'],
    [{ 'ui:options': { style: {} } }, '/uiSchema/a/ui:options/style'],
    [{ 'ui:field': 'Anything' }, '/uiSchema/a/ui:field'],
    [{ b: 'text' }, '/uiSchema/a/b'],
  ])('may not be drawn by %j', (layout, pointer) => {
    expect(Object.keys(complaints(object({ a: {} }), { a: layout }))).toEqual([pointer]);
  });
});

describe('the answer to a raw schema', () => {
  const { schema } = compileForm({ schema: invoice });
  const check = (data: unknown) => checkFormData(schema, 'invoice', data);

  it('gets its defaults, and what is read-only stays', () => {
    expect(check({ total: 1.15, id: 'forged' })).toEqual({
      data: { total: 1.15, currency: 'EUR', id: 'R-1' },
      errors: [],
    });
  });

  it('is told each thing once, at its place', () => {
    const data = { total: 0.005, currency: 'USD', lines: [{ taxed: 'no' }], other: 1, payer: { name: 1 } };
    expect(check(data).errors).toEqual([
      { pointer: '/total', message: 'Must be a multiple of 0.01.' },
      { pointer: '/lines/0/taxed', message: 'Must be yes or no.' },
      { pointer: '/lines', message: 'Lacks an entry of the expected kind.' },
      { pointer: '/payer', message: 'Does not fit any of the allowed kinds of answer.' },
      { pointer: '/other', message: 'The form has no such field.' },
    ]);
  });

  it('names its files by pointer', () => {
    const scan = '0190a0de-0000-7000-8000-000000000001';
    const file = '0190a0de-0000-7000-8000-000000000002';
    expect(
      attachmentIdsIn({ schema }, { scan, lines: [{ taxed: true }, { file }], payer: { scan } }),
    ).toEqual([
      { pointer: '/lines/1/file', id: file },
      { pointer: '/scan', id: scan },
    ]);
  });
});
