import { TenantDatabase } from '@orkestra/core';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { AuthService } from '../auth/auth.service';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { DirectorySearchService } from './directory-search.service';

describe('DirectorySearchService', () => {
  let parts: TestServices;
  let search: DirectorySearchService;
  let sam: TenantContext;
  let olga: TenantContext;

  beforeAll(async () => {
    parts = await startServices([TenancyModule]);
    search = parts.services.get(DirectorySearchService);
    await parts.services.get(SeedService).seedDemo();
    const auth = parts.services.get(AuthService);
    const password = 'orkestra-demo';
    sam = (await auth.signIn({ tenant: 'demo', email: 'sam@demo.test', password })).ctx;
    olga = (await auth.signIn({ tenant: 'other', email: 'olga@other.test', password })).ctx;
  });
  afterAll(() => parts.close());

  const names = async (text: string, first?: number, ctx = sam) =>
    (await search.users(ctx, text, first)).map(({ displayName }) => displayName);

  it('finds people by a part of their name or address, in any case', async () => {
    await expect(names('okaf')).resolves.toEqual(['Sam Okafor']);
    await expect(names(' LEE@demo ')).resolves.toEqual(['Lee Tanaka']);
    const everybody = await names('', 50);
    expect(everybody).toEqual(expect.arrayContaining(['Ada Fischer', 'Max Novak']));
    expect(everybody).not.toContain('Olga Petrova');
    await expect(names('', 1)).resolves.toHaveLength(1);
  });

  it.each(['Jo\u0308rg\u00A0M\u00FCller', 'J\u00F6rg Mu\u0308ller'])(
    'finds %j, however its letters and spaces were written',
    async (name) => {
      const rename = `UPDATE users SET display_name = $1 WHERE email = 'max@demo.test'`;
      const by = (displayName: string) =>
        parts.services.get(TenantDatabase).run(sam, (em) => em.query(rename, [displayName]));
      await by(name);
      await expect(names('j\u00F6rg m\u00FCll')).resolves.toEqual([name]);
      await expect(names('Jo\u0308rg\u00A0Mu\u0308ller')).resolves.toEqual([name]);
      await by('Max Novak');
    },
  );

  it('lists first whose name begins so', async () => {
    const found = await names('a', 50);
    expect(found[0]).toBe('Ada Fischer');
    expect(found).toContain('Sam Okafor');
  });

  it.each(['%', '_', '\\', "' OR true --"])('takes %j for itself', async (text) => {
    await expect(names(text)).resolves.toEqual([]);
  });

  it('finds no people who have left', async () => {
    const [max] = await search.users(sam, 'Max Novak');
    await parts.services
      .get(TenantDatabase)
      .run(sam, (em) => em.query('UPDATE users SET active = false WHERE id = $1', [max?.id]));
    await expect(names('Max Novak')).resolves.toEqual([]);
  });

  it('finds groups by name or key', async () => {
    const keys = async (text: string) => (await search.groups(sam, text)).map(({ key }) => key);
    await expect(keys('second')).resolves.toEqual(['support-l2']);
    await expect(keys('support-l1')).resolves.toEqual(['support-l1']);
  });

  it('shows a tenant its own people alone', async () => {
    await expect(names('', 50, olga)).resolves.toContain('Olga Petrova');
    await expect(names('Sam Okafor', 50, olga)).resolves.toEqual([]);
  });

  it.each<[string, number]>([
    ['x'.repeat(101), 20],
    ['a\0b', 20],
    ['', 0],
    ['', 51],
    ['', 1.5],
  ])('refuses %j, %d at once', async (text, first) => {
    const refusal = { kind: 'invalid', code: 'directory.invalid_search' };
    await expect(search.users(sam, text, first)).rejects.toMatchObject(refusal);
    await expect(search.groups(sam, text, first)).rejects.toMatchObject(refusal);
  });
});
