import { type FormCase, raw } from './form-case';

const text = { type: 'string' };
const fish = [
  { const: 't', title: 'Tuna' },
  { const: 's', title: 'Salmon' },
];
const card = {
  title: 'Card',
  type: 'object',
  properties: { kind: { const: 'card' }, no: text },
  required: ['kind', 'no'],
};
const bank = {
  title: 'Bank',
  type: 'object',
  properties: { kind: { const: 'bank' }, iban: text },
  required: ['kind', 'iban'],
};

/** Forms that were reported to be drawn or sent wrong, by the number of the report. */
export const reportedForms: FormCase[] = [
  {
    name: 'F01 true',
    form: raw({ title: text, value: true }),
    steps: [{ type: ['Title', 'a'] }],
    answer: { title: 'a' },
  },
  {
    name: 'F01 false',
    form: raw({ title: text, value: false }),
    steps: [{ lacks: 'Value' }, { type: ['Title', 'a'] }],
    answer: { title: 'a' },
  },
  {
    name: 'F09',
    form: raw(
      { card: text },
      { dependentSchemas: { card: { properties: { address: text }, required: ['address'] } } },
    ),
    steps: [
      { lacks: 'Address' },
      { type: ['Card', '4711'] },
      { complete: 'refused' },
      { sees: 'Please fill this in.' },
      { type: ['Address', 'Main Street'] },
    ],
    answer: { card: '4711', address: 'Main Street' },
  },
  {
    name: 'F10',
    form: raw(
      { kind: { enum: ['a', 'b'] } },
      {
        if: { properties: { kind: { $ref: '#/definitions/isA' } }, required: ['kind'] },
        then: { properties: { extra: text }, required: ['extra'] },
        definitions: { isA: { const: 'a' } },
      },
    ),
    steps: [{ lacks: 'Extra' }, { choose: ['Kind', 'a'] }, { type: ['Extra', 'x'] }],
    answer: { kind: 'a', extra: 'x' },
  },
  {
    name: 'F11 list',
    form: raw({ tags: { type: 'array', uniqueItems: true, items: text } }),
    steps: [
      { press: 'Add' },
      { type: ['Tags 1', 'x'] },
      { press: 'Add' },
      { type: ['Tags 2', 'x'] },
      { complete: 'refused' },
      { sees: 'Add each only once.' },
      { clear: 'Tags 2' },
      { type: ['Tags 2', 'y'] },
    ],
    answer: { tags: ['x', 'y'] },
  },
  {
    name: 'F11 files',
    form: { photos: { type: 'file', multiple: true, required: true } },
    steps: [{ complete: 'refused' }, { sees: 'Attach at least one.' }],
    answer: null,
  },
  {
    name: 'F12 list',
    form: raw({ refs: { type: 'array', minItems: 1, items: text }, note: text }),
    steps: [{ type: ['Note', 'n'] }],
    answer: { note: 'n' },
  },
  {
    name: 'F12 files',
    form: { photos: { type: 'file', multiple: true, validation: { min: 1 } }, note: { type: 'text' } },
    steps: [{ type: ['Note', 'n'] }],
    answer: { note: 'n' },
  },
  {
    name: 'F13 one',
    form: raw({ fish: { oneOf: fish } }, { required: ['fish'] }),
    steps: [{ complete: 'refused' }, { sees: 'Choose one of the options.' }, { choose: ['Fish', 'Salmon'] }],
    answer: { fish: 's' },
  },
  {
    name: 'F13 several',
    form: raw({ fish: { type: 'array', items: { anyOf: fish } } }),
    steps: [{ choose: ['Fish', 'Tuna', 'Salmon'] }],
    answer: { fish: ['t', 's'] },
  },
  {
    name: 'F14',
    form: raw({ pay: { oneOf: [card, bank] } }, { required: ['pay'] }),
    steps: [{ complete: 'refused' }, { sees: 'Please fill this in.' }, { type: ['No', '4711'] }],
    answer: { pay: { kind: 'card', no: '4711' } },
  },
  {
    name: 'F14 the other',
    form: raw({ pay: { oneOf: [card, bank] } }, { required: ['pay'] }),
    steps: [
      { type: ['No', '4711'] },
      { choose: ['Pay', 'Bank'] },
      { lacks: 'No' },
      { type: ['Iban', 'DE1'] },
    ],
    answer: { pay: { kind: 'bank', iban: 'DE1' } },
  },
  {
    name: 'F15 object',
    form: raw({ args: { type: 'object' } }, { required: ['args'] }),
    steps: [{ complete: 'refused' }, { sees: 'Please fill this in.' }, { type: ['Args', '{"a": [1]}'] }],
    answer: { args: { a: [1] } },
  },
  {
    name: 'F15 fixed list',
    form: raw(
      { pos: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], minItems: 2 } },
      { required: ['pos'] },
    ),
    steps: [{ type: ['Pos 1', { en: '52.5', de: '52,5' }] }, { type: ['Pos 2', '-13'] }],
    answer: { pos: [52.5, -13] },
  },
  {
    name: 'F15 number among types',
    form: raw({ id: { type: ['string', 'integer'] } }),
    steps: [{ choose: ['Id', 'Whole number'] }, { type: ['Whole number', '42'] }],
    answer: { id: 42 },
  },
  {
    name: 'F15 text among types',
    form: raw({ id: { type: ['string', 'integer'] } }),
    steps: [{ type: ['Text', '42'] }],
    answer: { id: '42' },
  },
  {
    name: 'F17',
    form: raw(
      { pet: { type: 'boolean' } },
      {
        if: { properties: { pet: { const: true } }, required: ['pet'] },
        then: { properties: { vaccinated: { type: 'boolean' } }, required: ['vaccinated'] },
      },
    ),
    steps: [{ answer: ['Pet', 'Yes'] }, { answer: ['Vaccinated', 'No'] }],
    answer: { pet: true, vaccinated: false },
  },
  {
    name: 'F18',
    form: raw({
      pay: {
        oneOf: [
          { title: 'Card', type: 'object', properties: { no: text }, required: ['no'] },
          { title: 'Bank', type: 'object', properties: { iban: text }, required: ['iban'] },
        ],
      },
    }),
    steps: [{ type: ['No', '4711'] }, { choose: ['Pay', 'Card'] }, { reads: ['No', '4711'] }],
    answer: { pay: { no: '4711' } },
  },
  {
    name: 'F19',
    form: raw({
      note: text,
      delivery: { type: 'object', properties: { street: text }, required: ['street'] },
    }),
    steps: [{ type: ['Street', 'Main'] }, { clear: 'Street' }],
    answer: {},
  },
  {
    name: 'F21',
    form: raw({
      room: {
        enum: [
          { floor: 1, no: '101' },
          { floor: 2, no: '201' },
        ],
      },
    }),
    steps: [{ choose: ['Room', 'Floor 2, No 201'] }],
    answer: { room: { floor: 2, no: '201' } },
  },
  {
    name: 'F31',
    form: raw({ a_b: text, a: { type: 'object', properties: { b: text } } }),
    steps: [{ type: ['A b', '1'] }, { type: ['B', '2'] }],
    answer: { a_b: '1', a: { b: '2' } },
  },
  {
    name: 'F32',
    form: raw({
      x: {
        type: 'object',
        properties: {
          prio: {
            title: 'Urgency',
            type: 'string',
            oneOf: [
              { const: 'h', title: 'High' },
              { const: 'l', title: 'Low' },
            ],
          },
        },
      },
    }),
    steps: [{ choose: ['Urgency', 'High'] }],
    answer: { x: { prio: 'h' } },
  },
];
