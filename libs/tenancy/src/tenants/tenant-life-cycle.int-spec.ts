import { Clock, DomainError, SystemDatabase } from '@orkestra/core';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import type { AuditActor } from '../audit/audit-log.service';
import { AuthService } from '../auth/auth.service';
import { type SeededTenant, SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { testContext } from '../testing';
import { InactiveTenants } from './inactive-tenants.service';
import { TenantDeletion } from './tenant-deletion.service';
import { TenantLifeCycle } from './tenant-life-cycle.service';
import { TenantPurge } from './tenant-purge.service';

let parts: TestServices;
let auth: AuthService;
let lifeCycle: TenantLifeCycle;
let deletion: TenantDeletion;
let demo: SeededTenant;
let other: SeededTenant;
let owner: TenantContext;
let operator: AuditActor;

beforeAll(async () => {
  parts = await startServices([TenancyModule], { TENANT_REQUESTS_PER_MINUTE: '1000' });
  auth = parts.services.get(AuthService);
  lifeCycle = parts.services.get(TenantLifeCycle);
  deletion = parts.services.get(TenantDeletion);
  [demo, other] = (await parts.services.get(SeedService).seedDemo()) as [SeededTenant, SeededTenant];
  owner = (await signIn('ada@demo.test')).ctx;
  operator = { tenantId: owner.tenantId, kind: 'operator', id: 'root', channel: 'cli' };
});
afterAll(() => parts.close());

const signIn = (email: string, password = 'orkestra-demo', tenant = 'demo') =>
  auth.signIn({ tenant, email, password });

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => (error instanceof DomainError ? `${error.kind} ${error.code}` : String(error)),
  );
}

async function rowsOf<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return asAdmin(async (admin) => (await admin.query(sql, values)).rows as Row[], parts.database.adminUrl);
}

const audited = async () =>
  (
    await rowsOf<{ action: string }>(
      `SELECT action FROM audit_events WHERE action LIKE 'tenant.%' ORDER BY id`,
    )
  ).map(({ action }) => action);

describe('a suspended tenant', () => {
  it('lets nobody in, tells only those who could have come in, and leaves others alone', async () => {
    const { token } = await signIn('sam@demo.test');
    await lifeCycle.suspend(operator, 'unpaid');

    expect(await codeOf(auth.bySession(token, 'graphql'))).toBe('forbidden tenant.suspended');
    expect(await codeOf(auth.byApiKey(demo.apiKey, 'mcp'))).toBe('forbidden tenant.suspended');
    expect(await codeOf(signIn('sam@demo.test'))).toBe('forbidden tenant.suspended');
    expect(await codeOf(signIn('sam@demo.test', 'wrong'))).toBe('unauthenticated auth.invalid_credentials');
    expect(await codeOf(auth.byApiKey(`${demo.apiKey.slice(0, -1)}_`, 'mcp'))).toBe(
      'unauthenticated auth.invalid_key',
    );
    await expect(auth.byApiKey(other.apiKey, 'mcp')).resolves.toBeDefined();
    await expect(signIn('olga@other.test', 'orkestra-demo', 'other')).resolves.toBeDefined();

    await lifeCycle.resume(operator);
    await expect(auth.bySession(token, 'graphql')).resolves.toMatchObject({ tenantId: owner.tenantId });
    await expect(auth.byApiKey(demo.apiKey, 'mcp')).resolves.toBeDefined();
    expect(await audited()).toEqual(['tenant.suspended', 'tenant.resumed']);
  });

  it('has what comes by itself wait', async () => {
    const inactive = new InactiveTenants(parts.services.get(SystemDatabase), parts.services.get(Clock));
    await lifeCycle.suspend(operator, 'again');
    expect(await codeOf(inactive.refuse(owner.tenantId))).toBe('unavailable tenant.suspended');
    expect(await codeOf(inactive.refuse((await auth.byApiKey(other.apiKey, 'mcp')).tenantId))).toBe(
      'no error',
    );
    await lifeCycle.resume(operator);
  });

  it('is suspended and resumed once, and only where there is one', async () => {
    expect(await codeOf(lifeCycle.resume(operator))).toBe('conflict tenant.wrong_status');
    await lifeCycle.suspend(operator, 'x');
    expect(await codeOf(lifeCycle.suspend(operator, 'x'))).toBe('conflict tenant.wrong_status');
    await lifeCycle.resume(operator);
    for (const tenantId of ['00000000-0000-7000-8000-000000000009', 'nonsense'])
      expect(await codeOf(lifeCycle.suspend({ ...operator, tenantId }, 'x'))).toBe(
        'not_found tenant.unknown',
      );
  });
});

