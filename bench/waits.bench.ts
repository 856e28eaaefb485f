import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client as PostgresClient } from 'pg';
import { OrkestraClient } from './orkestra-client';
import { type Memory, ProcessWatch } from './process-watch';
import { PROJECT, type Stack, startStack } from './stack';
import { percentile, perSecond } from './statistics';

const AGENTS = 1_000;
const CLIENTS = 16;
const SETTLING_MS = 3_000;
const WATCHED_MS = 10_000;
const IN_THE_TENANT = 200;

interface Agent {
  taskId: string;
  client: Client;
}

interface Wait {
  done: boolean;
  /** When the agent was told. */
  at: number;
}

/** A thousand agents that wait at once, each for a task of its own, at one mcp-gateway. */
async function measure(stack: Stack): Promise<void> {
  const gateway = new ProcessWatch(stack.pids['mcp-gateway'] ?? 0);
  const people = await OrkestraClient.connect(stack);
  const agents: Agent[] = [];
  console.log(`Connecting ${AGENTS} agents`);
  await perSecond(AGENTS, CLIENTS, async () => {
    agents.push({ taskId: await people.createTask(), client: await connect(stack) });
  });
  await Promise.all(agents.slice(0, CLIENTS).map((agent) => waitFor(agent, 1)));
  const before = await gateway.memory();

  const waiting = agents.map((agent) => waitFor(agent, 50));
  await delay(SETTLING_MS);
  const during = await gateway.memory();
  const connections = await connectionsOf(stack);
  const idle = await gateway.load(WATCHED_MS);
  const busyTenant = gateway.load(WATCHED_MS);
  const others = await perSecond(IN_THE_TENANT, CLIENTS, async () => void (await people.createTask()));
  const busy = await busyTenant;
  console.log({ before, during, idle, busy, connections, others });

  const decided = new Map<string, number>();
  const started = performance.now();
  const open = agents.map(({ taskId }) => taskId);
  const rate = await perSecond(AGENTS, CLIENTS, async () => {
    const taskId = open.pop() ?? '';
    await people.complete(taskId);
    decided.set(taskId, performance.now());
  });
  const told = await Promise.all(waiting);
  const lags = told.map(({ at }, n) => at - (decided.get(agents[n]?.taskId ?? '') ?? NaN));
  const last = Math.max(...told.map(({ at }) => at)) - started;
  await delay(SETTLING_MS);
  const after = await gateway.memory();
  people.stop();
  report({ before, during, after, idle, busy, connections, rate, lags, last, told });
}

async function connect({ mcp, apiKey }: Stack): Promise<Client> {
  const client = new Client(
    { name: 'bench', version: '1' },
    { versionNegotiation: { mode: { pin: '2026-07-28' } } },
  );
  const requestInit = { headers: { authorization: `Bearer ${apiKey}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(mcp), { requestInit }));
  return client;
}

async function waitFor({ client, taskId }: Agent, seconds: number): Promise<Wait> {
  const args = { task_id: taskId, timeout_seconds: seconds };
  const answer = await client.callTool({ name: 'task_await', arguments: args });
  return { done: (answer.structuredContent as { done: boolean }).done, at: performance.now() };
}

/** Postgres connections of the process, but for the one that listens. */
async function connectionsOf({ systemDatabaseUrl }: Stack): Promise<number> {
  const postgres = new PostgresClient({ connectionString: systemDatabaseUrl });
  await postgres.connect();
  const sql = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'orkestra-mcp-gateway'`;
  const { rows } = await postgres.query<{ count: number }>(sql);
  await postgres.end();
  return rows[0]?.count ?? NaN;
}

interface Measured extends Record<'before' | 'during' | 'after', Memory> {
  idle: number;
  busy: number;
  connections: number;
  rate: number;
  lags: number[];
  last: number;
  told: Wait[];
}

function report(measured: Measured): void {
  const { before, during, after, idle, busy, connections, rate, lags, last, told } = measured;
  const memory = (name: string, { rss, heap }: Memory) =>
    `| ${name} | ${rss.toFixed(0)} | ${heap.toFixed(1)} |`;
  const perAgent = ((during.heap - before.heap) * 1024) / AGENTS;
  const lines = [
    `${AGENTS.toLocaleString('en')} agents wait at once in \`task_await\` at one mcp-gateway (2026 era over HTTP), each for a task`,
    `of its own; then people decide all of them. ${told.filter(({ done }) => done).length} were told in the call in which they waited.`,
    '',
    '| the mcp-gateway | RSS, MB | heap after a collection, MB |',
    '| --- | --- | --- |',
    memory('before', before),
    memory('while all wait', during),
    memory('after', after),
    '',
    '| | |',
    '| --- | --- |',
    `| heap for each agent that waits, KB | ${perAgent.toFixed(1)} |`,
    `| Postgres connections, besides the one that listens | ${connections} |`,
    `| processor while all wait and nothing happens | ${idle.toFixed(1)} % of one |`,
    `| processor while ${IN_THE_TENANT} other tasks are created in the tenant within ${WATCHED_MS / 1_000} s | ${busy.toFixed(1)} % of one |`,
    `| decisions per second, ${CLIENTS} people | ${rate.toFixed(0)} |`,
    `| from the person's answer to the agent's, p50 / p99, ms | ${percentile(lags, 0.5).toFixed(0)} / ${percentile(lags, 0.99).toFixed(0)} |`,
    `| from the first decision to the last agent's answer, s | ${(last / 1_000).toFixed(1)} |`,
    '',
  ];
  const text = lines.join('\n');
  console.log(text);
  writeFileSync(join(PROJECT, 'bench/results/waits.md'), text);
}

async function main(): Promise<void> {
  process.env['NODE_OPTIONS'] = `--require ${join(__dirname, 'memory-probe.js')}`;
  const stack = await startStack();
  try {
    await measure(stack);
  } finally {
    await stack.stop();
  }
  process.exit();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
