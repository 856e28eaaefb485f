import { readFileSync } from 'node:fs';
import {
  type ApiClient,
  complete,
  createTask,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from './harness';

// Measures what docs/guides/sizing.md tells: `npm run sizing`.
const measure = process.env['SIZING'] === 'yes' ? describe : describe.skip;
const TASKS = 1_000;
const WORKFLOWS = 100;
const AT_ONCE = 16;
const SECRETS = { SECRETS_KEY: Buffer.alloc(32, 7).toString('base64') };

measure('What an installation takes', () => {
  let system: TestSystem;
  let bot: ApiClient;
  let sam: ApiClient;
  const found: Record<string, number> = {};

  beforeAll(async () => {
    const env = { NODE_ENV: 'production', DATABASE_POOL_SIZE: '10', REQUESTS_PER_MINUTE: '0', ...SECRETS };
    system = await startSystem({ processes: ['gateway', 'worker', 'mcp'], env });
    bot = system.agent('demo');
    sam = await system.person('sam@demo.test');
  }, 240_000);
  afterAll(async () => {
    for (const [what, value] of Object.entries(found)) process.stderr.write(`${what}: ${value}\n`);
    await system?.stop();
  });

  const memory = (when: string) => {
    for (const app of ['gateway', 'worker', 'mcp'] as const) {
      const status = readFileSync(`/proc/${system.pid(app)}/status`, 'utf8');
      found[`MB of ${app}, ${when}`] = Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024);
    }
  };
  const databaseBytes = async () => {
    await system.rows('CHECKPOINT');
    const [row] = await system.rows<{ n: string }>('SELECT pg_database_size(current_database()) AS n');
    return Number(row?.n);
  };
  async function inTurns(count: number, work: (n: number) => Promise<unknown>): Promise<void> {
    let next = 0;
    const one = async () => {
      while (next < count) await work((next += 1));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  }

  test('tasks, workflows, memory and connections', async () => {
    memory('at rest');
    const start = await databaseBytes();
    const spec = {
      title: 'Which refund?',
      description: 'The parcel arrived crushed. '.repeat(10),
      form: { answer: { type: 'textarea', required: true }, amount: { type: 'number' } },
      context: { order: 'A-4711', conversation: 'x'.repeat(1_000) },
      assignTo: { group: 'support-l1' },
    };
    await inTurns(TASKS, async () => {
      await complete(sam, await createTask(bot, spec), { answer: 'In full. '.repeat(20) }, { claim: true });
    });
    const withTasks = await databaseBytes();
    found[`KB of Postgres for ${TASKS} tasks`] = Math.round((withTasks - start) / 1_024);
    await inTurns(WORKFLOWS, async () => {
      const id = await startWorkflow(bot, 'one-task', { title: 'By a workflow?', context: spec.context });
      await complete(sam, (await taskOf(sam, id))['id'] as string, { answer: 'Yes' }, { claim: true });
    });
    found[`KB of Postgres for ${WORKFLOWS} workflows with a task`] = Math.round(
      ((await databaseBytes()) - withTasks) / 1_024,
    );
    memory('after the work');
    const connections = await system.rows<{ name: string; n: number }>(
      `SELECT usename || ' ' || application_name AS name, count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND usename LIKE 'orkestra%' GROUP BY 1`,
    );
    for (const { name, n } of connections) found[`connections of ${name}`] = n;
  }, 400_000);
});
