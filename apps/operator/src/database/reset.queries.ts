import { DEMO_SLUGS } from '@orkestra/tenancy';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { EXIT } from '../command-line/exit-code';
import { OperatorError } from '../command-line/operator.errors';

const SERVER_ROLES = ['orkestra_app', 'orkestra_system'];

interface Place {
  database: string;
  server: string;
  started: string;
}

const PLACE = `SELECT current_database() AS database, pg_postmaster_start_time()::text AS started,
  coalesce(host(inet_server_addr()), 'this machine') || ':' || coalesce(inet_server_port()::text, 'socket') AS server`;

export async function placeOfOwner(owner: DataSource): Promise<Place> {
  const [place] = await owner.query<Place[]>(PLACE);
  return place as Place;
}

/**
 * The short names of all tenants but those of the demo. The owner of the tables sees none of them, since row-level
 * security binds it too; the role `system` does.
 * @throws OperatorError when its URL leads to another database
 */
export async function foreignTenants(owner: DataSource, systemUrl: string): Promise<string[]> {
  const own = await placeOfOwner(owner);
  const client = new Client({ connectionString: systemUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const [place] = (await client.query<Place>(PLACE)).rows;
    if (place?.database !== own.database || place.started !== own.started) throw otherDatabase();
    const { rows } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('tenants') IS NOT NULL AS there`,
    );
    if (!rows[0]?.there) return [];
    const found = await client.query<{ slug: string }>(
      'SELECT slug FROM tenants WHERE slug <> ALL($1) ORDER BY slug LIMIT 6',
      [DEMO_SLUGS],
    );
    return found.rows.map(({ slug }) => slug);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** How many connections of servers there are; this command has none open by their roles. */
export async function connectedServers(owner: DataSource): Promise<number> {
  const [found] = await owner.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND usename = ANY($1)`,
    [SERVER_ROLES],
  );
  return found?.count ?? 0;
}

/** Everything in the schema of the tables, in one transaction. @returns how many tables there were */
export async function dropTables(owner: DataSource): Promise<number> {
  return owner.transaction(async (em) => {
    // Whoever reads this moment keeps it waiting; better to say so than to hang.
    await em.query(`SET LOCAL lock_timeout = '10s'`);
    const [found] = await em.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
    );
    await em.query('DROP SCHEMA public CASCADE');
    await em.query('CREATE SCHEMA public AUTHORIZATION pg_database_owner');
    await em.query('GRANT USAGE ON SCHEMA public TO PUBLIC');
    return found?.count ?? 0;
  });
}

function otherDatabase(): OperatorError {
  return new OperatorError(
    EXIT.refused,
    'reset.other_database',
    'SYSTEM_DATABASE_URL leads to another database than MIGRATION_DATABASE_URL. Make them agree.',
  );
}
