import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type ApiClient, claim, complete, startSystem, startWorkflow, taskOf, tasksOf } from '../harness';
import { testRun } from '../harness/run/test-run';
import { postgresTools } from '../harness/servers/postgres-tools';
import { fileOf, type Release } from './release';

/** `npm run build && RECORD_RELEASE=0.2.0 npx jest test/upgrade/record --selectProjects system` */
const version = process.env['RECORD_RELEASE'];
const run = promisify(execFile);
const compact = `import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('VACUUM INTO ?', [sys.argv[2]])`;

(version === undefined ? test.skip : test)(
  'records what the next release has to go on with',
  async () => {
    const system = await startSystem({ ownTemporal: true });
    const people = { sam: await system.person('sam@demo.test'), bot: system.agent('demo') };
    const { workflows, tasks } = await begin(people, () => system.stopTemporal());
    for (const app of ['gateway', 'worker'] as const) await system.kill(app, 'SIGTERM');

    mkdirSync(dirname(fileOf(version ?? '', 'release.json')), { recursive: true });
    const { adminUrl } = system.database;
    const dump = [
      '--no-owner',
      '--exclude-table-data=sessions',
      '--file',
      fileOf(version ?? '', 'database.sql'),
    ];
    await run(join(await postgresTools(), 'pg_dump'), [...dump, adminUrl]);
    const logs = join(testRun.folder, 'logs', basename(__filename));
    const file = join(logs, readdirSync(logs)[0] ?? '', 'temporal.db');
    await run('python3', ['-c', compact, file, `${file}.small`]);
    writeFileSync(
      fileOf(version ?? '', 'temporal.db.gz'),
      gzipSync(readFileSync(`${file}.small`), { level: 9 }),
    );
    const users = ['sam@demo.test', 'ada@demo.test'].map((email) => system.user(email));
    const tenants = [{ slug: 'demo', name: 'Demo', users }];
    const release: Release = { tenants, namespace: system.namespace.namespace, workflows, tasks };
    writeFileSync(fileOf(version ?? '', 'release.json'), `${JSON.stringify(release, null, 2)}\n`);
  },
  240_000,
);

/** Something of each kind that waits. @param stopTemporal from then on nothing is delivered */
async function begin({ sam, bot }: { sam: ApiClient; bot: ApiClient }, stopTemporal: () => Promise<void>) {
  const start = (type: string, key: string, input: object) => startWorkflow(bot, type, input, key);
  const workflows = {
    open: await start('one-task', 'open', { title: 'Open' }),
    claimed: await start('one-task', 'claimed', { title: 'Claimed' }),
    undelivered: await start('one-task', 'undelivered', { title: 'Decided while Temporal is away' }),
    parallel: await start('parallel-tasks', 'parallel', { questions: ['One', 'Two', 'Three'] }),
    approval: await start('approved-offer', 'approval', { title: 'Offer', amount: 100 }),
    continued: await start('continued-task', 'continued', { title: 'Asked before the run went on' }),
    support: await start('customer-support', 'support', { question: 'The vase is in pieces. What now?' }),
  };
  const idOf = async (workflow: string) => (await taskOf(sam, workflow))['id'] as string;
  const tasks = Object.fromEntries(
    await Promise.all(
      (['open', 'claimed', 'undelivered', 'approval', 'continued', 'support'] as const).map(
        async (name) => [name, await idOf(workflows[name])] as const,
      ),
    ),
  );
  await claim(sam, tasks['claimed'] ?? '');
  const [first] = await tasksOf(sam, workflows.parallel, 3);
  await complete(sam, first?.['id'] as string, { answer: 'before' }, { claim: true });
  const create = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }`;
  const spec = {
    title: 'Without a workflow',
    form: { yes: { type: 'boolean' } },
    assignTo: { group: 'support-l1' },
  };
  const { createTask } = await bot.graphql(create, { input: { spec } });
  tasks['alone'] = createTask.task.id as string;
  await stopTemporal();
  await complete(sam, tasks['undelivered'] ?? '', { answer: 'meanwhile' }, { claim: true });
  return { workflows, tasks };
}
