import { latencies, median, perSecond } from '../statistics';
import type { Side } from './side';

const CLIENTS = 16;

/** Something that both sides do in turns. */
export interface Figure {
  name: string;
  unit: 'ms' | 'per second' | '×';
  /** By which `--only` asks for it. */
  group: 'inbox' | 'tasks' | 'workflows';
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
