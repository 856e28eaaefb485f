import { z } from 'zod';
import { inputSchemaProblems } from './input-schema';
import { checkInput } from './workflow-input';

const nested = (levels: number): object =>
  levels === 0 ? {} : { type: 'object', properties: { a: nested(levels - 1) } };
const refused = (schema: object, input: unknown): boolean => {
  try {
    checkInput(schema as Record<string, unknown>, input);
    return false;
  } catch (error) {
    return (error as { code?: string }).code === 'workflow.invalid_input';
  }
};

describe('the schema of an input', () => {
  it.each<[string, object, string, string]>([
    ['a look-ahead', { properties: { a: { pattern: '^(?=x)' } } }, '/properties/a/pattern', 'linear time'],
    ['such a name', { patternProperties: { '(a)\\1': {} } }, '/patternProperties/(a)\\1', 'linear time'],
    ['a remote $ref', { items: { $ref: 'https://x.test/y.json' } }, '/items/$ref', 'stay in the schema'],
    ['a $ref to nothing', { $ref: '#/$defs/gone' }, '/$ref', 'refers to no schema'],
    ['another draft', { $schema: 'http://json-schema.org/draft-03/schema#' }, '/$schema', 'draft/2020-12'],
    ['a type that is none', { type: 'strnig' }, '/type', 'must be'],
    ['22 levels', nested(22), '/properties/a'.repeat(21), 'deeper than 20'],
    [
      '101 levels of data',
      { default: JSON.parse('['.repeat(101) + ']'.repeat(101)) as unknown },
      '',
      'deeper',
    ],
    ['more than 256 KiB', { description: 'x'.repeat(300_000) }, '', 'bytes'],
    ['definitions that multiply', multiplied(12), '', 'schemas in all'],
    [
      'a circle outside of definitions',
      { properties: { a: { $ref: '#/properties/a' } } },
      '/properties/a/$ref',
      'itself',
    ],
  ])('is refused for %s', (_, schema, pointer, message) => {
    expect(inputSchemaProblems(schema as Record<string, unknown>)).toEqual([
      { pointer, message: expect.stringContaining(message) },
    ]);
  });

  it('may be what Zod makes of dates, addresses, trees and any JSON', () => {
    const tree: z.ZodType = z.object({ name: z.string(), get children() { return z.array(tree) } }); // prettier-ignore
    const input = z.object({ when: z.iso.datetime(), who: z.email(), at: z.ipv6(), tree, context: z.json() });
    const schema = z.toJSONSchema(input.meta({ owner: 'billing' })) as Record<string, unknown>;
    expect(inputSchemaProblems(schema)).toEqual([]);
    const good = {
      when: '2026-01-02T03:04:05Z',
      who: 'a@b.test',
      at: '::1',
      tree: { name: 'a', children: [] },
      context: [{ deep: [1] }],
    };
    expect(refused(schema, good)).toBe(false);
    expect(refused(schema, { ...good, who: 'nobody' })).toBe(true);
    expect(refused(schema, { ...good, tree: { children: [] } })).toBe(true);
  });
});

describe('an input schema of another dialect', () => {
  it('is checked as it was meant', () => {
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $ref: '#/definitions/Order',
      definitions: {
        Order: {
          type: 'object',
          properties: {
            note: { type: 'string', nullable: true, example: 'x' },
            count: { type: 'integer', format: 'int32' },
            pair: { type: 'array', items: [{ type: 'integer' }], additionalItems: false },
            card: { type: 'string' },
          },
          dependencies: { card: ['count'] },
        },
      },
    };
    expect(inputSchemaProblems(schema)).toEqual([]);
    expect(refused(schema, { note: null, count: 1, pair: [1], card: 'x' })).toBe(false);
    for (const wrong of [{ count: 2 ** 31 }, { pair: [1, 2] }, { card: 'x' }, { note: 1 }]) {
      expect(refused(schema, wrong)).toBe(true);
    }
  });

  it('may be draft 7 as Zod writes it', () => {
    const input = z.object({ a: z.tuple([z.string(), z.number()]), b: z.uint32(), c: z.email().nullable() });
    const schema = z.toJSONSchema(input, { target: 'draft-7' }) as Record<string, unknown>;
    expect(inputSchemaProblems(schema)).toEqual([]);
    expect(refused(schema, { a: ['x', 1], b: 4_294_967_295, c: null })).toBe(false);
    for (const wrong of [{ a: [1, 'x'] }, { b: -1 }, { c: 'nobody' }]) {
      expect(refused(schema, { a: ['x', 1], b: 1, c: null, ...wrong })).toBe(true);
    }
  });
});

describe('checking an input', () => {
  it('takes a time that grows with the input alone, whatever the pattern', () => {
    // Thirty letters would keep a backtracking engine busy for minutes.
    const schema = { properties: { a: { pattern: '^(a+)+$' } } };
    expect(refused(schema, { a: `${'a'.repeat(50_000)}!` })).toBe(true);
    const many = { items: { pattern: '^(?:[a-z]{1,9}){50}$' } };
    expect(
      refused(
        many,
        Array.from({ length: 200 }, () => 'a'.repeat(1_000)),
      ),
    ).toBe(true);
  });

  it('leaves the input as it is, defaults too', () => {
    const input = {};
    checkInput({ properties: { a: { default: 1 } } }, input);
    expect(input).toEqual({});
  });

  it('knows equal items without comparing each with each', () => {
    const items = Array.from({ length: 10_000 }, (_, index) => ({ index }));
    expect(refused({ uniqueItems: true }, items)).toBe(false);
    expect(refused({ uniqueItems: true }, [...items, { index: 0 }])).toBe(true);
  });
});

function multiplied(times: number): object {
  const twice = (name: string) => ({ allOf: [{ $ref: `#/$defs/${name}` }, { $ref: `#/$defs/${name}` }] });
  const names = Array.from({ length: times }, (_, at) => [`d${at + 1}`, twice(`d${at}`)]);
  return { $ref: `#/$defs/d${times}`, $defs: { d0: {}, ...Object.fromEntries(names) } };
}
