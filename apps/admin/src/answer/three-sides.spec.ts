import { getDefaultRegistry } from '@rjsf/core';
import { Theme } from '@rjsf/mantine';
import { hasWidget, type RegistryWidgetsType } from '@rjsf/utils';
import * as fc from 'fast-check';
import type { FormData } from '../../../../libs/sdk/src/contract/form';
import type { CompiledForm, JsonSchema } from '../../../../libs/tasks/src/forms/field/form-field';
import type { aFormOfEveryType as everyType } from '../../../../libs/tasks/src/forms/form-of-every-type';
import type { FieldError } from '../errors/field-errors';
import { formFields, formWidgets } from './fields/form-controls';
import { formErrors } from './validation/form-validator';
import { hiddenFieldsOf } from './hidden-fields';
import { prepareLayout } from './prepare-layout';

// `@rjsf/core` loads it for tests of its own; the app is built without it too.
jest.mock('@rjsf/validator-ajv8', () => ({}), { virtual: true });

// What the server runs; it is a project of its own, so the compiler does not follow it from here.
const forms = '../../../../libs/tasks/src/forms';
const { compileForm } = jest.requireActual<{ compileForm: (form: object) => CompiledForm }>(
  `${forms}/compile-form`,
);
const { checkFormData } = jest.requireActual<{
  checkFormData: (
    schema: JsonSchema,
    digest: string,
    data: unknown,
    fillDefaults?: boolean,
  ) => { data: Record<string, unknown>; errors: FieldError[] };
}>(`${forms}/answer/form-data`);
const { aFormOfEveryType } = jest.requireActual<{ aFormOfEveryType: typeof everyType }>(
  `${forms}/form-of-every-type`,
);

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const sameType = <A, B>(_same: Equal<A, B>): void => undefined;

interface Layout {
  'ui:field'?: string;
  'ui:widget'?: string;
}
type Answer = FormData<typeof everyType>;

const compiled = compileForm(aFormOfEveryType);
// As it arrives over HTTP.
const { schema, uiSchema } = JSON.parse(JSON.stringify(compiled)) as typeof compiled;
const properties = Object.entries(schema.properties as Record<string, JsonSchema>);
// As the page sends it, which has shown the defaults, and as a program does.
const onServer = (data: unknown) => checkFormData(schema, 'three sides', data, false);
const fromProgram = (data: unknown) => checkFormData(schema, 'three sides', data);

function inBrowser(data: Record<string, unknown>) {
  const hidden = hiddenFieldsOf(schema)(data);
  const shown = Object.fromEntries(Object.entries(data).filter(([name]) => !hidden.includes(name)));
  return { hidden, shown, errors: formErrors(schema, shown) };
}

const uuid = '0190a0de-0000-7000-8000-000000000001';
const full: Answer = {
  answer: 'Dear Rosa',
  code: 'ABC-42',
  greeting: '',
  amount: 12.5,
  pieces: 2,
  refund: true,
  contact: 'rosa@example.com',
  page: 'https://example.com/a',
  day: '2026-01-31',
  meeting: '2026-01-31T09:30:00.000Z',
  hour: '09:30:00+01:00',
  mood: 'good',
  tags: ['broken', 'late'],
  channel: 'phone',
  careful: false,
  receipt: uuid,
  photos: [uuid],
  extra: { any: ['thing', null] },
  policy: 'Within 30 days',
  iban: 'DE1',
  bank: 'Any',
  phone: '123',
  damage: 'The vase',
  doubt: 'None',
};

