import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import type { Environment } from '../command-line/environment';

const SETTINGS = { DATABASE_URL: 'orkestra_app', SYSTEM_DATABASE_URL: 'orkestra_system' } as const;

interface Place {
  role: string;
  database: string;
  started: string;
}

const PLACE = `SELECT current_user AS role, current_database() AS database, pg_postmaster_start_time()::text AS started`;

/** What is wrong with the URLs of the servers, of those that are set: another role, or another database. */
export async function checkServerUrls(owner: DataSource, env: Environment): Promise<string[]> {
  const [own] = await owner.query<Place[]>(PLACE);
  const problems: string[] = [];
  for (const [name, role] of Object.entries(SETTINGS)) {
    const url = env[name];
    if (!url) continue;
    const place = await placeOf(url).catch((error: unknown) => (error as Error).message);
    if (typeof place === 'string') problems.push(`${name} does not connect: ${place}`);
    else if (place.role !== role) problems.push(`${name} connects as ${place.role}, not as ${role}`);
    else if (place.database !== own?.database || place.started !== own.started)
      problems.push(`${name} leads to another database than MIGRATION_DATABASE_URL`);
  }
  return problems;
}

async function placeOf(url: string): Promise<Place> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Place>(PLACE)).rows[0] as Place;
  } finally {
    await client.end().catch(() => undefined);
  }
}
