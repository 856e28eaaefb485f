import { compileForm } from './compile-form';
import { compileSchema } from './engine/form-engine';
import { formSpec } from './form.schema';
import { aFormOfEveryType } from './form-of-every-type';

/** The complaints about a form by pointer. */
function complaints(form: unknown): Record<string, string> {
  const { error } = formSpec.safeParse(form);
  return Object.fromEntries(
    (error?.issues ?? []).map(({ path, message }) => [
      path.map((part) => `/${String(part)}`).join(''),
      message,
    ]),
  );
}

const pointers = (form: unknown): string[] => Object.keys(complaints(form));
const options = [{ value: 'a' }, { value: 'b' }];

describe('a form of fields', () => {
  it('may use every type and property, and compiles', () => {
    expect(complaints(aFormOfEveryType)).toEqual({});
    expect(() => compileSchema(compileForm(aFormOfEveryType).schema)).not.toThrow();
  });

  it.each<[object, string]>([
    [{ type: 'dropdown' }, '/f/type'],
    [{ type: 'text', colour: 'red' }, '/f'],
    [{ type: 'select' }, '/f/options'],
    [{ type: 'text', options }, '/f/options'],
    [{ type: 'radio', options: [{ value: 'a' }, { value: 'a' }] }, '/f/options/1/value'],
    [{ type: 'text', multiple: true }, '/f/multiple'],
    [{ type: 'text', validation: { min: 1 } }, '/f/validation/min'],
    [{ type: 'number', validation: { maxLength: 1 } }, '/f/validation/maxLength'],
    [{ type: 'date', validation: { pattern: 'x' } }, '/f/validation/pattern'],
    [{ type: 'file', validation: { max: 2 } }, '/f/validation/max'],
    [{ type: 'file', multiple: true, validation: { max: 21 } }, '/f/validation/max'],
    [{ type: 'number', validation: { min: 2, max: 1 } }, '/f/validation/max'],
    [{ type: 'text', validation: { minLength: 2, maxLength: 1 } }, '/f/validation/maxLength'],
    [{ type: 'integer', validation: { max: 2 ** 60 } }, '/f/validation/max'],
    [{ type: 'multiselect', options, validation: { min: 3 } }, '/f/validation/min'],
    [{ type: 'file', readOnly: true }, '/f/readOnly'],
    [{ type: 'file', default: 'x' }, '/f/default'],
    [{ type: 'text', readOnly: true, required: true }, '/f/default'],
    [{ type: 'number', default: '5' }, '/f/default'],
    [{ type: 'number', default: 5, validation: { max: 4 } }, '/f/default'],
    [{ type: 'select', options, default: 'c' }, '/f/default'],
    [{ type: 'multiselect', options, default: ['a', 'c'] }, '/f/default'],
    [{ type: 'date', default: 'tomorrow' }, '/f/default'],
    [{ type: 'text', default: 'ab', validation: { pattern: '[A-Z]+' } }, '/f/default'],
    [{ type: 'text', default: '', required: true }, '/f/default'],
    [{ type: 'text', default: 1, showWhen: { field: 'g', filled: true } }, '/f/default'],
  ])('refuses %j', (field, pointer) => {
    expect(pointers({ g: { type: 'text' }, f: field })).toEqual([pointer]);
  });

  it.each<[object, string]>([
    [{ field: 'h', equals: 'a' }, '/f/showWhen/field'],
    [{ field: 'f', equals: 'a' }, '/f/showWhen/field'],
    [{ field: 'toString', filled: true }, '/f/showWhen/field'],
    [{ field: 'g' }, '/f/showWhen'],
    [{ field: 'g', equals: 'a', filled: true }, '/f/showWhen'],
    [{ field: 'g', in: [] }, '/f/showWhen/in'],
    [{ field: 'g', equals: 'c' }, '/f/showWhen/equals'],
    [{ field: 'g', in: ['a', 'c'] }, '/f/showWhen/in/1'],
    [{ field: 'n', equals: '1' }, '/f/showWhen/equals'],
    [{ field: 'y', notEquals: 'true' }, '/f/showWhen/notEquals'],
    [{ field: 'j', equals: 'a' }, '/f/showWhen/equals'],
  ])('refuses the condition %j', (showWhen, pointer) => {
    const others = {
      g: { type: 'select', options },
      n: { type: 'number' },
      y: { type: 'boolean' },
      j: { type: 'json' },
    };
    expect(pointers({ ...others, f: { type: 'text', showWhen } })).toEqual([pointer]);
  });

  it('refuses conditions in a circle, and chains that nobody can follow', () => {
    const hangsOn = (field: string) => ({ type: 'text', showWhen: { field, filled: true } });
    expect(complaints({ a: hangsOn('c'), b: hangsOn('a'), c: hangsOn('b') })).toEqual(
      Object.fromEntries(
        ['a', 'b', 'c'].map((name) => [`/${name}/showWhen/field`, expect.stringContaining('itself')]),
      ),
    );
    const chain = (length: number) =>
      Object.fromEntries(
        Array.from({ length }, (_, at) => [`f${at}`, at === 0 ? { type: 'text' } : hangsOn(`f${at - 1}`)]),
      );
    expect(complaints(chain(11))).toEqual({});
    expect(pointers(chain(12))).toEqual(['/f11/showWhen/field']);
  });

  it.each(['__proto__', 'constructor', 'toString', '', 'a b', '1a', 'a'.repeat(65)])(
    'refuses the name %j',
    (name) => {
      expect(pointers(JSON.parse(`{"${name}":{"type":"text"}}`))).toEqual([`/${name}`]);
    },
  );

  it.each(['text', 7, null, ['x']])('refuses %j in place of a form', (form) => {
    expect(pointers(form)).toEqual(['']);
  });

  it('refuses more than it can hold, quickly and once', () => {
    const form = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`f${at}`, { type: 'text' }]));
    expect(complaints(form)).toEqual({ '': 'has 10000 fields; at most 200 are allowed' });
    const long = Array.from({ length: 500 }, (_, at) => ({ value: `${at}`, label: 'x'.repeat(200) }));
    expect(complaints({ f: { type: 'select', options: long } })['']).toContain('at most 65536');
    const wrong = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`f${at}`, { type: 'x' }]));
    expect(pointers(wrong)).toHaveLength(50);
  });
});

