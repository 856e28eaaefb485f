import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeExactly } from './exact-json';
import { inputValues } from './input-values';
import type { OptionValues } from './read-command';

const folder = mkdtempSync(join(tmpdir(), 'orkestra-input-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string): string {
  const path = join(folder, 'input.json');
  writeFileSync(path, content);
  return path;
}

const sent = (options: OptionValues) => writeExactly(inputValues(options));

test.each([
  ['answer=Yes', '{"answer":"Yes"}'],
  ['amount=12.50', '{"amount":12.50}'],
  ['zip=01234', '{"zip":"01234"}'],
  ['paid=true', '{"paid":true}'],
  ['note=null', '{"note":null}'],
  ['id="12"', '{"id":"12"}'],
  ['lines=[1,2]', '{"lines":[1,2]}'],
  ['formula=a=b', '{"formula":"a=b"}'],
  ['empty=', '{"empty":""}'],
  ['__proto__=1', '{"__proto__":1}'],
])('--set %s sends %s', (pair, json) => {
  expect(sent({ set: [pair] })).toBe(json);
  expect(({} as Record<string, unknown>)['1']).toBeUndefined();
});

test('--set-text sends text whatever it looks like', () => {
  expect(sent({ 'set-text': ['amount=12.50', 'paid=true'] })).toBe('{"amount":"12.50","paid":"true"}');
});

test('--set and --set-text stand over the file, whose numbers are sent as they are written', () => {
  const input = file('\ufeff{ "price": 1.10, "rate": 1e2, "who": "Ada" }');
  expect(sent({ input, set: ['who=Sam'], 'set-text': ['rate=high'] })).toBe(
    '{"price":1.10,"rate":"high","who":"Sam"}',
  );
});

test('without any of them nothing is sent', () => expect(inputValues({})).toBeUndefined());

test.each([
  [{ set: ['id=12345678901234567890'] }, '/id has more digits'],
  [{ set: ['deep={"a/b":[1e999]}'] }, '/deep/a~1b/0 has more digits'],
  [{ set: ['answer'] }, '--set takes NAME=VALUE, not "answer"'],
  [{ 'set-text': ['=x'] }, '--set-text takes NAME=VALUE'],
  [{ input: join(folder, 'none.json') }, "can't be read (ENOENT)"],
])('%j is refused with a sentence that says what to change', (options, message) => {
  expect(() => inputValues(options)).toThrow(message);
});

test.each(['[1]', '"text"', '12', '{"a":'])('a file with %s is refused', (content) => {
  expect(() => inputValues({ input: file(content) })).toThrow(/JSON/);
});
