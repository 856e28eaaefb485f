import { encodeCursor } from '@orkestra/core';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { AuditEventsService } from '../audit/audit-events.service';
import { AuthService } from '../auth/auth.service';
import { permissionsOf } from '../permission-table';
import type { Scope } from '../scopes';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { testContext } from '../testing';
import { ApiKeysService } from './api-keys.service';
import type { NewApiKey } from './key-request';

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

  const request: NewApiKey = {
    name: ' nightly ',
    principalName: 'reporter',
    scopes: ['tasks:read', 'tasks:read'],
  };

  it('lists what was made, without anything secret', async () => {
    const { id, key, prefix } = await keys.create(ada, request);
    const listed = (await keys.list(ada)).items.find((one) => one.id === id);
    expect(listed).toEqual({
      id,
      prefix,
      name: 'nightly',
      principal: { id: expect.any(String), name: 'reporter' },
      scopes: ['tasks:read'],
      state: 'active',
      createdAt: expect.any(Date),
      createdBy: { id: ada.principal.id, displayName: 'Ada Fischer', active: true },
      expiresAt: null,
      revokedAt: null,
      rotatedAt: null,
      replacedBy: null,
      lastUsedAt: null,
      allowedNetworks: [],
      requestsPerMinute: null,
      onBehalfOf: null,
    });
    expect(JSON.stringify(listed)).not.toContain(key.slice(-43));
  });

  it('gives a principal several keys', async () => {
    const before = await keys.create(ada, request);
    const after = await keys.create(ada, request);
    const listed = (await keys.list(ada)).items.filter((one) => [before.id, after.id].includes(one.id));
    expect(listed.map((one) => one.id)).toEqual([after.id, before.id]);
    expect(listed[0]?.principal).toEqual(listed[1]?.principal);
  });

  it('revokes for good: a second time changes nothing', async () => {
    const { id } = await keys.create(ada, request);
    const revokedAt = async () => (await keys.list(ada)).items.find((one) => one.id === id)?.revokedAt;
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
    ['a name of the key that is too long', { name: 'x'.repeat(101) }],
    ['a network that is none', { allowedNetworks: ['10.0.0.0/8', '10.0.0.0/33'] }],
    ['too many networks', { allowedNetworks: Array<string>(51).fill('10.0.0.0/8') }],
    ['a limit of no requests', { requestsPerMinute: 0 }],
    ['a limit of half a request', { requestsPerMinute: 0.5 }],
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
    const notAdmin = { kind: 'forbidden' };
    for (const kind of ['user', 'service'] as const) {
      const ctx = testContext({ tenantId, principal: { kind }, scopes: permissionsOf('operator') });
      await expect(keys.create(ctx, request)).rejects.toMatchObject(notAdmin);
      await expect(keys.list(ctx)).rejects.toMatchObject(notAdmin);
      await expect(keys.revoke(ctx, 'any')).rejects.toMatchObject(notAdmin);
    }
  });

  it("neither shows nor revokes another tenant's keys", async () => {
    const { id, key } = await keys.create(ada, request);
    expect((await keys.list(otherAdmin)).items.map((one) => one.id)).not.toContain(id);
    const notFound = { kind: 'not_found', code: 'api_key.not_found' };
    await expect(keys.revoke(otherAdmin, id)).rejects.toMatchObject(notFound);
    await expect(keys.revoke(otherAdmin, 'no-id')).rejects.toMatchObject(notFound);
    await expect(parts.services.get(AuthService).byApiKey(key, 'rest')).resolves.toMatchObject({
      tenantId: ada.tenantId,
    });
  });

  it('is listed in pages, those that work apart from those that have ended', async () => {
    const made = [];
    for (let n = 0; n < 3; n += 1) made.unshift((await keys.create(ada, request)).id);
    await keys.revoke(ada, made[1] as string);
    const idsOf = async (ended: boolean, first = 100) =>
      (await keys.list(ada, { ended }, { first })).items.map(({ id }) => id);
    expect(await idsOf(false, 2)).toEqual([made[0], made[2]]);
    expect((await idsOf(true))[0]).toBe(made[1]);
    const first = await keys.list(ada, {}, { first: 2 });
    const second = await keys.list(ada, {}, { first: 1, after: first.endCursor });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
    for (const after of ['x', encodeCursor(['x']), encodeCursor([1])])
      await expect(keys.list(ada, {}, { after })).rejects.toMatchObject({
        code: 'pagination.invalid_cursor',
      });
  });

  it('makes no more than a thousand that work', async () => {
    const count = () =>
      `(SELECT count(*) FROM api_keys WHERE tenant_id = '${ada.tenantId}' AND revoked_at IS NULL)`;
    await admin(`INSERT INTO api_keys (tenant_id, id, service_principal_id, prefix, key_hash, scopes)
      SELECT k.tenant_id, gen_random_uuid(), k.service_principal_id, 'many' || n, '', '{}'
      FROM (SELECT * FROM api_keys WHERE tenant_id = '${ada.tenantId}' LIMIT 1) k, generate_series(1, 1000 - ${count()}) n`);
    await expect(keys.create(ada, request)).rejects.toMatchObject({ code: 'api_key.too_many' });
    await admin(`UPDATE api_keys SET revoked_at = now() WHERE prefix LIKE 'many%'`);
    await expect(keys.create(ada, request)).resolves.toBeDefined();
  });

  it('names a person who is there, and nobody else', async () => {
    const onBehalfOf = (person: string) => keys.create(ada, { ...request, onBehalfOf: person });
    for (const unknown of ['nobody@demo.test', 'olga@other.test', 'x\0', ada.tenantId])
      await expect(onBehalfOf(unknown)).rejects.toMatchObject({ code: 'directory.unknown_user' });
    const { id } = await onBehalfOf('Sam@Demo.test');
    expect((await keys.get(ada, id)).onBehalfOf).toMatchObject({ displayName: 'Sam Okafor', active: true });
    await admin(`UPDATE users SET active = false WHERE email = 'max@demo.test'`);
    await expect(onBehalfOf('max@demo.test')).rejects.toMatchObject({ code: 'api_key.invalid_request' });
  });

  it('says in the audit log who made and revoked a key, and nothing that is secret', async () => {
    const { id, key, prefix } = await keys.create(ada, { ...request, allowedNetworks: ['10.0.0.0/8'] });
    await keys.revoke(ada, id);
    await keys.revoke(ada, id);
    const events = await parts.services.get(AuditEventsService).list(ada, { targetId: id }, {});
    expect(events.items.map(({ action }) => action)).toEqual(['key.revoked', 'key.created']);
    expect(events.items[1]).toMatchObject({
      actorId: ada.principal.id,
      targetKind: 'key',
      details: { prefix, principal: 'reporter', scopes: ['tasks:read'], allowedNetworks: ['10.0.0.0/8'] },
    });
    expect(JSON.stringify(events)).not.toContain(key.slice(-43));
  });

  const admin = (sql: string) => asAdmin((client) => client.query(sql), parts.database.adminUrl);
});
