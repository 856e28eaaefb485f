import { latencies, median, percentile, perSecond } from '../statistics';
import type { Side } from './side';

const CLIENTS = 16;
const CHANGES = 50;
const CHANGES_PER_SECOND = 50;
const CYCLES = 5_000;
/** Of those life cycles, the ones of workflows. */
const WORKFLOWS = 500;

/** By which `--only` asks for figures. */
export type Group = 'inbox' | 'tasks' | 'workflows' | 'subscribers' | 'memory';

/** Something that both sides do in turns. */
export interface Figure {
  name: string;
  unit: 'ms' | 'MB' | 'per second' | '×';
  /** By which `--only` asks for it. */
  group: Group;
  /** At the end and not in every round. */
  once?: true;
  measure(side: Side): Promise<number>;
}

export const FIGURES: readonly Figure[] = [
  {
    name: `inbox page of 50 of 100,000 open tasks, ${CLIENTS} clients`,
    unit: 'per second',
    group: 'inbox',
    measure: ({ inbox }) => perSecond(160, CLIENTS, async () => void (await inbox.page(CLAIMABLE))),
  },
  {
    name: 'the same, one client, p50',
    unit: 'ms',
    group: 'inbox',
    measure: ({ inbox }) => p50(40, () => inbox.page(CLAIMABLE)),
  },
  {
    name: `task page, ${CLIENTS} clients`,
    unit: 'per second',
    group: 'inbox',
    measure: ({ inbox }) => perSecond(240, CLIENTS, () => inbox.task()),
  },
  {
    name: 'counts, one client, p50',
    unit: 'ms',
    group: 'inbox',
    measure: ({ inbox }) => p50(40, () => inbox.counts()),
  },
  {
    name: `counts, ${CLIENTS} clients`,
    unit: 'per second',
    group: 'inbox',
    measure: ({ inbox }) => perSecond(240, CLIENTS, async () => void (await inbox.counts())),
  },
  {
    name: `create and complete outside workflows, ${CLIENTS} clients`,
    unit: 'per second',
    group: 'tasks',
    measure: ({ client }) => perSecond(160, CLIENTS, async () => client.complete(await client.createTask())),
  },
  {
    name: `life cycles of workflows that wait, ${CLIENTS} clients`,
    unit: 'per second',
    group: 'workflows',
    measure: (side) => perSecond(80, CLIENTS, async () => void (await decide(side))),
  },
  {
    name: `the same beside raw Temporal that waits for its signal`,
    unit: '×',
    group: 'workflows',
    measure: async (side) => {
      const own = await perSecond(80, CLIENTS, async () => void (await decide(side)));
      return own / (await perSecond(80, CLIENTS, async () => void (await side.floor.toldCycle())));
    },
  },
  {
    name: 'decision to result, one at a time, p50, beside a raw signal',
    unit: '×',
    group: 'workflows',
    measure: async (side) => {
      const own = median(await latencies(20, () => decide(side)));
      return own / median(await latencies(20, () => side.floor.toldCycle()));
    },
  },
  {
    name: `${CHANGES_PER_SECOND} changes/s told to 50 of 500 subscribers each, commit to client, p99`,
    unit: 'ms',
    group: 'subscribers',
    measure: async (side) =>
      percentile(await (await side.audience()).follow(CHANGES, CHANGES_PER_SECOND), 0.99),
  },
  {
    name: "the gateway's processor time for each of those changes",
    unit: 'ms',
    group: 'subscribers',
    measure: async (side) => {
      const audience = await side.audience();
      const gateway = side.watch('api-gateway');
      const before = gateway.processorMs();
      await audience.follow(CHANGES, CHANGES_PER_SECOND);
      return (gateway.processorMs() - before) / CHANGES;
    },
  },
  {
    name: `resident memory of the api-gateway after ${CYCLES} life cycles`,
    unit: 'MB',
    group: 'memory',
    once: true,
    measure: async (side) => {
      await perSecond(CYCLES - WORKFLOWS, CLIENTS, async () =>
        side.client.complete(await side.client.createTask()),
      );
      await perSecond(WORKFLOWS, CLIENTS, async () => void (await decide(side)));
      return side.watch('api-gateway').resident();
    },
  },
  ...(['mcp-gateway', 'worker'] as const).map((program): Figure => ({
    name: `the same of the ${program}`,
    unit: 'MB',
    group: 'memory',
    once: true,
    measure: (side) => Promise.resolve(side.watch(program).resident()),
  })),
];

const CLAIMABLE = { filter: { candidate: true } };

async function p50(total: number, work: () => Promise<unknown>): Promise<number> {
  const times = await latencies(total, async () => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  });
  return median(times);
}

/** From a start to the result of the workflow; answers the milliseconds from the decision to it. */
async function decide({ client, floor }: Side): Promise<number> {
  const workflowId = await client.start();
  const taskId = await client.taskOf(workflowId);
  const decided = performance.now();
  await client.complete(taskId);
  await floor.resultOf(`${client.tenantId}/${workflowId}`);
  return performance.now() - decided;
}
