import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { IdleWorkflows } from './idle-workflows';
import { PROJECT, type Stack, startStack } from './stack';
import { median } from './statistics';

const WORKFLOWS = 5_000;
const TASKS_EACH = 20;
const CLOSED = 1_000;
const GONE = 50;
const ROUNDS = 5;
const QUEUE = 'orkestra';
/** What closed less than five seconds ago is left to the next round. */
const SETTLED_MS = 6_000;

type Steps = Record<string, Record<string, number>>;

interface Run {
  ms: number;
  /** Milliseconds in the activities of each step. */
  steps: Record<string, number>;
  done: string;
}

/** What a round of the reconciler costs with many open tasks: with nothing to do, and with something. */
async function measure(stack: Stack): Promise<void> {
  const idle = await IdleWorkflows.connect(stack);
  for (const id of [`${QUEUE}-reconcile`, `${QUEUE}-reconcile-fully`]) {
    await idle.temporal.schedule.getHandle(id).delete();
  }
  console.log(`Starting ${WORKFLOWS} workflows`);
  const running = await idle.start('running', WORKFLOWS);
  await idle.addTasks(running, TASKS_EACH);
  const open = await idle.openTasks();
  const round = () => run(idle.temporal, 'orkestraReconcile');
  await round();

  const quiet = await repeated(round);
  console.log('Quiet', quiet);
  await idle.terminate(await idle.start('closed', CLOSED));
  await delay(SETTLED_MS);
  const busy = await repeated(round);
  console.log(`${CLOSED} workflows closed`, busy);
  await idle.terminate(running.slice(0, GONE));
  await delay(SETTLED_MS);
  const cancelling = await round();
  console.log(`${GONE} workflows with tasks closed`, cancelling);
  const full = await run(idle.temporal, 'orkestraReconcileFully');
  console.log('Full pass', full);
  await idle.close();

  const row = (name: string, { ms, steps, done }: Run) => {
    const [slowest, itsMs] = Object.entries(steps).sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
    return `| ${name} | ${Math.round(ms)} | ${slowest}: ${itsMs} | ${done} |`;
  };
  const text = [
    `${open.toLocaleString('en')} open tasks of ${WORKFLOWS.toLocaleString('en')} running workflows; rounds are the median of ${ROUNDS}.`,
    '',
    '| | from start to end, ms | its slowest step, ms | done |',
    '| --- | --- | --- | --- |',
    row('a round, nothing closed', quiet),
    row(`a round, ${CLOSED} workflows closed in the last three minutes`, busy),
    row(`a round, ${GONE} more closed, each with ${TASKS_EACH} open tasks`, cancelling),
    row('the full pass', full),
    '',
  ].join('\n');
  console.log(text);
  writeFileSync(join(PROJECT, 'bench/results/reconciler.md'), text);
}

async function repeated(round: () => Promise<Run>): Promise<Run> {
  const runs: Run[] = [];
  for (let n = 0; n < ROUNDS; n += 1) runs.push(await round());
  const ms = median(runs.map((one) => one.ms));
  return runs.find((one) => one.ms === ms) as Run;
}

async function run(client: Client, type: string): Promise<Run> {
  const workflowId = `bench-${type}-${performance.now()}`;
  const started = performance.now();
  const steps = (await client.workflow.execute(type, { workflowId, taskQueue: QUEUE })) as Steps;
  const ms = performance.now() - started;
  const counts = Object.values(steps).flatMap((step) => Object.entries(step));
  const done = counts.map(([action, count]) => `${count} ${action}`).join(', ') || 'nothing';
  return { ms, steps: await durations(client, workflowId), done };
}

/** How long each activity of a run took, from its history. */
async function durations(client: Client, workflowId: string): Promise<Record<string, number>> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const list = events ?? [];
  const at = (event: (typeof list)[number] | undefined) =>
    Number(event?.eventTime?.seconds ?? 0) * 1_000 + (event?.eventTime?.nanos ?? 0) / 1e6;
  const took: Record<string, number> = {};
  for (const ended of list) {
    const completed = ended.activityTaskCompletedEventAttributes;
    if (!completed) continue;
    const of = (id: unknown) => list.find(({ eventId }) => String(eventId) === String(id));
    const name =
      of(completed.scheduledEventId)?.activityTaskScheduledEventAttributes?.activityType?.name ?? '';
    took[name] = Math.round(at(ended) - at(of(completed.startedEventId)));
  }
  return took;
}

async function main(): Promise<void> {
  const stack = await startStack();
  try {
    await measure(stack);
  } finally {
    await stack.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
