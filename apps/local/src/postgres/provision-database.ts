import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { LocalStackError, messageOf } from '../terminal/local.errors';

/** Of the three roles; see docs/adr on tenancy. */
export interface RolePasswords {
  readonly owner: string;
  readonly app: string;
  readonly system: string;
}

export interface DatabaseUrls {
  /** Role `orkestra_app`: what the services use; row-level security applies. */
  readonly databaseUrl: string;
  /** Role `orkestra_system`: outbox, sessions, keys and sweeps. */
  readonly systemDatabaseUrl: string;
  /** Role `orkestra_owner`: owns the database and runs the migrations. */
  readonly migrationDatabaseUrl: string;
}

export interface ProvisionOptions {
  /** Of a role that may create roles and databases. */
  readonly adminUrl: string;
  readonly database: string;
  readonly passwords: RolePasswords;
}

/** Of the advisory lock: two that make the roles of one server at the same time would get in each other's way. */
const lockKey = 7_265_001;

/**
 * Makes the three roles and the database where they are missing, and sets the passwords. Harmless when repeated.
 * @throws LocalStackError that names the three variables to set when the given role may not do this.
 */
export async function provisionDatabase({
  adminUrl,
  database,
  passwords,
}: ProvisionOptions): Promise<DatabaseUrls> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    for (const kind of ['owner', 'app', 'system'] as const) await ensureRole(client, kind, passwords[kind]);
    await ensureDatabase(client, database);
  } catch (cause) {
    throw new LocalStackError(refused(cause), { cause });
  } finally {
    await client.end().catch(() => undefined);
  }
  return {
    databaseUrl: urlFor(adminUrl, database, 'app', passwords),
    systemDatabaseUrl: urlFor(adminUrl, database, 'system', passwords),
    migrationDatabaseUrl: urlFor(adminUrl, database, 'owner', passwords),
  };
}

async function ensureRole(client: Client, kind: keyof RolePasswords, password: string): Promise<void> {
  const name = `orkestra_${kind}`;
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  if (!rowCount) await client.query(`CREATE ROLE ${name} LOGIN`);
  await client.query(`ALTER ROLE ${name} LOGIN PASSWORD ${escapeLiteral(password)}`);
  await requireHarmless(client, name);
}

async function requireHarmless(client: Client, name: string): Promise<void> {
  const { rows } = await client.query<{ risky: boolean }>(
    'SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS risky FROM pg_roles WHERE rolname = $1',
    [name],
  );
  if (rows[0]?.risky)
    await client.query(`ALTER ROLE ${name} NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB`);
}

async function ensureDatabase(client: Client, database: string): Promise<void> {
  const name = escapeIdentifier(database);
  const { rows } = await client.query<{ owner: string }>(
    'SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = $1',
    [database],
  );
  if (rows[0]?.owner === 'orkestra_owner') return;
  // Without superuser rights only a member of a role can give something to it.
  await client.query('GRANT orkestra_owner TO CURRENT_USER').catch(() => undefined);
  if (rows[0]) await client.query(`ALTER DATABASE ${name} OWNER TO orkestra_owner`);
  else await client.query(`CREATE DATABASE ${name} OWNER orkestra_owner TEMPLATE template0 ENCODING 'UTF8'`);
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO orkestra_app, orkestra_system`);
}

function urlFor(
  adminUrl: string,
  database: string,
  kind: keyof RolePasswords,
  passwords: RolePasswords,
): string {
  const url = new URL(adminUrl);
  url.username = `orkestra_${kind}`;
  url.password = encodeURIComponent(passwords[kind]);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.toString();
}

function refused(cause: unknown): string {
  return (
    `The roles and the database could not be prepared: ${messageOf(cause)}\n` +
    'Give DATABASE_URL a role that may create roles and databases, or prepare them yourself and set all three of\n' +
    'DATABASE_URL (orkestra_app), SYSTEM_DATABASE_URL (orkestra_system) and MIGRATION_DATABASE_URL (orkestra_owner).'
  );
}
