import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { freePorts, removePostgresData, type RunningPostgres, startPostgres } from '../../apps/local/src';
import {
  asAdmin,
  complete,
  createTask,
  ended,
  listTasks,
  readTask,
  signalsIn,
  startSystem,
  startWorkflow,
  taskOf,
  type TestDatabase,
  type TestSystem,
} from '../harness';
import { contentsOf } from '../harness/database/database-contents';
import { guard } from '../harness/run/test-run';
import { postgresTools } from '../harness/servers/postgres-tools';
import { BackupRole } from './backup-role';
import { changed, GUIDE, RESTORED } from './guide';

const orkestra = resolve(__dirname, '../../libs/cli/bin/orkestra.js');
const PASSWORDS = { owner: 'owner of B', app: 'app of B', system: 'system of B', backup: 'backup of B' };

let role: BackupRole;
let folder: string;
let other: RunningPostgres;
let system: TestSystem;

beforeAll(async () => {
  role = await BackupRole.reserve();
  folder = mkdtempSync(join(tmpdir(), 'orkestra-another-server-'));
  // Postgres runs as another user where the tests run as root.
  chmodSync(folder, 0o711);
  const [port] = (await freePorts(1)) as [number];
  const cluster = { home: folder, port, password: 'of B', logFile: join(folder, 'postgres.log') };
  other = await startPostgres({ ...cluster, settings: { fsync: 'off' } });
  guard(other.process);
  system = await startSystem();
}, 180_000);
afterAll(async () => {
  await system?.stop();
  await role?.drop();
  await other?.process.stop();
  removePostgresData(folder);
  rmSync(folder, { recursive: true, force: true });
});

const as = (role: keyof typeof PASSWORDS, database = RESTORED) =>
  changed(other.adminUrl, { role: `orkestra_${role}`, password: PASSWORDS[role], database });

async function shell(script: string, env: NodeJS.ProcessEnv): Promise<string> {
  const whole = { PATH: `${await postgresTools()}:${process.env['PATH']}`, ...env };
  const args = ['-euo', 'pipefail', '-c', script];
  return (await promisify(execFile)('bash', args, { cwd: folder, env: whole })).stdout;
}

async function backUp(database: TestDatabase): Promise<string> {
  const password = `of ${database.adminUrl}`;
  const backup = changed(database.adminUrl, { role: 'orkestra_backup', password });
  await shell(GUIDE.makeRole, { ADMIN_DATABASE_URL: database.adminUrl, BACKUP_PASSWORD: password });
  await shell(GUIDE.write, { BACKUP_DATABASE_URL: backup });
  return backup;
}

async function restore(original: string): Promise<string> {
  const env = {
    ...{ ADMIN_DATABASE_URL: other.adminUrl, BACKUP_DATABASE_URL: original },
    ...{ RESTORED_DATABASE_URL: as('owner'), RESTORED_BACKUP_URL: as('backup') },
    ...Object.fromEntries(
      Object.entries(PASSWORDS).map(([role, word]) => [`${role.toUpperCase()}_PASSWORD`, word]),
    ),
  };
  for (const command of [GUIDE.makeRolesElsewhere, GUIDE.restore]) await shell(command, env);
  return shell(GUIDE.compare, env);
}

test('a backup is restored on another server, and what waited there goes on', async () => {
  const before = await system.person('sam@demo.test');
  const workflowId = await startWorkflow(system.agent('demo'), 'one-task', { title: 'Waits over the move' });
  const { id } = await taskOf(before, workflowId);
  const theirs = await createTask(system.agent('other'), { title: "Another workspace's" });
  for (const app of ['gateway', 'worker'] as const) await system.kill(app, 'SIGTERM');

  const original = await backUp(system.database);
  expect(await restore(original)).toBe('');
  const copy = changed(other.adminUrl, { database: RESTORED });
  expect(await contentsOf(copy)).toEqual(await contentsOf(system.database.adminUrl));

  const moved = await moveTo(copy);
  const sam = await moved.person('sam@demo.test');
  expect(await listTasks(sam, {})).toMatchObject([{ id, title: 'Waits over the move', status: 'READY' }]);
  await expect(readTask(sam, theirs)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await complete(sam, id as string, { answer: 'from the other server' }, { claim: true });
  expect(await ended(sam, workflowId)).toMatchObject({
    ...{ status: 'COMPLETED', error: null, result: { answer: 'from the other server' } },
  });
  expect(await signalsIn(moved.temporal, moved.tenantId('demo'), workflowId)).toBe(1);
}, 300_000);

test('its roles may do there what they may, and no more', async () => {
  const roles = `SELECT rolname AS name, rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication AS mighty,
      rolbypassrls AS past, (SELECT count(*)::int FROM pg_auth_members WHERE member = pg_roles.oid) AS memberships
    FROM pg_roles WHERE rolname LIKE 'orkestra%' ORDER BY 1`;
  const plain = { mighty: false, past: false, memberships: 0 };
  expect((await asAdmin((admin) => admin.query<object>(roles), other.adminUrl)).rows).toEqual([
    { name: 'orkestra_app', ...plain },
    { name: 'orkestra_backup', ...plain, past: true },
    { name: 'orkestra_owner', ...plain },
    { name: 'orkestra_system', ...plain },
  ]);
  for (const [role, visible] of [
    ['app', 0],
    ['owner', 0],
    ['backup', 2],
  ] as const)
    expect({ role, visible: await countAs(as(role), 'tasks') }).toEqual({ role, visible });
  for (const role of ['app', 'system', 'backup'] as const) {
    const make = asAdmin((client) => client.query('CREATE TABLE x ()'), as(role));
    await expect(make).rejects.toThrow(/permission denied|read-only/);
  }
  await asAdmin((admin) => admin.query("CREATE ROLE stranger LOGIN PASSWORD 'x'"), other.adminUrl);
  const stranger = changed(other.adminUrl, { role: 'stranger', password: 'x', database: RESTORED });
  await expect(countAs(stranger, 'tasks')).rejects.toThrow('permission denied for database');

  const { stdout } = await promisify(execFile)(process.execPath, [orkestra, 'db', 'status'], {
    cwd: folder,
    env: {
      ...{ PATH: process.env['PATH'], MIGRATION_DATABASE_URL: as('owner') },
      ...{ DATABASE_URL: as('app'), SYSTEM_DATABASE_URL: as('system') },
    },
  });
  expect(stdout).toMatch(/The tables are up to date, the roles right\.\n$/);
});

/** Gives up the first database for good, and starts the servers on the copy, with the Temporal that there was. */
async function moveTo(adminUrl: string): Promise<TestSystem> {
  const { seeded } = system;
  const { namespace } = system.namespace;
  await system.stop();
  const database: TestDatabase = {
    ...{ adminUrl, databaseUrl: as('app'), systemDatabaseUrl: as('system') },
    migrationDatabaseUrl: as('owner'),
    // It goes with its server.
    drop: () => Promise.resolve(),
  };
  const openDatabase = () => Promise.resolve({ database, seeded });
  system = await startSystem({ earlier: { openDatabase, namespace } });
  return system;
}

async function countAs(url: string, table: string): Promise<number> {
  const sql = `SELECT count(*)::int AS n FROM ${table}`;
  return asAdmin(async (client) => (await client.query<{ n: number }>(sql)).rows[0]?.n ?? -1, url);
}
