import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { readJson, writeJson } from '../files/json-file';
import type { DatabaseUrls } from '../postgres/provision-database';
import type { StackSettings } from './settings';

/** Below the compiled programs: what `prepare` brings to a database. */
const CONTENT = ['migrations', 'seed'];

/**
 * What the last `prepare` brought to this data folder's database. Loading it takes as long as loading a server, so that a
 * start which finds it all there leaves it out.
 */
export class Prepared {
  private readonly content: string;
  private readonly file: string;

  constructor({ home, place }: Pick<StackSettings, 'home' | 'place'>) {
    this.content = digestOf(join(place.programs, 'libs'));
    this.file = join(home, 'prepared.json');
  }

  /** Whether these very migrations and demo data were brought, and the database still has the migrations. */
  async isDone(urls: DatabaseUrls): Promise<boolean> {
    const known = readJson<Mark>(this.file);
    if (known?.content !== this.content) return false;
    return known.migrations === (await migrationsOf(urls).catch(() => undefined));
  }

  async note(urls: DatabaseUrls): Promise<void> {
    writeJson(this.file, { content: this.content, migrations: await migrationsOf(urls) } satisfies Mark);
  }
}

interface Mark {
  content: string;
  migrations: string;
}

async function migrationsOf({ migrationDatabaseUrl }: DatabaseUrls): Promise<string> {
  const client = new Client({ connectionString: migrationDatabaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ names: string }>(
      "SELECT string_agg(name, ' ' ORDER BY timestamp) AS names FROM migrations",
    );
    return rows[0]?.names ?? '';
  } finally {
    await client.end().catch(() => undefined);
  }
}

function digestOf(libs: string): string {
  const hash = createHash('sha256');
  for (const lib of readdirSync(libs).sort())
    for (const folder of CONTENT.map((name) => join(libs, lib, 'src', name)).filter((path) =>
      existsSync(path),
    ))
      for (const name of readdirSync(folder)
        .filter((file) => file.endsWith('.js'))
        .sort())
        hash.update(`${lib}/${name}\0`).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}
