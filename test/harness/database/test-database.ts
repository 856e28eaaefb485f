import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { type DatabaseUrls, provisionDatabase } from '../../../apps/local/src';
import { migrationDataSource } from '../../../ormconfig';
import { testRun } from '../run/test-run';

/** A database of its own for one test file. */
export interface TestDatabase extends DatabaseUrls {
  /** As superuser, for assertions on what was written, past row-level security. */
  adminUrl: string;
  drop(): Promise<void>;
}

/** Fills a new database that other databases are then copied from. */
export type Prepare = (urls: DatabaseUrls) => Promise<void>;

const PASSWORDS = { owner: 'test', app: 'test', system: 'test' };
const LOCK = 7_233_001;

/** Creates a migrated, empty database. The run migrates once; each further database is a copy. */
export function createTestDatabase(): Promise<TestDatabase> {
  return copyOf('template_migrated', migrate);
}

/**
 * Creates a database as a copy of `template`, which the first caller of the run makes by `prepare`.
 * Every other database of the run is a copy, which takes a tenth of a second.
 */
export async function copyOf(template: string, prepare: Prepare): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(async (admin) => {
    await makeOnce(admin, template, prepare);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER orkestra_owner`);
  });
  return { ...urlsOf(name), drop: () => asAdmin((admin) => dropDatabase(admin, name)) };
}

/** Creates an empty database, with the roles beside it, and has it filled. */
export async function createFilledDatabase(fill: Prepare): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const empty = { adminUrl: testRun.postgresAdminUrl, database: name, passwords: PASSWORDS };
  await fill(await provisionDatabase(empty));
  return { ...urlsOf(name), drop: () => asAdmin((admin) => dropDatabase(admin, name)) };
}

/** Runs SQL as superuser in the database of `url`. */
export async function asAdmin<T>(
  work: (admin: Client) => Promise<T>,
  url = testRun.postgresAdminUrl,
): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function migrate({ migrationDatabaseUrl }: DatabaseUrls): Promise<void> {
  const dataSource = await migrationDataSource(migrationDatabaseUrl).initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
}

/** The lock makes the other workers of the run wait; it ends with the connection. */
async function makeOnce(admin: Client, template: string, prepare: Prepare): Promise<void> {
  await admin.query('SELECT pg_advisory_lock($1)', [LOCK]);
  const existing = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template]);
  if (existing.rowCount === 0) {
    const building = `${template}_building`;
    await dropDatabase(admin, building);
    const database = { adminUrl: testRun.postgresAdminUrl, database: building, passwords: PASSWORDS };
    await prepare(await provisionDatabase(database));
    await admin.query(`ALTER DATABASE ${building} RENAME TO ${template}`);
  }
  await admin.query('SELECT pg_advisory_unlock($1)', [LOCK]);
}

async function dropDatabase(admin: Client, name: string): Promise<void> {
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

function urlsOf(database: string): Omit<TestDatabase, 'drop'> {
  const as = (role?: keyof typeof PASSWORDS) => {
    const url = new URL(testRun.postgresAdminUrl);
    url.pathname = `/${database}`;
    if (role !== undefined) [url.username, url.password] = [`orkestra_${role}`, PASSWORDS[role]];
    return url.href;
  };
  return {
    databaseUrl: as('app'),
    systemDatabaseUrl: as('system'),
    migrationDatabaseUrl: as('owner'),
    adminUrl: as(),
  };
}
