import { CoreModule, loadConfig } from '@orkestra/core';
import { type SeededTenant, SeedService, TenancyModule } from '@orkestra/tenancy';
import { Test } from '@nestjs/testing';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseUrls } from '../../../apps/local/src';
import { asAdmin, copyOf, migrate, type TestDatabase } from './test-database';
import { testRun } from '../run/test-run';

/** The demo tenants with their people, passwords and API keys. */
export type Seeded = readonly (SeededTenant & { id: string })[];

/** Creates a database with the demo tenants in it; like the migrations, the seed is made once a run. */
export async function createSeededDatabase(): Promise<{ database: TestDatabase; seeded: Seeded }> {
  const database = await copyOf('template_seeded', migrateAndSeed);
  const tenants = JSON.parse(await readFile(seedFile(), 'utf8')) as SeededTenant[];
  const rows = await asAdmin(
    (admin) => admin.query<{ id: string; slug: string }>('SELECT id, slug FROM tenants'),
    database.adminUrl,
  );
  const ids = new Map(rows.rows.map(({ id, slug }) => [slug, id]));
  return { database, seeded: tenants.map((tenant) => ({ ...tenant, id: ids.get(tenant.slug) ?? '' })) };
}

async function migrateAndSeed(urls: DatabaseUrls): Promise<void> {
  await migrate(urls);
  const config = loadConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    DATABASE_URL: urls.databaseUrl,
    SYSTEM_DATABASE_URL: urls.systemDatabaseUrl,
  });
  const imports = [CoreModule.forRoot({ app: 'test-seed', config }), TenancyModule];
  const module = await Test.createTestingModule({ imports }).compile();
  await writeFile(seedFile(), JSON.stringify(await module.get(SeedService).seedDemo()));
  await module.close();
}

function seedFile(): string {
  return join(testRun.folder, 'seed.json');
}
