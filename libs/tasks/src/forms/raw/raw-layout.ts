import { FORM_LIMITS } from '../field/form-limits';
import type { FormProblem } from '../field/form-problem';
import { isRecord } from '../schema/schema-walk';

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string' && value.length <= 1_000;
const isFlag: Test = (value) => typeof value === 'boolean';
const isCount: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= 100;
const isTexts: Test = (value) => Array.isArray(value) && value.length <= 500 && value.every(isText);
const oneOf =
  (...words: string[]): Test =>
  (value) =>
    words.some((word) => word === value);

/** Widgets of rjsf that the admin app draws. A hidden or masked one is not among them: people answer what they see. */
const WIDGETS = [
  'checkbox',
  'checkboxes',
  'color',
  'date',
  'date-time',
  'email',
  'radio',
  'range',
  'select',
  'text',
  'textarea',
  'time',
  'updown',
  'uri',
];

const OPTIONS: Readonly<Record<string, Test>> = {
  addable: isFlag,
  autofocus: isFlag,
  description: isText,
  emptyValue: (value) => value === '' || value === null,
  enumNames: isTexts,
  field: oneOf('attachment', 'json'),
  help: isText,
  inline: isFlag,
  label: isFlag,
  order: isTexts,
  orderable: isFlag,
  placeholder: isText,
  readonly: isFlag,
  removable: isFlag,
  rows: isCount,
  title: isText,
  widget: oneOf(...WIDGETS),
};

/** What a layout asks for that the admin app does not draw, or should not: styles, classes, hidden fields. */
export function layoutProblems(layout: unknown): FormProblem[] {
  return layout === undefined ? [] : problemsIn(layout, ['uiSchema'], 0);
}

function problemsIn(layout: unknown, path: (string | number)[], depth: number): FormProblem[] {
  if (!isRecord(layout)) return [{ path, message: 'must be an object' }];
  if (depth > FORM_LIMITS.depth)
    return [{ path, message: `is nested deeper than ${FORM_LIMITS.depth} levels` }];
  return Object.entries(layout).flatMap(([key, value]) => {
    if (key === 'ui:options') return optionsProblems(value, [...path, key]);
    if (key.startsWith('ui:')) return optionProblems(key.slice('ui:'.length), value, [...path, key]);
    return problemsIn(value, [...path, key], depth + 1);
  });
}

function optionsProblems(options: unknown, path: (string | number)[]): FormProblem[] {
  if (!isRecord(options)) return [{ path, message: 'must be an object' }];
  return Object.entries(options).flatMap(([key, value]) => optionProblems(key, value, [...path, key]));
}

function optionProblems(option: string, value: unknown, path: (string | number)[]): FormProblem[] {
  const test = Object.hasOwn(OPTIONS, option) ? OPTIONS[option] : undefined;
  if (test === undefined) {
    return [{ path, message: `is not drawn; use ${Object.keys(OPTIONS).join(', ')}` }];
  }
  if (test(value)) return [];
  return [
    { path, message: option === 'widget' ? `must be one of ${WIDGETS.join(', ')}` : 'has a wrong value' },
  ];
}
