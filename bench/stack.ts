import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const PROJECT = resolve(__dirname, '../..');

/** What the benchmarks need of `.orkestra/dev.json`. */
export interface Stack {
  graphql: string;
  graphqlWs: string;
  admin: string;
  mcp: string;
  /** By the name of the program. */
  pids: Readonly<Record<string, number>>;
  temporalAddress: string;
  apiKey: string;
  user: { email: string; password: string };
  databaseUrl: string;
  systemDatabaseUrl: string;
  /** From `npm start` to its last line, in milliseconds. */
  readyAfterMs: number;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
  /** Stops it; the next start finds its data. */
  end(): Promise<void>;
}

interface DevFile {
  urls: { graphql: string; graphqlWs: string; admin: string; mcp: string };
  pids: Record<string, number>;
  temporalAddress: string;
  databaseUrl: string;
  systemDatabaseUrl: string;
  tenants: { slug: string; apiKey: string; users: { email: string; password: string }[] }[];
}

/** Starts the whole product on free ports with a data folder of its own, as `npm start` does. */
export async function startStack(
  home = mkdtempSync(join(tmpdir(), 'orkestra-bench-')),
  project = PROJECT,
): Promise<Stack> {
  const names = [
    'PORT',
    'MCP_PORT',
    'WORKER_PORT',
    'ORKESTRA_PG_PORT',
    'ORKESTRA_TEMPORAL_PORT',
    'ORKESTRA_TEMPORAL_UI_PORT',
  ];
  const ports = await Promise.all(names.map(async (name) => [name, String(await freePort())]));
  const env = {
    ...process.env,
    ...(Object.fromEntries(ports) as Record<string, string>),
    ORKESTRA_HOME: home,
    WORKFLOW_PROJECTS: 'bench/project',
    LOG_LEVEL: 'warn',
    // It ends with us, as one that npm started does.
    npm_lifecycle_event: 'start',
    // Counted as ever, and never reached.
    REQUESTS_PER_MINUTE: '10000000',
  };
  const started = performance.now();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: project,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const file = join(home, 'dev.json');
  while (!existsSync(file)) {
    if (child.exitCode !== null) throw new Error('The stack did not start');
    await new Promise((done) => setTimeout(done, 20));
  }
  const readyAfterMs = performance.now() - started;
  const dev = JSON.parse(readFileSync(file, 'utf8')) as DevFile;
  const tenant = dev.tenants.find(({ slug }) => slug === 'demo');
  const user = tenant?.users.find(({ email }) => email.startsWith('sam@'));
  if (tenant === undefined || user === undefined) throw new Error('The stack has no demo tenant');
  return {
    ...dev.urls,
    pids: dev.pids,
    temporalAddress: dev.temporalAddress,
    databaseUrl: dev.databaseUrl,
    systemDatabaseUrl: dev.systemDatabaseUrl,
    apiKey: tenant.apiKey,
    user,
    readyAfterMs,
    end: () => end(child),
    stop: async () => {
      await end(child);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
