import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { AuthService } from '../auth/auth.service';
import type { Scope } from '../scopes';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { testContext } from '../testing';
import { ApiKeysService, type NewApiKey } from './api-keys.service';

describe('ApiKeysService', () => {
  let parts: TestServices;
  let keys: ApiKeysService;
  let ada: TenantContext;
  let otherAdmin: TenantContext;

  beforeAll(async () => {
    parts = await startServices([TenancyModule]);
    keys = parts.services.get(ApiKeysService);
    await parts.services.get(SeedService).seedDemo();
    const auth = parts.services.get(AuthService);
    const password = 'orkestra-demo';
    ada = (await auth.signIn({ tenant: 'demo', email: 'ada@demo.test', password })).ctx;
    const olga = await auth.signIn({ tenant: 'other', email: 'olga@other.test', password });
    otherAdmin = testContext({ tenantId: olga.ctx.tenantId, principal: { role: 'admin' } });
  });
  afterAll(() => parts.close());

  const request: NewApiKey = { principalName: 'reporter', scopes: ['tasks:read', 'tasks:read'] };

  it('lists what was made, without anything secret', async () => {
    const { id, key, prefix } = await keys.create(ada, request);
    const listed = (await keys.list(ada)).find((one) => one.id === id);
    expect(listed).toEqual({
      id,
      prefix,
      principal: { id: expect.any(String), name: 'reporter' },
      scopes: ['tasks:read'],
      createdAt: expect.any(Date),
      expiresAt: null,
      revokedAt: null,
      lastUsedAt: null,
    });
    expect(JSON.stringify(listed)).not.toContain(key.slice(-43));
  });

  it('gives a principal several keys', async () => {
    const before = await keys.create(ada, request);
    const after = await keys.create(ada, request);
    const listed = (await keys.list(ada)).filter((one) => [before.id, after.id].includes(one.id));
    expect(listed.map((one) => one.id)).toEqual([after.id, before.id]);
    expect(listed[0]?.principal).toEqual(listed[1]?.principal);
  });

  it('revokes for good: a second time changes nothing', async () => {
    const { id } = await keys.create(ada, request);
    const revokedAt = async () => (await keys.list(ada)).find((one) => one.id === id)?.revokedAt;
    await keys.revoke(ada, id);
    const first = await revokedAt();
    expect(first).toBeInstanceOf(Date);
    await keys.revoke(ada, id);
    expect(await revokedAt()).toEqual(first);
  });

  it.each<[string, Partial<NewApiKey>]>([
    ['no name', { principalName: '  ' }],
    ['a name that is too long', { principalName: 'x'.repeat(101) }],
    ['a NUL in the name', { principalName: 'a\0b' }],
    ['no scope', { scopes: [] }],
    ['an unknown scope', { scopes: ['everything' as Scope] }],
    ['an expiry in the past', { expiresAt: new Date(0) }],
    ['an expiry that is no date', { expiresAt: new Date('never') }],
  ])('refuses %s and writes nothing', async (_, given) => {
    const before = await keys.list(ada);
    await expect(keys.create(ada, { ...request, ...given })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'api_key.invalid_request',
    });
    await expect(keys.list(ada)).resolves.toEqual(before);
  });

  it('refuses an inactive principal', async () => {
    await keys.create(ada, { ...request, principalName: 'retired' });
    await asAdmin(
      (admin) => admin.query(`UPDATE service_principals SET active = false WHERE name = 'retired'`),
      parts.database.adminUrl,
    );
    const again = keys.create(ada, { ...request, principalName: 'retired' });
    await expect(again).rejects.toThrow('"retired" is inactive');
  });

  it('is for tenant admins only', async () => {
    const { tenantId } = ada;
    const notAdmin = { kind: 'forbidden', code: 'auth.admin_only' };
    for (const kind of ['user', 'service'] as const) {
      const ctx = testContext({ tenantId, principal: { kind } });
      await expect(keys.create(ctx, request)).rejects.toMatchObject(notAdmin);
      await expect(keys.list(ctx)).rejects.toMatchObject(notAdmin);
      await expect(keys.revoke(ctx, 'any')).rejects.toMatchObject(notAdmin);
    }
  });

  it("neither shows nor revokes another tenant's keys", async () => {
    const { id, key } = await keys.create(ada, request);
    expect((await keys.list(otherAdmin)).map((one) => one.id)).not.toContain(id);
    const notFound = { kind: 'not_found', code: 'api_key.not_found' };
    await expect(keys.revoke(otherAdmin, id)).rejects.toMatchObject(notFound);
    await expect(keys.revoke(otherAdmin, 'no-id')).rejects.toMatchObject(notFound);
    await expect(parts.services.get(AuthService).byApiKey(key, 'rest')).resolves.toMatchObject({
      tenantId: ada.tenantId,
    });
  });
});
