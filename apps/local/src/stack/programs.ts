import { join } from 'node:path';
import type { DatabaseUrls } from '../postgres/provision-database';
import { LocalStackError } from '../terminal/local.errors';
import { ManagedProcess, type ProcessOptions } from '../process/managed-process';
import type { StackSettings } from './settings';
import { waitUntil } from '../process/wait-until';

/** What the programs connect to. */
export interface Backends {
  readonly database: DatabaseUrls;
  readonly temporalAddress: string;
}

export interface Program {
  readonly name: 'api-gateway' | 'worker' | 'mcp-gateway';
  readonly port: number;
}

/**
 * MB of half of the space for what has just been made, where it is not Node's default of 16: three of them stay with a
 * process, and with each thread of the worker. Less means that it is cleaned up more often.
 */
const SEMI_SPACE_MB: Partial<Record<string, number>> = { 'mcp-gateway': 4, worker: 8 };

/** The three servers of Orkestra, which start side by side. */
export function programsOf({ ports }: StackSettings): readonly Program[] {
  return [
    { name: 'worker', port: ports.worker },
    { name: 'api-gateway', port: ports.gateway },
    { name: 'mcp-gateway', port: ports.mcp },
  ];
}

/** Lets a program load. It connects to nothing before `startProgram`. */
export function loadProgram(
  { name }: Program,
  settings: StackSettings,
  onProcess: (process: ManagedProcess) => void,
): Promise<ManagedProcess> {
  const main = join(settings.place.programs, `apps/${name}/src/main.js`);
  const options = nodeProgram(name, 'apps/local/src/process/when-told.js', [main], settings);
  return ManagedProcess.start({ ...options, isTold: true, onProcess });
}

/** Has a program begin that was loaded, and waits until it says that it is ready. */
export async function startProgram(
  process: ManagedProcess,
  { name, port }: Program,
  { host }: StackSettings,
  backends: Backends,
): Promise<void> {
  await process.tell(backendEnv(backends));
  await waitUntil(name, process, () => requireReady(`http://${host}:${port}/health/ready`), {
    timeoutMs: 120_000,
    everyMs: 100,
  });
}

/** Runs the program that migrates and seeds, to its end. */
export async function prepareData(
  settings: StackSettings,
  backends: Backends,
  onProcess: (process: ManagedProcess) => void,
): Promise<void> {
  const database = backends.database.migrationDatabaseUrl;
  const program = nodeProgram('prepare', 'apps/local/src/prepare.js', [settings.home], settings);
  const env = { ...program.env, ...backendEnv(backends), MIGRATION_DATABASE_URL: database };
  const process = await ManagedProcess.start({ ...program, env, onProcess });
  const { code } = await process.exited;
  if (code !== 0) throw process.endedError();
}

function nodeProgram(
  name: string,
  file: string,
  args: readonly string[],
  settings: StackSettings,
): ProcessOptions {
  const { home, place } = settings;
  return {
    name,
    command: process.execPath,
    args: [
      '--disable-warning=ExperimentalWarning',
      ...memoryFlags(name),
      join(place.programs, file),
      ...args,
    ],
    cwd: place.folder,
    env: programEnv(settings),
    logFile: join(home, 'logs', `${name}.log`),
  };
}

function memoryFlags(name: string): string[] {
  const size = SEMI_SPACE_MB[name];
  return size === undefined ? [] : [`--max-semi-space-size=${size}`];
}

/** Our own environment, with every setting that this stack decides. No program but `prepare` may know the owner. */
function programEnv(settings: StackSettings): NodeJS.ProcessEnv {
  const { MIGRATION_DATABASE_URL: _owner, ...inherited } = process.env;
  return {
    ...inherited,
    ...modeOf(inherited),
    // The output goes to log files.
    NO_COLOR: '1',
    // Node 22 and newer then load the programs faster from the second start on.
    NODE_COMPILE_CACHE: join(settings.home, 'compile-cache'),
    // Of glibc's allocator, which would have eight for each core; each keeps what its threads once had.
    MALLOC_ARENA_MAX: inherited['MALLOC_ARENA_MAX'] ?? '2',
    PORT: String(settings.ports.gateway),
    MCP_PORT: String(settings.ports.mcp),
    WORKER_PORT: String(settings.ports.worker),
    PUBLIC_URL: settings.publicUrl,
    TEMPORAL_NAMESPACE: settings.temporalNamespace,
    WORKFLOW_PROJECTS: settings.workflowProjects,
    ADMIN_DIST: settings.place.adminApp,
    ATTACHMENTS_DIR: process.env['ATTACHMENTS_DIR'] || join(settings.home, 'attachments'),
  };
}

/** Libraries check less and run faster in production; only somebody who asks for it gets a stack without the demo. */
function modeOf({ NODE_ENV, DEMO }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { NODE_ENV: NODE_ENV ?? 'production', DEMO: DEMO ?? (NODE_ENV === 'production' ? 'no' : 'yes') };
}

function backendEnv({ database, temporalAddress }: Backends): NodeJS.ProcessEnv {
  return {
    DATABASE_URL: database.databaseUrl,
    SYSTEM_DATABASE_URL: database.systemDatabaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
  };
}

async function requireReady(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  if (!response.ok) throw new LocalStackError(`${url} answers ${response.status}: ${await response.text()}`);
}
