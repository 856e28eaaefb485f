import { queryRows, TenantDatabase } from '@orkestra/core';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { testContext } from '../testing';
import { AuditLog } from './audit-log.service';

let parts: TestServices;
let demo: TenantContext;
let other: TenantContext;

beforeAll(async () => {
  parts = await startServices([TenancyModule]);
  await parts.services.get(SeedService).seedDemo();
  const ids = await sql<{ id: string }>('SELECT id FROM tenants ORDER BY slug');
  const where = { remoteAddress: '203.0.113.9', credentialId: 'key-1', correlationId: 'c-1' };
  demo = testContext({ tenantId: ids[0]!.id, ...where });
  other = testContext({ tenantId: ids[1]!.id });
});
afterAll(() => parts?.close());

const sql = <Row extends object>(text: string) =>
  asAdmin(async (admin) => (await admin.query<Row>(text)).rows, parts.database.adminUrl);

const within = <T>(ctx: TenantContext, work: Parameters<TenantDatabase['run']>[1]) =>
  parts.services.get(TenantDatabase).run(ctx, work) as Promise<T>;

const seenBy = (ctx: TenantContext) =>
  within<object[]>(ctx, (em) => queryRows(em, 'SELECT action FROM audit_events'));

it('tells who did what, from where and with what, to the tenant alone', async () => {
  const log = parts.services.get(AuditLog);
  const target = { kind: 'key', id: 'k1' };
  await within(demo, (em) =>
    log.record(em, demo, { action: 'key.tested', target, details: { prefix: 'ab' } }),
  );
  const [row] = await sql(`SELECT * FROM audit_events WHERE target_id = 'k1'`);
  expect(row).toMatchObject({
    actor_kind: 'user',
    actor_id: demo.principal.id,
    credential_id: 'key-1',
    remote_address: '203.0.113.9',
    correlation_id: 'c-1',
    channel: 'system',
    target_kind: 'key',
    target_id: 'k1',
    details: { prefix: 'ab' },
  });
  expect(await seenBy(demo)).toContainEqual({ action: 'key.tested' });
  expect(await seenBy(other)).not.toContainEqual({ action: 'key.tested' });
});

it('tells of many things by one statement as of each by itself', async () => {
  const log = parts.services.get(AuditLog);
  const entry = (id: string) => ({
    action: 'many.tested',
    target: { kind: 'user', id },
    details: { q: `'"${id}` },
  });
  const operator = testContext({ ...demo, channel: 'cli' });
  for (const ctx of [demo, operator]) {
    await within(ctx, async (em) => {
      await log.record(em, ctx, entry('one'));
      await log.recordAll(em, ctx, [entry('two'), entry('three'), { action: 'many.bare' }]);
      await log.recordAll(em, ctx, []);
    });
  }
  const rows = await sql<{ id: string; at: Date; target_id: string | null; details: { q?: string } }>(
    `SELECT * FROM audit_events WHERE action LIKE 'many.%' ORDER BY id`,
  );
  const plain = rows.map(({ id: _, at: __, target_id: target, details: { q }, ...rest }) => ({
    ...rest,
    target,
    q,
  }));
  expect(plain.map(({ target }) => target)).toEqual([1, 2].flatMap(() => ['one', 'two', 'three', null]));
  for (const [index, { target, q, ...rest }] of plain.entries()) {
    if (target === null) expect(rest).toMatchObject({ action: 'many.bare', target_kind: null });
    else
      expect([q, rest]).toEqual([
        `'"${target}`,
        { ...plain[index - (index % 4)], target: undefined, q: undefined },
      ]);
  }
});

it('is not written when what it tells of is rolled back', async () => {
  const log = parts.services.get(AuditLog);
  const failing = within(demo, async (em) => {
    await log.record(em, demo, { action: 'key.undone' });
    throw new Error('undone');
  });
  await expect(failing).rejects.toThrow('undone');
  expect(await seenBy(demo)).not.toContainEqual({ action: 'key.undone' });
});

it.each([`UPDATE audit_events SET action = 'x'`, 'DELETE FROM audit_events'])('refuses %s', async (text) => {
  await expect(within(demo, (em) => queryRows(em, text))).rejects.toThrow('permission denied');
});
