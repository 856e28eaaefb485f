import { loadConfig, temporalConnectionOptions } from '@orkestra/core';
import { Connection } from '@temporalio/client';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { complete, ended, eventually, startSystem, startWorkflow, taskOf, type TestSystem } from './harness';
import { testRun } from './harness/run/test-run';
import { TemporalTlsProxy } from './harness/servers/temporal-tls-proxy';
import { type Certified, TestAuthority } from './harness/servers/test-authority';
import { cliProgram, connect } from './mcp/mcp-client';
import { Program } from './mcp/program';

const NAME = 'temporal.internal';
const API_KEY = 'of-the-namespace';
const root = resolve(__dirname, '..');
const WORKFLOWS = `
import { task, workflow, workflows } from '@orkestra/sdk';

const ask = workflow('ask-by-tls', (ctx, _: object) =>
  task(ctx, { title: 'By TLS?', form: { answer: { type: 'text' } }, assignTo: { group: 'support-l1' } }),
);
export default workflows(ask);
`;

let folder: string;
let authority: TestAuthority;
let proxy: TemporalTlsProxy;
let servers: Record<string, string>;
let system: TestSystem;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orkestra-tls-'));
  authority = await TestAuthority.make();
  const target = testRun.temporalAddress;
  proxy = await TemporalTlsProxy.start({ authority, name: NAME, apiKey: API_KEY, target });
  servers = settingsOf(await authority.issue('servers'));
  system = await startSystem({ processes: ['gateway', 'worker', 'mcp'], env: servers });
}, 240_000);
afterAll(async () => {
  await system?.stop();
  await proxy?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Both ways to give a file: by its place, and by what stands in it. */
function settingsOf({ certificate, key }: Certified): Record<string, string> {
  const ca = join(folder, 'ca.pem');
  writeFileSync(ca, authority.certificate);
  return {
    TEMPORAL_ADDRESS: proxy.address,
    TEMPORAL_API_KEY: API_KEY,
    TEMPORAL_TLS_SERVER_NAME: NAME,
    TEMPORAL_TLS_SERVER_CA_CERT_PATH: ca,
    TEMPORAL_TLS_CLIENT_CERT_DATA: certificate,
    TEMPORAL_TLS_CLIENT_KEY_DATA: key,
  };
}

const methodsOf = (client: string) =>
  new Set(proxy.calls.filter((call) => call.startsWith(`${client} `)).map((call) => call.split(' ')[1]));

test('the three servers work with a Temporal that wants a certificate and an API key', async () => {
  const agent = await connect('v1 client, HTTP', system);
  const started = await agent.callTool('workflow_start', {
    ...{ type: 'one-task', input: { title: 'By TLS?' }, idempotency_key: 'tls' },
  });
  expect(started.isError).toBeFalsy();
  const sam = await system.person('sam@demo.test');
  const task = await taskOf(sam, 'tls');
  await complete(sam, task['id'] as string, { answer: 'Yes' }, { claim: true });
  expect(await ended(sam, 'tls')).toMatchObject({ status: 'COMPLETED', result: { answer: 'Yes' } });
  await agent.close();
  const used = methodsOf('servers');
  for (const method of ['StartWorkflowExecution', 'SignalWorkflowExecution', 'PollWorkflowTaskQueue'])
    expect(used).toContain(method);
  for (const app of ['gateway', 'worker', 'mcp'] as const) {
    const health = (await (await fetch(`${system.url(app)}/health/ready`)).json()) as object;
    expect(health).toMatchObject({ checks: { temporal: 'ok' } });
  }
});

test('so does `orkestra worker` with the project of a user', async () => {
  const project = join(folder, 'tls-bot');
  mkdirSync(join(project, 'src'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  const write = (name: string, content: unknown) =>
    writeFileSync(join(project, name), typeof content === 'string' ? content : JSON.stringify(content));
  write('package.json', { name: 'tls-bot', orkestra: { workflows: './dist/workflows.js' } });
  write('tsconfig.json', {
    compilerOptions: {
      ...{ target: 'es2022', module: 'node16', strict: true, skipLibCheck: true, types: [] },
      ...{ rootDir: 'src', outDir: 'dist' },
    },
    include: ['src'],
  });
  write('src/workflows.ts', WORKFLOWS);
  const env = {
    ...{ PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' },
    ...settingsOf(await authority.issue('tls-bot')),
    TEMPORAL_NAMESPACE: system.namespace.namespace,
  };
  const built = new Program({ args: [cliProgram, 'build', project], env });
  expect(await built.exitCode()).toBe(0);
  const worker = new Program({ args: [cliProgram, 'worker', project], env });
  try {
    const agent = system.agent('demo');
    const id = await eventually(() => startWorkflow(agent, 'ask-by-tls', {}).catch(() => undefined), {
      timeoutMs: 60_000,
    });
    const sam = await system.person('sam@demo.test');
    await complete(sam, (await taskOf(sam, id))['id'] as string, { answer: 'Yes' }, { claim: true });
    expect(await ended(sam, id)).toMatchObject({ status: 'COMPLETED' });
    expect(methodsOf('tls-bot')).toContain('RespondWorkflowTaskCompleted');
  } finally {
    worker.child.kill('SIGTERM');
    await worker.exitCode();
  }
});

test.each([
  ['no certificate', () => ({ TEMPORAL_TLS_CLIENT_CERT_DATA: '', TEMPORAL_TLS_CLIENT_KEY_DATA: '' })],
  ['another authority', () => ({ TEMPORAL_TLS_SERVER_CA_CERT_PATH: '' })],
  ['the name of the address', () => ({ TEMPORAL_TLS_SERVER_NAME: '' })],
  ['another API key', () => ({ TEMPORAL_API_KEY: 'of-others' })],
])('with %s nobody gets through', async (_, wrong) => {
  const databases = {
    DATABASE_URL: system.database.databaseUrl,
    SYSTEM_DATABASE_URL: system.database.systemDatabaseUrl,
  };
  const options = temporalConnectionOptions(loadConfig({ ...servers, ...databases, ...wrong() }));
  await expect(Connection.connect({ ...options, connectTimeout: '3s' })).rejects.toThrow();
});
