import * as fc from 'fast-check';
import { compileLinear } from './linear-expression';

const PATTERNS = [
  '^\\S+$',
  '^\\d{1,3}(\\s\\d{3})*,\\d{2}$',
  '[\\s\\d]',
  '[^\\s]',
  '[^\\S\\w]',
  '^.$',
  '^[^]$',
  'a[]b',
  '\\u0061\\x62\\cA\\0',
  '\\u{1f600}|\\ud83d\\ude01',
  '^[\\u{1f600}-\\u{1f64f}]$',
  '^\\p{Letter}\\P{Lu}$',
  '[\\p{Script=Greek}\\p{sc=Cyrillic}\\p{digit}]',
  '\\p{gc=Decimal_Number}|\\p{Alpha}|\\p{White_Space}',
  '^(?<year>\\d+)(?:-\\w{2}|x)*?$',
  '[[:alpha:]x[y]',
  '\\bword\\b|\\Bx',
  '[\\b\\t-\\r\\-^\\]]',
  'a\\/b\\.c\\$\\^\\{\\}\\[\\]\\(\\)\\|\\*\\+\\?\\\\',
  '^é😀ß#!@%&~`\'";:<>=,-$',
  '^$|a$',
  '[a-\\u00ff]',
];
const CHARS = [
  ...'aAbBcxyz09_-^]\\[$./ \t\n\r\v\f,{}()|*+?#!@%&~é😀😁ßαΩЖ٣',
  ...[0x01, 0x08, 0x85, 0xa0, 0x1680, 0x180e, 0x2003, 0x200b, 0x2028, 0x2029, 0x202f, 0x3000, 0xfeff].map(
    (code) => String.fromCodePoint(code),
  ),
];
const texts = fc.array(fc.constantFrom(...CHARS), { maxLength: 6 }).map((chars) => chars.join(''));

describe('a pattern on RE2', () => {
  it.each(PATTERNS)('fits what it fits in ECMAScript: %s', (pattern) => {
    const engine = compileLinear(pattern);
    const native = new RegExp(pattern, 'u');
    const fits = (text: string) => ({ text, fits: engine.test(text) });
    for (const char of CHARS) expect(fits(char)).toEqual({ text: char, fits: native.test(char) });
    fc.assert(fc.property(texts, (text) => expect(fits(text)).toEqual({ text, fits: native.test(text) })));
  });

  it('fits the same characters of all Unicode', () => {
    for (const pattern of ['^\\s$', '^\\S$', '^.$', '^\\w$', '^\\p{L}$', '^\\p{Emoji}$']) {
      const engine = compileLinear(pattern);
      const native = new RegExp(pattern, 'u');
      const differs: string[] = [];
      for (let code = 0; code < 0x20000; code += 1) {
        if (code === 0xd800) code = 0xe000;
        const char = String.fromCodePoint(code);
        if (engine.test(char) !== native.test(char)) differs.push(`${pattern} ${code.toString(16)}`);
      }
      expect(differs).toEqual([]);
    }
  });

  it.each([
    '(?=a)',
    '(?!a)',
    '(?<=a)b',
    '(?<!a)b',
    '(a)\\1',
    '(?<n>a)\\k<n>',
    '\\p{Script_Extensions=Greek}',
    'a{1001}',
  ])('is refused where RE2 has nothing for it: %s', (pattern) => {
    expect(new RegExp(pattern, 'u')).toBeTruthy();
    expect(() => compileLinear(pattern)).toThrow();
  });
});
