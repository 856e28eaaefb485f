import type { FormCase } from './form-case';

/** Fields by name, as people really use them. */
export const realFields: FormCase[] = [
  {
    name: 'Expense report',
    form: {
      purpose: { type: 'text', required: true, validation: { maxLength: 80 } },
      total: { type: 'number', required: true, validation: { min: 0.01, max: 5_000 } },
      spentOn: { type: 'date', required: true },
      category: {
        type: 'select',
        required: true,
        options: [
          { value: 'travel', label: 'Travel' },
          { value: 'meal', label: 'Meal' },
        ],
      },
      guests: {
        type: 'integer',
        required: true,
        showWhen: { field: 'category', equals: 'meal' },
        validation: { min: 1 },
      },
    },
    steps: [
      { type: ['Purpose', 'Dinner with ACME'] },
      { type: ['Total', { en: '1,284.90', de: '1.284,90' }] },
      { day: ['Spent on', '2026-03-04'] },
      { choose: ['Category', 'Meal'] },
      { complete: 'refused' },
      { sees: 'Please fill this in.' },
      { type: ['Guests', '4'] },
    ],
    answer: {
      purpose: 'Dinner with ACME',
      total: 1284.9,
      spentOn: '2026-03-04',
      category: 'meal',
      guests: 4,
    },
  },
  {
    name: 'Refund',
    form: {
      refund: { type: 'boolean', required: true, label: 'Refund the order?' },
      share: {
        type: 'number',
        label: 'Share',
        default: 0.5,
        validation: { min: 0, max: 1 },
        showWhen: { field: 'refund', equals: true },
      },
      why: {
        type: 'textarea',
        label: 'Reason',
        required: true,
        showWhen: { field: 'refund', equals: false },
      },
    },
    steps: [
      { answer: ['Refund the order?', 'No'] },
      { type: ['Reason', 'Used for a year'] },
      { answer: ['Refund the order?', 'Yes'] },
      { lacks: 'Reason' },
      { reads: ['Share', { en: '0.5', de: '0,5' }] },
      { clear: 'Share' },
      { type: ['Share', { en: '0.25', de: '0,25' }] },
    ],
    answer: { refund: true, share: 0.25 },
  },
  {
    name: 'Customer check',
    form: {
      identity: {
        type: 'radio',
        required: true,
        options: [
          { value: 'passport', label: 'Passport' },
          { value: 'card', label: 'Identity card' },
        ],
      },
      risk: {
        type: 'multiselect',
        label: 'Risk',
        options: [
          { value: 'pep', label: 'Public office' },
          { value: 'cash', label: 'Cash business' },
          { value: 'none', label: 'None' },
        ],
      },
      reviewed: { type: 'checkbox', label: 'Documents were compared' },
      score: { type: 'integer', default: 3, validation: { min: 1, max: 5 } },
    },
    steps: [
      { answer: ['Identity', 'Identity card'] },
      { tick: 'Public office' },
      { tick: 'Cash business' },
      { tick: 'Documents were compared' },
      { keys: ['Score', 'Control+A', '4'] },
    ],
    answer: { identity: 'card', risk: ['pep', 'cash'], reviewed: true, score: 4 },
  },
  {
    name: 'Photo of damage is optional',
    form: {
      damage: { type: 'textarea', required: true },
      photos: { type: 'file', multiple: true, validation: { max: 3 } },
      callBack: { type: 'checkbox', label: 'Call back' },
    },
    steps: [{ type: ['Damage', 'A crack'] }],
    answer: { damage: 'A crack', callBack: false },
  },
  {
    name: 'Temperature log',
    form: {
      low: { type: 'number', required: true },
      high: { type: 'number', required: true },
      note: { type: 'text', default: 'none' },
    },
    steps: [{ put: ['Low', { en: '−18.4', de: '−18,4' }] }, { type: ['High', '-2'] }, { clear: 'Note' }],
    answer: { low: -18.4, high: -2 },
  },
];
