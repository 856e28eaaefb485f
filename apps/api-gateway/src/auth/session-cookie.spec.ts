import { sessionCookieOptions, sessionToken } from './session-cookie';

test.each([
  ['http://127.0.0.1:4000', false],
  ['http://localhost:4000', false],
  ['http://[::1]:4000', false],
  ['https://localhost:4000', true],
  ['http://orkestra.example', true],
  ['http://127.0.0.1.evil.example', true],
  ['https://orkestra.example', true],
])('the cookie for %s: Secure is %s', (publicUrl, secure) => {
  expect(sessionCookieOptions(publicUrl)).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure });
});

test('the token is read from among other cookies', () => {
  const token = (cookie?: string) => sessionToken({ headers: { cookie } });
  expect(token('a=b; orkestra_session=abc; c=d')).toBe('abc');
  expect([token('orkestra_session='), token('x_orkestra_session=1'), token()]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
