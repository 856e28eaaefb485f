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
  expect(isAllowedOrigin(origin, publicUrl)).toBe(allowed);
});
