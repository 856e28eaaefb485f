import { type FormCase, raw } from './form-case';

const text = { type: 'string' };
const amount = { type: 'number', minimum: 0, multipleOf: 0.01 };
/** Schemas with alternatives, fixed lists and names that are hard to tell apart. */
export const realAlternatives: FormCase[] = [
  {
    name: 'Payment by kind',
    form: raw({
      amount,
      method: {
        title: 'Method',
        oneOf: [
          {
            title: 'Transfer',
            type: 'object',
            properties: { type: { const: 'transfer' }, iban: { type: 'string', minLength: 5 } },
            required: ['type', 'iban'],
          },
          { title: 'Cash', type: 'object', properties: { type: { const: 'cash' } }, required: ['type'] },
        ],
      },
    }),
    steps: [{ type: ['Amount', { en: '0.05', de: '0,05' }] }, { choose: ['Method', 'Cash'] }],
    answer: { amount: 0.05, method: { type: 'cash' } },
  },
  {
    name: 'Optional parts of a program',
    form: raw(
      {
        name: { anyOf: [{ type: 'string' }, { type: 'null' }], default: null, title: 'Name' },
        limits: {
          anyOf: [{ $ref: '#/$defs/limits' }, { type: 'null' }],
          default: null,
        },
      },
      {
        $defs: {
          limits: {
            type: 'object',
            title: 'Limits',
            properties: { most: { type: 'integer' }, unit: { const: 'EUR' } },
            required: ['most'],
          },
        },
      },
    ),
    steps: [{ type: ['Most', '5'] }],
    answer: { limits: { most: 5 } },
  },
  {
    name: 'Contact by one way',
    form: raw({ email: text, phone: text }, { anyOf: [{ required: ['email'] }, { required: ['phone'] }] }),
    steps: [{ complete: 'refused' }, { sees: 'Does not fit any' }, { type: ['Phone', '123'] }],
    answer: { phone: '123' },
  },
  {
    name: 'Arguments of a tool',
    form: raw(
      { tool: { const: 'send_mail' }, arguments: { type: 'object', additionalProperties: true }, note: {} },
      { required: ['tool', 'arguments'] },
    ),
    steps: [
      { choose: ['Tool', 'send_mail'] },
      { type: ['Arguments', '{"to": "a@example.org", "n": 1.50}'] },
      { type: ['Note', '"x"'] },
    ],
    answer: { tool: 'send_mail', arguments: { to: 'a@example.org', n: 1.5 }, note: 'x' },
  },
  {
    name: 'Map with labels',
    form: raw({
      point: {
        type: 'array',
        title: 'Point',
        prefixItems: [
          { type: 'number', title: 'Latitude' },
          { type: 'number', title: 'Longitude' },
        ],
        items: false,
      },
      label: { type: ['string', 'integer', 'boolean'], title: 'Label' },
    }),
    steps: [
      { type: ['Latitude', { en: '52.52', de: '52,52' }] },
      { type: ['Longitude', { en: '13.405', de: '13,405' }] },
      { choose: ['Label', 'Yes or no'] },
      { answer: ['Yes or no', 'No'] },
    ],
    answer: { point: [52.52, 13.405], label: false },
  },
  {
    name: 'Consent',
    form: raw(
      { terms: { const: true, title: 'I agree' }, news: { type: 'boolean', title: 'News by mail' } },
      { required: ['terms'] },
    ),
    steps: [{ answer: ['I agree', 'No'] }, { complete: 'refused' }, { answer: ['I agree', 'Yes'] }],
    answer: { terms: true },
  },
  {
    name: 'Shift plan',
    form: raw({
      week: { type: 'integer', enum: [1, 2, 3] },
      days: {
        type: 'array',
        items: {
          oneOf: [
            { const: 1, title: 'Monday' },
            { const: 2, title: 'Tuesday' },
            { const: 3, title: 'Wednesday' },
          ],
        },
      },
      hours: { type: 'number', exclusiveMinimum: 0, maximum: 12, default: 7.5 },
    }),
    steps: [
      { choose: ['Week', '2'] },
      { choose: ['Days', 'Monday', 'Wednesday'] },
      { reads: ['Hours', { en: '7.5', de: '7,5' }] },
    ],
    answer: { week: 2, days: [1, 3], hours: 7.5 },
  },
  {
    name: 'Delivery with two dependent parts',
    form: raw(
      { express: { type: 'boolean' }, gift: { type: 'string' } },
      {
        dependentSchemas: {
          gift: { properties: { card: { type: 'string', minLength: 2 } }, required: ['card'] },
        },
        allOf: [
          {
            if: { properties: { express: { const: true } }, required: ['express'] },
            then: {
              properties: { before: { type: 'string', enum: ['9:00', '12:00'] } },
              required: ['before'],
            },
          },
        ],
      },
    ),
    steps: [
      { answer: ['Express', 'Yes'] },
      { choose: ['Before', '12:00'] },
      { type: ['Gift', 'Rosa'] },
      { type: ['Card', 'Happy birthday'] },
    ],
    answer: { express: true, before: '12:00', gift: 'Rosa', card: 'Happy birthday' },
  },
  {
    name: 'Contract with nested parties',
    form: raw(
      {
        parties: {
          type: 'array',
          title: 'Parties',
          items: {
            oneOf: [
              {
                title: 'Person',
                type: 'object',
                properties: { is: { const: 'person' }, born: { type: 'string', format: 'date' } },
                required: ['is', 'born'],
              },
              {
                title: 'Company',
                type: 'object',
                properties: { is: { const: 'company' }, register: text },
                required: ['is', 'register'],
              },
            ],
          },
        },
      },
      { required: ['parties'] },
    ),
    steps: [{ press: 'Add' }, { choose: ['Parties 1', 'Company'] }, { type: ['Register', 'HRB 1'] }],
    answer: { parties: [{ is: 'company', register: 'HRB 1' }] },
  },
  {
    name: 'Names that look alike',
    form: raw({
      'a.b': text,
      'a b': text,
      a: { type: 'object', properties: { b: text } },
      length: { type: 'number' },
      'x/y': text,
    }),
    steps: [
      { type: ['A b', '1'] },
      { type: ['B', '2'] },
      { type: ['Length', { en: '3.25', de: '3,25' }] },
      { type: ['X/y', '4'] },
    ],
    answer: { 'a.b': '1', a: { b: '2' }, length: 3.25, 'x/y': '4' },
  },
  {
    name: 'Tree of categories',
    form: raw(
      { root: { $ref: '#/$defs/one' } },
      {
        $defs: {
          one: { type: 'object', properties: { name: text, weight: { type: 'number' } }, required: ['name'] },
        },
      },
    ),
    steps: [
      { type: ['Weight', '2'] },
      { complete: 'refused' },
      { sees: 'Please fill this in.' },
      { type: ['Name', 'All'] },
    ],
    answer: { root: { name: 'All', weight: 2 } },
  },
];
