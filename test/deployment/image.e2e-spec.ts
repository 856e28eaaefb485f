import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import {
  type DatabaseUrls,
  freePorts,
  ManagedProcess,
  provisionDatabase,
  type ProcessOptions,
} from '../../apps/local/src';
import { ApiClient, asAdmin, complete, createTask, eventually, type Json, startWorkflow } from '../harness';
import { guard, testRun } from '../harness/run/test-run';
import { createTestNamespace, type TestNamespace } from '../harness/servers/namespace';
import { findTemporalServer, startTemporalOnPostgres } from '../harness/servers/temporal-on-postgres';
import { answerOwnBot, OWN_BOT, OWN_BOT_TOLD, staffOwnBot } from '../harness/system/own-bot';
import { InvitedPerson, signInAt } from '../harness/system/first-person';
import { root, stagesOf } from './dockerfile';
import { type Image, ImageTree } from './image-tree';
import { nodeOf } from './node-program';

// It installs every package twice and takes some minutes: `npm run test:image`.
const whole = process.env['IMAGE'] === 'whole' ? describe : describe.skip;
const DATABASE = `image_${process.pid}`;
const NO_PORT = '9';
const SHARED = ['semver', 'xml-crypto', 'yaml'];
const PASSWORD = 'as chosen by Ann 1';
const PROJECT = 'my-bot';
const SCOPES = 'tasks:read,tasks:write,workflows:read,workflows:start';

