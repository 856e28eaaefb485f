import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { OneTimeLinks } from '../links/one-time-links.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { testContext } from '../testing';
import { type AdminInvitation, AdminInvitations } from './admin-invitations.service';
import { TenantRegistry } from './tenant-registry.service';

const operator = { name: 'ada@db-1' };

let parts: TestServices;
let registry: TenantRegistry;
let invitations: AdminInvitations;
let acme: TenantContext;

beforeAll(async () => {
  parts = await startServices([TenancyModule], { PUBLIC_URL: 'https://desk.example.com' });
  registry = parts.services.get(TenantRegistry);
  invitations = parts.services.get(AdminInvitations);
  await registry.create(operator, { slug: 'acme', name: 'Acme' });
  await registry.create(operator, { slug: 'zeta', name: 'Zeta' });
  acme = await registry.enter(operator, 'acme');
});
afterAll(() => parts?.close());

const sql = <Row extends object>(text: string) =>
  asAdmin(async (admin) => (await admin.query<Row>(text)).rows, parts.database.adminUrl);

const invite = (more: Partial<AdminInvitation> = {}, ctx = acme) =>
  invitations.invite(ctx, { email: 'Ann@Acme.test', role: 'owner', ttl: 3_600_000, ...more });

describe('TenantRegistry', () => {
  it('makes a tenant as the role `system`, and the audit log says who did', async () => {
    const { id } = await registry.create(operator, { slug: 'fresh', name: ' Fresh Inc. ' });
    expect(await registry.find('fresh')).toMatchObject({ id, slug: 'fresh', name: 'Fresh Inc.' });
    expect(await registry.find(id)).toMatchObject({ slug: 'fresh' });
    expect(await sql(`SELECT * FROM audit_events WHERE tenant_id = '${id}'`)).toEqual([
      expect.objectContaining({
        action: 'tenant.created',
        actor_kind: 'operator',
        actor_id: 'ada@db-1',
        channel: 'cli',
        target_id: id,
      }),
    ]);
  });

  it('refuses a name that is taken, and writes nothing', async () => {
    const again = registry.create(operator, { slug: 'acme', name: 'Another' });
    await expect(again).rejects.toMatchObject({ kind: 'conflict', code: 'tenant.exists' });
    expect(await registry.find('acme')).toMatchObject({ name: 'Acme' });
  });

  it.each([
    ['Acme Inc', 'x'],
    ['9lives', 'x'],
    ['x'.repeat(64), 'x'],
    ['ok', ''],
    ['ok', 'x'.repeat(101)],
    ['ok', 'two\nlines'],
  ])('refuses %j %j', async (slug, name) => {
    const wrong = registry.create(operator, { slug, name });
    await expect(wrong).rejects.toMatchObject({ kind: 'invalid', code: 'tenant.invalid' });
  });

  it('lists them by slug, page by page', async () => {
    const [first, ...rest] = await registry.list(undefined, 100);
    expect(first?.slug).toBe('acme');
    expect(await registry.list('acme', 100)).toEqual(rest);
    expect(await registry.list(undefined, 1)).toEqual([first]);
  });

  it('counts of each what is its own', async () => {
    await sql(
      `INSERT INTO groups (tenant_id, id, key, name) VALUES ('${acme.tenantId}', gen_random_uuid(), 'l1', 'L1')`,
    );
    expect(await registry.describe('acme')).toMatchObject({ slug: 'acme', groups: 1, keys: 0 });
    expect(await registry.describe('zeta')).toMatchObject({ people: 0, admins: 0, groups: 0, keys: 0 });
  });

  it('finds nothing by another word', async () => {
    const none = { kind: 'not_found', code: 'tenant.unknown' };
    for (const word of ['nobody', '', '00000000-0000-7000-8000-000000000000', "a' OR true --"])
      await expect(registry.find(word)).rejects.toMatchObject(none);
  });
});

describe('AdminInvitations', () => {
  it('lets the first owner in by a link that works once', async () => {
    const { url, userId, known, email } = await invite();
    expect({ known, email }).toEqual({ known: false, email: 'ann@acme.test' });
    const token = /^https:\/\/desk\.example\.com\/link#token=(.+)$/.exec(url)?.[1] ?? '';
    const looked = await parts.services.get(OneTimeLinks).look(token);
    expect(looked).toMatchObject({ user: { id: userId, role: 'owner' }, purpose: 'admin-invitation' });
    expect(JSON.stringify(await sql('SELECT * FROM audit_events'))).not.toContain(token);
    const entries = await sql(`SELECT actor_id, channel FROM audit_events WHERE target_id = '${userId}'`);
    expect(entries).toEqual([{ actor_id: 'ada@db-1', channel: 'cli' }]);
  });

  it('gives whoever was invited another link, in place of the first', async () => {
    const first = await invite();
    const second = await invite();
    expect(second.userId).toBe(first.userId);
    const links = parts.services.get(OneTimeLinks);
    expect(await links.look(first.url.split('=')[1] ?? '')).toBeUndefined();
    expect(await links.look(second.url.split('=')[1] ?? '')).toBeDefined();
  });

  it('raises somebody active and lets them set another password, and lowers no owner', async () => {
    await sql(`INSERT INTO users (tenant_id, id, email, display_name) VALUES
      ('${acme.tenantId}', gen_random_uuid(), 'bob@acme.test', 'Bob')`);
    const raised = await invite({ email: 'bob@acme.test', role: 'owner' });
    expect(raised).toMatchObject({ known: true, role: 'owner' });
    const look = await parts.services.get(OneTimeLinks).look(raised.url.split('=')[1] ?? '');
    expect(look?.purpose).toBe('password-reset');
    expect(await invite({ email: 'bob@acme.test', role: 'admin' })).toMatchObject({ role: 'owner' });
    expect(await sql(`SELECT role FROM users WHERE email = 'bob@acme.test'`)).toEqual([{ role: 'owner' }]);
  });

  it('refuses who was deactivated', async () => {
    await sql(`INSERT INTO users (tenant_id, id, email, display_name, active) VALUES
      ('${acme.tenantId}', gen_random_uuid(), 'gus@acme.test', 'Gus', false)`);
    const refused = { kind: 'conflict', code: 'invitation.deactivated' };
    await expect(invite({ email: 'gus@acme.test' })).rejects.toMatchObject(refused);
  });

  it.each(['', 'ann', 'a b@acme.test', 'a\0@acme.test', `${'x'.repeat(200)}@acme.test`])(
    'refuses the address %j',
    async (email) => {
      await expect(invite({ email })).rejects.toMatchObject({ kind: 'invalid', code: 'invitation.invalid' });
    },
  );

  it('is not for admins of the tenant, who invite their own way', async () => {
    const admin = testContext({ ...acme, principal: { role: 'admin' }, scopes: ['people:write'] });
    await expect(invite({}, admin)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('knows nobody of another tenant', async () => {
    const zeta = await registry.enter(operator, 'zeta');
    const mine = await invite();
    const theirs = await invite({}, zeta);
    expect(theirs.userId).not.toBe(mine.userId);
    expect(theirs.known).toBe(false);
  });
});
