import { isSecretName } from './secret-name';

test.each([
  'password',
  'db_password',
  'apiKey',
  'API_KEY',
  'access-token',
  'clientSecret',
  'CVV',
  'pin',
  'apikey',
])('%s is a secret', (name) => expect(isSecretName(name)).toBe(true));

test.each([
  'tokens',
  'tokenCount',
  'max_tokens',
  'secretary',
  'passport',
  'shipping',
  'key',
  'keyword',
  'spin',
])('%s is none', (name) => expect(isSecretName(name)).toBe(false));
