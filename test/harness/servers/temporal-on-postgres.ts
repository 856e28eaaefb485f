import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Connection } from '@temporalio/client';
import { stringify } from 'yaml';
import { ManagedProcess } from '../../../apps/local/src';
import { eventually } from '../eventually';
import { guard, testRun } from '../run/test-run';
import { freePort } from './ports';

const VERSION = 'v1.32.1';
const PLUGIN = 'postgres12_pgx';
const SERVICES = ['frontend', 'history', 'matching', 'worker'] as const;
const DATABASES = { temporal: 'temporal', visibility: 'temporal_visibility' };

/**
 * The folder of Temporal's server and of its tool for SQL where they were built before; with TEMPORAL=build, as `npm run
 * test:image` sets it, Go builds them once (ten minutes and more) and they are kept for all checkouts of the user.
 */
export function findTemporalServer(): string | undefined {
  const cache = process.env['ORKESTRA_CACHE'] ?? join(homedir(), '.cache', 'orkestra');
  const kept = join(cache, `temporal-server-${VERSION}`);
  if (existsSync(kept)) return kept;
  if (process.env['TEMPORAL'] !== 'build') return undefined;
  mkdirSync(dirname(kept), { recursive: true });
  const folder = mkdtempSync(`${kept}.`);
  try {
    const programs = ['cmd/server', 'cmd/tools/sql'].map(
      (path) => `go.temporal.io/server/${path}@${VERSION}`,
    );
    const env = { ...process.env, GOBIN: folder };
    execFileSync('go', ['install', '-ldflags', '-s -w', ...programs], { env, stdio: 'inherit' });
    renameSync(folder, kept);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return kept;
}

/** A Temporal server as in production: on databases of its own in the Postgres at `adminUrl`. */
export async function startTemporalOnPostgres(
  programs: string,
  adminUrl: string,
): Promise<{ address: string; process: ManagedProcess }> {
  const postgres = new URL(adminUrl);
  await makeTables(join(programs, 'sql'), postgres);
  const ports: number[] = [];
  while (ports.length < 2 * SERVICES.length) ports.push(await freePort());
  const folder = mkdtempSync(join(testRun.folder, 'temporal-server-'));
  const file = join(folder, 'config.yaml');
  writeFileSync(file, stringify(configuration(postgres, ports)));
  const started = await ManagedProcess.start({
    ...{ name: 'temporal-server', command: join(programs, 'server') },
    args: ['--config-file', file, '--allow-no-auth', 'start'],
    logFile: join(testRun.folder, 'logs', 'temporal-server.log'),
  });
  guard(started);
  const address = `127.0.0.1:${ports[0]}`;
  await eventually(
    async () => {
      const connection = await Connection.connect({ address, connectTimeout: '2s' });
      await connection.close();
      return true;
    },
    { timeoutMs: 120_000 },
  );
  return { address, process: started };
}

async function makeTables(tool: string, { hostname, port, username, password }: URL): Promise<void> {
  for (const [schema, database] of Object.entries(DATABASES)) {
    const login = ['--user', username, '--password', decodeURIComponent(password)];
    const at = ['--plugin', PLUGIN, '--endpoint', hostname, '--port', port, ...login, '--database', database];
    for (const step of [
      ['create-database'],
      ['setup-schema', '--version', '0.0'],
      ['update-schema', '--schema-name', `postgresql/v12/${schema}`],
    ])
      await promisify(execFile)(tool, [...at, ...step]);
  }
}

function configuration({ host, username, password }: URL, ports: readonly number[]): object {
  const store = (databaseName: string) => ({
    sql: {
      ...{ pluginName: PLUGIN, databaseName, connectAddr: host, connectProtocol: 'tcp' },
      ...{ user: username, password: decodeURIComponent(password), maxConns: 10, maxIdleConns: 10 },
    },
  });
  const rpc = (_: string, at: number) => ({
    rpc: { grpcPort: ports[2 * at], membershipPort: ports[2 * at + 1], bindOnLocalHost: true },
  });
  const rpcAddress = `127.0.0.1:${ports[0]}`;
  const active = { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress };
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      ...{ defaultStore: 'default', visibilityStore: 'visibility', numHistoryShards: 4 },
      datastores: { default: store(DATABASES.temporal), visibility: store(DATABASES.visibility) },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: Object.fromEntries(SERVICES.map((name, at) => [name, rpc(name, at)])),
    clusterMetadata: {
      ...{ enableGlobalNamespace: false, failoverVersionIncrement: 10, masterClusterName: 'active' },
      ...{ currentClusterName: 'active', clusterInformation: { active } },
    },
    publicClient: { hostPort: rpcAddress },
  };
}
