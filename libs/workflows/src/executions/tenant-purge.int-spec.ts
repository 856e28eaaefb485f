import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { inflateRawSync } from 'node:zlib';
import { SystemDatabase } from '@orkestra/core';
import { AttachmentsService, TasksService } from '@orkestra/tasks';
import {
  type AuditActor,
  actorFrom,
  AuditSeals,
  type TenantContext,
  TenantExport,
  TenantLifeCycle,
  TenantPurge,
} from '@orkestra/tenancy';
import type { TestingModule } from '@nestjs/testing';
import { asAdmin, eventually } from '../../../../test/harness';
import { TestDomain } from '../../../../test/harness/domain';
import { WorkflowsService } from '..';

let domain: TestDomain;
let app: TestingModule;
let ada: TenantContext;
let olga: TenantContext;
let operator: AuditActor;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orkestra-files-'));
  domain = await TestDomain.start(undefined, { ATTACHMENTS_DIR: folder });
  app = await domain.gateway();
  await domain.worker();
  ada = await domain.person(app, 'demo', 'ada@demo.test');
  olga = await domain.person(app, 'other', 'olga@other.test');
  operator = { tenantId: ada.tenantId, kind: 'operator', id: 'root', channel: 'cli' };
  for (const ctx of [ada, olga]) await fill(ctx);
}, 120_000);
afterAll(async () => {
  await domain?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A running workflow with an open task, one that has ended, and a task with a file. */
async function fill(ctx: TenantContext): Promise<void> {
  const workflows = app.get(WorkflowsService);
  await workflows.start(ctx, { type: 'one-task', input: { title: 'Waits' }, key: 'waits' });
  const { id } = await workflows.start(ctx, { type: 'echo', input: 1, key: 'ended' });
  await workflows.awaitClosed(ctx, id, { timeoutMs: 30_000 });
  const task = await app.get(TasksService).create(ctx, { title: `Of ${ctx.tenantId}` }, {});
  await app.get(AttachmentsService).add(ctx, task.id, {
    name: 'note.txt',
    declaredType: 'text/plain',
    content: Readable.from([Buffer.from('a secret note')]),
  });
  await eventually(async () => (await app.get(TasksService).list(ctx, {}, {})).items.length === 2);
}

async function rowsOf(tenantId: string): Promise<Record<string, number>> {
  return asAdmin(async (admin) => {
    const tables = await admin.query<{ name: string }>('SELECT t::text AS name FROM tables_of_tenants() t');
    const counts: Record<string, number> = {};
    for (const { name } of tables.rows) {
      const sql = `SELECT count(*)::int AS count FROM ${name} WHERE tenant_id = $1`;
      const { rows } = await admin.query<{ count: number }>(sql, [tenantId]);
      if ((rows[0]?.count ?? 0) > 0) counts[name] = rows[0]?.count ?? 0;
    }
    return counts;
  }, domain.database.adminUrl);
}

async function executionsOf(tenantId: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { workflowId } of domain.namespace.client.workflow.list({
    query: `OrkestraTenant = "${tenantId}"`,
  }))
    ids.push(workflowId);
  return ids.sort();
}

async function exported(ctx: TenantContext): Promise<Map<string, string>> {
  const out = new PassThrough();
  const [zip] = await Promise.all([
    new Response(Readable.toWeb(out) as ReadableStream).arrayBuffer(),
    app.get(TenantExport).stream(actorFrom(ctx), out),
  ]);
  return unzip(Buffer.from(zip));
}

/** By the directory at the end, as any program reads a zip. */
function unzip(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  const files = new Map<string, string>();
  for (let at = zip.readUInt32LE(end + 16), left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(begin, begin + size);
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString();
    files.set(name, (method === 0 ? data : inflateRawSync(data)).toString());
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

it('exports everything of one tenant, and no secret', async () => {
  const files = await exported(ada);
  const lines = (table: string) =>
    (files.get(`tables/${table}.jsonl`) ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as object);
  expect(lines('tasks')).toHaveLength(2);
  expect(lines('users')).toHaveLength(4);
  expect(lines('tenants')).toEqual([expect.objectContaining({ slug: 'demo' })]);
  expect(lines('task_events').length).toBeGreaterThanOrEqual(2);
  expect([...files].filter(([name]) => name.startsWith('files/'))).toEqual([
    [expect.stringMatching(/\/note\.txt$/), 'a secret note'],
  ]);
  const manifest = JSON.parse(files.get('manifest.json') ?? '{}') as {
    rows: Record<string, number>;
    files: number;
  };
  expect(manifest).toMatchObject({ tenantId: ada.tenantId, files: 1, rows: { tasks: 2, users: 4 } });
  const everything = [...files.values()].join('\n');
  expect(everything).not.toContain(olga.tenantId);
  expect(everything).not.toMatch(/argon2|key_hash|token_hash|cursor_secret|password_hash/);
  const inDatabase = await rowsOf(ada.tenantId);
  // What nobody but the role that signs in may read stays where it is.
  const { sessions: _, stray_files: __, task_events_rest: events, ...readable } = inDatabase;
  for (const [table, count] of Object.entries(readable)) {
    // What seals the audit log goes on meanwhile.
    if (!['audit_events', 'audit_checkpoints'].includes(table))
      expect([table, manifest.rows[table]]).toEqual([table, count]);
  }
  expect(manifest.rows['task_events']).toBe(events);
});

it('exports more rows than are read at once, each once', async () => {
  await asAdmin(
    (admin) =>
      admin.query(
        `INSERT INTO user_skills (tenant_id, user_id, skill) SELECT $1, $2, 'skill ' || n FROM generate_series(1, 457) n`,
        [ada.tenantId, ada.principal.id],
      ),
    domain.database.adminUrl,
  );
  const skills = ((await exported(ada)).get('tables/user_skills.jsonl') ?? '').trim().split('\n');
  expect(skills).toHaveLength((await rowsOf(ada.tenantId))['user_skills'] ?? 0);
  expect(new Set(skills).size).toBe(skills.length);
});

it('ends an export whose reader has gone, and can begin anew', async () => {
  const out = new PassThrough();
  const ended = app.get(TenantExport).stream(actorFrom(ada), out);
  await expect(app.get(TenantExport).stream(actorFrom(ada), new PassThrough())).rejects.toMatchObject({
    code: 'tenant.export_running',
  });
  out.destroy();
  await expect(ended).rejects.toThrow();
  expect((await exported(ada)).has('manifest.json')).toBe(true);
});

it('lets no task of a suspended tenant expire, nor on the day after', async () => {
  const [task] = (await app.get(TasksService).list(ada, {}, {})).items;
  const id = task?.id ?? '';
  const lifeCycle = app.get(TenantLifeCycle);
  await lifeCycle.suspend(operator, 'unpaid');
  const due = `UPDATE tasks SET expires_at = now() - interval '1 minute' WHERE id = '${id}'`;
  await asAdmin((admin) => admin.query(due), domain.database.adminUrl);
  const { TaskSweepService } = await import('@orkestra/tasks');
  const sweep = app.get(TaskSweepService);
  expect(await sweep.expire()).toBe(0);
  await lifeCycle.resume(operator);
  expect(await sweep.expire()).toBe(0);
  await app
    .get(SystemDatabase)
    .query(`UPDATE tenants SET resumed_at = now() - interval '25 hours' WHERE id = $1`, [ada.tenantId]);
  expect(await sweep.expire()).toBe(1);
});

it('leaves nothing of a deleted tenant but its receipt, and all of the other', async () => {
  // What has been done so far is sealed now, not by the sweep of a worker meanwhile.
  await app.get(AuditSeals).seal(olga.tenantId);
  const before = await rowsOf(olga.tenantId);
  const rows = await rowsOf(ada.tenantId);
  expect(rows).toMatchObject({ tasks: 2, workflow_executions: 2, task_attachments: 1, sessions: 1 });
  expect(await executionsOf(ada.tenantId)).toHaveLength(2);
  expect(readdirSync(join(folder, ada.tenantId))).toHaveLength(1);

  await app.get(TenantLifeCycle).scheduleDeletion(operator, () => undefined, 0);
  await eventually(
    async () => {
      await app.get(TenantPurge).sweep();
      const receipts = await app.get(SystemDatabase).query('SELECT FROM tenant_receipts');
      return receipts.length > 0;
    },
    { timeoutMs: 60_000 },
  );

  expect(await rowsOf(ada.tenantId)).toEqual({});
  expect(await executionsOf(ada.tenantId)).toEqual([]);
  expect(readdirSync(join(folder, ada.tenantId))).toEqual([]);
  expect(await rowsOf(olga.tenantId)).toEqual(before);
  expect(await executionsOf(olga.tenantId)).toHaveLength(2);
  expect(readdirSync(join(folder, olga.tenantId))).toHaveLength(1);

  const [found] = await app
    .get(SystemDatabase)
    .query<{ receipt: { rows: object; removed: object } }>(
      'SELECT receipt FROM tenant_receipts WHERE deleted_tenant = $1',
      [ada.tenantId],
    );
  expect(found?.receipt.rows).toMatchObject({ tasks: 2, workflow_executions: 2, users: 4 });
  expect(found?.receipt.removed).toEqual({ files: 1, 'workflow executions': 2 });
});

it('reaches every table that has rows of tenants', async () => {
  const without = await asAdmin(
    (admin) =>
      admin.query(`SELECT t::text FROM tables_of_tenants() t
        WHERE NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t AND p.polname LIKE '%\\_purge')`),
    domain.database.adminUrl,
  );
  expect(without.rows).toEqual([]);
});
