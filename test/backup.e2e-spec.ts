import { Test } from '@nestjs/testing';
import { CoreModule, loadConfig } from '@orkestra/core';
import { TasksModule, TasksService } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { asAdmin } from './harness';
import { CATALOGUE } from './harness/database/structure.queries';
import { Office } from './harness/office';
import { postgresTools } from './harness/servers/postgres-tools';

const page = readFileSync(join(__dirname, '../docs/guides/backups.md'), 'utf8');
const commands = [...page.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => block ?? '');
const RESTORED = 'orkestra_restored';

let office: Office;
let folder: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  office = await Office.open();
  folder = mkdtempSync(join(tmpdir(), 'orkestra-backup-'));
  env = {
    PATH: `${await postgresTools()}:${process.env['PATH']}`,
    ADMIN_DATABASE_URL: office.database.adminUrl,
    BACKUP_PASSWORD: 'only for this test',
    BACKUP_DATABASE_URL: as('orkestra_backup', 'only for this test'),
    RESTORED_DATABASE_URL: restored(office.database.migrationDatabaseUrl),
  };
});
afterAll(async () => {
  await asAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${RESTORED} WITH (FORCE)`));
  await office?.close();
  rmSync(folder, { recursive: true, force: true });
});

function as(role: string, password: string): string {
  const url = new URL(office.database.adminUrl);
  [url.username, url.password] = [role, encodeURIComponent(password)];
  return url.href;
}

function restored(given: string): string {
  const url = new URL(given);
  url.pathname = `/${RESTORED}`;
  return url.href;
}

const shell = (script: string, more: NodeJS.ProcessEnv = {}) =>
  promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, env: { ...env, ...more } });

async function contents(url: string): Promise<unknown> {
  return asAdmin(async (admin) => {
    const { rows } = await admin.query<{ name: string; kind: string }>(
      `SELECT relname AS name, relkind AS kind FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S') ORDER BY 1`,
    );
    const held: Record<string, unknown> = {};
    for (const { name, kind } of rows) {
      const all = `SELECT count(*)::int AS n, md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS sum FROM ${name} t`;
      const sql = kind === 'S' ? `SELECT last_value, is_called FROM ${name}` : all;
      held[name] = (await admin.query<object>(sql)).rows[0];
    }
    return { held, catalogue: (await admin.query<{ what: string }>(CATALOGUE)).rows.map(({ what }) => what) };
  }, url);
}

test('a backup by the commands of the guide is restored by them, row by row and right by right, and works', async () => {
  const done = await office.task({ title: 'Decided before the backup', context: { order: 'A-4711' } });
  const answer = { taskId: done.id, data: { answer: 'x' }, claim: true };
  await office.tasks.complete(office.people.sam, answer);
  const open = await office.task({ title: 'Open at the backup' });
  const theirs = await office.tasks.create(office.olga, { title: "Another tenant's" });
  expect(commands).toHaveLength(4);
  for (const command of commands) expect((await shell(command)).stdout).not.toMatch(/^[<>]/m);

  const copy = restored(office.database.adminUrl);
  expect(await contents(copy)).toEqual(await contents(office.database.adminUrl));

  const config = loadConfig({
    LOG_LEVEL: 'error',
    DATABASE_URL: restored(office.database.databaseUrl),
    SYSTEM_DATABASE_URL: restored(office.database.systemDatabaseUrl),
  });
  const imports = [CoreModule.forRoot({ app: 'test', config }), TenancyModule, TasksModule];
  const services = await Test.createTestingModule({ imports }).compile();
  const tasks = services.get(TasksService);
  const titles = async (list: ReturnType<typeof tasks.list>) => (await list).items.map(({ title }) => title);
  const closed = { status: ['COMPLETED' as const], text: '4711' };
  expect(await titles(tasks.list(office.people.ada, closed, {}))).toEqual([done.title]);
  expect(await titles(tasks.list(office.people.ada, {}, {}))).toEqual([open.title]);
  expect(await titles(tasks.list(office.olga, {}, {}))).toEqual([theirs.title]);
  const decided = await tasks.complete(office.people.sam, { ...answer, taskId: open.id });
  expect(decided.status).toBe('COMPLETED');
  await services.close();
});

test.each(['app', 'system', 'owner'])('no backup comes of the role %s, and it says so', async (role) => {
  const dump = shell('pg_dump --format=custom --file=other.dump "$URL"', {
    URL: as(`orkestra_${role}`, 'test'),
  });
  await expect(dump).rejects.toThrow(/permission denied|row-level security/);
});

test('whoever has the role for backups changes nothing', async () => {
  const url = env['BACKUP_DATABASE_URL'] ?? '';
  const change = (sql: string) => asAdmin((client) => client.query(sql), url);
  await expect(change('DELETE FROM tasks')).rejects.toThrow('read-only');
  const harder = (sql: string) =>
    asAdmin(async (client) => {
      await client.query('SET default_transaction_read_only = off');
      await client.query(sql);
    }, url);
  await expect(harder('DELETE FROM tasks')).rejects.toThrow('permission denied');
  await expect(harder('CREATE TABLE x ()')).rejects.toThrow('permission denied');
});
