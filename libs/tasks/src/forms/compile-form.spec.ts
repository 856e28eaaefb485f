import { compileForm } from './compile-form';
import { checkFormData } from './answer/form-data';
import type { FormFields } from './field/form-field';
import { aFormOfEveryType } from './form-of-every-type';

describe('compileForm', () => {
  it('keeps the order of the fields and labels them from their names', () => {
    expect(compileForm(aFormOfEveryType).uiSchema['ui:order']).toEqual(Object.keys(aFormOfEveryType));
    const compiled = compileForm({
      customerName: { type: 'text' },
      order_id: { type: 'text', label: 'Order' },
    });
    expect(compiled.schema.properties).toMatchObject({
      customerName: { title: 'Customer name' },
      order_id: { title: 'Order' },
    });
  });

  it('takes a raw schema as it is, says which version it is, and keeps the order of its properties', () => {
    const address = { type: 'object', properties: { zip: {}, a: {} } };
    const schema = {
      type: 'object',
      properties: { zoo: { type: 'string' }, at: address, all: { type: 'array', items: address } },
    };
    const noted = { ...address, 'x-order': ['zip', 'a'] };
    expect(
      compileForm({ schema, uiSchema: { zoo: { 'ui:help': 'x' }, at: { 'ui:order': ['a', '*'] } } }),
    ).toEqual({
      schema: {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        properties: { zoo: { type: 'string' }, at: noted, all: { type: 'array', items: noted } },
        'x-order': ['zoo', 'at', 'all'],
      },
      uiSchema: {
        'ui:order': ['zoo', 'at', 'all', '*'],
        zoo: { 'ui:help': 'x' },
        at: { 'ui:order': ['a', '*'] },
        all: { items: { 'ui:order': ['zip', 'a', '*'] } },
      },
    });
  });

  it('knows a field that is called schema from a raw schema', () => {
    const compiled = compileForm({ schema: { type: 'text' } });
    expect(compiled.schema.properties).toHaveProperty('schema');
  });
});

describe('the values of fields', () => {
  const fits = (field: FormFields[string], value: unknown): boolean => {
    const form = { it: field };
    return checkFormData(compileForm(form).schema, JSON.stringify(form), { it: value }).errors.length === 0;
  };

  it.each<[FormFields[string], unknown[], unknown[]]>([
    [{ type: 'text' }, ['', 'a', 'é'.repeat(1_000)], ['a'.repeat(1_001), 1, null]],
    [{ type: 'text', required: true }, ['a'], ['']],
    [{ type: 'number', validation: { min: 0, max: 1 } }, [0, 0.5, 1], [-0.1, 1.1, '0.5', NaN, Infinity]],
    [{ type: 'integer' }, [0, -3, 2 ** 53 - 1], [0.5, 2 ** 53, -(2 ** 53), 1e300]],
    [{ type: 'boolean' }, [true, false], ['true', 0, null]],
    [{ type: 'email' }, ['a@b.example'], ['a', 'a@', 'a b@c.example', '']],
    [
      { type: 'url' },
      ['https://example.com', 'HTTP://example.com/a?b=c#d'],
      ['example.com', 'javascript:alert(1)', 'https://', 'https://a b'],
    ],
    [
      { type: 'url', validation: { pattern: 'https://example\\.com/.*' } },
      ['https://example.com/a'],
      ['https://example.org/a'],
    ],
    [{ type: 'date' }, ['2024-02-29'], ['2023-02-29', '2024-2-9', '29.02.2024', '2024-02-29T10:00:00Z']],
    [
      { type: 'datetime' },
      ['2024-02-29T10:00:00Z', '2024-02-29T10:00:00.123+05:30'],
      [
        '2024-02-29T10:00:00',
        '2024-02-29 10:00:00Z',
        '2024-02-29T10:00Z',
        '2024-02-29T24:00:00Z',
        '2024-02-29',
      ],
    ],
    [{ type: 'time' }, ['10:00:00Z', '23:59:59+02:00'], ['10:00', '10:00:00', '25:00:00Z', '10:00:00+0200']],
    [{ type: 'select', options: [{ value: 'a' }, { value: 'b' }] }, ['a'], ['c', '', ['a']]],
    [
      { type: 'multiselect', options: [{ value: 'a' }, { value: 'b' }], validation: { max: 1 } },
      [[], ['a']],
      [['a', 'a'], ['c'], ['a', 'b'], 'a'],
    ],
    [{ type: 'file' }, ['0190a0de-0000-7000-8000-000000000001'], ['a.pdf', ['x'], '']],
    [
      { type: 'file', multiple: true, required: true },
      [['0190a0de-0000-7000-8000-000000000001']],
      [[], '0190a0de-0000-7000-8000-000000000001', Array(21).fill('0190a0de-0000-7000-8000-000000000001')],
    ],
    [{ type: 'json' }, [null, 1, 'a', { a: [{ b: null }] }], []],
    [{ type: 'text', validation: { pattern: '[A-Z]{3}' } }, ['ABC'], ['ABCD', 'xABC', 'abc']],
  ])('of %j', (field, good, bad) => {
    expect(good.filter((value) => !fits(field, value))).toEqual([]);
    expect(bad.filter((value) => fits(field, value))).toEqual([]);
  });
});

it('shows labels on one line, and a name where there is nothing to see in one', () => {
  const options = [
    { value: 'a', label: '\u202eFirst\nchoice' },
    { value: 'b', label: '\u200b' },
  ];
  const { schema } = compileForm({
    refund_due: { type: 'text', label: '\u200b\u200d' },
    kind: { type: 'select', label: 'Kind\r\nof case', options },
  });
  expect(schema.properties).toMatchObject({
    refund_due: { title: 'Refund due' },
    kind: {
      title: 'Kind of case',
      oneOf: [
        { const: 'a', title: 'First choice' },
        { const: 'b', title: 'b' },
      ],
    },
  });
});
