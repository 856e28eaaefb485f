import { randomUUID } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '../../apps/local/src';

const PORTS = [
  ...['PORT', 'MCP_PORT', 'WORKER_PORT'],
  ...['ORKESTRA_PG_PORT', 'ORKESTRA_TEMPORAL_PORT', 'ORKESTRA_TEMPORAL_UI_PORT'],
];

/** The environment of a shell in which somebody types, with free ports for a stack of its own. */
export async function shellEnv(): Promise<Record<string, string>> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_|^NODE_|^TEMPORAL|DATABASE_URL$|^JEST/.test(name),
  );
  const ports = await freePorts(PORTS.length);
  return {
    ...(Object.fromEntries(inherited) as Record<string, string>),
    ...Object.fromEntries(PORTS.map((name, index) => [name, String(ports[index])])),
    [MARK]: randomUUID(),
  };
}

const MARK = 'ORKESTRA_TEST_MARK';

/** The processes of Linux that were started, however indirectly, in this environment. */
export function processesOf(env: Record<string, string>): string[] {
  return pidsOf(env).map((pid) => `${pid} ${read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')}`);
}

/** After a test that has failed. */
export function endProcessesOf(env: Record<string, string>): void {
  for (const pid of pidsOf(env)) process.kill(Number(pid), 'SIGKILL');
}

function pidsOf(env: Record<string, string>): string[] {
  const mark = `${MARK}=${env[MARK]}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && read(`/proc/${name}/environ`).includes(mark))
    .filter((pid) => !/\) Z /.test(read(`/proc/${pid}/stat`)));
}

/** Files that only a start which was cut short would leave. */
export function halfMade(home: string): string[] {
  const postgres = join(home, 'postgres');
  const link = lstatSync(postgres, { throwIfNoEntry: false })?.isSymbolicLink();
  const data = link ? readlinkSync(postgres) : postgres;
  const files = [join(home, 'lock.json'), join(home, 'dev.json')];
  return [...files, join(data, 'unfinished'), join(data, 'password')].filter((file) => existsSync(file));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // It has ended meanwhile, or is somebody else's.
    return '';
  }
}
