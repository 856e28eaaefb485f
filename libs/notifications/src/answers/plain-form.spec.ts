import { compileForm, type FormFields } from '@orkestra/tasks';
import { plainData, plainForm } from './plain-form';

const drawn = (fields: FormFields) => plainForm(compileForm(fields)) ?? [];

const simple = {
  answer: { type: 'textarea', required: true, helpText: 'The customer reads it.' },
  code: { type: 'text' },
  greeting: { type: 'text', default: 'Hello' },
  amount: { type: 'number' },
  pieces: { type: 'integer', required: true },
  refund: { type: 'boolean', required: true },
  contact: { type: 'email' },
  page: { type: 'url' },
  day: { type: 'date' },
  meeting: { type: 'datetime' },
  hour: { type: 'time' },
  mood: { type: 'select', options: [{ value: 'good', label: 'Good' }, { value: 'bad' }] },
  tags: { type: 'multiselect', options: [{ value: 'late' }, { value: 'broken' }, { value: 'other' }] },
  channel: { type: 'radio', required: true, options: [{ value: 'mail' }, { value: 'phone' }] },
  careful: { type: 'checkbox', default: false },
  policy: { type: 'text', readOnly: true, default: 'Within 30 days' },
  iban: { type: 'text', required: true, showWhen: { field: 'refund', equals: true } },
} as const satisfies FormFields;

it('draws every type of field but files and free JSON, in their order', () => {
  const fields = drawn(simple);
  expect(fields.map(({ name }) => name)).toEqual(Object.keys(simple));
  const kinds = Object.fromEntries(fields.map(({ name, control }) => [name, control.kind]));
  expect(kinds).toMatchObject({
    ...{ answer: 'textarea', code: 'text', amount: 'number', pieces: 'number', refund: 'boolean' },
    ...{ contact: 'email', page: 'url', day: 'date', meeting: 'datetime', hour: 'time' },
    ...{ mood: 'choice', tags: 'choices', channel: 'choice', careful: 'boolean' },
  });
  expect(fields.find(({ name }) => name === 'answer')).toMatchObject({
    required: true,
    help: 'The customer reads it.',
  });
  expect(fields.find(({ name }) => name === 'policy')).toMatchObject({
    readOnly: true,
    value: 'Within 30 days',
  });
  expect(fields.find(({ name }) => name === 'iban')).toMatchObject({ conditional: true, required: false });
});

it('reads what a page sends as data that the form takes', () => {
  const sent: Record<string, string[]> = {
    ...{ answer: ['Dear Ann'], amount: ['12.5'], pieces: ['3'], refund: ['true'], contact: ['a@b.test'] },
    ...{ day: ['2027-03-01'], meeting: ['2027-03-01T09:30'], hour: ['09:30'], tags: ['late', 'other'] },
    ...{ channel: ['mail'], iban: ['DE00'], greeting: [''], policy: ['Forged'] },
  };
  expect(plainData(drawn(simple), (name) => sent[name] ?? [])).toEqual({
    ...{ answer: 'Dear Ann', amount: 12.5, pieces: 3, refund: true, contact: 'a@b.test', day: '2027-03-01' },
    ...{
      meeting: '2027-03-01T09:30:00Z',
      hour: '09:30:00Z',
      tags: ['late', 'other'],
      channel: 'mail',
      iban: 'DE00',
    },
  });
});

it('leaves a number that is none to the form, which says so', () => {
  const data = plainData(drawn({ n: { type: 'number' } }), () => ['many']);
  expect(data).toEqual({ n: 'many' });
});

test.each<[string, FormFields]>([
  ['files', { paper: { type: 'file' } }],
  ['free JSON', { extra: { type: 'json' } }],
  ['sensitive values', { iban: { type: 'text', sensitive: true } }],
])('leaves %s to the app', (_name, fields) => {
  expect(plainForm(compileForm(fields))).toBeNull();
});

it('leaves things within things to the app, and takes a form without fields', () => {
  const address = { type: 'object', properties: { street: { type: 'string' } } };
  const nested = { schema: { type: 'object', properties: { address } } };
  expect(plainForm(compileForm(nested))).toBeNull();
  const choice = {
    schema: { type: 'object', properties: { size: { enum: ['s', 'l'] }, n: { enum: [1, 2] } } },
  };
  expect(plainForm(compileForm(choice))).toBeNull();
  expect(plainForm({ schema: { type: 'object' }, uiSchema: {} })).toEqual([]);
});
