import { Clock } from '@orkestra/core';
import { asAdmin, eventually } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { AuditEventsService } from '../audit/audit-events.service';
import { AuthService } from '../auth/auth.service';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { ApiKeysService } from './api-keys.service';
import { KeyUses } from './key-uses.service';
import { newApiKey } from '../auth/secrets';

const BAD_KEY = { kind: 'unauthenticated', code: 'auth.invalid_key' };

let parts: TestServices;
let auth: AuthService;
let keys: ApiKeysService;
let ada: TenantContext;
let now: number;

beforeAll(async () => {
  parts = await startServices([TenancyModule]);
  auth = parts.services.get(AuthService);
  keys = parts.services.get(ApiKeysService);
  await parts.services.get(SeedService).seedDemo();
  ada = (await auth.signIn({ tenant: 'demo', email: 'ada@demo.test', password: 'orkestra-demo' })).ctx;
});
afterAll(() => parts?.close());

beforeEach(() => {
  now = Date.now();
  jest.spyOn(parts.services.get(Clock), 'now').mockImplementation(() => new Date(now));
});

const make = (more: object = {}) =>
  keys.create(ada, { principalName: 'bot', scopes: ['tasks:read'], ...more });

const refusalsOf = async (targetId: string) =>
  (
    await parts.services
      .get(AuditEventsService)
      .list(ada, { targetId, action: 'key.refused' }, { first: 100 })
  ).items;

it('tells the audit log why a key was refused and from where; the answer is always the same', async () => {
  const key = await make({ allowedNetworks: ['10.0.0.0/8'] });
  const forged = `ork_${key.prefix}_${'A'.repeat(43)}`;
  await expect(auth.byApiKey(forged, 'mcp', { remoteAddress: '10.0.0.1' })).rejects.toMatchObject(BAD_KEY);
  await expect(auth.byApiKey(key.key, 'rest', { remoteAddress: '192.0.2.7' })).rejects.toMatchObject(BAD_KEY);
  await keys.revoke(ada, key.id);
  await expect(auth.byApiKey(key.key, 'rest', { remoteAddress: '10.0.0.1' })).rejects.toMatchObject(BAD_KEY);
  await eventually(async () => (await refusalsOf(key.id)).length === 3);
  expect(await refusalsOf(key.id)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ details: { reason: 'revoked', prefix: key.prefix }, actorKind: 'service' }),
      expect.objectContaining({
        details: { reason: 'address_not_allowed', prefix: key.prefix },
        remoteAddress: '192.0.2.7',
        channel: 'rest',
      }),
      expect.objectContaining({
        details: { reason: 'wrong_secret', prefix: key.prefix },
        actorKind: 'anonymous',
      }),
    ]),
  );
});

it('does not let a loop fill the audit log', async () => {
  const { id, key } = await make({ allowedNetworks: ['10.0.0.0/8'] });
  for (let n = 0; n < 50; n += 1)
    await expect(auth.byApiKey(key, 'mcp', { remoteAddress: '192.0.2.9' })).rejects.toMatchObject(BAD_KEY);
  for (let n = 1; n < 40; n += 1)
    await expect(auth.byApiKey(key, 'mcp', { remoteAddress: `198.51.100.${n}` })).rejects.toMatchObject(
      BAD_KEY,
    );
  await eventually(async () => (await refusalsOf(id)).length === 20);
  now += 60_000;
  await expect(auth.byApiKey(key, 'mcp', { remoteAddress: '192.0.2.9' })).rejects.toMatchObject(BAD_KEY);
  await eventually(async () => (await refusalsOf(id)).length === 21);
});

it('refuses an address that sends too many wrong keys, but not the keys that were good before', async () => {
  const remoteAddress = '203.0.113.50';
  const good = await make();
  await auth.byApiKey(good.key, 'mcp', { remoteAddress });
  for (let n = 0; n < 300; n += 1)
    await expect(auth.byApiKey(newApiKey().key, 'mcp', { remoteAddress })).rejects.toMatchObject(BAD_KEY);
  const unseen = await make();
  const forged = `ork_${good.prefix}_${'A'.repeat(43)}`;
  for (const key of [unseen.key, forged, 'nonsense'])
    await expect(auth.byApiKey(key, 'mcp', { remoteAddress })).rejects.toMatchObject({
      kind: 'limited',
      details: { retryAfter: expect.any(Number) },
    });
  await expect(auth.byApiKey(unseen.key, 'mcp', { remoteAddress: '203.0.113.51' })).resolves.toBeDefined();
  await expect(auth.byApiKey(good.key, 'mcp', { remoteAddress })).resolves.toBeDefined();
});

it('counts from where a key is used, by day, in one statement for many uses', async () => {
  const { id, key } = await make();
  const uses = parts.services.get(KeyUses);
  now = Date.UTC(2030, 0, 31, 23, 59);
  for (const address of ['10.0.0.1', '10.0.0.1', '2001:db8::1', undefined])
    await auth.byApiKey(key, 'mcp', { remoteAddress: address });
  await uses.flush();
  now += 60_000;
  await auth.byApiKey(key, 'mcp', { remoteAddress: '10.0.0.1' });
  await uses.flush();
  await auth.byApiKey(key, 'mcp', { remoteAddress: '10.0.0.1' });
  await uses.flush();
  const page = await keys.uses(ada, id, { first: 3 });
  const lastUsedAt = expect.any(Date) as Date;
  expect(page.items).toEqual([
    { day: '2030-02-01', address: '10.0.0.1', count: 2, lastUsedAt: new Date(now) },
    { day: '2030-01-31', address: '2001:db8::1', count: 1, lastUsedAt },
    { day: '2030-01-31', address: '10.0.0.1', count: 2, lastUsedAt },
  ]);
  expect((await keys.uses(ada, id, { first: 3, after: page.endCursor })).items).toEqual([
    { day: '2030-01-31', address: null, count: 1, lastUsedAt },
  ]);
  await expect(keys.uses(ada, id, { after: page.endCursor?.slice(2) ?? null })).rejects.toMatchObject({
    code: 'pagination.invalid_cursor',
  });
});

it('forgets uses after 90 days', async () => {
  const { id, key } = await make();
  now = Date.UTC(2031, 0, 1);
  await auth.byApiKey(key, 'mcp', { remoteAddress: '10.0.0.1' });
  await parts.services.get(KeyUses).flush();
  now += 91 * 24 * 3_600_000;
  await auth.byApiKey(key, 'mcp', { remoteAddress: '10.0.0.2' });
  await parts.services.get(KeyUses).flush();
  expect((await keys.uses(ada, id)).items.map(({ address }) => address)).toEqual(['10.0.0.2']);
});

it('keeps counts that could not be written', async () => {
  const { id, key } = await make();
  const uses = parts.services.get(KeyUses);
  const allow = (what: 'GRANT' | 'REVOKE') =>
    asAdmin(
      (admin) =>
        admin.query(`${what} INSERT ON api_key_uses ${what === 'GRANT' ? 'TO' : 'FROM'} orkestra_system`),
      parts.database.adminUrl,
    );
  await auth.byApiKey(key, 'mcp', { remoteAddress: '10.0.0.1' });
  await allow('REVOKE');
  await uses.flush();
  await allow('GRANT');
  await auth.byApiKey(key, 'mcp', { remoteAddress: '10.0.0.1' });
  await uses.flush();
  expect((await keys.uses(ada, id)).items).toMatchObject([{ count: 2 }]);
});
