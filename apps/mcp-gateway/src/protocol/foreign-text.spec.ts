import fc from 'fast-check';
import { limitText, limitValue } from './foreign-text';

describe('limitText', () => {
  test('says how much is missing', () => {
    expect(limitText('abcdef', 4)).toBe('abcd… [2 characters left out]');
    expect(limitText('abcd', 4)).toBe('abcd');
  });
});

describe('limitValue', () => {
  test('leaves small values as they are', () => {
    const value = { a: [1, 'two', null, { b: true }] };
    expect(limitValue(value)).toEqual({ value, truncated: false });
  });

  test('cuts long strings and says so', () => {
    expect(limitValue('x'.repeat(4_001))).toEqual({
      value: `${'x'.repeat(4_000)}… [1 characters left out]`,
      truncated: true,
    });
  });

  test('cuts what is deep, wide or long until it fits', () => {
    const deep = JSON.parse('['.repeat(500) + ']'.repeat(500)) as unknown;
    const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`key-${n}`, n]));
    for (const value of [deep, wide, Array.from({ length: 10_000 }, () => 'text'.repeat(20))]) {
      const limited = limitValue(value);
      expect(limited.truncated).toBe(true);
      expect(JSON.stringify(limited.value).length).toBeLessThan(60_000);
    }
  });

  test('never grows beyond its budget, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 20 }), (value) => {
        expect(JSON.stringify(limitValue(value).value).length).toBeLessThan(60_000);
      }),
    );
  });
});