describe('a pattern', () => {
  const refused = (pattern: string): string | undefined =>
    complaints({ f: { type: 'text', validation: { pattern } } })['/f/validation/pattern'];

  it.each([
    '[a-z]+(-[a-z]+)*',
    '\\d{5}(-\\d{4})?',
    '[^@]+@[^@]+',
    '\\p{Lu}\\p{L}*',
    '(?<y>\\d{4})',
    '\\u00e9|\\/',
  ])('may be %s', (pattern) => expect(refused(pattern)).toBeUndefined());

  it.each([
    ['(', 'not a regular expression'],
    ['(?i)a', 'not a regular expression'],
    ['[[:alpha:]]', 'not a regular expression'],
    ['(a)\\1', 'linear time'],
    ['(?=a)b', 'linear time'],
    ['(?<!a)b', 'linear time'],
    ['(?:(?:a{1,50}){1,50}){1,50}', 'linear time'],
    ['(?:[ab]c?d?){300}', 'repeats too much'],
    ['a'.repeat(501), 'longer than 500'],
  ])('may not be %s', (pattern, reason) => expect(refused(pattern)).toContain(reason));

  it('may not stand 51 times', () => {
    const field = { type: 'text', validation: { pattern: 'a' } };
    const form = (length: number) => Object.fromEntries(Array.from({ length }, (_, at) => [`f${at}`, field]));
    expect(complaints(form(50))).toEqual({});
    expect(complaints(form(51))[''] ?? '').toContain('51 patterns');
  });
});
