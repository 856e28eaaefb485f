import { Config } from '@orkestra/core';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { ApiKeysService } from '../api-keys/api-keys.service';
import { AuthService } from '../auth/auth.service';
import { TenancyModule } from '../tenancy.module';
import { type SeededTenant, SeedService } from './seed.service';

const COUNTS = `
  SELECT (SELECT count(*) FROM tenants) AS tenants, (SELECT count(*) FROM users) AS users,
         (SELECT count(*) FROM groups) AS groups, (SELECT count(*) FROM group_members) AS members,
         (SELECT count(*) FROM service_principals) AS principals, (SELECT count(*) FROM api_keys) AS keys,
         (SELECT count(*) FROM business_calendars) AS calendars, (SELECT count(*) FROM user_skills) AS skills`;

describe('SeedService', () => {
  let parts: TestServices;
  let seed: SeedService;
  let auth: AuthService;
  let seeded: SeededTenant[];

  beforeAll(async () => {
    parts = await startServices([TenancyModule]);
    seed = parts.services.get(SeedService);
    auth = parts.services.get(AuthService);
    seeded = await seed.seedDemo();
  });
  afterAll(() => parts.close());

  const counts = () =>
    asAdmin(async (admin) => (await admin.query<object>(COUNTS)).rows[0], parts.database.adminUrl);
  const keysOf = (tenants: SeededTenant[]) =>
    Object.fromEntries(tenants.map(({ slug, apiKey }) => [slug, apiKey]));

  it('makes two tenants whose people can sign in and whose keys work', async () => {
    expect(seeded.map(({ slug }) => slug)).toEqual(['demo', 'other']);
    expect(seeded.flatMap(({ users }) => users.map((user) => [user.email, user.role, user.groups]))).toEqual([
      ['ada@demo.test', 'owner', []],
      ['sam@demo.test', 'operator', ['support-l1']],
      ['lee@demo.test', 'operator', ['support-l1']],
      ['max@demo.test', 'operator', ['support-l2']],
      ['olga@other.test', 'operator', ['support-l1']],
    ]);
    for (const { slug, users, apiKey } of seeded) {
      const agent = await auth.byApiKey(apiKey, 'mcp');
      expect(agent.scopes).not.toContain('tasks:complete');
      for (const user of users) {
        const { ctx } = await auth.signIn({ ...user, tenant: slug });
        expect(ctx.tenantId).toBe(agent.tenantId);
        expect(ctx.principal.groups.map((group) => group.key)).toEqual(user.groups);
        expect(ctx.principal.role).toBe(user.role);
      }
    }
  });

  it('gives the demo company hours to work in, and its people skills', async () => {
    const { rows } = await asAdmin(
      (admin) =>
        admin.query<object>(`SELECT t.calendar_key AS "ofTenant", g.calendar_key AS "ofGroup",
            (SELECT array_agg(DISTINCT s.skill ORDER BY s.skill) FROM user_skills s WHERE s.tenant_id = t.id) AS skills
          FROM tenants t JOIN groups g ON g.tenant_id = t.id ORDER BY t.slug, g.key`),
      parts.database.adminUrl,
    );
    const skills = ['billing', 'english', 'german', 'network', 'refunds'];
    expect(rows).toEqual([
      { ofTenant: 'office', ofGroup: 'support', skills },
      { ofTenant: 'office', ofGroup: null, skills },
      { ofTenant: null, ofGroup: null, skills: null },
    ]);
  });

  it('changes nothing a second time, and keeps keys that still work', async () => {
    const before = await counts();
    await expect(seed.seedDemo(keysOf(seeded))).resolves.toEqual(seeded);
    await expect(counts()).resolves.toEqual(before);
  });

  it('makes a new key where the known one is missing, revoked, or of the other tenant', async () => {
    const [demo, other] = seeded as [SeededTenant, SeededTenant];
    const { tenantId } = await auth.byApiKey(other.apiKey, 'system');
    const system = auth.forActivity(tenantId, 'test');
    const keys = parts.services.get(ApiKeysService);
    for (const { id } of (await keys.list(system)).items) await keys.revoke(system, id);

    const again = await seed.seedDemo({ other: other.apiKey });
    expect(again[0]?.apiKey).not.toBe(demo.apiKey);
    expect(again[1]?.apiKey).not.toBe(other.apiKey);
    const swapped = await seed.seedDemo({ demo: again[1]?.apiKey, other: 'nonsense' });
    for (const { apiKey } of swapped) await expect(auth.byApiKey(apiKey, 'mcp')).resolves.toBeDefined();
    expect(swapped[0]?.apiKey).not.toBe(again[1]?.apiKey);
  });

  it('refuses in production', async () => {
    const { services } = parts;
    const production = new SeedService(
      { ...services.get(Config), isProduction: true },
      ...([undefined, undefined, undefined, auth, services.get(ApiKeysService)] as never as Rest),
    );
    await expect(production.seedDemo()).rejects.toMatchObject({ code: 'seed.production' });
  });
});

type Rest = ConstructorParameters<typeof SeedService> extends [unknown, ...infer R] ? R : never;
