import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OrkestraClient } from './orkestra-client';
import { RawFloor } from './raw-floor';
import { PROJECT, type Stack, startStack } from './stack';
import { median, perSecond } from './statistics';

const ROUNDS = 3;
const TASKS = 400;
const CLIENTS = 16;
const FAN_OUT = [1, 50] as const;

interface Round {
  creations: number;
  completions: number;
  alone: number;
  owned: number;
  raw: number;
  told: number;
  fanOut: Record<number, number>;
}

/** Tasks outside workflows beside those that a workflow waits for, in turn with the floor of both. */
async function measure(stack: Stack): Promise<void> {
  const floor = await RawFloor.start(stack.temporalAddress);
  const client = await OrkestraClient.connect(stack);
  const alone = async () => client.complete(await client.createTask());
  const owned = async () => {
    const workflowId = await client.start();
    await client.complete(await client.taskOf(workflowId));
    await floor.resultOf(`${client.tenantId}/${workflowId}`);
  };
  const cycle = async () => void (await floor.cycle());
  const told = async () => void (await floor.toldCycle());
  console.log('Warming up');
  for (const work of [cycle, told, alone, owned]) await perSecond(100, CLIENTS, work);

  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const open: string[] = [];
    const creations = await perSecond(TASKS, CLIENTS, async () => void open.push(await client.createTask()));
    const completions = await perSecond(TASKS, CLIENTS, () => client.complete(open.pop() as string));
    rounds.push({
      creations,
      completions,
      alone: await perSecond(TASKS, CLIENTS, alone),
      owned: await perSecond(TASKS / 2, CLIENTS, owned),
      raw: await perSecond(TASKS / 2, CLIENTS, cycle),
      told: await perSecond(TASKS / 2, CLIENTS, told),
      fanOut: Object.fromEntries(
        await inTurn(FAN_OUT, async (count) => [count, await secondsOf(client, floor, count)] as const),
      ),
    });
    console.log(`Round ${round + 1}`, rounds.at(-1));
  }
  client.stop();
  await floor.stop();
  report(rounds);
}

/** From the start of a workflow with so many tasks side by side to its result; every task is decided at once. */
async function secondsOf(client: OrkestraClient, floor: RawFloor, count: number): Promise<number> {
  const started = performance.now();
  const workflowId = await client.start('many-decisions', { count });
  for (let task = 0; task < count; task += 1) await client.complete(await client.taskOf(workflowId));
  await floor.resultOf(`${client.tenantId}/${workflowId}`);
  return (performance.now() - started) / 1_000;
}

async function inTurn<In, Out>(items: readonly In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
  const answers: Out[] = [];
  for (const item of items) answers.push(await work(item));
  return answers;
}

function report(rounds: readonly Round[]): void {
  const of = (read: (round: Round) => number) => median(rounds.map(read));
  const raw = of((round) => round.raw);
  const row = (name: string, value: number, ratio: string) => `| ${name} | ${value.toFixed(1)} | ${ratio} |`;
  const waits = of((round) => round.told);
  const times = (value: number) => `${(value / raw).toFixed(2)} × the floor`;
  const one = of(({ fanOut }) => fanOut[1] ?? NaN);
  const fifty = of(({ fanOut }) => fanOut[50] ?? NaN);
  const lines = [
    `| ${CLIENTS} clients, median of ${ROUNDS} rounds | per second | ratio |`,
    '| --- | --- | --- |',
    row('raw Temporal life cycles, the signal sent at once (the floor)', raw, ''),
    row('raw Temporal life cycles, the signal sent once the workflow waits', waits, times(waits)),
    row(
      'life cycles of tasks that a workflow waits for',
      of((round) => round.owned),
      `${times(of((r) => r.owned))}, ${(of((r) => r.owned) / waits).toFixed(2)} × the one that waits`,
    ),
    row(
      'life cycles of tasks outside workflows',
      of((round) => round.alone),
      times(of((r) => r.alone)),
    ),
    row(
      'creations',
      of((round) => round.creations),
      times(of((r) => r.creations)),
    ),
    row(
      'completions (claimed in the same step)',
      of((round) => round.completions),
      times(of((r) => r.completions)),
    ),
    '',
    '| one workflow, its tasks decided one after the other | seconds | a task, ms |',
    '| --- | --- | --- |',
    `| 1 task | ${one.toFixed(2)} | ${(one * 1_000).toFixed(0)} |`,
    `| 50 tasks side by side | ${fifty.toFixed(2)} | ${((fifty * 1_000) / 50).toFixed(0)} |`,
    '',
  ];
  const text = lines.join('\n');
  console.log(text);
  writeFileSync(join(PROJECT, 'bench/results/tasks.md'), text);
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
