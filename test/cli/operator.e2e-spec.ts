import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseUrls, provisionDatabase } from '../../apps/local/src';
import { asAdmin, type Json } from '../harness';
import { Installed } from '../harness/installed';
import { testRun } from '../harness/run/test-run';
import { Program } from '../mcp/program';
import { DRIVER } from './operator-driver';

const database = `test_operator_${randomBytes(4).toString('hex')}`;
const passwords = { owner: 'test', app: 'test', system: 'test' };

let installed: Installed;
let urls: DatabaseUrls;
let env: Record<string, string>;

beforeAll(async () => {
  const empty = { adminUrl: testRun.postgresAdminUrl, database, passwords };
  [installed, urls] = await Promise.all([Installed.package('cli'), provisionDatabase(empty)]);
  env = {
    PATH: process.env.PATH ?? '',
    HOME: homedir(),
    MIGRATION_DATABASE_URL: urls.migrationDatabaseUrl,
    DATABASE_URL: urls.databaseUrl,
    SYSTEM_DATABASE_URL: urls.systemDatabaseUrl,
    PUBLIC_URL: 'https://desk.example.com',
    ORKESTRA_OPERATOR: 'ada@db-1',
  };
  const bundle = join(installed.packageFolder, 'dist/operator.js');
  driver = new Program({ args: ['-e', DRIVER, bundle], env, cwd: installed.folder });
}, 300_000);
afterAll(async () => {
  await driver?.endOfInput();
  installed?.remove();
  await asAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));
});

interface Ended {
  code: unknown;
  out: string;
  err: string;
}

let driver: Program;
let calls = 0;

async function orkestra(command: string, more: Record<string, string> = {}): Promise<Ended> {
  const id = (calls += 1);
  driver.write({ id, args: command.split(' '), env: { ...env, ...more } });
  const { code, out, err } = await driver.answer(id);
  return { code, out, err };
}

/** As an operator calls it. */
async function called(command: string): Promise<Ended> {
  const args = ['orkestra', ...command.split(' ')];
  const program = new Program({ command: 'npx', args, env, cwd: installed.folder });
  const code = await program.endOfInput();
  return { code, out: program.stdout, err: program.stderr };
}

async function json(command: string): Promise<Json> {
  const { code, out, err } = await orkestra(`${command} --json`);
  expect({ command, code, err }).toEqual({ command, code: 0, err: '' });
  return JSON.parse(out) as Json;
}

async function refused(command: string, code: number, why: string, more: Record<string, string> = {}) {
  const ended = await orkestra(`${command} --json`, more);
  expect(ended).toMatchObject({ code, out: '' });
  expect(JSON.parse(ended.err)).toEqual({ error: { code: why, message: expect.any(String) } });
  return ended.err;
}

const sql = <Row extends object>(text: string) => {
  const url = new URL(testRun.postgresAdminUrl);
  url.pathname = `/${database}`;
  return asAdmin(async (admin) => (await admin.query<Row>(text)).rows, url.href);
};

test('db status says what is missing, db migrate brings it, and two at once do not get in each other’s way', async () => {
  const before = await orkestra('db status --json');
  expect(before.code).toBe(1);
  const { ok, migrations } = JSON.parse(before.out) as Json;
  expect(ok).toBe(false);
  expect(migrations.pending.length).toBeGreaterThan(20);
  const both = await Promise.all([json('db migrate'), json('db migrate')]);
  expect(both.map(({ ran }) => (ran as string[]).length).sort((a, b) => a - b)).toEqual([
    0,
    migrations.pending.length,
  ]);
  expect(await json('db status')).toMatchObject({ ok: true, problems: [], migrations: { pending: [] } });
});

