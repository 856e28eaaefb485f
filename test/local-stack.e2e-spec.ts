import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePorts, removePostgresData } from '../apps/local/src';
import { eventually } from './harness';
import { cliProgram, connectTo } from './mcp/mcp-client';

const PROJECT = resolve(__dirname, '..');
const PORTS = [
  'PORT',
  'MCP_PORT',
  'WORKER_PORT',
  'ORKESTRA_PG_PORT',
  'ORKESTRA_TEMPORAL_PORT',
  'ORKESTRA_TEMPORAL_UI_PORT',
];

interface Dev {
  urls: { admin: string };
  tenants: { apiKey: string }[];
  pids: Record<string, number>;
}

let home: string;
let env: NodeJS.ProcessEnv;
const started: ChildProcess[] = [];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'orkestra-start-'));
  const ports = await freePorts(PORTS.length);
  const chosen = Object.fromEntries(PORTS.map((name, index) => [name, String(ports[index])]));
  const { NODE_ENV: _ofTheTests, ...inherited } = process.env;
  env = { ...inherited, ...chosen, ORKESTRA_HOME: home };
});

afterAll(() => {
  for (const child of started) if (child.exitCode === null) child.kill('SIGTERM');
  removePostgresData(home);
  rmSync(home, { recursive: true, force: true });
});

/** What `npm start` runs once everything is built, as it is when the tests run. */
function start(extra: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [join(PROJECT, 'dist/apps/local/src/main.js')], {
    cwd: PROJECT,
    env: { ...env, ...extra },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const stack = { child, output: '', exit: new Promise<number | null>((done) => child.once('exit', done)) };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => (stack.output += String(text)));
  return stack;
}

async function ready(): Promise<Dev> {
  const file = join(home, 'dev.json');
  return eventually(() => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Dev) : undefined), {
    timeoutMs: 120_000,
  });
}

async function viewer({ urls, tenants }: Dev): Promise<number> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${tenants[0]?.apiKey}` };
  const body = JSON.stringify({ query: '{ viewer { id } }' });
  return (await fetch(`${urls.admin}/graphql`, { method: 'POST', headers, body })).status;
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it('starts everything, says so once, keeps its data and stops every child', async () => {
  const first = start();
  const dev = await ready();
  expect(statSync(join(home, 'dev.json')).mode & 0o777).toBe(0o600);
  expect(await viewer(dev)).toBe(200);
  expect((await fetch(dev.urls.admin)).headers.get('content-type')).toContain('text/html');
  const agent = await connectTo(
    { command: process.execPath, args: [cliProgram, 'mcp'], env: { ORKESTRA_HOME: home } },
    'v2',
  );
  expect((await agent.callTool('whoami', {})).isError).toBeFalsy();
  await agent.close();

  // Whatever ends by itself is started again; what comes after it works as before.
  for (const part of ['worker', 'mcp-gateway', 'postgres', 'temporal']) {
    const { pids } = await ready();
    process.kill(pids[part] ?? 0, 'SIGKILL');
    await eventually(() => first.output.includes(`${part} is ready again`), { timeoutMs: 60_000 });
    expect(first.output).toContain(`${part} was ended by SIGKILL; starting it again`);
    expect((await ready()).pids[part]).not.toBe(pids[part]);
  }
  await eventually(async () => (await viewer(dev)) === 200, { timeoutMs: 60_000 });

  const second = start();
  expect(await second.exit).toBe(2);
  expect(second.output).toContain(String(dev.pids['launcher']));

  const before = await ready();
  first.child.kill('SIGTERM');
  expect(await first.exit).toBe(0);
  await eventually(() => Object.values(before.pids).every((pid) => !lives(pid)) || undefined);
  expect(existsSync(join(home, 'dev.json'))).toBe(false);
  for (const word of ['Admin app', 'GraphQL', 'MCP', 'Temporal', 'sam@demo.test', 'API key', 'npm run ask']) {
    expect(first.output).toContain(word);
  }

  const again = start();
  const later = await ready();
  expect(later.tenants).toEqual(dev.tenants);
  expect(await viewer(later)).toBe(200);
  again.child.kill('SIGINT');
  expect(await again.exit).toBe(0);
}, 240_000);

it('names a busy port with the setting that changes it', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as { port: number };
  const stack = start({ MCP_PORT: String(port) });
  expect(await stack.exit).toBe(2);
  expect(stack.output).toContain('MCP_PORT');
  expect(stack.output).toContain(String(port));
  server.close();
});
