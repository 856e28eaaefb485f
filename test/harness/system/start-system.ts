import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { TestDatabase } from '../database/test-database';
import { fixtureProject } from '../run/fixtures';
import { createTestNamespace, openTestNamespace, type TestNamespace } from '../servers/namespace';
import { OwnTemporal } from '../servers/own-temporal';
import { freePort } from '../servers/ports';
import { testRun } from '../run/test-run';
import { createSeededDatabase, type Seeded } from '../database/seed';
import { type AppName, APPS, ServerProcess } from './server-process';
import { TestSystem } from './test-system';

export interface SystemOptions {
  /** Which programs run; gateway and worker unless told. */
  processes?: AppName[];
  /** A Temporal server for this file alone, which the test may stop. */
  ownTemporal?: boolean;
  /** More settings for every program. */
  env?: Record<string, string> | ((database: TestDatabase) => Record<string, string>);
  /** What an earlier system left behind, to go on with; otherwise all is new, with the demo tenants. */
  earlier?: EarlierSystem;
}

interface EarlierSystem {
  openDatabase(): Promise<{ database: TestDatabase; seeded: Seeded }>;
  /** The file of its Temporal dev server; without it the namespace is on the server of all tests. */
  temporalFile?: string;
  namespace: string;
}

const root = resolve(__dirname, '../../..');

/** Starts the whole product as built in `dist/`; resolves when every program is ready. Call `stop()` at the end. */
export async function startSystem(options: SystemOptions = {}): Promise<TestSystem> {
  const logFolder = makeLogFolder();
  const { earlier } = options;
  const temporalFile = earlier?.temporalFile;
  if (temporalFile) copyFileSync(temporalFile, join(logFolder, OwnTemporal.FILE));
  const ownTemporal = options.ownTemporal || temporalFile ? await OwnTemporal.start(logFolder) : undefined;
  const [seeded, namespace] = await Promise.all([
    earlier ? earlier.openDatabase() : createSeededDatabase(),
    earlier
      ? openTestNamespace(earlier.namespace, ownTemporal?.address)
      : createTestNamespace(ownTemporal?.address),
  ]);
  const ports = await freePorts();
  const more = typeof options.env === 'function' ? options.env(seeded.database) : options.env;
  const env = { ...settings(seeded.database, namespace, ports), ...more };
  const servers = new Map<AppName, ServerProcess>();
  for (const app of options.processes ?? ['gateway', 'worker']) {
    const own = { ...env, [APPS[app].port]: String(ports[app]) };
    servers.set(app, new ServerProcess(app, `http://127.0.0.1:${ports[app]}`, own, logFolder));
  }
  const system = new TestSystem({ ...seeded, namespace, servers, ownTemporal });
  const starts = await Promise.allSettled([...servers.values()].map((server) => server.start()));
  const failed = starts.find((start) => start.status === 'rejected');
  if (failed === undefined) return system;
  await system.stop();
  throw failed.reason;
}

function makeLogFolder(): string {
  const ofFile = join(testRun.folder, 'logs', basename(expect.getState().testPath ?? 'system'));
  mkdirSync(ofFile, { recursive: true });
  return mkdtempSync(join(ofFile, 'system-'));
}

async function freePorts(): Promise<Record<AppName, number>> {
  const gateway = await freePort();
  return { gateway, worker: await freePort(), mcp: await freePort(), mcp2: await freePort() };
}

function settings(
  database: TestDatabase,
  { address, namespace }: TestNamespace,
  ports: Record<AppName, number>,
): Record<string, string> {
  return {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    DATABASE_URL: database.databaseUrl,
    SYSTEM_DATABASE_URL: database.systemDatabaseUrl,
    DATABASE_POOL_SIZE: '5',
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    WORKFLOW_PROJECTS: [join(root, 'examples', 'support-bot'), fixtureProject].join(','),
    PUBLIC_URL: `http://127.0.0.1:${ports.gateway}`,
    LOG_LEVEL: 'info',
  };
}
