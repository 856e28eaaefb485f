import { startServices, type TestServices } from '../../../../test/harness/services';
import { AuthService } from '../auth/auth.service';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import { testContext } from '../testing';
import type { TenantContext } from '../tenant-context';
import { DirectoryListService } from './directory-list.service';

let parts: TestServices;
let directory: DirectoryListService;
let sam: TenantContext;
let olga: TenantContext;

beforeAll(async () => {
  parts = await startServices([TenancyModule]);
  directory = parts.services.get(DirectoryListService);
  await parts.services.get(SeedService).seedDemo();
  const auth = parts.services.get(AuthService);
  const password = 'orkestra-demo';
  sam = (await auth.signIn({ tenant: 'demo', email: 'sam@demo.test', password })).ctx;
  olga = (await auth.signIn({ tenant: 'other', email: 'olga@other.test', password })).ctx;
});
afterAll(() => parts?.close());

it('goes through all people in pages, with their groups', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await directory.users(sam, '', { first: 3, after });
    seen.push(...page.items.map(({ displayName }) => displayName));
    after = page.hasNextPage ? page.endCursor : null;
  } while (after !== null);
  expect(seen).toEqual(['Ada Fischer', 'Lee Tanaka', 'Max Novak', 'Sam Okafor']);
  const { items } = await directory.users(sam, 'LEE@', {});
  expect(items).toMatchObject([
    { email: 'lee@demo.test', groups: [{ key: 'support-l1', role: 'supervisor' }] },
  ]);
});

it('finds a part of a name, in which nothing is a wildcard', async () => {
  const keys = async (text: string) => (await directory.groups(sam, text, {})).items.map(({ key }) => key);
  expect(await keys('')).toEqual(['support-l1', 'support-l2']);
  expect(await keys('second')).toEqual(['support-l2']);
  expect(await keys('%')).toEqual([]);
  expect((await directory.users(sam, '_', {})).items).toEqual([]);
});

it('shows a tenant its own people alone, also after a cursor of another', async () => {
  expect((await directory.users(olga, '', {})).items.map(({ email }) => email)).toEqual(['olga@other.test']);
  expect((await directory.groups(olga, '', {})).items).toHaveLength(1);
  const { endCursor } = await directory.users(sam, '', { first: 1 });
  const after = await directory.users(olga, '', { after: endCursor });
  expect(after.items.map(({ email }) => email)).toEqual(['olga@other.test']);
});

it('refuses what is no cursor, no text, or lacks the scope', async () => {
  for (const after of ['x', 'WyJhIiwiYiJd', 'WzEsMl0']) {
    await expect(directory.users(sam, '', { after })).rejects.toMatchObject({
      code: 'pagination.invalid_cursor',
    });
  }
  await expect(directory.groups(sam, 'x'.repeat(101), {})).rejects.toMatchObject({
    code: 'directory.invalid_search',
  });
  const blind = testContext({ tenantId: sam.tenantId, scopes: ['tasks:read'] });
  await expect(directory.users(blind, '', {})).rejects.toMatchObject({ code: 'auth.missing_scope' });
});
