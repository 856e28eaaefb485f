import { browserWords, methodWords } from './session.words';

test.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0 Safari/537.36',
    'Chrome on Linux',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/147.0 Safari/537.36 Edg/147.0', 'Edge on Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1',
    'Safari on iPhone',
  ],
  ['Mozilla/5.0 (Android 16; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'Firefox on Android'],
  ['curl/8.9', 'curl/8.9'],
  [null, 'Unknown browser'],
])('%s is %s', (userAgent, words) => expect(browserWords(userAgent)).toBe(words));

test('a way of signing in that is new is named as it is', () => {
  expect(methodWords('password+totp')).toBe('by password and app');
  expect(methodWords('magic')).toBe('by magic');
});
