import { compileForm } from '../compile-form';
import { checkFormData } from './form-data';
import type { FormFields, JsonSchema } from '../field/form-field';
import { aFormOfEveryType } from '../form-of-every-type';

const good = { answer: 'Yes', pieces: 1, refund: false, channel: 'mail' };
const { schema } = compileForm(aFormOfEveryType);
const check = (data: unknown) => checkFormData(schema, 'every type', data);

describe('what a person is told', () => {
  it('is nothing about a good answer', () => expect(check(good).errors).toEqual([]));

  it('is what is missing, each in its own words', () => {
    const form: FormFields = {
      ...aFormOfEveryType,
      tags: { ...aFormOfEveryType.tags, required: true },
      receipt: { type: 'file', required: true },
      photos: { type: 'file', multiple: true, required: true },
    };
    const { errors } = checkFormData(compileForm(form).schema, 'all required', { channel: 'phone' });
    expect(Object.fromEntries(errors.map(({ pointer, message }) => [pointer, message]))).toEqual({
      '/answer': 'Please fill this in.',
      '/pieces': 'Please fill this in.',
      '/refund': 'Answer yes or no.',
      '/tags': 'Choose at least one.',
      '/receipt': 'Attach a file.',
      '/photos': 'Attach at least one.',
      '/phone': 'Please fill this in.',
    });
    const hidden: FormFields = {
      a: { type: 'text' },
      b: { type: 'boolean', required: true, showWhen: { field: 'a', filled: true } },
    };
    expect(checkFormData(compileForm(hidden).schema, 'conditional', { a: 'x' }).errors).toEqual([
      { pointer: '/b', message: 'Answer yes or no.' },
    ]);
    expect(check({ ...good, channel: undefined }).errors).toContainEqual({
      pointer: '/channel',
      message: 'Choose one of the options.',
    });
  });

  it.each<[object, string, string]>([
    [{ answer: '' }, '/answer', 'Please fill this in.'],
    [{ answer: 1 }, '/answer', 'Must be a text.'],
    [{ code: `ABC-${'1'.repeat(17)}` }, '/code', 'Write at most 20 characters.'],
    [{ code: 'abc' }, '/code', 'Does not have the expected form.'],
    [{ amount: '5' }, '/amount', 'Must be a number.'],
    [{ amount: -1 }, '/amount', 'Must be 0 or more.'],
    [{ amount: 501 }, '/amount', 'Must be 500 or less.'],
    [{ pieces: 1.5 }, '/pieces', 'Must be a whole number.'],
    [{ pieces: 2 ** 53 }, '/pieces', 'Has more digits than a number keeps exactly. Send it as text.'],
    [{ refund: 'no' }, '/refund', 'Must be yes or no.'],
    [{ contact: 'nobody' }, '/contact', 'Write an e-mail address such as name@example.com.'],
    [{ page: 'ftp://a.example' }, '/page', 'Write a full address such as https://example.com.'],
    [{ day: '31.1.2026' }, '/day', 'Write a date as YYYY-MM-DD.'],
    [
      { meeting: '2026-01-31' },
      '/meeting',
      'Write a date and time with its offset, such as 2026-01-31T14:30:00Z.',
    ],
    [{ hour: '14:30' }, '/hour', 'Write a time with its offset, such as 14:30:00Z.'],
    [{ mood: 'odd' }, '/mood', 'Choose one of the options.'],
    [{ mood: 1 }, '/mood', 'Choose one of the options.'],
    [{ tags: [] }, '/tags', 'Choose at least one.'],
    [{ tags: ['late', 'broken', 'other'] }, '/tags', 'Choose at most 2.'],
    [{ tags: ['late', 'late'] }, '/tags', 'Choose each only once.'],
    [{ tags: ['early'] }, '/tags/0', 'Choose one of the options.'],
    [{ tags: 'late' }, '/tags', 'Must be a list.'],
    [{ receipt: 'a.pdf' }, '/receipt', 'Attach a file.'],
    [
      { photos: Array.from({ length: 4 }, (_, at) => `0190a0de-0000-7000-8000-00000000000${at}`) },
      '/photos',
      'Attach at most 3.',
    ],
    [{ unknown: 1 }, '/unknown', 'The form has no such field.'],
  ])('of %j', (wrong, pointer, message) => {
    expect(check({ ...good, ...wrong }).errors).toContainEqual({ pointer, message });
    expect(check({ ...good, ...wrong }).errors.filter((error) => error.pointer === pointer)).toHaveLength(1);
  });
});

