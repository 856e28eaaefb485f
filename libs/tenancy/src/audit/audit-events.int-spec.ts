import { TenantDatabase } from '@orkestra/core';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { permissionsOf } from '../permission-table';
import { TENANT_ROLES } from '../roles';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { testContext } from '../testing';
import { type AuditEventFilter, AuditEventsService } from './audit-events.service';
import { AuditLog } from './audit-log.service';

const OTHER_PERSON = '00000000-0000-7000-8000-000000000002';

let parts: TestServices;
let events: AuditEventsService;
let demo: TenantContext;
let other: TenantContext;

beforeAll(async () => {
  parts = await startServices([TenancyModule]);
  events = parts.services.get(AuditEventsService);
  await parts.services.get(SeedService).seedDemo();
  const ids = await asAdmin(
    async (admin) => (await admin.query<{ id: string }>('SELECT id FROM tenants ORDER BY slug')).rows,
    parts.database.adminUrl,
  );
  demo = testContext({ tenantId: ids[0]!.id, principal: { role: 'auditor' } });
  other = testContext({ tenantId: ids[1]!.id, principal: { role: 'auditor' } });
  for (let n = 0; n < 5; n += 1) await record(demo, 'person.invited', `p${n}`);
  await record(testContext({ tenantId: demo.tenantId, principal: { id: OTHER_PERSON } }), 'group.made', 'g1');
  await record(other, 'person.invited', 'elsewhere');
});
afterAll(() => parts?.close());

const record = (ctx: TenantContext, action: string, id: string) =>
  parts.services
    .get(TenantDatabase)
    .run(ctx, (em) =>
      parts.services.get(AuditLog).record(em, ctx, { action, target: { kind: 'thing', id } }),
    );

const targetsOf = async (filter: AuditEventFilter) =>
  (await events.list(demo, filter, { first: 100 })).items.map(({ targetId }) => targetId);

it('reads page by page, the newest first, and nothing of another tenant', async () => {
  const seen: (string | null)[] = [];
  let after: string | null = null;
  do {
    const page = await events.list(demo, { targetKind: 'thing' }, { first: 2, after });
    seen.push(...page.items.map(({ targetId }) => targetId));
    after = page.hasNextPage ? page.endCursor : null;
  } while (after !== null);
  expect(seen).toEqual(['g1', 'p4', 'p3', 'p2', 'p1', 'p0']);
});

it.each<[string, AuditEventFilter, string[]]>([
  ['area', { area: 'group' }, ['g1']],
  ['action', { action: 'person.invited' }, ['p4', 'p3', 'p2', 'p1', 'p0']],
  ['part of an action, which is none', { action: 'person' }, []],
  ['actor', { actorId: OTHER_PERSON }, ['g1']],
  ['target', { targetKind: 'thing', targetId: 'p3' }, ['p3']],
  ['target of another tenant', { targetId: 'elsewhere' }, []],
  ['time to come', { from: new Date(Date.now() + 3_600_000) }, []],
  ['time before', { until: new Date(Date.now() - 3_600_000) }, []],
  ['time around', { area: 'group', from: new Date(0), until: new Date(Date.now() + 86_400_000) }, ['g1']],
  ['NUL', { area: 'x\0' }, []],
  ['SQL', { area: "' OR true --" }, []],
])('filters by %s', async (_, filter, expected) => {
  expect(await targetsOf(filter)).toEqual(expected);
});

it('knows the areas that there are', async () => {
  expect(await events.areas(demo)).toEqual(expect.arrayContaining(['group', 'key', 'person']));
  expect(await events.areas(other)).not.toContain('group');
});

it('is for owners, admins and auditors', async () => {
  for (const role of TENANT_ROLES) {
    const scopes = permissionsOf(role);
    const ctx = testContext({ tenantId: demo.tenantId, principal: { role }, scopes });
    const read = Promise.all([events.list(ctx, {}, {}), events.areas(ctx)]);
    if (['owner', 'admin', 'auditor'].includes(role)) await expect(read).resolves.toBeDefined();
    else await expect(read).rejects.toMatchObject({ kind: 'forbidden' });
  }
});

it('refuses a cursor of another list', async () => {
  for (const after of ['x', Buffer.from('["x"]').toString('base64url')])
    await expect(events.list(demo, {}, { after })).rejects.toMatchObject({ kind: 'invalid' });
});
