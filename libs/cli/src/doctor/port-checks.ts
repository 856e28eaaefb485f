import { createServer } from 'node:net';
import type { DoctorSettings } from './settings';
import { type Finding, ok, skipped, warn } from './finding';

interface Port {
  readonly setting: string;
  readonly preset: number;
  readonly what: string;
  /** Whether a server of Orkestra listens there, which says so under /health/live. */
  readonly own: boolean;
}

const SERVERS: readonly Port[] = [
  { setting: 'PORT', preset: 4000, what: 'the api-gateway', own: true },
  { setting: 'MCP_PORT', preset: 4100, what: 'the mcp-gateway', own: true },
  { setting: 'WORKER_PORT', preset: 4200, what: 'the worker', own: true },
];
const BACKENDS: readonly Port[] = [
  { setting: 'ORKESTRA_PG_PORT', preset: 5433, what: 'the embedded Postgres', own: false },
  { setting: 'ORKESTRA_TEMPORAL_PORT', preset: 7233, what: "Temporal's dev server", own: false },
  { setting: 'ORKESTRA_TEMPORAL_UI_PORT', preset: 8233, what: "Temporal's UI", own: false },
];

/** Whether what would start here finds its ports free. */
export async function checkPorts({ env, local, servers }: DoctorSettings): Promise<Finding[]> {
  if (local !== undefined)
    return [skipped('ports', 'The stack of npm start runs on this machine and has them.')];
  const embedded = servers['DATABASE_URL'] === undefined && servers['TEMPORAL_ADDRESS'] === undefined;
  const isProduction = env['NODE_ENV'] === 'production';
  const ports = [...SERVERS, ...(embedded && !isProduction ? BACKENDS : [])];
  return Promise.all(ports.map((port) => checkPort(port, env)));
}

async function checkPort(
  { setting, preset, what, own }: Port,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Finding> {
  const check = `port ${setting}`;
  const port = Number(env[setting] || preset);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    return warn(check, `${setting} is "${env[setting]}".`, `Set ${setting} to a port, such as ${preset}.`);
  const host = env['HOST'] || '127.0.0.1';
  const problem = await whyBusy(port, host);
  if (problem === undefined) return ok(check, `${port} is free for ${what}.`);
  if (own && (await isOurs(port))) return ok(check, `A server of Orkestra listens on ${port}.`);
  const message = `${port}, for ${what}, can't be used on ${host} (${problem}).`;
  return warn(check, message, `Stop what listens there, or set ${setting} to another port.`);
}

function whyBusy(port: number, host: string): Promise<string | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(undefined)));
  });
}

async function isOurs(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/live`, {
      signal: AbortSignal.timeout(2_000),
    });
    return response.ok && ((await response.json()) as { status?: unknown }).status === 'ok';
  } catch {
    return false;
  }
}
