import type { Client, QueryResultRow } from 'pg';
import { asAdmin, createTestDatabase, type TestDatabase } from '../harness';
import { DEFINERS, GRANTS, POLICIES, ROLES, TABLES, UNIQUE_KEYS, VIEWS } from './catalogue.queries';

/** Tables without a tenant, and why nobody learns of a tenant from them. */
const WITHOUT_TENANT: Readonly<Record<string, string>> = {
  evidence_keys: 'public keys of the installation; for the role system alone',
  migrations: 'names of migrations; no role but the owner reads it',
  notification_channel_states: 'keys of the installation, sealed; for the role system alone',
  rate_limits: 'how often who has asked; for the role system alone',
  reconciler_state: 'how far Temporal was read; for the role system alone',
  sign_in_failures: 'hashes of accounts and addresses; for the role system alone',
  sign_in_steps: 'who begins with a passkey is not known yet; for the role system alone',
  tenant_receipts: 'what is left of tenants that are gone; for the role system alone',
  tenants: 'a row is the tenant itself, and its id what the policy compares',
  workflow_definitions: 'what every tenant may start has none; the rest has one',
  workflow_queues: 'names of the queues that no worker polls',
};
/** Tables whose rows are no tenant's: no policy could tell whose they are. */
const OPEN = ['migrations'];
/** Functions that see past the policies; each compares the tenant itself. */
const SEE_PAST = ['erase_expired', 'erase_person_rows', 'forget_tenant', 'purge_tenant_rows', 'search_tasks'];
/** Of these, what ends a tenant is not for `app`. */
const FOR_SYSTEM = ['erase_expired', 'erase_person_rows', 'forget_tenant', 'purge_tenant_rows'];
/** Policies that are wider than the tenant, and why that is as it should be. */
const WIDER: Readonly<Record<string, string>> = {
  task_search_owner: 'search_tasks reads as the owner, and compares the tenant itself',
  workflow_definitions_tenant: 'what every tenant may start has no tenant',
  workflow_queues_app: 'names of queues that no worker polls, for reading alone',
};
/** As whom the product runs. */
const EVERYDAY = ['orkestra_app', 'orkestra_system', 'public'];
/** What deletes a tenant runs as the owner, and sees the rows of that tenant alone. */
const ITS_PURGED =
  /^\((tenant_id|id) = \(NULLIF\(current_setting\('app\.purging'::text, true\), ''::text\)\)::uuid\)$/;
/** What erases runs as the owner as well, and sees and changes the rows of one tenant alone. */
const ITS_ERASED =
  /^\((tenant_id|id) = \(NULLIF\(current_setting\('app\.erasing'::text, true\), ''::text\)\)::uuid\)$/;
/** The only condition under which `app` sees or writes a row. */
const ITS_TENANT =
  /^\((tenant_id|id) = \(NULLIF\(current_setting\('app\.tenant'::text, true\), ''::text\)\)::uuid\)$/;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

const read = <Row extends QueryResultRow>(sql: string, inspect = (admin: Client) => admin.query<Row>(sql)) =>
  asAdmin(async (admin) => (await inspect(admin)).rows, database.adminUrl);

/** As the catalogue is; a table that is added on purpose shows that the test would see it. */
async function unprotected(prepare = ''): Promise<string[]> {
  const rows = await asAdmin(async (admin) => {
    await admin.query(`BEGIN; ${prepare}`);
    const found = await admin.query<{ name: string; enabled: boolean; forced: boolean; hasTenant: boolean }>(
      TABLES,
    );
    await admin.query('ROLLBACK');
    return found.rows;
  }, database.adminUrl);
  return rows
    .filter(({ name }) => !OPEN.includes(name))
    .filter(({ name, enabled, forced, hasTenant }) => {
      const belongs = hasTenant || name in WITHOUT_TENANT;
      return !enabled || !forced || !belongs;
    })
    .map(({ name }) => name);
}

test('every table has forced row-level security and belongs to a tenant', async () => {
  expect(await unprotected()).toEqual([]);
});

