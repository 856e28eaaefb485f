import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { MailSink } from './mail-sink';
import { OrkestraClient } from './orkestra-client';
import { PROJECT, type Stack, startStack } from './stack';
import { latencies, median, percentile, perSecond } from './statistics';

const EVENTS = Number(process.env['EVENTS'] ?? 10_000);
const PEOPLE = Number(process.env['PEOPLE'] ?? 200);
const TURNS = Number(process.env['TURNS'] ?? 6);
const DECISIONS = Number(process.env['DECISIONS'] ?? 60);
const STEADY = Number(process.env['STEADY'] ?? 300);
const CLIENTS = 8;

/** The channels that this installation can be told to use here, with no service from outside. */
const CHANNELS = ['in_app', 'email'];

type Rows = [string, string][];

/**
 * How fast people are told of many events at once, how soon of one when little happens, and what it costs the path of a
 * decision: with every channel on beside one for which nothing is written down, in turns.
 */
async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'orkestra-bench-'));
  const sink = await MailSink.open();
  Object.assign(process.env, { MAIL_URL: sink.url, MAIL_FROM: 'Orkestra <orkestra@bench.test>' });
  const stack = await startStack(home);
  const owner = await connectAsOwner(stack.databaseUrl, home);
  const app = await connectTo(stack.databaseUrl);
  const system = await connectTo(stack.systemDatabaseUrl);
  try {
    const client = await OrkestraClient.connect(stack);
    const { tenantId } = client;
    await app.query(`SELECT set_config('app.tenant', $1, false)`, [tenantId]);
    await app.query(ALL_AT_ONCE, [tenantId, KINDS_OF_DECISIONS]);
    const decisions = await compareDecisions(owner, client);
    client.stop();
    await app.query(ADD_PEOPLE, [tenantId, PEOPLE]);
    await app.query(NO_WAIT, [tenantId]);
    await settled(system);
    const steady = await steadyStream(stack, system);
    const flood = await floodOfEvents(app, system, tenantId, stack, sink);
    report([...flood, ...steady], decisions);
  } finally {
    await Promise.all([owner.end(), app.end(), system.end()]);
    await stack.stop();
    await sink.close();
  }
}

async function connectTo(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

async function connectAsOwner(databaseUrl: string, home: string): Promise<Client> {
  const secrets = JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8')) as { owner: string };
  const url = new URL(databaseUrl);
  [url.username, url.password] = ['orkestra_owner', secrets.owner];
  return connectTo(url.href);
}

interface Turn {
  p50: number;
  perSecond: number;
}

/** Of each turn, a decision with what is written down for its notifications, and one without. */
async function compareDecisions(
  owner: Client,
  client: OrkestraClient,
): Promise<Record<'on' | 'off', Turn[]>> {
  const results = { on: [] as Turn[], off: [] as Turn[] };
  await decide(client);
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const kind of turn % 2 === 0 ? (['on', 'off'] as const) : (['off', 'on'] as const)) {
      await owner.query(kind === 'on' ? TRIGGERS_ON : TRIGGERS_OFF);
      results[kind].push(await decide(client));
    }
    console.log(`Turn ${turn + 1} of ${TURNS}`);
  }
  await owner.query(TRIGGERS_ON);
  return results;
}

/** The tasks are made before the clock starts. */
async function decide(client: OrkestraClient): Promise<Turn> {
  const open: string[] = [];
  await perSecond(DECISIONS * 2, CLIENTS, async () => void open.push(await client.createTask()));
  const each = await latencies(DECISIONS, async () => {
    const started = performance.now();
    await client.complete(open.pop() ?? '');
    return performance.now() - started;
  });
  const rate = await perSecond(DECISIONS, CLIENTS, () => client.complete(open.pop() ?? ''));
  return { p50: median(each), perSecond: rate };
}