whole('The image', () => {
  const stages = stagesOf(readFileSync(join(root, 'Dockerfile'), 'utf8'));
  const programs: ManagedProcess[] = [];
  let tree: ImageTree;
  let image: Image;
  let urls: DatabaseUrls;
  let namespace: TestNamespace;
  let temporal: { address: string; process: ManagedProcess } | undefined;
  let gateway: string;
  let settings: Record<string, string>;
  let ann: ApiClient;
  let bot: ApiClient;

  beforeAll(async () => {
    tree = new ImageTree(await nodeOf(stages[0]?.from ?? ''));
    image = await tree.assemble(stages);
    await addProject();
    const passwords = { owner: 'test', app: 'test', system: 'test' };
    const empty = { adminUrl: testRun.postgresAdminUrl, database: DATABASE, passwords };
    urls = await provisionDatabase(empty);
    const server = findTemporalServer();
    if (server) temporal = await startTemporalOnPostgres(server, testRun.postgresAdminUrl);
    namespace = await createTestNamespace(temporal?.address);
    const [port] = (await freePorts(1)) as [number];
    gateway = `http://127.0.0.1:${port}`;
    settings = {
      ...{ DATABASE_URL: urls.databaseUrl, SYSTEM_DATABASE_URL: urls.systemDatabaseUrl },
      ...{ TEMPORAL_ADDRESS: namespace.address, TEMPORAL_NAMESPACE: namespace.namespace },
      ...{ PORT: String(port), MCP_PORT: NO_PORT, WORKER_PORT: NO_PORT, PUBLIC_URL: gateway },
      ...{ SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'), WORKFLOW_PROJECTS: PROJECT },
    };
  }, 1_500_000);
  afterAll(async () => {
    await Promise.all(programs.map((program) => program.stop()));
    await namespace?.close();
    await temporal?.process.stop();
    await asAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`));
    await tree?.remove();
  }, 600_000);

  /** A project of the user's own, built elsewhere: `FROM orkestra` with its folder, and without packages of its own. */
  async function addProject(): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'orkestra-project-'));
    const orkestra = (...args: string[]) =>
      promisify(execFile)(process.execPath, [join(root, 'libs/cli/bin/orkestra.js'), ...args], {
        cwd: folder,
      });
    try {
      await orkestra('init', PROJECT, '--yes');
      symlinkSync(join(root, 'node_modules'), join(folder, PROJECT, 'node_modules'));
      await orkestra('build', PROJECT);
      for (const part of ['package.json', 'dist'])
        cpSync(join(folder, PROJECT, part), join(image.folder, PROJECT, part), { recursive: true });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** What a container gets: the image's variables and those of `docker run`, and nothing of this machine. */
  const inside = (
    args: readonly string[],
    more: Record<string, string>,
  ): Omit<ProcessOptions, 'name' | 'logFile'> => {
    const env = { ...image.env, ATTACHMENTS_DIR: tree.path(image.env['ATTACHMENTS_DIR'] ?? ''), ...more };
    const user = process.getuid?.() === 0 ? { uid: image.user, gid: image.user } : {};
    return { command: tree.node, args: args.slice(1), cwd: image.folder, env, ...user };
  };

  const called = async (command: string, more: Record<string, string> = settings) => {
    const { command: program, args, ...options } = inside([...image.entrypoint, ...command.split(' ')], more);
    const { stdout } = await promisify(execFile)(program, [...args], options);
    return stdout;
  };

  const sizeOf = async (path: string) => {
    const { stdout } = await promisify(execFile)('du', ['-sm', join(image.folder, path)]);
    return Number.parseInt(stdout, 10);
  };

  async function start(name: string, portName: string, port: string): Promise<void> {
    const own = { ...settings, PORT: NO_PORT, [portName]: port };
    const logFile = join(testRun.folder, 'logs', basename(__filename), `${name}.log`);
    const program = await ManagedProcess.start({
      ...{ name, logFile },
      ...inside([...image.entrypoint, name], own),
    });
    guard(program);
    programs.push(program);
    const check = inside([...image.healthcheck.slice(0, -1), 'ready'], own);
    const answered = () =>
      promisify(execFile)(check.command, [...check.args], { cwd: check.cwd, env: check.env });
    await eventually(answered, { timeoutMs: 180_000, everyMs: 500 });
  }

  test('is small, and holds no package of a developer', async () => {
    const [all, packages] = await Promise.all([sizeOf('.'), sizeOf('node_modules')]);
    process.stderr.write(`The image's tree: ${all} MB, ${packages} MB of them packages.\n`);
    expect(all).toBeLessThan(350);
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Json;
    const installed = readdirSync(join(image.folder, 'node_modules'));
    // Servers' own packages need these as well.
    const kept = installed.filter((name) => name in devDependencies && !SHARED.includes(name));
    expect(kept).toEqual([]);
  });

  test('brings the tables, and runs the three servers as nobody special', async () => {
    expect(image.user).toBeGreaterThan(0);
    expect(await called('db migrate', { MIGRATION_DATABASE_URL: urls.migrationDatabaseUrl })).toMatch(
      /^Ran /,
    );
    expect(await called('db migrate', { MIGRATION_DATABASE_URL: urls.migrationDatabaseUrl })).not.toMatch(
      /^Ran [1-9]/,
    );
    await called('tenant create acme --name Acme');
    const invite = 'tenant invite-admin acme --email ann@acme.example --json';
    const { url } = JSON.parse(await called(invite)) as Json;
    const create = `keys create --tenant acme --principal bot --scope ${SCOPES} --json`;
    const { secret } = JSON.parse(await called(create)) as Json;

    const [worker, mcp] = (await freePorts(2)) as [number, number];
    await start('api-gateway', 'PORT', settings['PORT'] ?? '');
    await start('worker', 'WORKER_PORT', String(worker));
    await start('mcp-gateway', 'MCP_PORT', String(mcp));

    expect(await new InvitedPerson(gateway, url).accept(PASSWORD, 'Ann Lee')).toBe(200);
    bot = new ApiClient(gateway, { authorization: `Bearer ${secret}` });
    ann = await signInAt(gateway, { tenant: 'acme', email: 'ann@acme.example', password: PASSWORD });
    // The admin app is part of it.
    expect(await (await fetch(`${gateway}/inbox`)).text()).toContain('<div id="root">');
  }, 600_000);

  test('a task without a workflow is answered', async () => {
    const spec = {
      ...{ title: 'Ship it?', form: { yes: { type: 'boolean' } } },
      assignTo: { user: 'ann@acme.example' },
    };
    const id = await createTask(bot, spec);
    expect(await complete(ann, id, { yes: true })).toMatchObject({ status: 'COMPLETED' });
  });

  test('a workflow waits for a person, who answers, and goes on once with the answer', async () => {
    process.stderr.write(`The image's Temporal: ${temporal ? 'a server on Postgres' : 'the dev server'}.\n`);
    await staffOwnBot(ann);
    const id = await startWorkflow(bot, OWN_BOT.workflow, OWN_BOT.input);
    await answerOwnBot(ann, namespace.client, id);
    const worker = programs.find(({ name }) => name === 'worker');
    const log = readFileSync(worker?.options.logFile ?? '', 'utf8');
    expect(log.split(OWN_BOT_TOLD)).toHaveLength(2);
  }, 120_000);

  test('its servers end in order, also where nothing but themselves ends them', async () => {
    await Promise.all(programs.map((program) => program.stop()));
    const ends = programs.map(({ name, exit }) => `${name} ${exit?.code}`);
    expect(ends).toEqual(['api-gateway 143', 'worker 143', 'mcp-gateway 143']);
  });
});