describe('what a person is told of a raw schema', () => {
  it.each<[JsonSchema, unknown, string]>([
    [{ type: ['string', 'null'] }, 1, 'Must be a text or empty.'],
    [{ exclusiveMinimum: 5 }, 5, 'Must be more than 5.'],
    [{ exclusiveMaximum: 5 }, 5, 'Must be less than 5.'],
    [{ multipleOf: 0.1 }, 0.25, 'Must be a multiple of 0.1.'],
    [{ multipleOf: 1 }, 0.5, 'Must be a whole number.'],
    [{ minLength: 3 }, 'a', 'Write at least 3 characters.'],
    [{ maxLength: 1 }, 'ab', 'Write at most 1 character.'],
    [{ minItems: 2 }, [1], 'Add at least 2.'],
    [{ prefixItems: [{}], items: false }, [1, 2], 'There may be at most 1.'],
    [{ prefixItems: [{}], unevaluatedItems: false }, [1, 2], 'This is not allowed here.'],
    [{ contains: { const: 1 } }, [2], 'Lacks an entry of the expected kind.'],
    [{ contains: { const: 1 }, minContains: 2 }, [1], 'Needs at least 2 entries of the expected kind.'],
    [{ contains: { const: 1 }, maxContains: 1 }, [1, 1], 'Needs 1 to 1 entries of the expected kind.'],
    [{ minProperties: 1 }, {}, 'Fill in at least 1 field.'],
    [{ maxProperties: 0 }, { a: 1 }, 'Fill in at most 0 fields.'],
    [{ enum: [1, 2] }, 3, 'Choose one of the options.'],
    [{ const: { a: 1 } }, 3, 'Must be {"a":1}.'],
    [{ not: { const: 1 } }, 1, 'This is not allowed.'],
    [{ anyOf: [{ const: 1 }, { const: 2 }] }, 3, 'Choose one of the options.'],
    [
      { anyOf: [{ type: 'number' }, { minLength: 2 }] },
      'a',
      'Does not fit any of the allowed kinds of answer.',
    ],
    [{ format: 'duration' }, 'x', 'Is not a valid duration.'],
    [{ format: 'ipv4' }, '1.2.3', 'Is not a valid ipv4.'],
    [
      { format: 'uri' },
      `https://a.example/${'a'.repeat(2_048)}`,
      'Write a full address such as https://example.com.',
    ],
    [{ propertyNames: { maxLength: 1 } }, { ab: 1 }, 'A field cannot have this name here.'],
    [{ properties: { a: false } }, { a: 1 }, 'This is not allowed here.'],
    [{ additionalProperties: false }, { a: 1 }, 'The form has no such field.'],
    [
      { properties: { a: { title: 'Firm' } }, dependentRequired: { a: ['b'] } },
      { a: 1 },
      'Please fill this in, as “Firm” is filled in.',
    ],
    [{ dependentSchemas: { a: { required: ['b'] } } }, { a: 1 }, 'Please fill this in.'],
    [{ if: { const: 1 }, then: { const: 2 } }, 1, 'Must be 2.'],
    [{ allOf: [{ maximum: 1 }] }, 2, 'Must be 1 or less.'],
  ])('%j of %j', (field, value, message) => {
    const form = { type: 'object', properties: { it: field } };
    const { errors } = checkFormData(form, JSON.stringify(form), { it: value });
    expect(errors.map((error) => error.message)).toEqual([message]);
    expect(errors[0]?.pointer).toMatch(/^\/it/);
  });
});
