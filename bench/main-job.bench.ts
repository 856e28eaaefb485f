import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OrkestraClient } from './orkestra-client';
import { RawFloor } from './raw-floor';
import { PROJECT, type Stack, startStack } from './stack';
import { latencies, median, percentile, perSecond } from './statistics';

const ROUNDS = 3;
const CYCLES = 200;
const CLIENTS = 16;
const DECISIONS = 90;

/** Life cycles and decisions side by side with the floor, in turn, so that a noisy machine hits both. */
async function measure(stack: Stack): Promise<void> {
  const floor = await RawFloor.start(stack.temporalAddress);
  const orkestra = await OrkestraClient.connect(stack);
  const decide = async (): Promise<number> => {
    const workflowId = await orkestra.start();
    const taskId = await orkestra.taskOf(workflowId);
    const decided = performance.now();
    await orkestra.complete(taskId);
    await floor.resultOf(`${orkestra.tenantId}/${workflowId}`);
    return performance.now() - decided;
  };
  console.log(`Ready after ${(stack.readyAfterMs / 1_000).toFixed(1)} s; warming up`);
  await perSecond(100, CLIENTS, async () => void (await floor.cycle()));
  await perSecond(100, CLIENTS, async () => void (await floor.toldCycle()));
  await perSecond(100, CLIENTS, async () => void (await decide()));

  const rates: { raw: number; told: number; orkestra: number }[] = [];
  const times: { raw: number[]; orkestra: number[] } = { raw: [], orkestra: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.push({
      raw: await perSecond(CYCLES, CLIENTS, async () => void (await floor.cycle())),
      told: await perSecond(CYCLES, CLIENTS, async () => void (await floor.toldCycle())),
      orkestra: await perSecond(CYCLES, CLIENTS, async () => void (await decide())),
    });
    console.log(`Round ${round + 1}`, rates.at(-1));
    times.raw.push(...(await latencies(DECISIONS / ROUNDS, () => floor.toldCycle())));
    times.orkestra.push(...(await latencies(DECISIONS / ROUNDS, decide)));
  }
  orkestra.stop();
  await floor.stop();

  const rate = (key: 'raw' | 'told' | 'orkestra') => median(rates.map((round) => round[key]));
  const row = (...cells: (string | number)[]) =>
    `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell)).join(' | ')} |`;
  const ratio = (a: number, b: number) => `${(a / b).toFixed(2)} ×`;
  const [raw, ours] = [times.raw, times.orkestra];
  const report = [
    '| | raw Temporal | Orkestra | ratio |',
    '| --- | --- | --- | --- |',
    row(
      `life cycles/s, ${CLIENTS} clients, the raw signal sent once the workflow waits`,
      rate('told'),
      rate('orkestra'),
      ratio(rate('orkestra'), rate('told')),
    ),
    row(
      `the same, the raw signal sent at once, which saves Temporal a workflow task`,
      rate('raw'),
      rate('orkestra'),
      ratio(rate('orkestra'), rate('raw')),
    ),
    row('decision → result p50, ms', median(raw), median(ours), ratio(median(ours), median(raw))),
    row(
      'decision → result p99, ms',
      percentile(raw, 0.99),
      percentile(ours, 0.99),
      ratio(percentile(ours, 0.99), percentile(raw, 0.99)),
    ),
    row('`npm start` → ready, s', '', stack.readyAfterMs / 1_000, ''),
    '',
  ].join('\n');
  console.log(report);
  writeFileSync(join(PROJECT, 'bench/results/main-job.md'), report);
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
