import { signInMessage } from './auth-api';

test('explains a refused sign-in', () => {
  expect(signInMessage(401, null)).toContain('not right');
  expect(signInMessage(429, '30')).toContain('30 seconds');
  expect(signInMessage(429, null)).toContain('a minute');
  expect(signInMessage(503, null)).toContain('Try again');
});
