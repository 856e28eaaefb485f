import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePorts, removePostgresData } from '../../apps/local/src';
import {
  ApiClient,
  claim,
  complete,
  ended,
  eventually,
  type Json,
  startSystem,
  startWorkflow,
  taskOf,
} from '../harness';
import { LocalRegistry } from '../harness/packages/local-registry';
import { resolveTemporalTestServer } from '../harness/servers/temporal-test-server';
import { Program } from '../mcp/program';

const PORTS = [
  ...['PORT', 'MCP_PORT', 'WORKER_PORT'],
  ...['ORKESTRA_PG_PORT', 'ORKESTRA_TEMPORAL_PORT', 'ORKESTRA_TEMPORAL_UI_PORT'],
];
const LONG = { timeoutMs: 240_000 };
const LONGEST_COMMAND_MS = 240_000;
const EDITS = 10;

interface Dev {
  urls: { admin: string };
  temporalAddress: string;
  tenants: { slug: string; apiKey: string; users: { email: string; password: string }[] }[];
  pids: Record<string, number>;
}

/** By `npm run test:developer`: it installs hundreds of packages. */
const isAsked = process.env['DEVELOPER'] === 'yes';

let folder: string;
let project: string;
let registry: LocalRegistry;
let env: Record<string, string>;
const programs: Program[] = [];

beforeAll(async () => {
  if (!isAsked) return;
  folder = mkdtempSync(join(tmpdir(), 'orkestra-developer-'));
  project = join(folder, 'my-bot');
  registry = await LocalRegistry.start(folder, ['sdk', 'cli', 'server', 'dev', 'create-orkestra']);
  const ports = await freePorts(PORTS.length);
  env = {
    ...(Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_|^TEMPORAL|DATABASE_URL$/.test(name)),
    ) as Record<string, string>),
    ...Object.fromEntries(PORTS.map((name, index) => [name, String(ports[index])])),
    HOME: homedir(),
    npm_config_registry: registry.url,
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
    ORKESTRA_TEST_SERVER: await resolveTemporalTestServer(),
  };
}, 120_000);

afterAll(async () => {
  if (!isAsked) return;
  for (const program of programs)
    if (program.child.exitCode === null && program.child.signalCode === null) program.pressCtrlC();
  await Promise.all(programs.map((program) => program.exitCode()));
  await registry?.stop();
  removePostgresData(join(project, '.orkestra'));
  rmSync(folder, { recursive: true, force: true });
});

