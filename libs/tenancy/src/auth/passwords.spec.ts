import { hashPassword, NOBODYS_HASH, verifyPassword } from './passwords';

const costOf = (hash: string) => hash.split('$').slice(0, 4).join('$');

describe('passwords', () => {
  it('are hashed by argon2id with the memory and passes that OWASP asks for', async () => {
    expect(costOf(await hashPassword('secret'))).toBe('$argon2id$v=19$m=19456,t=2,p=1');
  });

  it('match only themselves', async () => {
    const hash = await hashPassword('secret');
    await expect(verifyPassword(hash, 'secret')).resolves.toBe(true);
    await expect(verifyPassword(hash, 'Secret')).resolves.toBe(false);
    await expect(verifyPassword(hash, '')).resolves.toBe(false);
  });

  it('cost the same work where there is no user, and never match', async () => {
    expect(costOf(NOBODYS_HASH)).toBe(costOf(await hashPassword('anything')));
    await expect(verifyPassword(undefined, 'secret')).resolves.toBe(false);
    await expect(verifyPassword(null, '')).resolves.toBe(false);
  });

  it('are not compared by their beginning alone when they are too long', async () => {
    const longest = 'x'.repeat(1_024);
    const hash = await hashPassword(longest);
    await expect(verifyPassword(hash, longest)).resolves.toBe(true);
    await expect(verifyPassword(hash, `${longest}x`)).resolves.toBe(false);
  });
});
