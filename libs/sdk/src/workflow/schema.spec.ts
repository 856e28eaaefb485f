import { z } from 'zod';
import { describeIssues, pointerOf, toJsonSchema } from './schema';

describe('schemas', () => {
  const question = z.object({ question: z.string().min(3), limit: z.number().default(5) });

  it('turns Zod into JSON Schema 2020-12, with what a caller may leave out', () => {
    expect(toJsonSchema(question, 'input')).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: { question: { type: 'string', minLength: 3 }, limit: { default: 5 } },
      required: ['question'],
    });
    expect(toJsonSchema(question, 'output')).toMatchObject({ required: ['question', 'limit'] });
  });

  it('takes JSON Schema as it is, and nothing as nothing', () => {
    expect(toJsonSchema({ type: 'object' }, 'input')).toEqual({ type: 'object' });
    expect(toJsonSchema(undefined, 'input')).toBeUndefined();
  });

  it('knows no shape of a schema whose library cannot tell', () => {
    const silent = {
      '~standard': { version: 1, vendor: 'x', validate: (value: unknown) => ({ value }) },
    } as const;
    expect(toJsonSchema(silent, 'input')).toBeUndefined();
  });

  it('points at what does not fit', () => {
    expect(pointerOf({ message: '', path: ['a/b', 0, { key: 'c~d' }] })).toBe('/a~1b/0/c~0d');
    expect(describeIssues([{ message: 'too short', path: ['question'] }, { message: 'odd' }])).toBe(
      '/question: too short; the input: odd',
    );
  });
});
