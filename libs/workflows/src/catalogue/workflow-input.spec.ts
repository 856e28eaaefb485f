import { checkInput, serializeInput } from './workflow-input';

const schema = {
  type: 'object',
  properties: {
    email: { type: 'string', format: 'email' },
    'a/b': { type: 'object', properties: { n: { type: 'integer', minimum: 1 } }, required: ['n'] },
    tier: { enum: ['free', 'gold'] },
  },
  required: ['email'],
  additionalProperties: false,
};

function problems(input: unknown): unknown {
  try {
    checkInput(schema, input);
    return null;
  } catch (error) {
    return (error as { details: { fields: unknown } }).details.fields;
  }
}

describe('serializeInput', () => {
  const refusal = (input: unknown): unknown => {
    try {
      return serializeInput(input);
    } catch (error) {
      return (error as { details: { fields: unknown } }).details.fields;
    }
  };

  it.each([
    [{ order: { n: [2 ** 53] } }, '/order/n/0', 'Has more digits'],
    [{ a: 'x\0' }, '/a', 'NUL'],
    [{ n: 1n }, '/n', 'not a JSON value'],
  ])('refuses what cannot be kept, where it stands (%#)', (input, pointer, message) => {
    expect(refusal(input)).toEqual([{ pointer, message: expect.stringContaining(message) }]);
  });

  it('keeps what can be, with its names', () => {
    const text = '{"b":9007199254740991,"a":{"__proto__":{"constructor":0.1}}}';
    expect(refusal(JSON.parse(text))).toBe(text);
  });
});

describe('checkInput', () => {
  it('takes what fits, and anything where there is no schema', () => {
    expect(problems({ email: 'a@b.test', tier: 'gold' })).toBeNull();
    expect(() => checkInput(null, 17)).not.toThrow();
  });

  it.each([
    [undefined, [{ pointer: '', message: 'Must be of type object.' }]],
    [{}, [{ pointer: '/email', message: 'Is missing.' }]],
    [{ email: 'x' }, [{ pointer: '/email', message: 'Is not a valid email.' }]],
    [{ email: 'a@b.test', 'a/b': {} }, [{ pointer: '/a~1b/n', message: 'Is missing.' }]],
    [{ email: 'a@b.test', 'a/b': { n: 0 } }, [{ pointer: '/a~1b/n', message: 'Must be 1 or more.' }]],
    [{ email: 'a@b.test', x: 1 }, [{ pointer: '/x', message: 'Is not a field of this workflow.' }]],
    [{ email: 'a@b.test', tier: 'tin' }, [{ pointer: '/tier', message: 'Must be one of ["free","gold"].' }]],
  ])('says what is wrong with %j', (input, fields) => {
    expect(problems(input)).toEqual(fields);
  });
});

describe('serializeInput', () => {
  it('gives JSON text, and null for nothing', () => {
    expect(serializeInput({ a: [1] })).toBe('{"a":[1]}');
    expect(serializeInput(undefined)).toBeNull();
    expect(serializeInput(null)).toBeNull();
    expect(serializeInput(Array.from({ length: 3 }))).toBe('[null,null,null]');
    expect(serializeInput('a backslash: \\u0000')).toBe('"a backslash: \\\\u0000"');
  });

  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  const nested = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown;
  it.each([
    ['a cycle', cycle],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['101 levels', nested(101)],
    ['a nest deeper than the stack', nested(50_000)],
    ['a NUL', 'a\0b'],
    ['half a surrogate pair', 'a\ud800'],
    ['more than 256 KB', 'ä'.repeat(140_000)],
  ])('refuses %s', (_, input) => {
    expect(() => serializeInput(input)).toThrow(expect.objectContaining({ code: 'workflow.invalid_input' }));
  });
});
