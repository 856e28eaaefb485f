import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort, provisionDatabase, removePostgresData, startPostgres } from '../../apps/local/src';
import { migrationDataSource } from '../../ormconfig';
import { tablesPage } from './tables-page';
import { readTables, type Tables } from './tables.queries';

const PASSWORDS = { owner: 'tables', app: 'tables', system: 'tables' };

/** Writes docs/reference/tables.md from a Postgres that is migrated for that and thrown away: `npm run tables`. */
async function write(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'orkestra-tables-'));
  chmodSync(home, 0o711);
  const logFile = join(home, 'postgres.log');
  try {
    const postgres = await startPostgres({ home, port: await freePort(), password: 'tables', logFile });
    const tables = await migrated(postgres.adminUrl).finally(() => postgres.process.stop());
    writeFileSync('docs/reference/tables.md', tablesPage(tables));
  } finally {
    removePostgresData(home);
    rmSync(home, { recursive: true, force: true });
  }
}

async function migrated(adminUrl: string): Promise<Tables> {
  const urls = await provisionDatabase({ adminUrl, database: 'tables', passwords: PASSWORDS });
  const dataSource = await migrationDataSource(urls.migrationDatabaseUrl).initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
  const client = new Client({ connectionString: urls.migrationDatabaseUrl });
  await client.connect();
  try {
    return await readTables(client);
  } finally {
    await client.end();
  }
}

void write();
