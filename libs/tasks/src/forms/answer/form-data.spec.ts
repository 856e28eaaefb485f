import { compileForm } from '../compile-form';
import { checkFormData } from './form-data';
import type { FormFields, JsonSchema } from '../field/form-field';

const check = (form: FormFields, data: unknown) =>
  checkFormData(compileForm(form).schema, JSON.stringify(form), data);
const checkRaw = (schema: JsonSchema, data: unknown) => checkFormData(schema, JSON.stringify(schema), data);
const says = (message: string, pointer = '') => [{ pointer, message: expect.stringContaining(message) }];

describe('checkFormData', () => {
  it('puts defaults into a copy', () => {
    const given = { a: 'x' };
    const form: FormFields = { a: { type: 'text' }, b: { type: 'boolean', default: true } };
    expect(check(form, given)).toEqual({ data: { a: 'x', b: true }, errors: [] });
    expect(given).toEqual({ a: 'x' });
  });

  it('leaves empty what a person emptied, at every depth, and still puts in what is read-only', () => {
    const schema = {
      type: 'object',
      properties: {
        n: { type: ['number', 'null'], default: 5 },
        kept: { type: 'string', default: 'x', readOnly: true },
        place: { type: 'object', properties: { land: { type: 'string', default: 'DE' } } },
      },
    };
    const given = { place: {} };
    const asShown = checkFormData(schema, JSON.stringify(schema), given, false);
    expect(asShown).toEqual({ data: { kept: 'x', place: {} }, errors: [] });
    const filled = { n: 5, kept: 'x', place: { land: 'DE' } };
    expect(checkRaw(schema, given)).toEqual({ data: filled, errors: [] });
  });

  it('takes fields that are nothing but true or false', () => {
    const of = (value: boolean) => ({ type: 'object', properties: { title: { type: 'string' }, value } });
    expect(checkRaw(of(true), { title: 'a', value: [1] }).errors).toEqual([]);
    expect(checkRaw(of(false), { title: 'a' })).toEqual({ data: { title: 'a' }, errors: [] });
    expect(checkRaw(of(false), { value: 1 }).errors).toHaveLength(1);
  });

  it('ignores what is sent for a read-only field', () => {
    const form: FormFields = {
      price: { type: 'number', readOnly: true, default: 5 },
      note: { type: 'text', readOnly: true },
    };
    expect(check(form, { price: 1, note: 'x' })).toEqual({ data: { price: 5 }, errors: [] });
    expect(check(form, { price: 'free' }).errors).toEqual([]);
  });

  it.each(['text', null, 7, [1], undefined])('refuses %j in place of an object', (data) => {
    expect(check({}, data).errors).toEqual([{ pointer: '', message: 'Must be an object with fields.' }]);
  });

  it.each([
    ['NUL', { a: 'a\0b' }, 'NUL'],
    ['a NUL in a name', { a: { 'a\0b': 1 } }, 'NUL'],
    ['half a character', { a: 'x\ud800' }, 'half a character'],
    ['Infinity', { a: JSON.parse('1e999') }, 'no number'],
    ['a number that may have been rounded', { a: 2 ** 53 }, 'more digits'],
    ['a function', { a: () => 1 }, 'not a JSON value'],
  ])('refuses %s', (_, data, reason) => {
    expect(check({ a: { type: 'json' } }, data).errors).toEqual(says(reason, '/a'));
  });

  it('refuses what is too deep, too large or too much', () => {
    const form: FormFields = { a: { type: 'json' } };
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(check(form, { a: deep }).errors).toEqual(says('deeper than 100', `/a${'/0'.repeat(99)}`));
    expect(check(form, { a: 'x'.repeat(5_000_000) }).errors).toEqual(says('at most 1048576'));
    expect(check(form, { a: Array(10_000).fill(0) }).errors).toEqual(says('more than 10000 values'));
    expect(check(form, { a: 'x'.repeat(1_000_000) }).errors).toEqual([]);
  });

  it('names 100 mistakes at most', () => {
    const data = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`f${at}`, 1]));
    expect(check({}, data).errors).toHaveLength(100);
  });

  it('names a field with a slash in its pointer as RFC 6901 asks', () => {
    expect(check({}, { 'a/b~': 1 }).errors[0]?.pointer).toBe('/a~1b~0');
  });

  it('knows names that every object has', () => {
    const data = JSON.parse('{"__proto__":{"a":1},"constructor":1,"toString":2}');
    expect(
      check({}, data)
        .errors.map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(['/__proto__', '/constructor', '/toString']);
  });
});

describe('patterns at work', () => {
  const evil: JsonSchema = { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } };

  it('take no longer for a pattern that backtracks without end elsewhere', () => {
    expect(checkRaw(evil, { a: `${'a'.repeat(500_000)}!` }).errors).toEqual(says('expected form', '/a'));
    expect(checkRaw(evil, { a: 'a'.repeat(500_000) }).errors).toEqual([]);
  });

  it('give up on more text than a request may cost', () => {
    const pattern = '(?:.{0,120}a|.{0,100}b)*c';
    const items = { type: 'array', items: { type: 'string', pattern } };
    const schema = { type: 'object', properties: { a: items }, patternProperties: { [pattern]: {} } };
    expect(checkRaw(schema, { a: Array(2_000).fill('abcf'.repeat(120)) }).errors).toEqual(
      says('too long for'),
    );
    expect(checkRaw(schema, { a: ['abc', 'x'] }).errors).toEqual(says('expected form', '/a/1'));
  });
});

describe('unique items', () => {
  const schema = { type: 'object', properties: { a: { uniqueItems: true } } };
  const problems = (items: unknown[]) => checkRaw(schema, { a: items }).errors.length;

  it('are told by their content, not by the order of keys or by what looks alike', () => {
    expect(
      problems([
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ]),
    ).toBe(1);
    expect(problems([1, '1', true, 'true', null, 'null', { a: 1 }, [['a', 1]], [], {}])).toBe(0);
  });
});
