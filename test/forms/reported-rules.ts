import { type FormCase, raw } from './form-case';

const a = (rules: object): object => raw({ a: rules });
const text = { type: 'string' };

/** Rules that were reported to refuse what fits, or to take what does not, by the number of the report. */
export const reportedRules: FormCase[] = [
  {
    name: 'F07 hundredths',
    form: a({ type: 'number', multipleOf: 0.01 }),
    steps: [{ type: ['A', { en: '111848.18', de: '111848,18' }] }],
    answer: { a: 111848.18 },
  },
  {
    name: 'F07 twentieths',
    form: a({ type: 'number', multipleOf: 0.05 }),
    steps: [{ type: ['A', { en: '419430.6', de: '419430,6' }] }],
    answer: { a: 419430.6 },
  },
  {
    name: 'F07 thousandths',
    form: a({ type: 'number', multipleOf: 0.001 }),
    steps: [{ type: ['A', { en: '8388.612', de: '8388,612' }] }],
    answer: { a: 8388.612 },
  },
  {
    name: 'F08 rows',
    form: raw({
      lines: {
        type: 'array',
        default: [{ sku: 'A1', qty: 1 }],
        items: { type: 'object', properties: { sku: { ...text, readOnly: true }, qty: { type: 'integer' } } },
      },
    }),
    steps: [{ reads: ['Sku', 'A1'] }, { clear: 'Qty' }, { type: ['Qty', '7'] }],
    answer: { lines: [{ sku: 'A1', qty: 7 }] },
  },
  {
    name: 'F08 group',
    form: raw({
      order: {
        type: 'object',
        default: { no: 'K-7' },
        properties: { no: { ...text, readOnly: true }, note: text },
      },
    }),
    steps: [{ reads: ['No', 'K-7'] }, { type: ['Note', 'hi'] }],
    answer: { order: { no: 'K-7', note: 'hi' } },
  },
  {
    name: 'F16',
    form: raw(
      { home: { $ref: '#/$defs/a' } },
      {
        $defs: {
          a: {
            type: 'object',
            properties: { street: text, zip: text, city: text },
            required: ['zip', 'city'],
          },
        },
      },
    ),
    steps: [{ order: ['Street', 'Zip', 'City'] }, { type: ['Zip', '10115'] }, { type: ['City', 'Berlin'] }],
    answer: { home: { zip: '10115', city: 'Berlin' } },
  },
  {
    name: 'F22 spaces',
    form: a({ ...text, pattern: '^\\d{1,3}(\\s\\d{3})*,\\d{2}$' }),
    steps: [{ put: ['A', '1\u202f234,56'] }],
    answer: { a: '1\u202f234,56' },
  },
  {
    name: 'F22 no spaces',
    form: a({ ...text, pattern: '^\\S+$' }),
    steps: [{ put: ['A', 'a\u00a0b'] }, { complete: 'refused' }],
    answer: null,
  },
  {
    name: 'F23 duration',
    form: a({ ...text, format: 'duration' }),
    steps: [{ type: ['A', 'P1Y2D'] }, { complete: 'refused' }, { clear: 'A' }, { type: ['A', 'P1Y2M'] }],
    answer: { a: 'P1Y2M' },
  },
  {
    name: 'F24 rows',
    form: raw({
      rows: {
        type: 'array',
        prefixItems: [{ type: 'integer' }],
        contains: text,
        items: { type: ['integer', 'string'] },
      },
    }),
    steps: [{ type: ['Rows 1', '1'] }, { complete: 'refused' }, { sees: 'Lacks an entry' }],
    answer: null,
  },
  {
    name: 'F29',
    form: { u: { type: 'url' } },
    steps: [{ type: ['U', 'https://shop.example.com/list?filter[color]=red'] }],
    answer: { u: 'https://shop.example.com/list?filter[color]=red' },
  },
  {
    name: 'F30',
    form: raw({ a: { $ref: '#/$defs/any' } }, { $defs: { any: true } }),
    steps: [{ type: ['A', '[1, "x"]'] }],
    answer: { a: [1, 'x'] },
  },
  {
    name: 'A tree that holds itself',
    form: raw(
      { tree: { $ref: '#/$defs/node' } },
      {
        $defs: {
          node: {
            type: 'object',
            properties: { name: text, children: { type: 'array', items: { $ref: '#/$defs/node' } } },
            required: ['name'],
          },
        },
      },
    ),
    steps: [{ type: ['Name', 'All'] }],
    answer: { tree: { name: 'All' } },
  },
];