describe('the three sides of a form', () => {
  it('agree on the type of the answer', () => {
    sameType<
      Answer,
      {
        answer: string;
        code?: string;
        greeting?: string;
        amount?: number;
        pieces: number;
        refund: boolean;
        contact?: string;
        page?: string;
        day?: string;
        meeting?: string;
        hour?: string;
        mood?: 'good' | 'bad';
        tags?: ('late' | 'broken' | 'other')[];
        channel: 'mail' | 'phone';
        careful?: boolean;
        receipt?: string;
        photos?: string[];
        extra?: unknown;
        policy: string;
        iban?: string;
        bank?: string;
        phone?: string;
        damage?: string;
        doubt?: string;
      }
    >(true);
    expect(Object.keys(full)).toEqual(properties.map(([name]) => name));
  });

  it('take the same answer, and what it yields has every field that the type promises', () => {
    expect(onServer(full)).toEqual({ data: full, errors: [] });
    expect(inBrowser(full)).toMatchObject({ hidden: [], errors: [] });
    const least = { answer: 'x', pieces: 1, refund: false, channel: 'mail' };
    expect(onServer(least)).toEqual({ data: { ...least, policy: 'Within 30 days' }, errors: [] });
    expect(fromProgram(least)).toEqual({
      data: { ...least, greeting: 'Hello', careful: false, policy: 'Within 30 days' },
      errors: [],
    });
    expect(inBrowser(least).errors).toEqual([]);
  });

  it.each(properties.map(([name]) => name).filter((name) => name !== 'policy' && name !== 'extra'))(
    'refuse the same values of %s, in the same words',
    (name) => {
      const wrong = [
        null,
        7.5,
        -1,
        'x',
        '',
        'x'.repeat(100_001),
        [],
        ['x'],
        [uuid, uuid],
        {},
        true,
        undefined,
      ];
      for (const value of wrong) {
        const data = { ...full, [name]: value };
        const { errors, hidden } = inBrowser(data);
        const server = onServer(JSON.parse(JSON.stringify(data)));
        expect({ name, value, errors: sorted(errors) }).toEqual({
          name,
          value,
          errors: sorted(server.errors),
        });
        expect(hidden.some((field) => field in server.data)).toBe(false);
      }
    },
  );

  it.each(properties)('draw %s with a control that there is', (name, field) => {
    const layout = (prepareLayout(uiSchema)[name] ?? {}) as Layout;
    const widgets = { ...getDefaultRegistry().widgets, ...Theme.widgets, ...formWidgets };
    const { 'ui:field': control, 'ui:widget': widget } = layout;
    if (control !== undefined) return expect(Object.keys(formFields)).toContain(control);
    const { format } = field;
    const drawnBy = widget ?? (typeof format === 'string' ? format : 'text');
    expect(hasWidget(field, drawnBy, widgets as RegistryWidgetsType)).toBe(true);
  });

  it('agree on any answer that fits, and on what is left of it', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const data = JSON.parse(JSON.stringify(answer)) as Record<string, unknown>;
        const server = onServer(data);
        const { errors, shown } = inBrowser(data);
        expect([server.errors, errors]).toEqual([[], []]);
        expect(server.data).toMatchObject({ ...shown, policy: 'Within 30 days' });
        expect(onServer(server.data)).toEqual(server);
        expect(onServer(shown)).toEqual(server);
      }),
      { numRuns: 200 },
    );
  });
});

const text = fc
  .string({ unit: 'grapheme', maxLength: 50 })
  .filter((value) => !/\0|\p{Surrogate}/u.test(value));
const written = text.filter((value) => value !== '');
const moment = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
const ids = fc.uuid();

/** Answers that fit the form: every shown field that it requires, any other or not. */
const anyAnswer = fc.record(
  {
    answer: written,
    code: fc
      .tuple(fc.stringMatching(/^[A-Z]{3}$/), fc.nat())
      .map(([letters, digits]) => `${letters}-${digits}`),
    greeting: text,
    amount: fc.double({ min: 0, max: 500, noNaN: true }).map((value) => value + 0),
    pieces: fc.integer({ min: 1 }),
    refund: fc.boolean(),
    contact: fc.stringMatching(/^[a-z]{1,20}(\.[a-z0-9+]{1,9})?$/).map((name) => `${name}@mail.example`),
    page: fc.webUrl({ withQueryParameters: true }),
    day: moment.map((date) => date.toISOString().slice(0, 10)),
    meeting: moment.map((date) => date.toISOString()),
    hour: moment.map((date) => `${date.toISOString().slice(11, 19)}+02:00`),
    mood: fc.constantFrom('good', 'bad'),
    tags: fc.subarray(['late', 'broken', 'other'], { minLength: 1, maxLength: 2 }),
    channel: fc.constantFrom('mail', 'phone'),
    careful: fc.boolean(),
    receipt: ids,
    photos: fc.uniqueArray(ids, { maxLength: 3 }),
    extra: fc.oneof(
      fc.integer(),
      fc.boolean(),
      text,
      fc.array(text),
      fc.dictionary(fc.stringMatching(/^[a-z]+$/), text),
    ),
    policy: text,
    iban: written,
    bank: text,
    phone: written,
    damage: text,
    doubt: text,
  },
  { requiredKeys: ['answer', 'pieces', 'refund', 'channel', 'iban', 'phone'] },
);

/** By place; a person who picks a date is told to choose one, a program how to write it. */
function sorted(errors: readonly { pointer: string; message: string }[]): string[] {
  return errors
    .map(
      ({ pointer, message }) =>
        `${pointer} ${message.replace(/^(?:Choose|Write) a (?:date|time).*/, 'date or time')}`,
    )
    .sort();
}
