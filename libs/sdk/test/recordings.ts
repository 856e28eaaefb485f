import type { WorkflowHandle, WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import { eventually } from '../../../test/harness/eventually';
import type { TestBench } from './test-bench';

/** One kind of run, and what people do in it. */
export interface Recording {
  name: string;
  type: string;
  input?: unknown;
  queue?: string;
  drive: (bench: TestBench, handle: WorkflowHandle) => Promise<unknown>;
  /** Which run is recorded; the last one where there are several. */
  runs?: (handle: WorkflowHandleWithFirstExecutionRunId) => { workflowId: string; runId?: string };
}

const ann = { kind: 'user', id: 'ann', displayName: 'Ann' } as const;
const HOUR = 3_600_000;
const sla = {
  chain: [
    { action: 'notify', after: { milliseconds: 1_000 } },
    { action: 'expire', after: { milliseconds: HOUR } },
  ],
};

async function answerAll(bench: TestBench, handle: WorkflowHandle): Promise<void> {
  let open = true;
  const end = () => void (open = false);
  const ended = handle.result().then(end, end);
  while (open) {
    for (const task of bench.store.tasks)
      if (!task.closed) await bench.store.answer(task, `answer to ${task.title}`);
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 50))]);
  }
}

async function cancelWaiting(bench: TestBench, handle: WorkflowHandle): Promise<void> {
  await isWaiting(bench, handle);
  await handle.cancel();
}

async function answerAfterTheWarning(bench: TestBench, handle: WorkflowHandle): Promise<void> {
  const task = await bench.task(handle);
  await eventually(() => task.events.some(({ kind }) => kind === 'notified'));
  await bench.store.answer(task, 'late');
}

async function answerSecond(bench: TestBench, handle: WorkflowHandle): Promise<void> {
  const [, second] = await bench.tasks(handle, 2);
  await bench.store.answer(second!, 'me first');
  const tasks = await bench.tasks(handle, 3);
  await bench.store.answer(tasks[2]!, 'then');
}

async function approveTheSecondVersion(bench: TestBench, handle: WorkflowHandle): Promise<void> {
  const task = await bench.task(handle);
  task.requestChanges(ann, 'cheaper', Date.now());
  await bench.store.tellChanged(task);
  const [, revision] = await bench.tasks(handle, 2);
  await bench.store.decide(revision!, { data: { amount: 42 } });
  await eventually(() => task.round === 2);
  await bench.store.decide(task, { outcome: 'approved', completedBy: ann });
}

async function continueOnce(bench: TestBench, handle: WorkflowHandle): Promise<void> {
  const task = await isWaiting(bench, handle);
  await handle.signal('continue');
  await eventually(() => bench.store.callsOf(task).length === 2);
  await isWaiting(bench, handle);
  await bench.store.answer(task, 'at last');
}

async function isWaiting(bench: TestBench, handle: WorkflowHandle) {
  const task = await bench.task(handle);
  await eventually(() => handle.query('orkestra.isWaitingFor', task.taskId));
  return task;
}

const firstRun: Recording['runs'] = ({ workflowId, firstExecutionRunId }) => ({
  workflowId,
  runId: firstExecutionRunId,
});

const offer = { amount: 100 };

export const recordings: Recording[] = [
  { name: 'local-parallel', type: 'ask-many', input: { titles: ['a', 'b', 'c'] }, drive: answerAll },
  { name: 'local-in-turn', type: 'ask-in-turn', input: { titles: ['a', 'b'] }, drive: answerAll },
  {
    name: 'remote-in-turn',
    type: 'ask-in-turn',
    input: { titles: ['a', 'b'] },
    queue: 'users',
    drive: answerAll,
  },
  { name: 'refused', type: 'ask-once', input: { title: '' }, drive: answerAll },
  { name: 'local-cancelled', type: 'ask-once', input: { title: 'Help' }, drive: cancelWaiting },
  {
    name: 'remote-cancelled',
    type: 'ask-once',
    input: { title: 'Help' },
    queue: 'users',
    drive: cancelWaiting,
  },
  { name: 'local-scope-cancelled', type: 'scoped', input: { title: 'Help' }, drive: () => Promise.resolve() },
  { name: 'local-given-up', type: 'gives-up', input: { ordinary: false }, drive: () => Promise.resolve() },
  {
    name: 'remote-given-up',
    type: 'gives-up',
    input: { ordinary: true },
    queue: 'users',
    drive: () => Promise.resolve(),
  },
  { name: 'local-sla', type: 'with-sla', input: { title: 'Help', sla }, drive: answerAfterTheWarning },
  {
    name: 'remote-sla',
    type: 'with-sla',
    input: { title: 'Help', sla },
    queue: 'users',
    drive: answerAfterTheWarning,
  },
  { name: 'local-any', type: 'any-named', drive: answerSecond },
  { name: 'remote-any', type: 'any-named', queue: 'users', drive: answerSecond },
  { name: 'local-all', type: 'all-of', drive: answerAll },
  {
    name: 'local-changes',
    type: 'approve-offer',
    input: { offer, ask: true },
    drive: approveTheSecondVersion,
  },
  {
    name: 'remote-changes',
    type: 'approve-offer',
    input: { offer, ask: true },
    queue: 'users',
    drive: approveTheSecondVersion,
  },
  {
    name: 'local-continued-first-run',
    type: 'carry-on',
    input: { rounds: 1, by: 'key' },
    drive: continueOnce,
    runs: firstRun,
  },
  {
    name: 'local-continued-last-run',
    type: 'carry-on',
    input: { rounds: 1, by: 'key' },
    drive: continueOnce,
    runs: ({ workflowId }) => ({ workflowId }),
  },
  { name: 'local-parent', type: 'asks-in-child', input: { title: 'Parent' }, drive: answerAll },
  {
    name: 'local-child',
    type: 'asks-in-child',
    input: { title: 'Child' },
    drive: answerAll,
    runs: ({ workflowId }) => ({ workflowId: `${workflowId.split('/')[0]}/child-of-Child` }),
  },
  {
    name: 'local-commands',
    type: 'commander',
    input: { command: 'cancel', requestKey: 'help' },
    drive: () => Promise.resolve(),
  },
  {
    name: 'local-state',
    type: 'stateful',
    input: {},
    drive: async (_bench, handle) => {
      await handle.signal('done', 'once');
      await handle.signal('stop');
    },
  },
];
