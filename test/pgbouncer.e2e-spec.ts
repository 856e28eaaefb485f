import {
  complete,
  ended,
  eventually,
  type Json,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from './harness';
import { PgBouncer } from './harness/servers/pgbouncer';
import { findPgBouncer, hasPgBouncer, type PgBouncerProgram } from './harness/servers/pgbouncer-program';

const POOL = 3;
const AT_ONCE = 24;
const LIVE = `subscription { taskUpdated(filter: { group: "support-l1" }) { kind taskId task { title } } }`;

let program: PgBouncerProgram;
let pgbouncer: PgBouncer | undefined;
let system: TestSystem | undefined;

jest.setTimeout(300_000);

beforeAll(async () => {
  if (hasPgBouncer()) program = await findPgBouncer();
}, 300_000);
afterEach(async () => {
  await system?.stop();
  await pgbouncer?.stop();
  system = pgbouncer = undefined;
});

// Where there is none, `npm run test:pgbouncer` fetches one.
const withPgBouncer = hasPgBouncer() ? test : test.skip;

/** The three servers, their pools by way of PgBouncer. */
function systemBehind(pooler: PgBouncer, more: { direct: boolean }): Promise<TestSystem> {
  return startSystem({
    processes: ['gateway', 'worker', 'mcp'],
    env: ({ databaseUrl, systemDatabaseUrl }) => ({
      DATABASE_URL: pooler.through(databaseUrl),
      SYSTEM_DATABASE_URL: pooler.through(systemDatabaseUrl),
      ...(more.direct ? { LISTEN_DATABASE_URL: databaseUrl } : {}),
    }),
  });
}

/** As many life cycles at once as keep every connection busy: statements of one process run on connections that others prepared. */
async function mainJobs(running: TestSystem): Promise<void> {
  const bot = running.agent('demo');
  const sam = await running.person('sam@demo.test');
  const jobs = Array.from({ length: AT_ONCE }, async (_, n) => {
    const id = await startWorkflow(bot, 'one-task', { title: `Pooled ${n}?` });
    const task = await taskOf(sam, id);
    await complete(sam, task['id'] as string, { answer: `${n}` }, { claim: true });
    expect(await ended(bot, id)).toMatchObject({ status: 'COMPLETED', result: { answer: `${n}` } });
  });
  await Promise.all(jobs);
  const inbox = await sam.subscribe<{ taskUpdated: { task?: { title: string } } }>(LIVE);
  await startWorkflow(bot, 'one-task', { title: 'Live?' });
  await inbox.next(({ taskUpdated: { task } }) => task?.title === 'Live?');
}

async function readyOf(running: TestSystem, app: 'gateway' | 'worker' | 'mcp'): Promise<Json> {
  return (await (await fetch(`${running.url(app)}/health/ready`)).json()) as Json;
}

/** Lines that tell of statements lost between connections. */
const lost = (logs: string) => logs.split('\n').filter((line) => /prepared statement|cached plan/.test(line));

withPgBouncer('transaction mode: everything works with few connections, and LISTEN straight', async () => {
  pgbouncer = await PgBouncer.start(program, { mode: 'transaction', poolSize: POOL });
  system = await systemBehind(pgbouncer, { direct: true });
  await mainJobs(system);
  for (const app of ['gateway', 'worker', 'mcp'] as const) {
    expect(await readyOf(system, app)).toMatchObject({ checks: { database: 'ok', liveUpdates: 'ok' } });
  }
  const servers = (await pgbouncer.show('SERVERS')).filter(({ user }) => user?.startsWith('orkestra_'));
  const clients = (await pgbouncer.show('CLIENTS')).filter(({ user }) => user?.startsWith('orkestra_'));
  expect(servers.length).toBeLessThanOrEqual(2 * POOL);
  expect(clients.length).toBeGreaterThan(servers.length);
  // They were prepared once on a connection, and taken by many.
  expect(servers.some(({ prepared_statements }) => Number(prepared_statements) > 0)).toBe(true);
  expect(lost(system.logs())).toEqual([]);
});

withPgBouncer('transaction mode without LISTEN straight: the servers say what is missing', async () => {
  pgbouncer = await PgBouncer.start(program, { mode: 'transaction', poolSize: POOL });
  system = await systemBehind(pgbouncer, { direct: false });
  const running = system;
  const health = await eventually(
    async () => {
      const answer = await readyOf(running, 'gateway');
      return answer['checks'].liveUpdates === 'unavailable' && answer;
    },
    { timeoutMs: 30_000 },
  );
  expect(health['reasons'].liveUpdates).toContain('LISTEN_DATABASE_URL');
});

withPgBouncer('session mode: everything works without more', async () => {
  pgbouncer = await PgBouncer.start(program, { mode: 'session', poolSize: 40 });
  system = await systemBehind(pgbouncer, { direct: false });
  await mainJobs(system);
  expect(await readyOf(system, 'gateway')).toMatchObject({ checks: { liveUpdates: 'ok' } });
  expect(lost(system.logs())).toEqual([]);
});
