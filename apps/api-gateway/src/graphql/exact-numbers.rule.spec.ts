import { buildSchema, parse, validate } from 'graphql';
import { exactNumbers } from './exact-numbers.rule';

const schema = buildSchema('scalar JSON type Query { a(json: JSON, number: Float): Int }');
const complaints = (query: string) =>
  validate(schema, parse(query), [exactNumbers]).map(({ message }) => message);

test.each([
  ['{ a(json: 9007199254740993) }', '/json'],
  ['{ a(json: { list: [1, [2, { n: -1e999 }]] }) }', '/json/list/1/1/n'],
  ['{ a(number: 0.12345678901234567890) }', '/number'],
  ['query ($json: JSON = { n: 9007199254740993 }) { a(json: $json) }', '/n'],
])('%s is refused at %s', (query, pointer) => {
  expect(complaints(query)).toEqual([
    `${pointer}: Has more digits than a number keeps exactly. Send it as text.`,
  ]);
});

test('what JavaScript keeps is taken', () => {
  const query = '{ a(json: [9007199254740991, 0.1, 1.50, 1e3, "9007199254740993"]) }';
  expect(complaints(query)).toEqual([]);
});
