import { formErrors } from './form-validator';
import { linearNames, namesIn } from './linear-names';

const complaints = (schema: object, data: unknown): string[] =>
  formErrors(schema, data).map(({ pointer }) => pointer);

test('a name is matched in a time that grows with its length alone', () => {
  // The browser's own engine would need 2^60 steps.
  const schema = { type: 'object', patternProperties: { '^(a+)+$': { type: 'number' } } };
  const evil = `${'a'.repeat(60)}!`;
  expect(complaints(schema, { [evil]: 'free', aaa: 'no number' })).toEqual(['/aaa']);
});

test('names that fit no pattern are additional ones, as on the server', () => {
  const schema = {
    type: 'object',
    properties: { patternProperties: { type: 'string' }, part: { $ref: '#/$defs/part' } },
    $defs: {
      part: {
        type: 'object',
        patternProperties: { '^x-': { type: 'number' }, note$: { minimum: 5 }, '^.*x': {} },
        additionalProperties: false,
      },
    },
  };
  expect(complaints(schema, { patternProperties: 'a', part: { 'x-note': 7, 'x-1': 1 } })).toEqual([]);
  expect(complaints(schema, { part: { 'x-note': 2, 'x-1': 'a', other: 1 } }).sort()).toEqual([
    '/part/other',
    '/part/x-1',
    '/part/x-note',
  ]);
});

test('the names of libraries are texts, whatever stands in them', () => {
  const names = namesIn({ 'a.b*(c)[d]{e}|f/\\^$': [{ inner: 1 }], 'a-b': 2 });
  expect([...names]).toEqual(['a.b*(c)[d]{e}|f/\\^$', 'inner', 'a-b']);
  const [list] = Object.keys(
    linearNames({ patternProperties: { '.': {} } }, names).patternProperties as object,
  );
  const native = new RegExp(list ?? '', 'u');
  expect([...names].every((name) => native.test(name))).toBe(true);
  expect(['axb', 'a', 'inne', ''].some((name) => native.test(name))).toBe(false);
  const [none] = Object.keys(
    linearNames({ patternProperties: { z: {} } }, names).patternProperties as object,
  );
  expect(new RegExp(none ?? '').test('z')).toBe(false);
});
