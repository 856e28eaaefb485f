import { isAllowedOrigin } from './origins';

test.each([
  ['https://orkestra.example', 'https://orkestra.example', true],
  ['https://orkestra.example', 'https://orkestra.example/app', true],
  ['http://orkestra.example', 'https://orkestra.example', false],
  ['https://orkestra.example.evil.example', 'https://orkestra.example', false],
  ['http://localhost:4000', 'https://orkestra.example', false],
  ['http://localhost:4000', 'http://127.0.0.1:4000', true],
  ['http://localhost:3000', 'http://127.0.0.1:4000', false],
  ['https://localhost:4000', 'http://127.0.0.1:4000', false],
  ['http://127.0.0.1.evil.example:4000', 'http://127.0.0.1:4000', false],
  ['null', 'http://127.0.0.1:4000', false],
  ['', 'http://127.0.0.1:4000', false],
])('origin %j for %s: %s', (origin, publicUrl, allowed) => {
  expect(isAllowedOrigin(origin, { PUBLIC_URL: publicUrl, CORS_ORIGINS: [] })).toBe(allowed);
});

test('the operator may name others, which must be the same to the letter', () => {
  const origins = { PUBLIC_URL: 'https://orkestra.example', CORS_ORIGINS: ['https://desk.example'] };
  const others = [
    'https://desk.example',
    'http://desk.example',
    'https://desk.example:8443',
    'https://x.desk.example',
  ];
  expect(others.map((origin) => isAllowedOrigin(origin, origins))).toEqual([true, false, false, false]);
});