test('db status finds roles and URLs that are wrong, and db migrate takes no superuser', async () => {
  const swapped = { SYSTEM_DATABASE_URL: urls.databaseUrl };
  const wrong = await orkestra('db status', swapped);
  expect(wrong.code).toBe(1);
  expect(wrong.out).toContain('SYSTEM_DATABASE_URL connects as orkestra_app, not as orkestra_system');
  const superuser = { MIGRATION_DATABASE_URL: testRun.postgresAdminUrl };
  await refused('db migrate', 4, 'database.too_privileged', superuser);
  await refused('tenant list', 1, 'failed', { DATABASE_URL: urls.migrationDatabaseUrl });
  await sql(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`);
  const newer = await orkestra('db status');
  expect(newer).toMatchObject({ code: 1, out: expect.stringContaining('FromTheFuture') });
  await sql(`DELETE FROM migrations WHERE timestamp = 9999999999999`);
});

test('a workspace is made by the roles of the servers alone, shown and listed', async () => {
  const { tenant } = await json('tenant create acme --name Acme');
  expect(tenant).toMatchObject({ slug: 'acme', name: 'Acme', status: 'active' });
  await json('tenant create zeta --name Zeta');
  expect((await json('tenant list --limit 1')).tenants).toEqual([tenant]);
  expect(await json('tenant list --limit 1 --after acme')).toMatchObject({
    tenants: [{ slug: 'zeta' }],
    next: null,
  });
  expect(await json('tenant show acme')).toMatchObject({ tenant: { ...tenant, people: 0, keys: 0 } });
  expect((await orkestra('tenant list')).out).toMatch(/^SLUG +NAME +STATUS +ID\nacme +Acme +active/);
  await refused('tenant create acme --name Again', 4, 'tenant.exists');
  await refused('tenant create Acme! --name Again', 2, 'tenant.invalid');
  await refused('tenant show nobody', 3, 'tenant.unknown');
});

test('a workspace gets limits of its own, and goes back to those of all', async () => {
  const limitsOf = async () =>
    (await sql<{ limits: object }>(`SELECT limits FROM tenants WHERE slug = 'acme'`))[0]?.limits;
  await json('tenant limits acme --people 25 --requests 600');
  expect(await limitsOf()).toEqual({ people: 25, requestsPerMinute: 600 });
  await json('tenant limits acme --people default');
  expect(await limitsOf()).toEqual({ requestsPerMinute: 600 });
  await json('tenant limits acme --requests default');
  await refused('tenant limits acme', 2, 'usage');
  await refused('tenant limits acme --people many', 2, 'usage');
  await refused('tenant limits nobody --people 5', 3, 'tenant.unknown');
});

test('the first admin gets a link that is shown once, or lies in a file of its owner alone', async () => {
  const { url, invited } = await json('tenant invite-admin acme --email Ann@acme.test');
  expect(url).toMatch(/^https:\/\/desk\.example\.com\/link#token=[\w-]{40,}$/);
  expect(invited).toMatchObject({ email: 'ann@acme.test', role: 'owner', known: false });
  const file = join(installed.folder, 'link');
  const kept = await json(`tenant invite-admin acme --email ann@acme.test --out ${file}`);
  expect(JSON.stringify(kept)).not.toContain('token');
  expect(readFileSync(file, 'utf8')).toMatch(/^https:\/\/desk\.example\.com\/link#token=\S+\n$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await refused(`tenant invite-admin acme --email ann@acme.test --out ${file}`, 2, 'file');
  await refused('tenant invite-admin acme --email nobody', 2, 'invitation.invalid');
  await refused('tenant invite-admin acme --email a@acme.test --role viewer', 2, 'usage');
  await refused('tenant invite-admin acme --email a@acme.test --expires-in 99d', 2, 'usage');
});

test('keys are made, listed without anything secret, and revoked only when that is confirmed', async () => {
  const create = 'keys create --tenant acme --principal support-bot --scope tasks:read,tasks:write';
  const { secret, key } = await json(`${create} --expires-in 90d`);
  expect(secret).toMatch(new RegExp(`^\\S*${key.prefix}`));
  const listed = await orkestra('keys list --tenant acme --json');
  expect(listed.out).toContain(key.prefix);
  expect(listed.out).not.toContain(secret);
  expect((await json('keys list --tenant zeta')).keys).toEqual([]);
  await refused(`keys revoke ${key.id} --tenant acme`, 4, 'not_confirmed');
  await refused(`keys revoke ${key.id} --tenant zeta --yes`, 3, 'api_key.not_found');
  const unrevoked = await sql<{ revoked_at: Date | null }>('SELECT revoked_at FROM api_keys');
  expect(unrevoked).toEqual([{ revoked_at: null }]);
  await json(`keys revoke ${key.id} --tenant acme --yes`);
  expect((await json('keys list --tenant acme')).keys[0].revokedAt).not.toBeNull();
  const limited = 'keys create --tenant acme --principal crm --scope tasks:read --name Sync';
  expect((await json(`${limited} --network 10.0.0.0/8,192.0.2.7 --rate 600`)).key).toMatchObject({
    name: 'Sync',
    allowedNetworks: ['10.0.0.0/8', '192.0.2.7'],
    requestsPerMinute: 600,
  });
  await refused(`${limited} --network anywhere`, 2, 'api_key.invalid_request');
  await refused(`${limited} --rate lots`, 2, 'usage');
  await refused(`${limited} --on-behalf-of nobody@acme.test`, 2, 'directory.unknown_user');
  await refused('keys create --tenant acme --principal x --scope everything', 2, 'api_key.invalid_request');
  await refused('keys create --tenant acme --principal x', 2, 'api_key.invalid_request');
});

test('a key is exchanged for another with the same rights, and works on for the overlap', async () => {
  const old = await json('keys create --tenant acme --principal crm --scope tasks:read --expires-in 90d');
  await refused(`keys rotate ${old.key.id} --tenant zeta`, 3, 'api_key.not_found');
  await refused(`keys rotate ${old.key.id} --tenant acme --overlap 31d`, 2, 'usage');
  const { secret, key } = await json(`keys rotate ${old.key.id} --tenant acme --overlap 2h`);
  expect(secret).not.toBe(old.secret);
  expect(key).toMatchObject({ principal: { name: 'crm' }, scopes: ['tasks:read'] });
  const { keys } = await json('keys list --tenant acme');
  const { expiresAt } = (keys as Json[]).find(({ id }) => id === old.key.id) ?? {};
  const hours = (new Date(expiresAt as string).getTime() - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(1.9);
  expect(hours).toBeLessThanOrEqual(2);
});

test('dead deliveries are listed, shown and tried again', async () => {
  const [acme] = await sql<{ id: string }>(`SELECT id FROM tenants WHERE slug = 'acme'`);
  await sql(`INSERT INTO outbox (id, tenant_id, task_id, kind, workflow_id, correlation_id, status, attempts, last_error,
      created_at, available_at)
    SELECT gen_random_uuid(), '${acme?.id}', gen_random_uuid(), 'task.closed', 'w', 'c', 'dead', 20, 'no way', now(), now()
    FROM generate_series(1, 3)`);
  const { deadLetters, next } = await json('dead-letters list --limit 2');
  expect(deadLetters).toHaveLength(2);
  expect((await json(`dead-letters list --after ${next}`)).deadLetters).toHaveLength(1);
  expect((await json('dead-letters list --tenant zeta')).deadLetters).toEqual([]);
  const { id } = deadLetters[0];
  expect(await json(`dead-letters show ${id}`)).toMatchObject({ deadLetter: { id, lastError: 'no way' } });
  expect(await json(`dead-letters replay ${id}`)).toEqual({ replayed: 1 });
  await refused(`dead-letters show ${id}`, 3, 'dead_letter.not_found');
  await refused(`dead-letters replay ${id}`, 3, 'dead_letter.not_found');
  await refused('dead-letters replay --all', 4, 'not_confirmed');
  await refused('dead-letters replay', 2, 'usage');
  expect(await json('dead-letters replay --all --yes')).toEqual({ replayed: 2 });
  expect(await sql(`SELECT DISTINCT status FROM outbox`)).toEqual([{ status: 'pending' }]);
});

test('a workspace is suspended, resumed, exported, and deleted only when its name is typed twice', async () => {
  await refused('tenant suspend zeta --reason unpaid', 4, 'not_confirmed');
  await json('tenant suspend zeta --reason unpaid --yes');
  expect(await json('tenant show zeta')).toMatchObject({ tenant: { status: 'suspended' } });
  await refused('tenant suspend zeta --reason again --yes', 4, 'tenant.wrong_status');
  await json('tenant resume zeta');
  expect(await json('tenant verify-domain acme ACME.example')).toMatchObject({ domain: 'acme.example' });
  await refused('tenant verify-domain zeta acme.example', 4, 'sso.domain_taken');
  await refused('tenant verify-domain zeta nonsense', 2, 'sso.invalid_domain');
  const file = join(installed.folder, 'acme.zip');
  expect(await json(`tenant export acme --out ${file}`)).toMatchObject({ rows: { api_keys: 4 }, files: 0 });
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await refused(`tenant export acme --out ${file}`, 2, 'file');
  await refused('tenant delete zeta --yes', 4, 'not_confirmed');
  await refused('tenant delete zeta --yes --confirm acme', 4, 'not_confirmed');
  const { deleteAt } = await json('tenant delete zeta --yes --confirm zeta --in 3d');
  expect(new Date(deleteAt as string).getTime()).toBeGreaterThan(Date.now() + 2 * 86_400_000);
  await json('tenant keep zeta');
  expect(await json('tenant show zeta')).toMatchObject({ tenant: { status: 'active', deleteAt: null } });
});

test('a workspace gets a new key, and the earlier ones are wrapped with the present key of the installation', async () => {
  const rotate = (...keys: string[]) =>
    orkestra('tenant rotate-key zeta --json', { KEY_ENCRYPTION_KEY: keys.join(',') });
  const [old, present] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
  const first = await rotate(old);
  expect([first.code, first.err]).toEqual([0, '']);
  expect(JSON.parse(first.out)).toEqual({ tenant: 'zeta', version: 1, rewrapped: 0 });
  expect(JSON.parse((await rotate(present, old)).out)).toEqual({ tenant: 'zeta', version: 2, rewrapped: 1 });
  // The old key is no longer needed, and nobody else's opens anything.
  expect(JSON.parse((await rotate(present)).out)).toEqual({ tenant: 'zeta', version: 3, rewrapped: 0 });
  const other = { KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64') };
  await refused('tenant rotate-key zeta', 1, 'secrets.data_key_unreadable', other);
  const kept = await sql<{ version: number; key_id: string }>('SELECT version, key_id FROM data_keys');
  expect(new Set(kept.map(({ key_id }) => key_id)).size).toBe(1);
});

test('the audit log says who did all that', async () => {
  const rows = await sql<{ action: string; by: string }>(
    `SELECT DISTINCT action, actor_kind || ' ' || actor_id || ' ' || channel AS by FROM audit_events`,
  );
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'tenant.created',
      'tenant.suspended',
      'tenant.key_rotated',
      'person.admin_invited',
      'key.rotated',
      'dead_letters.replayed',
    ]),
  );
  expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(['operator ada@db-1 cli']));
});

test('no error tells a password or a URL, and none is taken as argument', async () => {
  const wrong = new URL(urls.databaseUrl);
  wrong.password = 'w0rd-of-mouth';
  const said = await refused('tenant list', 1, 'failed', { DATABASE_URL: wrong.href });
  expect(said).not.toContain('w0rd-of-mouth');
  const owner = await refused('db status', 1, 'failed', { MIGRATION_DATABASE_URL: wrong.href });
  expect(owner).not.toMatch(/w0rd-of-mouth|postgres:\/\//);
  await refused('tenant list', 2, 'usage', { SYSTEM_DATABASE_URL: '' });
  await refused('tenant list', 2, 'usage', { SYSTEM_DATABASE_URL: 'nonsense' });
  await refused('tenant list --database-url x', 2, 'usage');
});

test.each(['tenant', 'tenant dance', 'tenant create', 'keys list', 'db', 'dead-letters show'])(
  '%s ends with 2 and says how it is used',
  async (command) => {
    const { code, out, err } = await orkestra(command);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Everywhere: --json');
  },
);

test('npx orkestra runs them, and without them what connects agents', async () => {
  expect(await called('db status')).toMatchObject({ code: 0, err: '' });
  expect(await called('tenant show nobody')).toMatchObject({ code: 3, out: '' });
  writeFileSync(join(installed.packageFolder, 'dist/operator.js'), 'throw new Error("loaded")');
  expect(await called('mcp --print-config cursor')).toMatchObject({ code: 0, err: '' });
  expect((await called('db status')).err).toContain('loaded');
});