/** One task after the other by the API, each seen in the app before the next. */
async function steadyStream(stack: Stack, system: Client): Promise<Rows> {
  let number = 0;
  const waits = await latencies(STEADY, async () => {
    const user = `bench-${1 + (number++ % PEOPLE)}@bench.test`;
    const taskId = await giveTask(stack, user);
    const answered = performance.now();
    await until(async () => (await system.query(IS_SHOWN, [taskId])).rowCount === 1);
    return performance.now() - answered;
  });
  const times = [0.5, 0.99].map((share) => percentile(waits, share).toFixed(0)).join(' / ');
  return [[`one task at a time by the API: in the app after the answer, ms p50 / p99 of ${STEADY}`, times]];
}

async function giveTask({ graphql, apiKey }: Stack, user: string): Promise<string> {
  const query = 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }';
  const spec = { title: 'Bench', form: { answer: { type: 'text' } }, assignTo: { user } };
  const response = await fetch(graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ query, variables: { input: { spec } } }),
  });
  const { data } = (await response.json()) as { data: { createTask: { task: { id: string } } } };
  return data.createTask.task.id;
}

async function floodOfEvents(
  app: Client,
  system: Client,
  tenantId: string,
  { pids }: Stack,
  sink: MailSink,
): Promise<Rows> {
  await settled(system);
  const before = {
    mails: sink.taken,
    shown: await countOf(system, SHOWN),
    work: await countOf(system, WORK),
  };
  const started = performance.now();
  await app.query(WRITE_EVENTS, [tenantId, EVENTS]);
  const written = performance.now() - started;
  const shownAt: number[] = [];
  let most = 0;
  await until(async () => {
    const shown = (await countOf(system, SHOWN)) - before.shown;
    for (let number = shownAt.length; number < shown; number += 1) shownAt.push(performance.now() - started);
    most = Math.max(most, memoryOf(pids['worker']));
    return shown >= EVENTS;
  });
  const inApp = performance.now() - started;
  await until(() => {
    most = Math.max(most, memoryOf(pids['worker']));
    return sink.taken - before.mails >= EVENTS;
  });
  const all = performance.now() - started;
  const work = (await countOf(system, WORK)) - before.work;
  return [
    ['written down, events per second', rate(written)],
    ['in the app, events per second', rate(inApp)],
    [
      'in the app, ms p50 / p99 of all at once',
      [0.5, 0.99].map((one) => percentile(shownAt, one).toFixed(0)).join(' / '),
    ],
    ['sent by e-mail, each by itself, mails per second', rate(all)],
    ['transactions of the database for one event, all told', (work / EVENTS).toFixed(2)],
    ['memory of the worker at most, MB', most.toFixed(0)],
  ];
}

function rate(ms: number): string {
  return (EVENTS / (ms / 1_000)).toFixed(0);
}

/** Nothing is left to expand or to send. */
async function settled(system: Client): Promise<void> {
  await until(async () => (await countOf(system, LEFT)) === 0);
}

async function countOf(client: Client, sql: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(sql);
  return Number(rows[0]?.count ?? 0);
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((done) => setTimeout(done, 5));
}

function memoryOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1_024;
}

function report(rows: Rows, { on, off }: Record<'on' | 'off', Turn[]>): void {
  const ratios = (what: keyof Turn) =>
    on.map((turn, index) => turn[what] / (off[index]?.[what] ?? NaN)).toSorted((a, b) => a - b);
  const spread = (what: keyof Turn) => {
    const all = ratios(what);
    return `${median(all).toFixed(2)} (${all[0]?.toFixed(2)} to ${all.at(-1)?.toFixed(2)})`;
  };
  const middle = (turns: Turn[], what: keyof Turn) => median(turns.map((turn) => turn[what]));
  const line = (name: string, turns: Turn[]) =>
    `| ${name} | ${middle(turns, 'p50').toFixed(1)} | ${middle(turns, 'perSecond').toFixed(0)} |`;
  const text = [
    `# ${EVENTS} events to ${PEOPLE} people by ${CHANNELS.join(' and ')}`,
    '',
    '| one worker, a real SMTP server on the same machine | |',
    '| --- | --- |',
    ...rows.map(([name, value]) => `| ${name} | ${value} |`),
    '',
    `On ${availableParallelism()} cores, with a load of ${loadavg()[1]?.toFixed(0)} on the machine in the last five minutes, others' included.`,
    '',
    '# A decision that people are told of, and one that nobody is told of',
    '',
    `| median of ${TURNS} turns each | p50, ms, one at a time | per second, ${CLIENTS} clients |`,
    '| --- | --- | --- |',
    line('every channel on for everything, no wait', on),
    line('no event is written down', off),
    `| ratio of the turns: median (least to most) | ${spread('p50')} | ${spread('perSecond')} |`,
    '',
  ].join('\n');
  console.log(text);
  writeFileSync(join(PROJECT, 'bench/results/notifications.md'), text);
}

