import { Clock, queryRows, SystemDatabase, TenantDatabase } from '@orkestra/core';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { TenancyModule } from '../tenancy.module';
import { type LinkPurpose, OneTimeLinks } from './one-time-links.service';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const INVITED = '00000000-0000-7000-8000-000000000051';
const ACTIVE = '00000000-0000-7000-8000-000000000052';
const GONE = '00000000-0000-7000-8000-000000000053';
const HOUR = 3_600_000;
const INVALID = { kind: 'invalid', code: 'link.invalid' };

let parts: TestServices;
let links: OneTimeLinks;
let now: number;

beforeAll(async () => {
  parts = await startServices([TenancyModule], { PUBLIC_URL: 'https://desk.example.com' });
  links = parts.services.get(OneTimeLinks);
  await sql(`
    INSERT INTO tenants (id, slug, name) VALUES ('${A}', 'a', 'Acme'), ('${B}', 'b', 'B');
    INSERT INTO users (tenant_id, id, email, display_name, active, invited_at, role) VALUES
      ('${A}', '${INVITED}', 'ida@a.test', 'Ida', false, now(), 'operator'), ('${A}', '${ACTIVE}', 'al@a.test', 'Al', true, NULL, 'admin'),
      ('${A}', '${GONE}', 'gus@a.test', 'Gus', false, NULL, 'operator')`);
});
beforeEach(() => {
  now = Date.now();
  jest.spyOn(parts.services.get(Clock), 'now').mockImplementation(() => new Date(now));
});
afterAll(() => parts?.close());

const sql = (text: string) =>
  asAdmin(async (admin) => (await admin.query<object>(text)).rows, parts.database.adminUrl);

const tenant = <T>(work: Parameters<TenantDatabase['run']>[1], tenantId = A) =>
  parts.services.get(TenantDatabase).run({ tenantId }, work) as Promise<T>;

const issue = (userId: string, purpose: LinkPurpose = 'invitation', ttl = HOUR) =>
  tenant<{ token: string; expiresAt: Date }>((em) =>
    links.issue(em, { tenantId: A, userId, purpose, ttl, createdBy: ACTIVE }),
  );

const use = (token: string, purpose: LinkPurpose = 'invitation', tenantId = A) =>
  tenant<string>((em) => links.use(em, token, purpose), tenantId);

it('lets one person in once, however often somebody looks at it', async () => {
  const { token, expiresAt } = await issue(INVITED);
  expect(links.urlOf(token)).toBe(`https://desk.example.com/link#token=${token}`);
  for (let looks = 0; looks < 3; looks++) {
    expect(await links.look(token)).toMatchObject({
      tenant: { id: A, slug: 'a', name: 'Acme' },
      user: { id: INVITED, email: 'ida@a.test' },
      purpose: 'invitation',
      expiresAt,
    });
  }
  expect(await use(token)).toBe(INVITED);
  await expect(use(token)).rejects.toMatchObject(INVALID);
  expect(await links.look(token)).toBeUndefined();
});

it('is used once by two at the same moment, and not by work that fails', async () => {
  const { token } = await issue(INVITED);
  const failing = tenant(async (em) => {
    await links.use(em, token, 'invitation');
    throw new Error('undone');
  });
  await expect(failing).rejects.toThrow('undone');
  const system = parts.services.get(SystemDatabase);
  const bothSystem = await Promise.allSettled([
    use(token),
    system.run((em) => links.use(em, token, 'invitation')),
  ]);
  expect(bothSystem.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('does not work after its time, after a newer one, when revoked, for another purpose or elsewhere', async () => {
  const expired = await issue(INVITED);
  now += HOUR;
  await expect(use(expired.token)).rejects.toMatchObject(INVALID);
  expect(await links.look(expired.token)).toBeUndefined();
  const first = await issue(INVITED);
  const second = await issue(INVITED);
  await expect(use(first.token)).rejects.toMatchObject(INVALID);
  await expect(use(second.token, 'password-reset')).rejects.toMatchObject(INVALID);
  await expect(use(second.token, 'invitation', B)).rejects.toMatchObject(INVALID);
  await tenant((em) => links.revokeFor(em, INVITED, 'password-reset'));
  expect(await links.look(second.token)).toBeDefined();
  await tenant((em) => links.revokeFor(em, INVITED));
  await expect(use(second.token)).rejects.toMatchObject(INVALID);
  for (const nonsense of ['', 'x', `${second.token}\0`, '\0'.repeat(43)]) {
    expect(await links.look(nonsense)).toBeUndefined();
    await expect(use(nonsense)).rejects.toMatchObject(INVALID);
  }
});

it('fits the person: an invitation who was invited, a new password who is active', async () => {
  const cases: [string, LinkPurpose, boolean][] = [
    [INVITED, 'invitation', true],
    [INVITED, 'admin-invitation', true],
    [INVITED, 'password-reset', false],
    [ACTIVE, 'invitation', false],
    [ACTIVE, 'password-reset', true],
    [GONE, 'invitation', false],
    [GONE, 'password-reset', false],
  ];
  for (const [userId, purpose, works] of cases) {
    const { token } = await issue(userId, purpose);
    expect((await links.look(token)) !== undefined).toBe(works);
    const used = await use(token, purpose).catch((error: unknown) => (error as { code: string }).code);
    expect(used).toBe(works ? userId : 'link.invalid');
  }
});

it('stands nowhere in the clear, and is seen by its tenant alone', async () => {
  const { token } = await issue(INVITED);
  const [row] = await sql(`SELECT row_to_json(l)::text AS text FROM one_time_links l`);
  expect(JSON.stringify(row)).not.toContain(token);
  const count = (em: Parameters<Parameters<typeof tenant>[0]>[0]) =>
    queryRows<{ user_id: string }>(em, 'SELECT user_id FROM one_time_links');
  expect(await tenant(count)).not.toEqual([]);
  expect(await tenant(count, B)).toEqual([]);
});
