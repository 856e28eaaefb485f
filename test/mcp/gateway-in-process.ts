import { Clock, loadConfig } from '@orkestra/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../apps/mcp-gateway/src/app.module';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { asAdmin, createSeededDatabase, type Seeded } from '../harness';
import { testRun } from '../harness/run/test-run';

/** Real time, and what a test adds to it. */
class MovableClock extends Clock {
  ahead = 0;

  override now(): Date {
    return new Date(super.now().getTime() + this.ahead);
  }
}

export interface GatewayInProcess {
  app: NestExpressApplication;
  /** A Unix socket: it buffers little, so that a slow reader is felt soon. */
  socketPath: string;
  clock: MovableClock;
  tenant: Seeded[number];
  /** Another tenant in the same database. */
  other: Seeded[number];
  /** As superuser. */
  rows<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** The gateway as its program makes it, within the test's process, to look at what it holds. */
export async function startGatewayInProcess(): Promise<GatewayInProcess> {
  const { database, seeded } = await createSeededDatabase();
  const config = loadConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    DATABASE_URL: database.databaseUrl,
    SYSTEM_DATABASE_URL: database.systemDatabaseUrl,
  });
  const clock = new MovableClock();
  const module = await Test.createTestingModule({ imports: [AppModule.forRoot(config)] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  const socketPath = join(await mkdtemp(join(testRun.folder, 'mcp-')), 'socket');
  await app.listen(socketPath);
  const [tenant, other] = ['demo', 'other'].map((slug) => seeded.find((one) => one.slug === slug));
  if (tenant === undefined || other === undefined) throw new Error('There are no demo tenants.');
  const rows = async <Row extends object>(sql: string, values: unknown[] = []) =>
    asAdmin(async (admin) => (await admin.query<Row>(sql, values)).rows, database.adminUrl);
  const close = async () => {
    await app.close();
    await database.drop();
  };
  return { app, socketPath, clock, tenant, other, rows, close };
}
