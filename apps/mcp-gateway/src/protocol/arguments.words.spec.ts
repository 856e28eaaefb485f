import { z } from 'zod';
import { argumentWords } from './arguments.words';
import { idempotencyKey, pageInput } from './page.schema';
import { InvalidArgumentsError } from './tool.errors';

const schema = z.strictObject({
  title: z.string().min(1).max(5),
  kind: z.enum(['a', 'b']).optional(),
  to: z.strictObject({ user: z.string().optional() }).optional(),
  calls: z
    .array(z.strictObject({ risk: z.literal('high') }))
    .min(1)
    .max(1)
    .optional(),
  fields: z.record(z.string(), z.number().min(2)).optional(),
  equals: z.union([z.string(), z.number()]).optional(),
  key: idempotencyKey.optional(),
  ...pageInput,
});

function complaints(given: unknown): unknown {
  const { error } = schema.safeParse(given, { error: argumentWords });
  const { fields } = new InvalidArgumentsError(error!, Object.keys(schema.shape)).details as {
    fields: { pointer: string; message: string }[];
  };
  return fields.map(({ pointer, message }) => `${pointer} ${message}`);
}

describe('what is wrong with an argument', () => {
  it.each([
    [{}, '/title is needed: text'],
    [{ title: 5 }, '/title must be text, not a number'],
    [{ title: null }, '/title must be text, not null'],
    [{ title: '' }, '/title must not be empty'],
    [{ title: 'too long' }, '/title must have at most 5 characters'],
    [{ kind: 'c' }, '/kind must be one of "a", "b"'],
    [{ to: 'sam' }, '/to must be an object, not text'],
    [{ to: { users: [] } }, '/to/users is not known here: leave it out'],
    [{ calls: [{ risk: 'low' }] }, '/calls/0/risk must be "high"'],
    [{ calls: [] }, '/calls must not be empty'],
    [{ calls: [{ risk: 'high' }, { risk: 'high' }] }, '/calls must have at most 1 items'],
    [{ fields: { 'a/b': 1 } }, '/fields/a~1b must be at least 2'],
    [{ equals: [] }, '/equals has none of the kinds that it may have'],
    [{ limit: 51 }, '/limit must be at most 50'],
    [{ limit: 1.5 }, '/limit must be a whole number, not one with decimals'],
    [{ limit: '5' }, '/limit must be a number, not text'],
    [{ key: 'a b' }, '/key use letters, digits and . _ : @ / + = -'],
  ])('%j: %s', (given, words) => {
    expect(
      complaints({
        title: 'x',
        ...(words.startsWith('/title is needed') ? { title: undefined } : {}),
        ...given,
      }),
    ).toEqual([words]);
  });

  it('names what there is beside what there is not', () => {
    expect(complaints({ title: 'x', tenant_id: 'y', prio: 1 })).toEqual([
      expect.stringMatching(/^\/tenant_id is not known here: leave it out; known are title, kind, /),
      expect.stringMatching(/^\/prio is not known here/),
    ]);
    expect(complaints('x')).toEqual(['/ must be an object, not text']);
  });
});