/** What a user types, in the project unless another folder is given. */
async function type(command: string, cwd = project): Promise<string> {
  const [program = '', ...args] = command.split(' ');
  try {
    return (
      await promisify(execFile)(program, args, { cwd, env, maxBuffer: 1 << 26, timeout: LONGEST_COMMAND_MS })
    ).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}

function start(command: string, more: Record<string, string> = {}): Program {
  const [program = '', ...args] = command.split(' ');
  const started = new Program({
    command: program,
    args,
    env: { ...env, ...more },
    cwd: project,
    atTerminal: true,
  });
  programs.push(started);
  return started;
}

function edit(file: string, before: string, after: string): void {
  const path = join(project, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(before);
  writeFileSync(path, text.replace(before, after));
}

async function signIn({ urls, tenants }: Dev, email: string): Promise<ApiClient> {
  const [tenant] = tenants;
  const user = tenant?.users.find((one) => one.email === email);
  const who = { tenant: tenant?.slug, email, password: user?.password };
  const response = await new ApiClient(urls.admin, {}).post('/api/v1/auth/sign-in', who);
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
  return new ApiClient(urls.admin, { cookie: cookies.join('; '), origin: urls.admin });
}

const lives = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Waits for a word of a program, and not longer than it lives. */
async function said(program: Program, condition: () => boolean): Promise<void> {
  const ended = program.exitCode().then((code) => {
    throw new Error(`It ended with ${String(code)}:\n${program.stdout}\n${program.stderr}`);
  });
  await Promise.race([eventually(condition, LONG), ended]);
}

let dev: Program;
let stack: Dev;
let agent: ApiClient;
let sam: ApiClient;

const reloads = () =>
  [...dev.stdout.matchAll(/Reloaded in ([\d.]+) s/g)].map(([, seconds]) => Number(seconds));

async function reloaded(times: number): Promise<void> {
  await eventually(() => reloads().length >= times, LONG);
}

async function ask(): Promise<{ id: string; task: Json }> {
  const id = await startWorkflow(agent, 'ask-a-person', { customer: 'Kim', question: 'Do you ship?' });
  return { id, task: await taskOf(agent, id) };
}

async function answer({ id, task }: { id: string; task: Json }, text: string): Promise<void> {
  await claim(sam, task.id as string);
  await complete(sam, task.id as string, { answer: text });
  expect(await ended(agent, id)).toMatchObject({ status: 'COMPLETED', result: { answer: text } });
}

/** One story: each test goes on where the one before has ended. */
(isAsked ? describe : describe.skip)('From an empty folder to a worker in production', () => {
  test('a project is made and installed', async () => {
    expect(await type('npx --yes create-orkestra my-bot --yes', folder)).toContain('npm run dev');
    await type('npm install');
    const resolved = readFileSync(join(project, 'node_modules/@orkestra/server/package.json'), 'utf8');
    expect((JSON.parse(resolved) as Json).name).toBe('@orkestra/server');
  }, 300_000);

  test('orkestra dev runs it, and a person answers its task', async () => {
    dev = start('npm run dev');
    await said(dev, () => dev.stdout.includes('The workflows run'));
    stack = JSON.parse(readFileSync(join(project, '.orkestra/dev.json'), 'utf8')) as Dev;
    agent = new ApiClient(stack.urls.admin, { authorization: `Bearer ${stack.tenants[0]?.apiKey}` });
    sam = await signIn(stack, 'sam@demo.test');
    const published = async () => await agent.graphql('{ workflowDefinitions { name } }');
    await eventually(async () => JSON.stringify(await published()).includes('ask-a-person'), LONG);
    await answer(await ask(), 'Yes');
    await eventually(() => dev.stdout.includes('my-bot         | To Kim: Yes'));
  }, 300_000);

  test('what is saved is live within two seconds, and what waits goes on', async () => {
    const waiting = await ask();
    let title = 'A customer asks';
    for (let time = 1; time <= EDITS; time += 1) {
      const next = `A customer asks, ${time}`;
      edit('src/workflows.ts', `title: '${title}'`, `title: '${next}'`);
      title = next;
      await reloaded(time);
    }
    expect((await ask()).task.title).toBe(title);
    edit('src/workflows.ts', `title: '${title}'`, "title: 'A customer asks'");
    await reloaded(EDITS + 1);
    await answer(waiting, 'To all countries');
    const seconds = reloads().sort((one, other) => one - other);
    const median = seconds[Math.floor(seconds.length / 2)] ?? Infinity;
    process.stderr.write(`Reloads: median ${median} s, longest ${seconds.at(-1)} s\n`);
    expect(median).toBeLessThan(2);
  }, 300_000);

  test('code that does not fit its types is told by line, and the code of before works on', async () => {
    edit('src/activities.ts', 'input.answer', 'input.anwser');
    await eventually(() => dev.stdout.includes('The code of before works on'), LONG);
    expect(dev.stdout).toMatch(/src\/activities\.ts:3:\d+ error TS\d+: .*anwser/);
    await answer(await ask(), 'Still');
    const before = reloads().length;
    edit('src/activities.ts', 'input.anwser', 'input.answer');
    await reloaded(before + 1);
  }, 300_000);

  test('what orkestra generate writes runs, and its tests pass beside those of the template', async () => {
    const before = reloads().length;
    for (const what of [
      'activity send-mail',
      'form complaint',
      'workflow refund-request',
      'test ask-a-person',
    ])
      await type(`npx orkestra generate ${what}`);
    expect(await type('npm test')).toMatch(/# pass 3\n/);
    await reloaded(before + 1);
    const published = async () => await agent.graphql('{ workflowDefinitions { name } }');
    await eventually(async () => JSON.stringify(await published()).includes('refund-request'), LONG);
    expect(await type('npm run build')).toContain('ask-a-person, refund-request');
  }, 300_000);

  test('Ctrl-C ends all of it', async () => {
    dev.pressCtrlC();
    await dev.exitCode();
    await eventually(() => Object.values(stack.pids).every((pid) => !lives(pid)), LONG);
    expect(existsSync(join(project, '.orkestra/dev.json'))).toBe(false);
  }, 300_000);

  test('npm start runs what was built with the Temporal of production', runBuilt, 300_000);
});

/** On a Temporal that here is that of the other tests. */
async function runBuilt(): Promise<void> {
  const system = await startSystem({ processes: ['gateway', 'worker'] });
  try {
    const { address, namespace } = system.namespace;
    const worker = start('npm start', { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace });
    await said(worker, () => worker.stderr.includes('Its workflows are listed'));
    const input = { customer: 'Lee', question: 'Do you ship?' };
    const id = await startWorkflow(system.agent('demo'), 'ask-a-person', input);
    const sam = await system.person('sam@demo.test');
    const task = await taskOf(sam, id);
    await complete(sam, task.id as string, { answer: 'Yes' }, { claim: true });
    expect(await ended(sam, id)).toMatchObject({ status: 'COMPLETED', result: { answer: 'Yes' } });
    worker.child.kill('SIGTERM');
    await worker.exitCode();
    await eventually(() => worker.stderr.includes('Stopped.'));
  } finally {
    await system.stop();
  }
}
