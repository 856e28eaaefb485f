import { DEEPEST_NESTING, isTooDeep } from './nesting';

const nested = (levels: number, open: string, close: string): unknown =>
  JSON.parse(open.repeat(levels) + '1' + close.repeat(levels));

test.each([
  ['lists', '[', ']'],
  ['objects', '{"a":', '}'],
  ['both', '[{"b":1,"a":', '}]'],
])('%s are counted, wherever they are', (_name, open, close) => {
  const each = open.startsWith('[{') ? 2 : 1;
  const most = DEEPEST_NESTING / each;
  expect(isTooDeep(nested(most, open, close))).toBe(false);
  expect(isTooDeep(nested(most + 1, open, close))).toBe(true);
  expect(isTooDeep({ before: [1], a: nested(most + 1, open, close), after: [] })).toBe(true);
  expect(isTooDeep(nested(100_000, open, close))).toBe(true);
});

test('what is only large is not deep', () => {
  expect(isTooDeep(Array.from({ length: 50_000 }, () => [{}]))).toBe(false);
  for (const value of [null, undefined, 1, 'x', [], {}]) expect(isTooDeep(value)).toBe(false);
});
