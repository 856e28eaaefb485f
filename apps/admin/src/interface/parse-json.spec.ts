import { parseJson } from './parse-json';

test('what is JSON is read as it stands', () => {
  const text = '{"b":9007199254740991,"a":[0.1,1e3],"__proto__":{"n":1},"b":2}';
  expect(parseJson(text)).toEqual({ value: JSON.parse(text) });
});

test.each([
  ['{"n":9007199254740993}', /^9007199254740993 has more digits .* as text, in quotes\.$/],
  ['[1e400]', /^1e400 has more digits/],
  ['{', /^This is not valid JSON yet\.$/],
  ['', /not valid JSON/],
])('%s is told', (text, problem) => {
  expect(parseJson(text)).toEqual({ problem: expect.stringMatching(problem) });
});
