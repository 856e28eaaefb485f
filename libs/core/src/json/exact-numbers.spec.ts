import fc from 'fast-check';
import { inexactNumber } from './exact-numbers';

describe('a number in JSON text', () => {
  it.each([
    ['{"n":9007199254740993}', '/n'],
    ['[0,-9007199254740993]', '/1'],
    ['9007199254740993', ''],
    ['{"a/b":[{"m~n":1234567890123456789}]}', '/a~1b/0/m~0n'],
    ['{"n": 1e400}', '/n'],
    ['{"n":-1E+400}', '/n'],
    ['{"n":1e-400}', '/n'],
    ['{"n":1e21}', '/n'],
    ['{"n":9007199254740992.0}', '/n'],
    ['{"n":0.10000000000000000555}', '/n'],
    ['{"__proto__":{"n":9007199254740993}}', '/__proto__/n'],
    ['{"text":"\\"n\\":9007199254740993","n":12345678901234567}', '/n'],
    ['{"n":1,"n":9007199254740993}', '/n'],
  ])('that %s would change is told by its pointer', (text, pointer) => {
    expect(inexactNumber(text)).toBe(pointer);
  });

  it.each([
    '{"n":9007199254740991}',
    '{"n":-9007199254740991}',
    '{"n":0.1,"m":100.10000000000000000000}',
    '{"n":1e5,"m":1.7e-7}',
    '{"n":5e-324}',
    '{"n":0.30000000000000004}',
    '{"n":-0.0}',
    '{"n":9007199254740993,"n":1}',
    '{"text":"9007199254740993 and , 9007199254740993"}',
    '{"id":"0190e5a0-1e10-7000-8000-000000000000"}',
    'no JSON: 9007199254740993',
    '',
  ])('that %s keeps is none', (text) => {
    expect(inexactNumber(text)).toBeNull();
  });

  it('is kept whenever JavaScript wrote it, but for whole numbers that are not safe', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const kept = !Number.isInteger(number) || Number.isSafeInteger(number);
        expect(inexactNumber(JSON.stringify([number]))).toBe(kept ? null : '/0');
      }),
    );
  });

  it('is refused where nobody can look, and costs little to look for', () => {
    const deep = `${'['.repeat(200_000)}9007199254740993${']'.repeat(200_000)}`;
    expect(inexactNumber(deep)).toBe('');
    expect(inexactNumber(`{"n":1${'0'.repeat(500_000)}1}`)).toBe('/n');
    expect(inexactNumber(`["${'1'.repeat(500_000)}", ${'1.'.repeat(200_000)}]`)).toBeNull();
  });
});
