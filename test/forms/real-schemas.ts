import { type FormCase, raw } from './form-case';

const text = { type: 'string' };
const amount = { type: 'number', minimum: 0, multipleOf: 0.01 };
const address = {
  type: 'object',
  properties: {
    street: { type: 'string', minLength: 1 },
    zip: { type: 'string', pattern: '^\\d{5}$' },
    city: { type: 'string', minLength: 1 },
  },
  required: ['street', 'zip', 'city'],
};

/** Schemas in place of fields. */
export const realSchemas: FormCase[] = [
  {
    name: 'Incident triage',
    form: raw(
      {
        severity: { enum: ['sev1', 'sev2', 'sev3'], description: 'How bad it is' },
        customersAffected: { type: 'integer', minimum: 0 },
        commander: { type: 'string' },
      },
      {
        required: ['severity'],
        if: { properties: { severity: { const: 'sev1' } }, required: ['severity'] },
        then: { properties: { pageOut: { type: 'boolean' } }, required: ['pageOut', 'commander'] },
        else: { properties: { due: { type: 'string', format: 'date' } } },
      },
    ),
    steps: [
      { choose: ['Severity', 'sev3'] },
      { day: ['Due', '2026-05-01'] },
      { choose: ['Severity', 'sev1'] },
      { lacks: 'Due' },
      { complete: 'refused' },
      { sees: 'Answer yes or no.' },
      { answer: ['Page out', 'Yes'] },
      { type: ['Commander', 'Ada'] },
      { type: ['Customers affected', '120'] },
    ],
    answer: { severity: 'sev1', customersAffected: 120, commander: 'Ada', pageOut: true },
  },
  {
    name: 'Invoice lines',
    form: raw(
      {
        invoice: text,
        lines: {
          type: 'array',
          title: 'Lines',
          minItems: 1,
          items: {
            type: 'object',
            properties: {
              item: { type: 'string', minLength: 1 },
              quantity: { type: 'integer', default: 1 },
              price: amount,
            },
            required: ['item', 'price'],
          },
        },
      },
      { required: ['invoice', 'lines'] },
    ),
    steps: [
      { type: ['Invoice', 'R-17'] },
      { complete: 'refused' },
      { sees: 'Add at least one.' },
      { press: 'Add' },
      { reads: ['Quantity', '1'] },
      { type: ['Item', 'Vase'] },
      { type: ['Price', { en: '19.9', de: '19,9' }] },
    ],
    answer: { invoice: 'R-17', lines: [{ item: 'Vase', quantity: 1, price: 19.9 }] },
  },
  {
    name: 'Two addresses',
    form: raw(
      {
        bill: { $ref: '#/$defs/address', title: 'Bill to' },
        ship: { $ref: '#/$defs/address', title: 'Ship to' },
      },
      { required: ['bill'], $defs: { address } },
    ),
    steps: [{ type: ['Street', 'Main 1'] }, { type: ['Zip', '10115'] }, { type: ['City', 'Berlin'] }],
    answer: { bill: { street: 'Main 1', zip: '10115', city: 'Berlin' } },
  },
  {
    name: 'Medical triage',
    form: raw(
      {
        pain: { type: 'integer', minimum: 0, maximum: 10 },
        temperature: { type: ['number', 'null'] },
        conscious: { type: 'boolean' },
        allergies: { type: 'array', items: { enum: ['penicillin', 'latex', 'nuts'] }, uniqueItems: true },
      },
      { required: ['pain', 'temperature', 'conscious'] },
    ),
    steps: [
      { type: ['Pain', '7'] },
      { answer: ['Conscious', 'Yes'] },
      { choose: ['Allergies', 'latex', 'nuts'] },
    ],
    answer: { pain: 7, temperature: null, conscious: true, allergies: ['latex', 'nuts'] },
  },
  {
    name: 'Code review',
    form: raw(
      {
        verdict: {
          oneOf: [
            { const: 'approve', title: 'Approve' },
            { const: 'changes', title: 'Request changes' },
          ],
        },
        comments: {
          type: 'array',
          items: {
            type: 'object',
            properties: { file: text, line: { type: 'integer' }, body: { type: 'string', minLength: 1 } },
            required: ['body'],
          },
        },
      },
      {
        required: ['verdict'],
        if: { properties: { verdict: { const: 'changes' } }, required: ['verdict'] },
        then: { properties: { comments: { minItems: 1 } }, required: ['comments'] },
      },
    ),
    steps: [
      { choose: ['Verdict', 'Request changes'] },
      { complete: 'refused' },
      { press: 'Add' },
      { type: ['Body', 'Name it better'] },
      { type: ['Line', '12'] },
    ],
    answer: { verdict: 'changes', comments: [{ line: 12, body: 'Name it better' }] },
  },
];