/** What a decision and the making of its task tell of. */
const KINDS_OF_DECISIONS = ['created', 'claimed', 'assigned', 'completed'];

const ALL_AT_ONCE = `
  INSERT INTO notification_defaults (tenant_id, kind, channel, mode, delay_seconds, locked)
  SELECT $1, kind, channel, 'on', 0, true FROM unnest($2::text[]) AS kind, unnest('{${CHANNELS.join(',')}}'::text[]) AS channel`;

const ADD_PEOPLE = `
  INSERT INTO users (tenant_id, id, email, display_name)
  SELECT $1, uuidv7(), 'bench-' || n || '@bench.test', 'Bench ' || n FROM generate_series(1, $2::integer) n`;

const NO_WAIT = `
  INSERT INTO notification_delays (tenant_id, person_id, channel, delay_seconds)
  SELECT $1, id, 'email', 0 FROM users WHERE email LIKE 'bench-%'`;

/** A task for each, given to one person after the other by agents of which none asks twice: no burst puts them together. */
const WRITE_EVENTS = `
  WITH person AS (
    SELECT id, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS people FROM users WHERE email LIKE 'bench-%'
  ), task AS (
    INSERT INTO tasks (tenant_id, id, request_key, spec_digest, title, status, expires_at, assignee_id, created_by_kind,
      created_by_id, created_at, updated_at)
    SELECT $1, uuidv7(), gen_random_uuid()::text, '', 'Bench', 'RESERVED', now() + interval '30 days', p.id, 'service',
      gen_random_uuid()::text, now(), now()
    FROM generate_series(1, $2::integer) n JOIN person p ON p.place = 1 + n % p.people
    RETURNING id, assignee_id, created_by_id
  )
  INSERT INTO task_events (tenant_id, id, task_id, revision, kind, actor_kind, actor_id, actor_name, channel, changes,
    correlation_id, at)
  SELECT $1, uuidv7(), id, 1, 'created', 'service', created_by_id, 'Bench', 'rest',
    jsonb_build_object('status', jsonb_build_object('after', 'RESERVED'), 'assigneeId', jsonb_build_object('after', assignee_id)),
    'bench', now()
  FROM task RETURNING id`;

const SHOWN = 'SELECT count(*) FROM notifications';
const IS_SHOWN = 'SELECT FROM notifications WHERE task_id = $1';
const LEFT = `
  SELECT (SELECT count(*) FROM notification_events)
       + (SELECT count(*) FROM notification_deliveries WHERE status = 'pending' AND available_at < now() + interval '10 minutes') AS count`;
const WORK = `SELECT xact_commit + xact_rollback AS count FROM pg_stat_database WHERE datname = current_database()`;

const TRIGGERS = [
  ['task_events', 'task_events_notify'],
  ['outbox', 'outbox_notify'],
] as const;
const TRIGGERS_ON = TRIGGERS.map(([table, name]) => `ALTER TABLE ${table} ENABLE TRIGGER ${name}`).join(';');
const TRIGGERS_OFF = TRIGGERS.map(([table, name]) => `ALTER TABLE ${table} DISABLE TRIGGER ${name}`).join(
  ';',
);

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
