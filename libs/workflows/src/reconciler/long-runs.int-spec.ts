import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { TasksService } from '@orkestra/tasks';
import { eventually } from '../../../../test/harness';
import { ReconcilerBench } from '../../../../test/harness/reconciler';
import { testRun } from '../../../../test/harness/run/test-run';
import { OwnTemporal } from '../../../../test/harness/servers/own-temporal';
import { WorkflowControlService, WorkflowsService } from '..';
import { WorkflowProblems } from '../worker';

/** In place of Temporal's 10,000 and 4,096. */
const MOST_SIGNALS = 12;
const LIMITS = [
  `history.maximumSignalsPerExecution=${MOST_SIGNALS}`,
  'limit.historyCount.suggestContinueAsNew=20',
];

let temporal: OwnTemporal;
let bench: ReconcilerBench;
let workflows: WorkflowsService;

beforeAll(async () => {
  temporal = await OwnTemporal.start(mkdtempSync(join(testRun.folder, 'long-')), LIMITS);
  bench = await ReconcilerBench.start(temporal.address);
  workflows = bench.gateway.get(WorkflowsService);
}, 120_000);
afterAll(async () => {
  await bench?.close();
  await temporal?.stop();
});

const problemOf = async (id: string) => (await workflows.get(bench.lee, id)).problem;

/** Signals that the workflow makes nothing of, each of them an event of its own. */
async function fill(workflowId: string, signals: number): Promise<void> {
  const handle = bench.handle(workflowId);
  for (let n = 0; n < signals; n += 1) {
    const { historyLength } = await handle.describe();
    await handle.signal('ask', 'noise');
    await eventually(async () => (await handle.describe()).historyLength > historyLength + 1);
  }
}

it('shows a run that should continue as new, before it is too late', async () => {
  const title = 'Long';
  const workflowId = await bench.startWorkflow(bench.lee, { type: 'late-tasks', input: { title } });
  await bench.taskOf(bench.lee, workflowId, `${title}: first`);
  expect(await problemOf(workflowId)).toBeNull();
  await fill(workflowId, 7);
  await bench.handle(workflowId).signal('ask', 'drawn');
  await bench.taskOf(bench.lee, workflowId, `${title}: drawn`);
  expect(await problemOf(workflowId)).toMatchObject({ code: 'long_history' });
  expect(await bench.worker.get(WorkflowProblems).count()).toMatchObject({ long_history: 1 });
  // It is about the run, so a cancellation ends it as any other.
  await bench.gateway.get(WorkflowControlService).cancel(bench.lee, { id: workflowId });
  await expect(bench.handle(workflowId).result()).rejects.toThrow();
});

it('keeps a decision that the run cannot take any more until another run asks', async () => {
  const title = 'Exhausted';
  const workflowId = await bench.startWorkflow(bench.lee, { type: 'named-and-drawn', input: { title } });
  const task = await bench.taskOf(bench.lee, workflowId, `${title}: named`);
  await fill(workflowId, MOST_SIGNALS);
  await bench.gateway.get(TasksService).complete(bench.lee, { taskId: task.id, data: {}, claim: true });
  const problem = await eventually(() => problemOf(workflowId));
  expect(problem).toMatchObject({ code: 'signals_exhausted' });
  const rows = await bench.sql(`SELECT status FROM outbox WHERE task_id = $1 AND kind = 'task.closed'`, [
    task.id,
  ]);
  expect(rows).toEqual([{ status: 'pending' }]);
  // The run stays what it is for the reconciler, too.
  await bench.round();
  expect(await problemOf(workflowId)).toMatchObject({ code: 'signals_exhausted' });

  await bench.reset(workflowId, () => true);
  // The new run finds the decision, and goes on.
  const next = await bench.taskOf(bench.lee, workflowId, `${title}: drawn`);
  await bench.gateway.get(TasksService).complete(bench.lee, { taskId: next.id, data: {}, claim: true });
  expect(await bench.handle(workflowId).result()).toEqual(['completed', 'completed']);
  expect(await workflows.get(bench.lee, workflowId)).toMatchObject({ status: 'completed', problem: null });
});
