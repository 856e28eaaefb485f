import { type FormCase, raw } from './form-case';

const oneNumber = { n: { type: 'number' } };

/** Numbers as they were typed, and what came of them. */
const numbers: FormCase[] = [
  {
    name: 'F04 minus',
    form: oneNumber,
    steps: [{ type: ['N', { en: '-0.5', de: '-0,5' }] }],
    answer: { n: -0.5 },
  },
  { name: 'F04 exponent', form: oneNumber, steps: [{ type: ['N', '1e5'] }], answer: { n: 100_000 } },
  {
    name: 'F04 minus sign',
    form: oneNumber,
    steps: [{ put: ['N', { en: '−12.5', de: '−12,5' }] }],
    answer: { n: -12.5 },
  },
  { name: 'F04 dictated', form: oneNumber, steps: [{ put: ['N', '12,50'] }], answer: { n: 12.5 } },
  {
    name: 'F04 thousands',
    form: oneNumber,
    steps: [
      { type: ['N', { en: '1,234.56', de: '1.234,56' }] },
      { keys: ['N', 'Tab'] },
      { reads: ['N', { en: '1234.56', de: '1234,56' }] },
    ],
    answer: { n: 1234.56 },
  },
  {
    name: 'F04 zeros',
    form: oneNumber,
    steps: [{ type: ['N', { en: '00.5', de: '00,5' }] }],
    answer: { n: 0.5 },
  },
  {
    name: 'F04 emptied',
    form: oneNumber,
    steps: [{ type: ['N', '123'] }, { keys: ['N', 'Control+A', 'Backspace'] }, { reads: ['N', ''] }],
    answer: {},
  },
  {
    name: 'F04 a default that is only passed through',
    form: { n: { type: 'number', default: 2.5 } },
    steps: [{ reads: ['N', { en: '2.5', de: '2,5' }] }, { keys: ['N', 'Tab'] }],
    answer: { n: 2.5 },
  },
  {
    name: 'F06 too many digits',
    form: oneNumber,
    steps: [{ type: ['N', '9007199254740993'] }, { complete: 'refused' }, { sees: 'fewer digits' }],
    answer: null,
  },
];

const emptied: FormCase[] = [
  { name: 'F03 number', form: { n: { type: 'number', default: 5 } }, steps: [{ clear: 'N' }], answer: {} },
  {
    name: 'F03 e-mail',
    form: { mail: { type: 'email', default: 'a@example.org' } },
    steps: [{ clear: 'Mail' }],
    answer: {},
  },
  {
    name: 'F03 date',
    form: { day: { type: 'date', default: '2026-01-31' } },
    steps: [{ clear: 'Day' }],
    answer: {},
  },
  {
    name: 'F03 nullable',
    form: raw({ n: { type: ['number', 'null'], default: 5 } }),
    steps: [{ clear: 'N' }],
    answer: {},
  },
  {
    name: 'F03 untouched',
    form: { n: { type: 'number', default: 5 }, day: { type: 'date', default: '2026-01-31' } },
    steps: [],
    answer: { n: 5, day: '2026-01-31' },
  },
];

/** Numbers and defaults that were reported to change between the person and the decision. */
export const reportedNumbers: FormCase[] = [...numbers, ...emptied];
