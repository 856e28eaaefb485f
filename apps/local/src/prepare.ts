import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CoreModule, loadConfig } from '@orkestra/core';
import { SeedService, TenancyModule } from '@orkestra/tenancy';
import { migrationDataSource } from '../../../ormconfig';
import { readDemoTenants, writeDemoTenants } from './stack/demo-file';

@Module({ imports: [CoreModule.forRoot({ app: 'local' }), TenancyModule] })
class SeedModule {}

/** A program of its own: brings the database up to date and fills in the demo tenants, then ends. */
async function prepare(home: string): Promise<void> {
  await migrate(process.env.MIGRATION_DATABASE_URL ?? '');
  if (!loadConfig(process.env).DEMO) return;
  const known = Object.fromEntries(readDemoTenants(home).map((tenant) => [tenant.slug, tenant.apiKey]));
  const app = await NestFactory.createApplicationContext(SeedModule, { logger: ['error', 'warn'] });
  try {
    writeDemoTenants(home, await app.get(SeedService).seedDemo(known));
  } finally {
    await app.close();
  }
}

async function migrate(url: string): Promise<void> {
  const dataSource = await migrationDataSource(url).initialize();
  try {
    const done = await dataSource.runMigrations();
    for (const { name } of done) console.log(`Migration ${name} has run.`);
  } finally {
    await dataSource.destroy();
  }
}

prepare(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
