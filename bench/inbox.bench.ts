import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { fillTasks } from '../libs/tasks/src/testing/fill-tasks';
import { growthChart } from './growth-chart';
import { type Inbox, InboxReader, type Query } from './inbox-reader';
import { OrkestraClient } from './orkestra-client';
import { PROJECT, type Stack, startStack } from './stack';
import { median, percentile, perSecond } from './statistics';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const READS = 300;
const WRITES = 300;
const CLIENTS = 16;

interface Reads {
  /** Milliseconds of each read. */
  times: Record<string, number[]>;
  /** Blocks of 8 KB that one read touches. */
  blocks: Record<string, number>;
  /** Tasks that so many clients created, and completed, per second. */
  rates: Record<string, number>;
}

/** Inbox pages of 50 in a tenant that grows; half of its tasks are open, half are closed. */
async function measure(stack: Stack, admin: Client): Promise<void> {
  const reader = await InboxReader.connect(stack, admin);
  const writer = await OrkestraClient.connect(stack);
  const { tenantId, principal } = reader.ctx;
  const groupIds = await queues(admin, reader);
  const results: Reads[] = [];
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
    // What the filling left to be written to disk is no cost of a read.
    await admin.query('CHECKPOINT');
    filled = size;
    results.push({ ...(await readAll(reader)), rates: await writeSome(writer) });
    console.log(
      Object.fromEntries(
        Object.entries(results.at(-1)?.times ?? {}).map(([name, times]) => [name, median(times).toFixed(1)]),
      ),
    );
  }
  writer.stop();
  await reader.close();
  report(results);
}

async function writeSome(writer: OrkestraClient): Promise<Reads['rates']> {
  const open: string[] = [];
  const create = async () => void open.push(await writer.createTask());
  await perSecond(WRITES / 10, CLIENTS, create);
  const creations = await perSecond(WRITES, CLIENTS, create);
  return {
    creations,
    completions: await perSecond(open.length, CLIENTS, () => writer.complete(open.pop() ?? '')),
  };
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

async function readAll(reader: InboxReader): Promise<Omit<Reads, 'rates'>> {
  const claimable: Inbox = { filter: { candidate: true } };
  const queries: Record<string, Query> = {
    claimable: reader.pageQuery(claimable),
    'most urgent first': reader.pageQuery({ filter: {}, orderBy: 'PRIORITY_DESC' }),
    closed: reader.pageQuery({ filter: { status: ['COMPLETED'] } }),
    'search, in every task': reader.pageQuery({ filter: { text: 'refund' } }),
    'search, in one task': reader.pageQuery({ filter: { text: '77' } }),
    counts: reader.countsQuery(),
  };
  const times: Reads['times'] = {};
  const blocks: Reads['blocks'] = {};
  for (const [name, query] of Object.entries(queries)) {
    times[`${name}, SQL`] = await timed(1, () => reader.ask(query));
    blocks[name] = await reader.blocks(query);
  }
  times['claimable, GraphQL'] = await timed(1, () => reader.page(claimable));
  times['counts, GraphQL'] = await timed(1, () => reader.counts());
  times[`claimable, GraphQL, ${CLIENTS} clients`] = await timed(CLIENTS, () => reader.page(claimable));
  return { times, blocks };
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

function report(results: readonly Reads[]): void {
  const names = Object.keys(results[0]?.times ?? {});
  const of = (name: string, share: number) =>
    results.map(({ times }) => percentile(times[name] ?? [], share));
  const growth = (values: readonly number[]) =>
    `${((values.at(-1) ?? NaN) / (values[0] ?? NaN)).toFixed(2)} ×`;
  const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
  const table = (what: string, rows: string[]) => [
    row(what, ...SIZES.map((size) => size.toLocaleString('en')), 'largest to smallest'),
    row('---', ...SIZES.map(() => '---'), '---'),
    ...rows,
    '',
  ];
  const times = names.map((name) => {
    const [p50, p99] = [of(name, 0.5), of(name, 0.99)];
    return row(name, ...p50.map((value, n) => `${value.toFixed(1)} / ${p99[n]?.toFixed(1)}`), growth(p50));
  });
  const blocks = Object.keys(results[0]?.blocks ?? {}).map((name) => {
    const touched = results.map((reads) => reads.blocks[name] ?? NaN);
    return row(name, ...touched.map(String), growth(touched));
  });
  const rates = Object.keys(results[0]?.rates ?? {}).map((name) => {
    const values = results.map((one) => one.rates[name] ?? NaN);
    return row(name, ...values.map((value) => value.toFixed(0)), growth(values));
  });
  const text = [
    'Pages of 50 tasks and the counts beside them, in a tenant of so many tasks: half of them open, a tenth of those in the',
    `reader's queue. ${READS} reads each.`,
    '',
    ...table('p50 / p99, ms', times),
    ...table('blocks of 8 KB that a read touches', blocks),
    ...table(`per second, ${CLIENTS} clients`, rates),
    '![p50 as the tenant grows](inbox.svg)',
    '',
  ].join('\n');
  console.log(text);
  const written = ['creations', 'completions'].map((name) => ({
    name: `${name}, ${CLIENTS} clients, ms each`,
    values: results.map(({ rates }) => 1_000 / (rates[name] ?? NaN)),
  }));
  const read = names.map((name) => ({ name, values: of(name, 0.5) }));
  const picture = growthChart('As the tenant grows: reads p50, writes mean', SIZES, [...read, ...written]);
  writeFileSync(join(PROJECT, 'bench/results/inbox.md'), text);
  writeFileSync(join(PROJECT, 'bench/results/inbox.svg'), picture);
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
