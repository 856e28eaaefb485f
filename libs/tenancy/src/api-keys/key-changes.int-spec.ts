import { Clock } from '@orkestra/core';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { AuditEventsService } from '../audit/audit-events.service';
import { AuthService } from '../auth/auth.service';
import { permissionsOf } from '../permission-table';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { testContext } from '../testing';
import { ApiKeysService } from './api-keys.service';
import { KeyChangesService } from './key-changes.service';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BAD_KEY = { kind: 'unauthenticated', code: 'auth.invalid_key' };
const SCOPES = ['tasks:read', 'workflows:start'] as const;

let parts: TestServices;
let keys: ApiKeysService;
let changes: KeyChangesService;
let auth: AuthService;
let ada: TenantContext;
let now: number;

beforeAll(async () => {
  parts = await startServices([TenancyModule]);
  keys = parts.services.get(ApiKeysService);
  changes = parts.services.get(KeyChangesService);
  auth = parts.services.get(AuthService);
  await parts.services.get(SeedService).seedDemo();
  ada = (await auth.signIn({ tenant: 'demo', email: 'ada@demo.test', password: 'orkestra-demo' })).ctx;
});
afterAll(() => parts?.close());

beforeEach(() => {
  now = Date.now();
  jest.spyOn(parts.services.get(Clock), 'now').mockImplementation(() => new Date(now));
});

const make = (more: object = {}) => keys.create(ada, { principalName: 'bot', scopes: SCOPES, ...more });
const stateOf = async (id: string) => (await keys.get(ada, id)).state;

