import { asAdmin, eventually } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { CoreModule, loadConfig } from '@orkestra/core';
import { Test, type TestingModule } from '@nestjs/testing';
import { TenancyModule } from '../tenancy.module';
import { testContext } from '../testing';
import { RateLimits } from './rate-limits.service';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const MOST = 40;
const LIMITED = {
  kind: 'limited',
  code: 'limits.too_many_requests',
  details: { retryAfter: expect.any(Number) },
};

let parts: TestServices;
let second: TestingModule;
let limits: RateLimits;
let others: RateLimits;

beforeAll(async () => {
  parts = await startServices([TenancyModule], { REQUESTS_PER_MINUTE: String(MOST) });
  limits = parts.services.get(RateLimits);
  const config = loadConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: parts.database.databaseUrl,
    SYSTEM_DATABASE_URL: parts.database.systemDatabaseUrl,
    REQUESTS_PER_MINUTE: String(MOST),
  });
  const imports = [CoreModule.forRoot({ app: 'second', config }), TenancyModule];
  second = await Test.createTestingModule({ imports }).compile();
  others = second.get(RateLimits);
});
afterAll(async () => {
  await second?.close();
  await parts?.close();
});

const sql = (text: string) =>
  asAdmin(async (admin) => (await admin.query<{ points: number }>(text)).rows, parts.database.adminUrl);
const countedFor = async (subject: string) =>
  (await sql(`SELECT points FROM rate_limits WHERE key = 'count:${subject}'`))[0]?.points;

function through(service: RateLimits, requests: number, ctx: Parameters<RateLimits['admit']>[0]): number {
  let admitted = 0;
  for (let n = 0; n < requests; n += 1) {
    try {
      service.admit(ctx);
      admitted += 1;
    } catch (error) {
      expect(error).toMatchObject(LIMITED);
    }
  }
  return admitted;
}

it('counts a principal at all servers together, and others apart', async () => {
  const agent = testContext({ tenantId: A });
  expect(through(limits, MOST, agent)).toBe(MOST);
  await eventually(async () => (await countedFor(`principal:${A}:${agent.principal.id}`)) === MOST);
  // The second server hears of it with the first that it tells.
  expect(through(others, 2, agent)).toBe(2);
  await eventually(() => Promise.resolve(through(others, 1, agent) === 0));
  expect(through(others, 1, testContext({ tenantId: B }))).toBe(1);
  expect(() => limits.admit(agent)).toThrow('Too many requests. Try again in ');
});

it('counts a key with a limit of its own apart from its principal', () => {
  const principal = { id: '00000000-0000-7000-8000-0000000000c1', kind: 'service' } as const;
  const ctx = (credentialId: string, perMinute?: number) =>
    testContext({
      ...{ tenantId: A, principal, credentialId },
      requestLimit: perMinute === undefined ? undefined : { of: 'credential', perMinute },
    });
  expect(through(limits, 10, ctx('k1', 3))).toBe(3);
  expect(through(limits, 10, ctx('k2', 5))).toBe(5);
  expect(through(limits, 100, ctx('k3'))).toBe(MOST);
});

it('counts the requests of a tenant at all servers together, up to its own limit', async () => {
  for (let n = 0; n < 20; n += 1) limits.admitTenant(A, 20);
  await eventually(async () => (await countedFor(`tenant:${A}`)) === 20);
  const refused = () => {
    try {
      others.admitTenant(A, 20);
      return undefined;
    } catch (error) {
      return error;
    }
  };
  await eventually(() => Promise.resolve(refused() !== undefined));
  expect(refused()).toMatchObject({
    kind: 'limited',
    code: 'tenant.limit_requests_per_minute',
    details: { most: 20, retryAfter: expect.any(Number) },
  });
  expect(() => others.admitTenant(B, 20)).not.toThrow();
  expect(() => others.admitTenant(A, null)).not.toThrow();
});

it('does not count what the server does itself', () => {
  expect(through(limits, 100, testContext({ tenantId: A, principal: { kind: 'system' } }))).toBe(100);
});

it('counts strangers at an open door exactly, by network, at all servers', async () => {
  for (let n = 0; n < 30; n += 1) await limits.admitStranger('link', `2001:db8:0:1::${n}`);
  for (let n = 0; n < 30; n += 1) await others.admitStranger('link', '2001:db8:0:1::ffff');
  for (const service of [limits, others])
    await expect(service.admitStranger('link', '2001:db8:0:1::1')).rejects.toMatchObject(LIMITED);
  await expect(limits.admitStranger('link', '2001:db8:0:2::1')).resolves.toBeUndefined();
  await expect(limits.admitStranger('sign-in', '2001:db8:0:1::1')).resolves.toBeUndefined();
  await expect(limits.admitStranger('link', undefined)).resolves.toBeUndefined();
});

it('locks nobody out when the table cannot be reached, and still counts', async () => {
  await sql('REVOKE ALL ON rate_limits FROM orkestra_system');
  try {
    const agent = testContext({ tenantId: A, principal: { id: '00000000-0000-7000-8000-0000000000c2' } });
    expect(through(others, MOST + 10, agent)).toBe(MOST);
    for (let n = 0; n < 60; n += 1) await others.admitStranger('link', '203.0.113.1');
    await expect(others.admitStranger('link', '203.0.113.1')).rejects.toMatchObject(LIMITED);
  } finally {
    await sql('GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO orkestra_system');
  }
});

it('keeps the counts out of the write-ahead log, and from the role of the tenants', async () => {
  const [table] = await asAdmin(
    async (admin) =>
      (
        await admin.query<{ persistence: string; app: boolean }>(
          `SELECT relpersistence AS persistence, has_table_privilege('orkestra_app', oid, 'SELECT') AS app
           FROM pg_class WHERE relname = 'rate_limits'`,
        )
      ).rows,
    parts.database.adminUrl,
  );
  expect(table).toEqual({ persistence: 'u', app: false });
});
