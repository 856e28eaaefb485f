import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { fillTasks } from './fill-tasks';
import { growthChart } from './growth-chart';
import { type Inbox, InboxReader } from './inbox-reader';
import { PROJECT, type Stack, startStack } from './stack';
import { median, percentile } from './statistics';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const READS = 300;
const CLIENTS = 16;

type Times = Record<string, number[]>;

/** Inbox pages of 50 in a tenant that grows; half of its tasks are open, half are closed. */
async function measure(stack: Stack, admin: Client): Promise<void> {
  const reader = await InboxReader.connect(stack, admin);
  const { tenantId, principal } = reader.ctx;
  const groupIds = await queues(admin, reader);
  const results: Times[] = [];
  let filled = 0;
  for (const size of SIZES) {
    console.log(`Filling up to ${size.toLocaleString('en')} tasks`);
    const half = (size - filled) / 2;
    await fillTasks(admin, {
      tenantId,
      userId: principal.id,
      groupIds,
      open: half,
      closed: half,
      after: filled,
    });
    await admin.query('VACUUM (ANALYZE) tasks, task_candidates, task_search');
    filled = size;
    results.push(await readAll(reader));
    console.log(
      Object.fromEntries(
        Object.entries(results.at(-1) ?? {}).map(([name, times]) => [name, median(times).toFixed(1)]),
      ),
    );
  }
  await reader.close();
  report(results);
}

/** A tenth of the tasks wait in the reader's own queue, as where ten teams share the work. */
async function queues(admin: Client, { ctx: { tenantId, principal } }: InboxReader): Promise<string[]> {
  const own = principal.groups[0]?.id ?? '';
  const { rows } = await admin.query<{ id: string }>(
    'SELECT id FROM groups WHERE tenant_id = $1 AND id <> $2 ORDER BY key',
    [tenantId, own],
  );
  return Array.from({ length: 10 }, (_, n) => (n === 0 ? own : (rows[n % rows.length]?.id ?? own)));
}

async function readAll(reader: InboxReader): Promise<Times> {
  const claimable: Inbox = { filter: { candidate: true } };
  const urgent: Inbox = { filter: {}, orderBy: 'PRIORITY_DESC' };
  const closed: Inbox = { filter: { status: ['COMPLETED'] } };
  const search: Inbox = { filter: { text: 'order 77' } };
  const works: Record<string, () => Promise<number>> = {
    'claimable, SQL': () => reader.pageInSql(claimable),
    'most urgent first, SQL': () => reader.pageInSql(urgent),
    'closed, SQL': () => reader.pageInSql(closed),
    'search, SQL': () => reader.pageInSql(search),
    'counts, SQL': () => reader.countsInSql(),
    'claimable, GraphQL': () => reader.page(claimable),
    'counts, GraphQL': () => reader.counts(),
  };
  const times: Times = {};
  for (const [name, work] of Object.entries(works)) times[name] = await timed(1, work);
  times[`claimable, GraphQL, ${CLIENTS} clients`] = await timed(CLIENTS, () => reader.page(claimable));
  return times;
}

/** How long each of so many calls took, that many at once, after a few to warm up. */
async function timed(clients: number, work: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  let left = READS + 20;
  const client = async () => {
    while (left-- > 0) {
      const started = performance.now();
      await work();
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times.slice(20);
}

function report(results: readonly Times[]): void {
  const names = Object.keys(results[0] ?? {});
  const of = (name: string, share: number) => results.map((times) => percentile(times[name] ?? [], share));
  const cells = (values: (string | number)[]) =>
    `| ${values.map((value) => (typeof value === 'number' ? value.toFixed(1) : value)).join(' | ')} |`;
  const rows = names.map((name) => {
    const [p50, p99] = [of(name, 0.5), of(name, 0.99)];
    const each = p50.map((value, index) => `${value.toFixed(1)} / ${p99[index]?.toFixed(1)}`);
    return cells([name, ...each, `${((p50.at(-1) ?? NaN) / (p50[0] ?? NaN)).toFixed(2)} ×`]);
  });
  const text = [
    'Pages of 50 tasks and the counts beside them, p50 / p99 in milliseconds, in a tenant of so many tasks: half of them',
    `open, a tenth of those in the reader's queue. ${READS} reads each.`,
    '',
    cells(['', ...SIZES.map((size) => size.toLocaleString('en')), 'p50, largest to smallest']),
    cells(['---', ...SIZES.map(() => '---'), '---']),
    ...rows,
    '',
    '![growth](inbox.svg)',
    '',
  ].join('\n');
  console.log(text);
  const lines = names.map((name) => ({ name, values: of(name, 0.5) }));
  writeFileSync(join(PROJECT, 'bench/results/inbox.md'), text);
  writeFileSync(
    join(PROJECT, 'bench/results/inbox.svg'),
    growthChart('An inbox as the tenant grows, p50', SIZES, lines),
  );
}

async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'orkestra-bench-'));
  const stack = await startStack(home);
  const admin = new Client({ connectionString: superuserUrl(stack, home) });
  admin.on('error', () => undefined);
  try {
    await admin.connect();
    await measure(stack, admin);
  } finally {
    await admin.end();
    await stack.stop();
  }
}

/** The superuser of the stack's own cluster, for filling the tables past their triggers. */
function superuserUrl({ systemDatabaseUrl }: Stack, home: string): string {
  const { superuser } = JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8')) as { superuser: string };
  const url = new URL(systemDatabaseUrl);
  [url.username, url.password] = ['postgres', encodeURIComponent(superuser)];
  return url.href;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
