import { type Schema, Validator } from '@cfworker/json-schema';
import { fieldErrorOf, isOwnError } from './validation.words';

const schema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['answer', 'a/b'],
  additionalProperties: false,
  properties: {
    answer: { type: 'string', minLength: 1 },
    'a/b': { type: 'string' },
    amount: { type: 'number', maximum: 500 },
    mood: { type: 'string', oneOf: [{ const: 'good' }, { const: 'bad' }] },
    email: { type: 'string', format: 'email' },
    tags: { type: 'array', minItems: 1, items: { type: 'string', maxLength: 2 } },
  },
};

const complaints = (data: unknown): Record<string, string> =>
  Object.fromEntries(
    new Validator(schema, '2020-12', false)
      .validate(data)
      .errors.filter(isOwnError)
      .map((unit) => fieldErrorOf(unit, schema))
      .map(({ pointer, message }) => [pointer, message]),
  );

describe('the words of the form check', () => {
  it('points at a missing field itself, not at the form', () => {
    expect(complaints({})).toEqual({ '/answer': 'Please fill this in.', '/a~1b': 'Please fill this in.' });
  });

  it('says once per field what is wrong, in a sentence', () => {
    const data = { answer: '', 'a/b': '', amount: 700, mood: 'odd', email: 'x', tags: ['long'] };
    expect(complaints(data)).toEqual({
      '/answer': 'Please fill this in.',
      '/amount': 'Must be 500 or less.',
      '/mood': 'Choose one of the options.',
      '/email': 'Write an e-mail address such as name@example.com.',
      '/tags/0': 'Write at most 2 characters.',
    });
  });

  it('has nothing to say about good data', () => {
    expect(complaints({ answer: 'Yes', 'a/b': 'x', mood: 'good', tags: ['a'] })).toEqual({});
  });
});
