import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { OrkestraClient } from './orkestra-client';
import { PROJECT, startStack } from './stack';
import { latencies, median, perSecond } from './statistics';

const TURNS = 4;
const ONE_BY_ONE = 60;
const TOTAL = 150;
const CLIENTS = 16;

interface Numbers {
  p50: number;
  perSecond: number;
}

/** A decision with its line in the audit log, sealed meanwhile by the worker, beside one whose line is dropped; in turns. */
async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'orkestra-bench-'));
  const stack = await startStack(home);
  const owner = await connectAsOwner(stack.databaseUrl, home);
  try {
    const client = await OrkestraClient.connect(stack);
    await owner.query(DROP_LINES);
    await decide(client);
    const results = { with: [] as Numbers[], without: [] as Numbers[] };
    for (let turn = 0; turn < TURNS; turn += 1) {
      const order = turn % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const);
      for (const kind of order) {
        await owner.query(
          `ALTER TABLE audit_events ${kind === 'with' ? 'DISABLE' : 'ENABLE'} TRIGGER bench_drop_lines`,
        );
        results[kind].push(await decide(client));
      }
      console.log(`Turn ${turn + 1} of ${TURNS}`);
    }
    client.stop();
    report(results);
  } finally {
    await owner.end();
    await stack.stop();
  }
}

async function connectAsOwner(databaseUrl: string, home: string): Promise<Client> {
  const secrets = JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8')) as { owner: string };
  const url = new URL(databaseUrl);
  url.username = 'orkestra_owner';
  url.password = secrets.owner;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  return client;
}

/** The tasks are made before the clock starts. */
async function decide(client: OrkestraClient): Promise<Numbers> {
  const open: string[] = [];
  await perSecond(ONE_BY_ONE + TOTAL, CLIENTS, async () => void open.push(await client.createTask()));
  const each = await latencies(ONE_BY_ONE, async () => {
    const started = performance.now();
    await client.complete(open.pop() as string);
    return performance.now() - started;
  });
  const rate = await perSecond(TOTAL, CLIENTS, () => client.complete(open.pop() as string));
  return { p50: median(each), perSecond: rate };
}

function report(results: Record<'with' | 'without', Numbers[]>): void {
  const of = (kind: 'with' | 'without', what: keyof Numbers) =>
    median(results[kind].map((numbers) => numbers[what]));
  const row = (name: string, kind: 'with' | 'without') =>
    `| ${name} | ${of(kind, 'p50').toFixed(1)} | ${of(kind, 'perSecond').toFixed(0)} |`;
  const ratio = (what: keyof Numbers) => (of('with', what) / of('without', what)).toFixed(2);
  const text = [
    '# A decision with the audit log and without',
    '',
    `| median of ${TURNS} turns each | p50, ms, one at a time | per second, ${CLIENTS} clients |`,
    '| --- | --- | --- |',
    row('with its line in the audit log, sealed meanwhile', 'with'),
    row('without: a trigger drops the line', 'without'),
    `| ratio | ${ratio('p50')} | ${ratio('perSecond')} |`,
    '',
  ].join('\n');
  console.log(text);
  writeFileSync(join(PROJECT, 'bench/results/audit.md'), text);
}

const DROP_LINES = `
  CREATE FUNCTION bench_drop_lines() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
  CREATE TRIGGER bench_drop_lines BEFORE INSERT ON audit_events
    FOR EACH ROW WHEN (NEW.action LIKE 'task.%') EXECUTE FUNCTION bench_drop_lines()`;

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
