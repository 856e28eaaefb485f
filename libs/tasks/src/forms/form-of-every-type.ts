import type { FormFields } from './field/form-field';

/** For tests: a form that uses every type of field and every property of one. */
export const aFormOfEveryType = {
  answer: { type: 'textarea', required: true, placeholder: 'Dear …', helpText: 'The customer reads it.' },
  code: { type: 'text', label: 'Order code', validation: { pattern: '[A-Z]{3}-\\d+', maxLength: 20 } },
  greeting: { type: 'text', default: 'Hello' },
  amount: { type: 'number', validation: { min: 0, max: 500 } },
  pieces: { type: 'integer', required: true, validation: { min: 1 } },
  refund: { type: 'boolean', required: true },
  contact: { type: 'email' },
  page: { type: 'url' },
  day: { type: 'date' },
  meeting: { type: 'datetime' },
  hour: { type: 'time' },
  mood: { type: 'select', options: [{ value: 'good', label: 'Good' }, { value: 'bad' }] },
  tags: {
    type: 'multiselect',
    options: [{ value: 'late' }, { value: 'broken' }, { value: 'other' }],
    validation: { min: 1, max: 2 },
  },
  channel: { type: 'radio', required: true, options: [{ value: 'mail' }, { value: 'phone' }] },
  careful: { type: 'checkbox', default: false },
  receipt: { type: 'file' },
  photos: { type: 'file', multiple: true, validation: { max: 3 } },
  extra: { type: 'json' },
  policy: { type: 'text', readOnly: true, default: 'Within 30 days' },
  iban: { type: 'text', required: true, showWhen: { field: 'refund', equals: true } },
  bank: { type: 'text', showWhen: { field: 'iban', filled: true } },
  phone: { type: 'text', required: true, showWhen: { field: 'channel', notEquals: 'mail' } },
  damage: { type: 'textarea', showWhen: { field: 'tags', in: ['broken', 'other'] } },
  doubt: { type: 'text', showWhen: { field: 'careful', equals: false } },
} as const satisfies FormFields;
