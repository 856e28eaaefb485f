import { Test } from '@nestjs/testing';
import { CoreModule, loadConfig } from '@orkestra/core';
import { TasksModule, TasksService } from '@orkestra/tasks';
import { TenancyModule } from '@orkestra/tenancy';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { asAdmin } from '../harness';
import { contentsOf } from '../harness/database/database-contents';
import { Office } from '../harness/office';
import { postgresTools } from '../harness/servers/postgres-tools';
import { BackupRole } from './backup-role';
import { changed, GUIDE, RESTORED } from './guide';

let role: BackupRole;
let office: Office;
let folder: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  role = await BackupRole.reserve();
  office = await Office.open();
  folder = mkdtempSync(join(tmpdir(), 'orkestra-backup-'));
  env = {
    PATH: `${await postgresTools()}:${process.env['PATH']}`,
    ADMIN_DATABASE_URL: office.database.adminUrl,
    BACKUP_PASSWORD: 'only for this test',
    BACKUP_DATABASE_URL: as('orkestra_backup', 'only for this test'),
    RESTORED_DATABASE_URL: restored(office.database.migrationDatabaseUrl),
    RESTORED_BACKUP_URL: restored(as('orkestra_backup', 'only for this test')),
  };
}, 180_000);
afterAll(async () => {
  await asAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${RESTORED} WITH (FORCE)`));
  await office?.close();
  await role?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const as = (role: string, password: string) => changed(office.database.adminUrl, { role, password });
const restored = (url: string) => changed(url, { database: RESTORED });

const shell = (script: string, more: NodeJS.ProcessEnv = {}) =>
  promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, env: { ...env, ...more } });

test('a backup by the commands of the guide is restored by them, row by row and right by right, and works', async () => {
  const done = await office.task({ title: 'Decided before the backup', context: { order: 'A-4711' } });
  const answer = { taskId: done.id, data: { answer: 'x' }, claim: true };
  await office.tasks.complete(office.people.sam, answer);
  const open = await office.task({ title: 'Open at the backup' });
  const theirs = await office.tasks.create(office.olga, { title: "Another tenant's" });
  const { makeRole, write, restore, compare } = GUIDE;
  for (const command of [makeRole, write, restore]) await shell(command);
  expect((await shell(compare)).stdout).toBe('');

  const copy = restored(office.database.adminUrl);
  expect(await contentsOf(copy)).toEqual(await contentsOf(office.database.adminUrl));

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
