import { parseValue } from 'graphql';
import { JsonScalar } from './json.scalar';

test('a literal in a query is read as JSON', () => {
  const literal = parseValue('{ a: [1, 2.5, "x", true, null, { b: ON }] }');
  expect(JsonScalar.parseLiteral(literal)).toEqual({ a: [1, 2.5, 'x', true, null, { b: 'ON' }] });
});
