import { generateKeyPairSync } from 'node:crypto';
import { Clock, Config, loadConfig, SystemDatabase, TenantDatabase } from '@orkestra/core';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { actorFrom, AuditLog } from '../audit/audit-log.service';
import { EvidenceKeys } from '../evidence/evidence-keys.service';
import { publicKeysIn } from '../evidence/evidence-key';
import { SeedService } from '../seed/seed.service';
import { TenancyModule } from '../tenancy.module';
import type { TenantContext } from '../tenant-context';
import { testContext } from '../testing';
import { AuditExport } from './audit-export.service';
import { AuditFileCheck } from './audit-file-check';
import { AuditSeals } from './audit-seals.service';
import type { Period } from './chain.queries';

let parts: TestServices;
let seals: AuditSeals;
let demo: TenantContext;
let other: TenantContext;

beforeAll(async () => {
  parts = await startServices([TenancyModule]);
  seals = parts.services.get(AuditSeals);
  await parts.services.get(SeedService).seedDemo();
  const ids = await sql<{ id: string }>('SELECT id FROM tenants ORDER BY slug');
  demo = testContext({ tenantId: ids[0]!.id, remoteAddress: '203.0.113.9' });
  other = testContext({ tenantId: ids[1]!.id });
});
afterAll(() => parts?.close());

const sql = <Row extends object>(text: string) =>
  asAdmin(async (admin) => (await admin.query<Row>(text)).rows, parts.database.adminUrl);

const record = (
  ctx: TenantContext,
  id: string,
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
) =>
  parts.services.get(TenantDatabase).run(ctx, async (em) => {
    const entry = { action: 'thing.made', target: { kind: 'thing', id }, details: { id } };
    await parts.services.get(AuditLog).record(em, ctx, entry);
    await meanwhile();
  });

async function exported(ctx: TenantContext, period?: Period): Promise<string[]> {
  await seals.seal(ctx.tenantId);
  const lines: string[] = [];
  for await (const line of parts.services.get(AuditExport).lines(actorFrom(ctx), period))
    lines.push(line.trimEnd());
  return lines;
}

async function check(lines: readonly string[]) {
  const keys = await parts.services.get(EvidenceKeys).list();
  const file = new AuditFileCheck({ keys: publicKeysIn(keys.map(({ pem }) => pem).join('\n')) });
  for (const line of lines) file.add(line);
  return file.report();
}

const order = async (ctx: TenantContext) => {
  const rows = await sql<{ id: string }>(
    `SELECT target_id AS id FROM audit_events
     WHERE tenant_id = '${ctx.tenantId}' AND action = 'thing.made' AND position IS NOT NULL ORDER BY position`,
  );
  return rows.map(({ id }) => id);
};

it('passes over nothing that commits late, and keeps the places that were given', async () => {
  await record(demo, 'late', async () => {
    await record(demo, 'early');
    await seals.seal(demo.tenantId);
    expect(await order(demo)).toEqual(['early']);
  });
  await seals.seal(demo.tenantId);
  expect(await order(demo)).toEqual(['early', 'late']);
  expect(await check(await exported(demo))).toMatchObject({ ok: true, findings: [], trusted: true });
});

it('makes one chain, however many seal at once while others write', async () => {
  for (const round of [0, 1, 2, 3]) {
    const writing = Array.from({ length: 15 }, (_, n) => record(other, `t${round * 15 + n}`));
    await Promise.all([...writing, ...Array.from({ length: 6 }, () => seals.sweep())]);
    await Promise.all(Array.from({ length: 6 }, () => seals.sweep()));
  }
  const report = await check(await exported(other));
  expect(report).toMatchObject({ ok: true, findings: [] });
  expect(report.checkpoints).toBeGreaterThan(3);
  expect((await order(other)).toSorted()).toEqual(Array.from({ length: 60 }, (_, n) => `t${n}`).toSorted());
});

it('seals each event once: the role that seals may change no row again', async () => {
  const again = asAdmin(async (admin) => {
    await admin.query('SET ROLE orkestra_system');
    const { rowCount } = await admin.query(
      'UPDATE audit_events SET position = position + 1000 WHERE position IS NOT NULL',
    );
    return rowCount;
  }, parts.database.adminUrl);
  expect(await again).toBe(0);
  for (const text of [`UPDATE audit_events SET action = 'x'`, 'UPDATE audit_checkpoints SET key_id = key_id'])
    await expect(
      asAdmin(async (admin) => {
        await admin.query('SET ROLE orkestra_system');
        await admin.query(text);
      }, parts.database.adminUrl),
    ).rejects.toThrow('permission denied');
});

it('sees what the owner of the database has changed', async () => {
  const lines = await exported(demo);
  expect((await check(lines)).ok).toBe(true);
  const entry = JSON.parse(lines[1]!) as { entry: { id: string; action: string; position: number } };
  await sql(`UPDATE audit_events SET action = 'x.changed' WHERE id = '${entry.entry.id}'`);
  const report = await check(await exported(demo));
  expect(report.findings).toEqual([
    { line: 2, code: 'changed', message: expect.stringContaining('The entry 1 was changed') },
  ]);
  await sql(`UPDATE audit_events SET action = '${entry.entry.action}' WHERE id = '${entry.entry.id}'`);
  expect((await check(await exported(demo))).ok).toBe(true);
});

