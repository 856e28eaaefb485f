import { storableJson } from './storable-json';

it.each([
  [{ a: 1 }, '{"a":1}'],
  [undefined, null],
  ['a\0b\ud800', '"a\ufffdb\ufffd"'],
  ['\\u0000', '"\\\\u0000"'],
  ['\\\0', '"\\\\\ufffd"'],
  ['\u{1f600}', '"\u{1f600}"'],
])('makes of %j what Postgres can keep', (value, text) => {
  expect(storableJson(value)).toBe(text);
});