test.each([
  ['CREATE TABLE forgotten (tenant_id uuid NOT NULL)', ['forgotten']],
  [
    'CREATE TABLE unforced (tenant_id uuid NOT NULL); ALTER TABLE unforced ENABLE ROW LEVEL SECURITY',
    ['unforced'],
  ],
  [
    `CREATE TABLE ownerless (id uuid); ALTER TABLE ownerless ENABLE ROW LEVEL SECURITY;
     ALTER TABLE ownerless FORCE ROW LEVEL SECURITY`,
    ['ownerless'],
  ],
  [
    `CREATE TABLE task_events_more PARTITION OF task_events FOR VALUES FROM ('2001-01-01') TO ('2001-02-01')`,
    ['task_events_more'],
  ],
])('a table that lacks it is seen: %s', async (sql, names) => {
  expect(await unprotected(sql)).toEqual(names);
});

test('the policies let the role app see and write rows of its tenant alone, and nobody else but system anything', async () => {
  const policies = await read<{
    table: string;
    name: string;
    roles: string[];
    qual: string;
    check: string;
    permissive: string;
  }>(POLICIES);
  expect(policies.length).toBeGreaterThan(20);
  // Restrictive ones only narrow what others allow.
  const widening = policies.filter(({ permissive }) => permissive === 'PERMISSIVE');
  const wide = widening.filter(({ table, name, roles, qual, check }) => {
    if (roles.every((role) => role === 'orkestra_system')) return false;
    if (name === `${table}_purge`) {
      const changes = check !== 'false' && table !== 'tenants';
      return changes || !ITS_PURGED.test(qual) || roles.some((role) => EVERYDAY.includes(role));
    }
    if (name === `${table}_erasure`)
      return ![qual, check].every((one) => ITS_ERASED.test(one)) || roles.some((r) => EVERYDAY.includes(r));
    const narrow = [qual, check].every((condition) => condition === null || ITS_TENANT.test(condition));
    return roles.join() !== 'orkestra_app' || !narrow;
  });
  expect(wide.map(({ name }) => name).toSorted()).toEqual(Object.keys(WIDER).toSorted());
});

test('no right on a table goes without a policy, and none to everybody', async () => {
  const policies = await read<{ table: string; roles: string[] }>(POLICIES);
  const ruled = new Set(policies.flatMap(({ table, roles }) => roles.map((role) => `${role} ${table}`)));
  const grants = await read<{ table: string; grantee: string; privilege: string }>(GRANTS);
  expect(grants.filter(({ table, grantee }) => !ruled.has(`${grantee} ${table}`))).toEqual([]);
  // Neither is stopped by a policy.
  expect(grants.filter(({ privilege }) => ['TRUNCATE', 'TRIGGER', 'REFERENCES'].includes(privilege))).toEqual(
    [],
  );
});

test('nothing sees past the policies but what is named here', async () => {
  expect(await read(VIEWS)).toEqual([]);
  const definers = await read<{ name: string; settings: string[] | null; isForApp: boolean }>(DEFINERS);
  expect([...new Set(definers.map(({ name }) => name))]).toEqual(SEE_PAST);
  const closed = definers.filter(({ isForApp }) => !isForApp).map(({ name }) => name);
  expect(closed).toEqual(FOR_SYSTEM);
  // Else a caller could put an operator of their own in the way.
  for (const { settings } of definers) expect(settings?.join()).toMatch(/search_path=pg_catalog/);
  const roles = await read<Record<string, unknown>>(ROLES);
  // No server has the role of backups, which docs/guides/backups.md makes.
  const servers = roles.filter(({ name }) => name !== 'orkestra_backup');
  expect(servers.filter(({ super: above, bypasses }) => above || bypasses)).toEqual([]);
});

test('no unique key spans tenants, but of ids that are drawn, secrets that are hashed, names of passkeys and proved domains', async () => {
  const keys = await read<{ table: string; key: string; columns: string[] }>(UNIQUE_KEYS);
  const spanning = keys.filter(
    ({ columns, table }) => columns[0] !== 'tenant_id' && !(table in WITHOUT_TENANT),
  );
  const drawn = /^(id|slug|credential_id|domain|.*(hash|prefix))$/;
  expect(spanning.filter(({ columns }) => !columns.some((column) => drawn.test(column)))).toEqual([]);
});
