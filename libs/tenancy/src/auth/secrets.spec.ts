import { apiKeyPrefix, hashSecret, isSessionToken, newApiKey, newSessionToken } from './secrets';

describe('API keys', () => {
  it('have a prefix of 12 and a secret of 43 characters, and give back the prefix', () => {
    const { key, prefix } = newApiKey();
    expect(key).toMatch(/^ork_[0-9a-f]{12}_[\w-]{43}$/);
    expect(apiKeyPrefix(key)).toBe(prefix);
  });

  it('are new each time', () => {
    expect(newApiKey().key).not.toBe(newApiKey().key);
  });

  const { key } = newApiKey();
  it.each([
    ['nothing', ''],
    ['another kind of key', key.replace('ork_', 'sk_')],
    ['a key with something before it', ` ${key}`],
    ['a key with a line break after it', `${key}\n`],
    ['a key that is cut', key.slice(0, -1)],
    ['a key that goes on', `${key}A`],
    ['a NUL in the secret', `${key.slice(0, -1)}\0`],
  ])('do not include %s', (_, text) => {
    expect(apiKeyPrefix(text)).toBeUndefined();
  });
});

describe('session tokens', () => {
  it('carry 256 random bits', () => {
    const token = newSessionToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(isSessionToken(token)).toBe(true);
    expect(newSessionToken()).not.toBe(token);
  });

  it.each(['', 'abc', `${newSessionToken()}A`, `${newSessionToken()}\n`])('do not include %j', (text) => {
    expect(isSessionToken(text)).toBe(false);
  });
});

it('stores SHA-256', () => {
  expect(hashSecret('abc').toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