it('stays whole when details, an address and the name of an operator are erased', async () => {
  const operator = { ...actorFrom(demo), kind: 'operator', id: 'Robin Roe' } as const;
  await parts.services
    .get(TenantDatabase)
    .run(demo, (em) => parts.services.get(AuditLog).recordOf(em, operator, { action: 'op.did' }));
  const before = await exported(demo);
  expect(before.join()).toContain('203.0.113.9');
  expect(before.join()).toContain('Robin Roe');
  await sql(
    `UPDATE audit_events SET salt = NULL, details = '{}', remote_address = NULL,
       actor_id = CASE actor_kind WHEN 'operator' THEN 'erased' ELSE actor_id END
     WHERE tenant_id = '${demo.tenantId}' AND position < 1000`,
  );
  const lines = await exported(demo);
  // All but the last: the export before, from the same address.
  expect(lines.slice(0, -2).join()).not.toMatch(/203\.0\.113\.9|Robin Roe/);
  const report = await check(lines);
  expect(report).toMatchObject({ ok: true, findings: [] });
  expect(report.erased).toBeGreaterThan(2);
});

it('exports a period in whole checkpoints, of which what comes before is known', async () => {
  const since = new Date();
  await record(demo, 'in the period');
  const lines = await exported(demo, { since });
  const { from } = JSON.parse(lines[0]!) as { from: number };
  expect(from).toBeGreaterThan(1);
  expect(lines.filter((line) => line.includes('in the period'))).toHaveLength(1);
  expect(lines.some((line) => line.includes('"late"'))).toBe(false);
  expect(await check(lines)).toMatchObject({ ok: true, findings: [] });
  expect((await check([lines[0]!, ...lines.slice(2)])).findings).toMatchObject([
    { line: 2, code: 'missing' },
  ]);
  await expect(exported(demo, { until: new Date(0) })).rejects.toMatchObject({
    code: 'audit.nothing_sealed',
  });
});

it('writes down that it was exported, and by whom', async () => {
  await exported(other);
  const lines = await exported(other);
  expect(lines.filter((line) => line.includes('"audit.exported"'))).not.toEqual([]);
});

it('says how far it is sealed, to owners, admins and auditors', async () => {
  await seals.seal(demo.tenantId);
  await record(demo, 'waits');
  const auditor = testContext({ tenantId: demo.tenantId, principal: { role: 'auditor' } });
  const state = await seals.state(auditor);
  expect(state).toMatchObject({ signs: true, unsealed: 1, keyId: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(state.entries).toBeGreaterThan(0);
  const operator = testContext({ tenantId: demo.tenantId, principal: { role: 'operator' }, scopes: [] });
  await expect(seals.state(operator)).rejects.toMatchObject({ kind: 'forbidden' });
});

describe('with keys', () => {
  const DATABASES = { DATABASE_URL: 'postgres://a/b', SYSTEM_DATABASE_URL: 'postgres://a/b' };
  const newKey = () =>
    generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');

  it('goes on with another key, and the old one is still read', async () => {
    const { services } = parts;
    const { DATABASE_URL: app, SYSTEM_DATABASE_URL: system } = services.get(Config);
    const settings = { NODE_ENV: 'test', DATABASE_URL: app, SYSTEM_DATABASE_URL: system };
    const config = loadConfig({ ...settings, EVIDENCE_KEY: newKey() });
    const clock = services.get(Clock);
    const young = new EvidenceKeys(config, services.get(SystemDatabase), clock);
    await record(demo, 'after the change of keys');
    await new AuditSeals(services.get(SystemDatabase), services.get(TenantDatabase), young, clock).seal(
      demo.tenantId,
    );
    const report = await check(await exported(demo));
    expect(report).toMatchObject({ ok: true, findings: [] });
    expect(report.keyIds).toEqual([services.get(EvidenceKeys).currentId, young.currentId]);
  });

  it('seals nothing in production without one, and says so', async () => {
    const bare = await startServices([TenancyModule], { NODE_ENV: 'production' });
    try {
      expect(bare.services.get(AuditSeals).signs).toBe(false);
      expect(await bare.services.get(AuditSeals).sweep()).toBe(false);
      await expect(bare.services.get(EvidenceKeys).sign('a/b', Buffer.from('x'))).rejects.toMatchObject({
        code: 'evidence.no_key',
      });
    } finally {
      await bare.close();
    }
  });

  it.each(['c2hvcnQ=', Buffer.alloc(48).toString('base64')])('takes no %s for a key', (EVIDENCE_KEY) => {
    expect(() => loadConfig({ ...DATABASES, EVIDENCE_KEY })).toThrow('EVIDENCE_KEY: an Ed25519 key');
  });
});
