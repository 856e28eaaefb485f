import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { freePorts, ManagedProcess, type RunningPostgres, startPostgres } from '../apps/local/src';
import { eventually } from './harness';
import { Installed } from './harness/installed';
import { createTestNamespace, type TestNamespace } from './harness/servers/namespace';
import { findTemporalServer, startTemporalOnPostgres } from './harness/servers/temporal-on-postgres';
import { postgresTools } from './harness/servers/postgres-tools';
import { guard } from './harness/run/test-run';
import { InvitedPerson, signInAt } from './harness/system/first-person';
import { answerOwnBot, OWN_BOT_TOLD, staffOwnBot } from './harness/system/own-bot';

const root = resolve(__dirname, '..');
const page = readFileSync(join(root, 'docs/guides/production.md'), 'utf8');
const commands = [...page.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => block ?? '');
const PASSWORD = 'as chosen by Ann 1';

let folder: string;
let installed: Installed;
let postgres: RunningPostgres;
let namespace: TestNamespace;
let temporal: { address: string; process: ManagedProcess } | undefined;
let gateway: string;
let env: NodeJS.ProcessEnv;
const programs: ManagedProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orkestra-production-'));
  // Postgres runs as another user where the tests run as root.
  chmodSync(folder, 0o711);
  for (const name of ['dist', 'apps']) symlinkSync(join(root, name), join(folder, name));
  const [port, api, worker, mcp] = (await freePorts(4)) as [number, number, number, number];
  const cluster = { home: folder, port, password: 'of-the-superuser', logFile: join(folder, 'postgres.log') };
  [installed, postgres] = await Promise.all([
    Installed.package('cli'),
    startPostgres({ ...cluster, settings: { fsync: 'off' } }),
  ]);
  guard(postgres.process);
  // As in production, where that server was built before (`npm run test:image`).
  const server = findTemporalServer();
  if (server !== undefined) temporal = await startTemporalOnPostgres(server, postgres.adminUrl);
  namespace = await createTestNamespace(temporal?.address);
  gateway = `http://127.0.0.1:${api}`;
  env = {
    HOME: process.env['HOME'],
    PATH: `${join(installed.folder, 'node_modules/.bin')}:${await postgresTools()}:${process.env['PATH']}`,
    ...{ OWNER_PASSWORD: 'owner-4711', APP_PASSWORD: 'app-4711', SYSTEM_PASSWORD: 'system-4711' },
    ...{ DATABASE_HOST: `127.0.0.1:${port}`, TEMPORAL_HOST: namespace.address, ORKESTRA_URL: gateway },
    ...{ TEMPORAL_NAMESPACE: namespace.namespace, ADMIN_DATABASE_URL: postgres.adminUrl },
    ...{ PORT: String(api), WORKER_PORT: String(worker), MCP_PORT: String(mcp) },
  };
}, 300_000);
afterAll(async () => {
  await Promise.all(programs.map((program) => program.stop()));
  await namespace?.close();
  await temporal?.process.stop();
  await postgres?.process.stop();
  installed?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const shell = (script: string) =>
  promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, env });

/** Each program of the block in a process of its own, as a platform keeps it, until it says that it can work. */
async function startPrograms(block: string): Promise<void> {
  const [settings = '', ...lines] = block.trim().split('\n');
  const ports = ['PORT', 'WORKER_PORT', 'MCP_PORT'];
  for (const [index, line] of lines.entries()) {
    const command = line.replace(/ &$/, '');
    const program = await ManagedProcess.start({
      ...{ name: command, command: 'bash', args: ['-c', `${settings}\nexec ${command}`] },
      ...{ cwd: folder, env, logFile: join(folder, `program-${index}.log`) },
    });
    guard(program);
    programs.push(program);
    const health = `http://127.0.0.1:${env[ports[index] ?? '']}/health/ready`;
    await eventually(async () => (await fetch(health).catch(() => undefined))?.ok, { timeoutMs: 120_000 });
  }
}

test('the commands of the guide lead from nothing to the first answered task and the first workflow', async () => {
  expect(commands).toHaveLength(9);
  const [roles = '', settings = '', tables = '', workspace = '', servers = '', first = ''] = commands;
  const [project = '', worker = '', start = ''] = commands.slice(6);
  await shell(roles);
  await shell(settings);
  expect((await shell(tables)).stdout).toMatch(/Ran .*\n.*The tables are up to date, the roles right\.\n$/s);
  await shell(workspace);
  await startPrograms(servers);

  const link = readFileSync(join(folder, 'invitation'), 'utf8').trim();
  expect(link).toMatch(new RegExp(`^${gateway}/link#token=`));
  const invited = new InvitedPerson(gateway, link);
  expect(await invited.look()).toMatchObject({
    purpose: 'admin-invitation',
    tenant: { slug: 'acme', name: 'Acme' },
    email: 'ann@acme.example',
  });
  expect(await invited.accept(PASSWORD, 'Ann Lee')).toBe(200);
  expect(await invited.accept(PASSWORD, 'Ann Lee')).toBe(422);
  const { stdout } = await shell(first);
  const { id } = (JSON.parse(stdout.slice(stdout.indexOf('{'))) as Created).data.createTask.task;

  const ann = await signInAt(gateway, { tenant: 'acme', email: 'ann@acme.example', password: PASSWORD });
  const complete = `mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { task { status } } }`;
  const input = { taskId: id, data: { answer: 'It is on its way.' } };
  expect(await ann.graphql(complete, { input })).toMatchObject({
    completeTask: { task: { status: 'COMPLETED' } },
  });
  // What is sealed has a key to be sealed with.
  expect(await ann.graphql('mutation { beginTotp { secret } }')).toMatchObject({
    beginTotp: { secret: expect.any(String) },
  });

  await shell(project);
  // What `npm install` brings once the packages are published.
  symlinkSync(join(root, 'node_modules'), join(folder, 'my-bot/node_modules'));
  const printed = await startWorker(worker);
  await staffOwnBot(ann);
  const workflowId = (await shell(start)).stdout.trim().split('\n').at(-1) ?? '';
  await answerOwnBot(ann, namespace.client, workflowId);
  expect(printed().split(OWN_BOT_TOLD)).toHaveLength(2);
}, 400_000);

/** The last line of the block, once what stands before it has ended; resolves when its workflows are listed. */
async function startWorker(block: string): Promise<() => string> {
  const lines = block.trim().split('\n');
  const command = lines.pop()?.replace(/ &$/, '') ?? '';
  await shell(lines.join('\n'));
  const logFile = join(folder, 'own-worker.log');
  const program = await ManagedProcess.start({
    ...{ name: 'own-worker', command: 'bash', args: ['-c', `${lines[0]}\nexec ${command}`] },
    ...{ cwd: folder, env, logFile },
  });
  guard(program);
  programs.push(program);
  const printed = () => readFileSync(logFile, 'utf8');
  await eventually(() => printed().includes('Its workflows are listed'), { timeoutMs: 120_000 });
  return printed;
}

interface Created {
  data: { createTask: { task: { id: string } } };
}
