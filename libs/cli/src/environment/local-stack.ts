import { readFileSync, statSync, type Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartRefusedError } from './cli.errors';
import type { Gateway } from './endpoint';
import type { Environment } from './environment';

/** What of `dev.json` the command reads; `npm start` writes it and removes it at its end. */
interface DevFile {
  urls?: { mcp?: string };
  tenants?: { apiKey?: string }[];
  pids?: { launcher?: number };
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The stack that runs on this machine: in `ORKESTRA_HOME`, or in `.orkestra` of the folder or one above it.
 * @throws StartRefusedError when its file is not to be trusted
 */
export function findLocalStack(env: Environment, folder: string): Gateway | undefined {
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

function read(file: string, stats: Stats): Gateway | undefined {
  // A file that came with a repository or from another user could lead the agent to somebody else's gateway.
  if (process.getuid && (stats.uid !== process.getuid() || (stats.mode & 0o077) !== 0)) {
    throw new StartRefusedError(
      `${file} was not written by your npm start: it must be yours alone (mode 600).`,
      2,
    );
  }
  const { urls, tenants, pids } = parse(file);
  const apiKey = tenants?.[0]?.apiKey;
  if (!urls?.mcp || !URL.canParse(urls.mcp) || !apiKey || !isAlive(pids?.launcher)) return undefined;
  const endpoint = new URL(urls.mcp);
  if (endpoint.hostname === '0.0.0.0') endpoint.hostname = '127.0.0.1';
  if (LOOPBACK.test(endpoint.hostname)) return { endpoint, apiKey };
  throw new StartRefusedError(`${file} names a gateway on another machine. Set ORKESTRA_URL to use it.`, 2);
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
