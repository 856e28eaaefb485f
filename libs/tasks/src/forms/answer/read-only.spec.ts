import { compileForm } from '../compile-form';
import { formSpec } from '../form.schema';
import { checkFormData } from './form-data';

const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const fixed = { type: 'string', readOnly: true };
const check = (schema: Record<string, unknown>, data: unknown) =>
  checkFormData(compileForm({ schema }).schema, JSON.stringify(schema), data);
const dataOf = (schema: Record<string, unknown>, data: unknown) => {
  const { data: answer, errors } = check(schema, data);
  return errors.length > 0 ? errors : answer;
};
const complaints = (schema: object) =>
  (formSpec.safeParse({ schema }).error?.issues ?? []).map(
    ({ path, message }) => `/${path.map(String).join('/')} ${message}`,
  );

describe('what is read-only in an answer', () => {
  const rows = [
    { sku: 'A1', qty: 1 },
    { sku: 'B2', qty: 2 },
  ];
  const row = object({ sku: fixed, qty: { type: 'integer' } });
  const lines = object({ lines: { type: 'array', default: rows, items: row } });

  it('comes from the default of the object around it', () => {
    const order = {
      type: 'object',
      default: { no: 'K-7' },
      properties: { no: fixed, note: { type: 'string' } },
    };
    const schema = object({ order });
    expect(dataOf(schema, { order: { note: 'hi' } })).toEqual({ order: { no: 'K-7', note: 'hi' } });
    expect(dataOf(schema, { order: { no: 'forged', note: 'hi' } })).toEqual({
      order: { no: 'K-7', note: 'hi' },
    });
    expect(dataOf(schema, {})).toEqual({ order: { no: 'K-7' } });
  });

  it('comes from the row at its place in the default of the list', () => {
    expect(dataOf(lines, { lines: [{ sku: 'A1', qty: 7 }] })).toEqual({ lines: [{ sku: 'A1', qty: 7 }] });
    expect(dataOf(lines, { lines: [{ qty: 7 }, { sku: 'forged', qty: 8 }] })).toEqual({
      lines: [
        { sku: 'A1', qty: 7 },
        { sku: 'B2', qty: 8 },
      ],
    });
    expect(dataOf(lines, {})).toEqual({ lines: rows });
  });

  it('stays with its row when rows are taken out or moved', () => {
    expect(dataOf(lines, { lines: [{ sku: 'B2', qty: 7 }] })).toEqual({ lines: [{ sku: 'B2', qty: 7 }] });
    expect(dataOf(lines, { lines: [rows[1], rows[0]] })).toEqual({ lines: [rows[1], rows[0]] });
  });

  it('is nothing in a row that somebody adds', () => {
    expect(dataOf(lines, { lines: [...rows, { sku: 'forged', qty: 3 }] })).toEqual({
      lines: [...rows, { qty: 3 }],
    });
  });

  it('is found behind references, in allOf, and however deep', () => {
    const schema = object(
      { a: { $ref: '#/$defs/outer', default: { list: [{ b: { no: '1' } }, { b: { no: '2' } }] } } },
      {
        $defs: {
          outer: { allOf: [object({ list: { type: 'array', items: { $ref: '#/$defs/inner' } } })] },
          inner: object({ b: object({ no: fixed }), x: {} }),
        },
      },
    );
    const list = [{ b: { no: 'forged' } }, { b: {}, x: 1 }];
    expect(dataOf(schema, { a: { list } })).toEqual({
      a: { list: [{ b: { no: '1' } }, { b: { no: '2' }, x: 1 }] },
    });
  });

  it('may be a whole list, or places of one', () => {
    const schema = object({
      all: { type: 'array', items: { ...fixed }, default: ['a', 'b'] },
      pair: { type: 'array', prefixItems: [fixed, { type: 'integer' }], default: ['x', 1] },
    });
    expect(dataOf(schema, { all: ['forged'], pair: ['forged', 2] })).toEqual({
      all: ['a', 'b'],
      pair: ['x', 2],
    });
  });

  it('comes from its own default where nothing is preset around it', () => {
    const schema = object({ order: object({ no: { ...fixed, default: 'K-1' } }) });
    expect(dataOf(schema, { order: {} })).toEqual({ order: { no: 'K-1' } });
    expect(dataOf(schema, {})).toEqual({});
  });
});

describe('a read-only field', () => {
  const required = object({ no: fixed }, { required: ['no'] });

  it.each([
    ['at the top', required, '/schema/properties/no/readOnly needs a default'],
    [
      'in an object',
      object({ order: required }),
      '/schema/properties/order/properties/no/readOnly needs a default',
    ],
    [
      'in the rows of a list',
      object({ rows: { type: 'array', items: required } }),
      '/schema/properties/rows/items/properties/no/readOnly needs',
    ],
    [
      'in one row',
      object({ rows: { type: 'array', items: required, default: [{ no: '1' }] } }, { $defs: {} }),
      null,
    ],
    [
      'behind a reference',
      object({ a: { $ref: '#/$defs/a' } }, { $defs: { a: required } }),
      '/schema/$defs/a/properties/no/readOnly needs a default',
    ],
    ['with a default', object({ no: { ...fixed, default: 'K-7' } }, { required: ['no'] }), null],
    ['with a default around it', object({ order: { ...required, default: { no: 'K-7' } } }), null],
    ['that is optional', object({ no: fixed }), null],
    [
      'that only some answers have',
      object({ a: { anyOf: [object({ no: fixed }), { type: 'null' }] } }),
      '/schema/properties/a/anyOf/0/properties/no/readOnly may only be reached',
    ],
  ])('may stand %s, or is refused with the reason', (_, schema, reason) => {
    expect(complaints(schema)).toEqual(reason === null ? [] : [expect.stringContaining(reason)]);
  });
});