describe('a tenant that is to be deleted', () => {
  it('is asked for twice, by the same owner, in time', async () => {
    const admin = testContext({
      ...owner,
      scopes: ['people:write'],
      principal: { ...owner.principal, role: 'admin' },
    });
    expect(await codeOf(deletion.request(admin, 'demo'))).toBe('forbidden auth.role_forbids');
    expect(await codeOf(deletion.request(owner, 'other'))).toBe('invalid tenant.deletion_not_confirmed');
    const { code } = await deletion.request(owner, 'demo');
    const somebody = testContext({ ...owner, principal: { ...owner.principal, id: other.name } });
    const stranger = await auth.byApiKey(other.apiKey, 'mcp');
    const refused = [
      deletion.confirm(owner, { slug: 'demo', code: 'guess' }),
      deletion.confirm(owner, { slug: 'other', code }),
      deletion.confirm(somebody, { slug: 'demo', code }),
    ];
    for (const attempt of refused)
      expect(await codeOf(attempt)).toBe('invalid tenant.deletion_not_confirmed');
    expect(await codeOf(deletion.confirm(stranger, { slug: 'demo', code }))).toBe(
      'forbidden auth.people_only',
    );
    expect(await codeOf(deletion.cancel(owner))).toBe('conflict tenant.wrong_status');
    await rowsOf(
      `UPDATE tenants SET deletion_request = deletion_request || '{"until": "2020-01-01"}' WHERE slug = 'demo'`,
    );
    expect(await codeOf(deletion.confirm(owner, { slug: 'demo', code }))).toBe(
      'invalid tenant.deletion_not_confirmed',
    );
    await expect(auth.byApiKey(demo.apiKey, 'mcp')).resolves.toBeDefined();
  });

  it('lets its people in until then and no program, and can be kept', async () => {
    const { code } = await deletion.request(owner, 'demo');
    const { deleteAt } = await deletion.confirm(owner, { slug: 'demo', code });
    const days = (deleteAt.getTime() - parts.services.get(Clock).now().getTime()) / 86_400_000;
    expect(days).toBeCloseTo(7, 2);
    expect(await codeOf(auth.byApiKey(demo.apiKey, 'mcp'))).toBe('forbidden tenant.deleting');
    await expect(signIn('ada@demo.test')).resolves.toBeDefined();
    expect(await codeOf(parts.services.get(TenantPurge).purge(owner.tenantId))).toContain(
      'has not fallen due',
    );
    expect(await parts.services.get(TenantPurge).sweep()).toBe(0);

    await deletion.cancel(owner);
    await expect(auth.byApiKey(demo.apiKey, 'mcp')).resolves.toBeDefined();
    expect((await audited()).slice(-3)).toEqual([
      'tenant.deletion_requested',
      'tenant.deletion_scheduled',
      'tenant.deletion_cancelled',
    ]);
  });

  it('is gone once that has fallen due, with a receipt, and the other is as it was', async () => {
    const counts =
      'SELECT (SELECT count(*) FROM users WHERE tenant_id = t.id) AS users FROM tenants t WHERE slug = $1';
    const before = await rowsOf(counts, ['other']);
    await lifeCycle.scheduleDeletion(operator, () => undefined, 0);
    expect(await codeOf(signIn('ada@demo.test'))).toBe('forbidden tenant.deleting');
    expect(await codeOf(lifeCycle.cancelDeletion(operator))).toBe('conflict tenant.wrong_status');
    expect(await parts.services.get(TenantPurge).sweep()).toBe(1);

    expect(await codeOf(signIn('ada@demo.test'))).toBe('unauthenticated auth.invalid_credentials');
    expect(await codeOf(auth.byApiKey(demo.apiKey, 'mcp'))).toBe('unauthenticated auth.invalid_key');
    expect(await rowsOf(counts, ['other'])).toEqual(before);
    expect(await rowsOf(`SELECT slug FROM tenants`)).toEqual([{ slug: 'other' }]);
    const [{ receipt }] = (await rowsOf<{ receipt: object }>('SELECT receipt FROM tenant_receipts')) as [
      { receipt: object },
    ];
    expect(receipt).toMatchObject({
      tenantId: owner.tenantId,
      slug: 'demo',
      askedBy: { kind: 'operator', id: 'root' },
      rows: { users: 4, groups: 2, service_principals: 1, api_keys: 1, business_calendars: 2 },
    });
  });

  it('cannot be deleted by the roles of the servers past the functions', async () => {
    const { tenantId } = await auth.byApiKey(other.apiKey, 'mcp');
    const system = parts.services.get(SystemDatabase);
    for (const sql of [
      'DELETE FROM tenants WHERE id = $1',
      'DELETE FROM users WHERE tenant_id = $1',
      'DELETE FROM audit_events WHERE tenant_id = $1',
      'DELETE FROM tenant_receipts WHERE deleted_tenant <> $1',
      'SELECT purge_tenant_rows($1, 10)',
      'SELECT forget_tenant($1)',
    ]) {
      await expect(system.query(sql, [tenantId])).rejects.toThrow(/permission denied|has not fallen due/);
    }
  });
});
