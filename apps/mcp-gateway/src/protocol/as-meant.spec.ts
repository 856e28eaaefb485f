import { z } from 'zod';
import { asMeant } from './as-meant';

const anything = z.unknown();
const object = z.unknown().meta({ type: 'object' });
const schema = z.strictObject({
  id: z.string(),
  text: z.string().default('all'),
  kind: z.enum(['a', 'b']).optional(),
  most: z.number().optional(),
  list: z.array(z.string()).optional(),
  to: z.strictObject({ user: z.string().optional(), groups: z.array(z.string()).optional() }).optional(),
  fields: z.record(z.string(), z.strictObject({ label: z.string().optional() })).optional(),
  calls: z.array(z.strictObject({ reason: z.string().optional() })).optional(),
  equals: z.union([z.string(), z.number()]).optional(),
  fallback: anything.optional(),
  input: object.optional(),
  data: z.record(z.string(), anything).optional(),
});
const meant = (given: object, emptyIsAbsent = false) => asMeant(schema, { id: 'x', ...given }, emptyIsAbsent);

describe('arguments as they are meant', () => {
  it('null for what is optional is absent, at every depth', () => {
    const names = Object.keys(schema.shape).filter((name) => name !== 'id');
    expect(meant(Object.fromEntries(names.map((name) => [name, null])))).toEqual({ id: 'x' });
    expect(
      meant({ to: { user: null, groups: null }, fields: { f: { label: null } }, calls: [{ reason: null }] }),
    ).toEqual({ id: 'x', to: {}, fields: { f: {} }, calls: [{}] });
  });

  it('empty text is absent where it can mean nothing else, and stays where something is written', () => {
    const empty = { text: '', kind: '', most: '', list: '', to: '', input: '', equals: '' };
    expect(meant(empty, true)).toEqual({ id: 'x' });
    expect(meant({ to: { user: '' } }, true)).toEqual({ id: 'x', to: {} });
    expect(meant(empty)).toEqual({ id: 'x', ...empty });
  });

  it('what is needed, what is not known and what is data stays', () => {
    const given = { id: null, unknown: null, data: { a: null, b: '' }, input: { c: null } };
    expect(meant(given)).toEqual(given);
    expect(meant({ id: '', data: { b: '' } }, true)).toEqual({ id: '', data: { b: '' } });
    const proto = JSON.parse('{"data":{"__proto__":{"a":null}}}') as object;
    expect(JSON.stringify(meant(proto))).toBe('{"id":"x","data":{"__proto__":{"a":null}}}');
  });

  it('JSON text is read where an object or a list is wanted, and nowhere else', () => {
    expect(meant({ input: ' {"a":null}', to: '{"user":null}', list: '["a"]' })).toEqual({
      id: 'x',
      input: { a: null },
      to: {},
      list: ['a'],
    });
    for (const text of ['{"a":', '["a"]', 'plain', '5'])
      expect(meant({ input: text })).toEqual({ id: 'x', input: text });
    expect(meant({ text: '{"a":1}', fallback: '{"a":1}' })).toMatchObject({
      text: '{"a":1}',
      fallback: '{"a":1}',
    });
  });

  it('text with a number that reading could change is no object', () => {
    for (const text of ['{"n":9007199254740993}', '{"n":1e400}'])
      expect(meant({ input: text })).toMatchObject({ input: text });
    expect(meant({ input: '{"n":100.5}' })).toMatchObject({ input: { n: 100.5 } });
  });

  it('looks behind what checks beforehand', () => {
    const checked = z.strictObject({ form: z.preprocess((form) => form, schema.shape.fields) });
    expect(asMeant(checked, { form: '{"f":{"label":null}}' }, false)).toEqual({ form: { f: {} } });
  });
});
