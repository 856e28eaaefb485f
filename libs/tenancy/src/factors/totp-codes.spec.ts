import { Secret, TOTP } from 'otpauth';
import { newTotpSecret, stepOfCode, totpUri } from './totp-codes';

/** Of RFC 6238, appendix B, whose codes have eight digits: the last six of them. */
const RFC = Secret.fromLatin1('12345678901234567890').base32;

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('at %d seconds the code is %s', (seconds, code) => {
  expect(stepOfCode(RFC, code, new Date(seconds * 1_000), 0)).toBe(Math.floor(seconds / 30));
});

test('a code counts one step early or late, and no more', () => {
  const at = (seconds: number) => stepOfCode(RFC, '081804', new Date(seconds * 1_000), 0);
  const step = Math.floor(1_111_111_109 / 30);
  expect([step - 2, step - 1, step, step + 1, step + 2].map((one) => at(one * 30) !== undefined)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});

test('a code that was used is refused, and so is one from before it', () => {
  const now = new Date(1_111_111_109_000);
  const step = Math.floor(1_111_111_109 / 30);
  expect(stepOfCode(RFC, '081804', now, step - 1)).toBe(step);
  expect(stepOfCode(RFC, '081804', now, step)).toBeUndefined();
  expect(stepOfCode(RFC, '081804', now, step + 1)).toBeUndefined();
});

test.each(['', '08180', '0818044', 'abcdef', '08180４', '081805'])('%j is no code', (code) => {
  expect(stepOfCode(RFC, code, new Date(1_111_111_109_000), 0)).toBeUndefined();
});

test('people may type a gap', () => {
  expect(stepOfCode(RFC, '081 804', new Date(1_111_111_109_000), 0)).toBeDefined();
});

test('an app reads the secret from the address', () => {
  const secret = newTotpSecret();
  expect(newTotpSecret()).not.toBe(secret);
  const uri = totpUri(secret, 'Orkestra (demo)', 'sam@demo.test');
  expect(new URL(uri).searchParams.get('secret')).toBe(secret);
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  expect(stepOfCode(secret, app.generate(), new Date(), 0)).toBeDefined();
});