describe('rotating', () => {
  it('gives a new secret with the same rights, and the old one works for a day more', async () => {
    const sam = { onBehalfOf: 'sam@demo.test', allowedNetworks: ['10.0.0.0/8'], requestsPerMinute: 7 };
    const old = await make({ name: 'bot in production', ...sam });
    const next = await changes.rotate(ada, old.id);
    const [before, after] = [await keys.get(ada, old.id), await keys.get(ada, next.id)];
    const { name, principal, scopes, allowedNetworks, requestsPerMinute, onBehalfOf } = before;
    expect(after).toMatchObject({ name, principal, scopes, allowedNetworks, requestsPerMinute, onBehalfOf });
    expect(after).toMatchObject({ name: 'bot in production', state: 'active', expiresAt: null });
    expect(before).toMatchObject({ state: 'rotated', replacedBy: next.id, expiresAt: new Date(now + DAY) });
    now += DAY - 1;
    const [first, second] = [
      await auth.byApiKey(old.key, 'mcp', { remoteAddress: '10.1.1.1' }),
      await auth.byApiKey(next.key, 'mcp', { remoteAddress: '10.1.1.1' }),
    ];
    expect(second.principal).toEqual(first.principal);
    now += 1;
    await expect(auth.byApiKey(old.key, 'mcp', { remoteAddress: '10.1.1.1' })).rejects.toMatchObject(BAD_KEY);
    expect(await stateOf(old.id)).toBe('expired');
    await expect(auth.byApiKey(next.key, 'mcp', { remoteAddress: '10.1.1.1' })).resolves.toBeDefined();
  });

  it('ends the old secret at once where no overlap is wanted', async () => {
    const old = await make();
    await changes.rotate(ada, old.id, { overlapHours: 0 });
    await expect(auth.byApiKey(old.key, 'mcp')).rejects.toMatchObject(BAD_KEY);
  });

  it('gives the lifetime that the old key was made for, and never lengthens that of the old one', async () => {
    const old = await make({ expiresAt: new Date(now + 30 * DAY) });
    now += 29.5 * DAY;
    expect(await stateOf(old.id)).toBe('expiring');
    const next = await changes.rotate(ada, old.id, { overlapHours: 720 });
    expect((await keys.get(ada, next.id)).expiresAt).toEqual(new Date(now + 30 * DAY));
    expect((await keys.get(ada, old.id)).expiresAt).toEqual(new Date(now + 0.5 * DAY));
    const own = await changes.rotate(ada, next.id, { expiresAt: new Date(now + DAY) });
    expect((await keys.get(ada, own.id)).expiresAt).toEqual(new Date(now + DAY));
  });

  it('is refused for a key that was rotated, revoked or has expired, also when two do it at once', async () => {
    const old = await make();
    const both = await Promise.allSettled([changes.rotate(ada, old.id), changes.rotate(ada, old.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(changes.rotate(ada, old.id)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'api_key.rotated',
      details: { replacedBy: (await keys.get(ada, old.id)).replacedBy },
    });
    await keys.revoke(ada, old.id);
    await expect(changes.rotate(ada, old.id)).rejects.toMatchObject({ code: 'api_key.revoked' });
    const short = await make({ expiresAt: new Date(now + 1) });
    now += 1;
    await expect(changes.rotate(ada, short.id)).rejects.toMatchObject({ code: 'api_key.expired' });
  });

  it.each([-1, 721, Number.NaN])('refuses an overlap of %d hours', async (overlapHours) => {
    const { id } = await make();
    await expect(changes.rotate(ada, id, { overlapHours })).rejects.toMatchObject({ kind: 'invalid' });
    expect(await stateOf(id)).toBe('active');
  });
});

describe('changing', () => {
  it('holds from the next request on, and leaves the rest as it is', async () => {
    const { id, key } = await make({ name: 'first', requestsPerMinute: 5 });
    await changes.update(ada, id, { allowedNetworks: ['10.0.0.0/8', '2001:db8::/32'] });
    await expect(auth.byApiKey(key, 'rest', { remoteAddress: '192.0.2.1' })).rejects.toMatchObject(BAD_KEY);
    await expect(auth.byApiKey(key, 'rest')).rejects.toMatchObject(BAD_KEY);
    await expect(auth.byApiKey(key, 'rest', { remoteAddress: '2001:db8::1' })).resolves.toMatchObject({
      requestLimit: { of: 'credential', perMinute: 5 },
    });
    expect(await keys.get(ada, id)).toMatchObject({ name: 'first', requestsPerMinute: 5, onBehalfOf: null });
    const more = {
      name: 'second',
      requestsPerMinute: null,
      allowedNetworks: [],
      onBehalfOf: 'lee@demo.test',
    };
    await changes.update(ada, id, more);
    const lee = (await keys.get(ada, id)).onBehalfOf?.id;
    expect(await auth.byApiKey(key, 'rest', { remoteAddress: '192.0.2.1' })).toMatchObject({
      onBehalfOf: lee,
      credentialId: id,
    });
    await changes.update(ada, id, { onBehalfOf: null });
    expect(await keys.get(ada, id)).toMatchObject({
      name: 'second',
      requestsPerMinute: null,
      onBehalfOf: null,
    });
  });

  it('stops a key while the person is inactive on whose behalf it acts', async () => {
    const { id, key } = await make({ onBehalfOf: 'max@demo.test' });
    const activate = (active: boolean) =>
      asAdmin(
        (admin) => admin.query(`UPDATE users SET active = ${active} WHERE email = 'max@demo.test'`),
        parts.database.adminUrl,
      );
    await activate(false);
    await expect(auth.byApiKey(key, 'rest')).rejects.toMatchObject(BAD_KEY);
    expect(await stateOf(id)).toBe('stopped');
    await activate(true);
    await expect(auth.byApiKey(key, 'rest')).resolves.toBeDefined();
  });

  it('is in the audit log, as rotations are', async () => {
    const { id } = await make();
    await changes.update(ada, id, { name: 'another' });
    const next = await changes.rotate(ada, id);
    const { items } = await parts.services.get(AuditEventsService).list(ada, { targetId: id }, {});
    expect(items.map(({ action }) => action)).toEqual(['key.rotated', 'key.changed', 'key.created']);
    expect(items[0]?.details).toMatchObject({ replacedBy: next.id, prefix: next.prefix });
    expect(items[1]?.details).toMatchObject({ name: 'another' });
  });
});

it("is for tenant admins, and reaches no other tenant's key", async () => {
  const { id } = await make();
  const sam = testContext({ tenantId: ada.tenantId, scopes: permissionsOf('operator') });
  const stranger = testContext({ ...ada, tenantId: '00000000-0000-7000-8000-00000000000b' });
  for (const [ctx, kind] of [
    [sam, 'forbidden'],
    [stranger, 'not_found'],
  ] as const) {
    await expect(changes.rotate(ctx, id)).rejects.toMatchObject({ kind });
    await expect(changes.update(ctx, id, { name: 'x' })).rejects.toMatchObject({ kind });
    await expect(keys.get(ctx, id)).rejects.toMatchObject({ kind });
    await expect(keys.uses(ctx, id)).rejects.toMatchObject({ kind });
  }
  expect(await stateOf(id)).toBe('active');
});
