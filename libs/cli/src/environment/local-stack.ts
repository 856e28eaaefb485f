import { readFileSync, statSync, type Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartRefusedError } from './cli.errors';
import type { Environment } from './environment';

/** What of `dev.json` the command reads; `npm start` writes it and removes it at its end. */
interface DevFile {
  urls?: { mcp?: string; graphql?: string };
  ports?: Readonly<Record<string, number>>;
  tenants?: DemoTenant[];
  pids?: { launcher?: number };
  databaseUrl?: string;
  systemDatabaseUrl?: string;
  migrationDatabaseUrl?: string;
  temporalAddress?: string;
}

interface DemoTenant {
  slug?: string;
  apiKey?: string;
  users?: { email?: string; password?: string }[];
}

/** The stack that runs on this machine. */
export interface LocalStack {
  /** Of the mcp-gateway. */
  endpoint: URL;
  /** Of the first tenant of the demo. */
  apiKey: string;
  /** Of the api-gateway. */
  graphql: URL | undefined;
  /** What it connects to, under the names that servers give it. */
  settings: Environment;
  ports: Readonly<Record<string, number>>;
  tenants: readonly DemoTenant[];
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The stack that runs on this machine: in `ORKESTRA_HOME`, or in `.orkestra` of the folder or one above it.
 * @throws StartRefusedError when its file is not to be trusted
 */
export function findLocalStack(env: Environment, folder: string): LocalStack | undefined {
  const home = env['ORKESTRA_HOME'];
  const homes = home ? [resolve(folder, home)] : foldersUpFrom(folder).map((one) => join(one, '.orkestra'));
  for (const candidate of homes) {
    const file = join(candidate, 'dev.json');
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats !== undefined) return read(file, stats);
  }
  return undefined;
}

function foldersUpFrom(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersUpFrom(above)];
}

function read(file: string, stats: Stats): LocalStack | undefined {
  // A file that came with a repository or from another user could lead the agent to somebody else's gateway.
  if (process.getuid && (stats.uid !== process.getuid() || (stats.mode & 0o077) !== 0)) {
    throw new StartRefusedError(
      `${file} was not written by your npm start: it must be yours alone (mode 600).`,
      2,
    );
  }
  const dev = parse(file);
  const { urls, tenants = [], pids } = dev;
  const apiKey = tenants[0]?.apiKey;
  if (!urls?.mcp || !URL.canParse(urls.mcp) || !apiKey || !isAlive(pids?.launcher)) return undefined;
  const graphql = URL.canParse(urls.graphql ?? '') ? onLoopback(urls.graphql ?? '', file) : undefined;
  const endpoint = onLoopback(urls.mcp, file);
  return { endpoint, apiKey, graphql, settings: settingsOf(dev), ports: dev.ports ?? {}, tenants };
}

function onLoopback(url: string, file: string): URL {
  const place = new URL(url);
  if (place.hostname === '0.0.0.0') place.hostname = '127.0.0.1';
  if (LOOPBACK.test(place.hostname)) return place;
  throw new StartRefusedError(`${file} names a gateway on another machine. Set ORKESTRA_URL to use it.`, 2);
}

function settingsOf(dev: DevFile): Environment {
  return {
    DATABASE_URL: dev.databaseUrl,
    SYSTEM_DATABASE_URL: dev.systemDatabaseUrl,
    MIGRATION_DATABASE_URL: dev.migrationDatabaseUrl,
    TEMPORAL_ADDRESS: dev.temporalAddress,
  };
}

function parse(file: string): DevFile {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DevFile;
  } catch {
    // It is being written or removed this very moment.
    return {};
  }
}

function isAlive(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
