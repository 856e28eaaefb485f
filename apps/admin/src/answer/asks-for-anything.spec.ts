import { asksForAnything } from './asks-for-anything';

test.each([
  [{ type: 'object', properties: { answer: { type: 'string' } } }, true],
  [{ type: 'object', properties: {}, required: [], additionalProperties: false }, false],
  [{ $ref: '#/$defs/x' }, true],
  [{ allOf: [{ properties: {} }] }, true],
  [{}, false],
  [null, false],
])('%j asks for anything: %s', (schema, asks) => {
  expect(asksForAnything(schema)).toBe(asks);
});
