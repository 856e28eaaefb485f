import { TaskDetailsService, TasksService, type TaskView } from '@orkestra/tasks';
import { eventually } from '../../../../test/harness';
import { ReconcilerBench } from '../../../../test/harness/reconciler';
import { WorkflowRestartService, WorkflowsService } from '..';
import { ensureReconcilerSchedules } from '../worker';

let bench: ReconcilerBench;
let workflows: WorkflowsService;
let restarts: WorkflowRestartService;

beforeAll(async () => {
  bench = await ReconcilerBench.start();
  workflows = bench.gateway.get(WorkflowsService);
  restarts = bench.gateway.get(WorkflowRestartService);
}, 90_000);
afterAll(() => bench?.close());

const complete = ({ id: taskId }: TaskView) =>
  bench.gateway.get(TasksService).complete(bench.lee, { taskId, data: {}, claim: true });
const statusOf = async (id: string) => (await workflows.get(bench.lee, id)).status;
const delivery = async ({ id }: TaskView) =>
  (await bench.gateway.get(TaskDetailsService).deliveries(bench.lee, [id])).get(id);

/** As if Temporal's data were gone. */
async function lose(workflowId: string): Promise<void> {
  const { workflowService, options } = bench.domain.namespace.client;
  const { namespace } = options;
  await workflowService.deleteWorkflowExecution({ namespace, workflowExecution: { workflowId } });
  await eventually(() =>
    bench
      .handle(workflowId)
      .describe()
      .then(
        () => false,
        () => true,
      ),
  );
}

it('shows that Temporal has lost a workflow as soon as a decision finds it gone, and starts it again', async () => {
  const title = 'Lost';
  const request = { type: 'named-and-drawn', input: { title }, key: 'lost-one' };
  const workflowId = await bench.startWorkflow(bench.lee, request);
  await complete(await bench.taskOf(bench.lee, workflowId, `${title}: named`));
  const drawn = await bench.taskOf(bench.lee, workflowId, `${title}: drawn`);
  await expect(restarts.restart(bench.lee, workflowId)).rejects.toMatchObject({ code: 'workflow.not_lost' });
  await lose(workflowId);
  await complete(drawn);
  await eventually(async () => (await statusOf(workflowId)) === 'lost');
  expect(await delivery(drawn)).toBe('moot');
  // The same start request says so too, and starts nothing by itself.
  expect(await workflows.start(bench.lee, request)).toMatchObject({ status: 'lost' });

  await expect(restarts.restart(bench.other, workflowId)).rejects.toMatchObject({
    code: 'workflow.not_found',
  });
  expect(await restarts.restart(bench.lee, workflowId)).toMatchObject({ status: 'running', closedAt: null });
  // What was named is found again with its decision; the other question comes anew.
  const again = await bench.taskOf(bench.lee, workflowId, `${title}: drawn`);
  expect(again.id).not.toBe(drawn.id);
  await complete(again);
  expect(await bench.handle(workflowId).result()).toEqual(['completed', 'completed']);
  const { items } = await bench.gateway.get(TasksService).list(bench.lee, { workflowId }, {});
  expect(items.map(({ title: asked }) => asked).sort()).toEqual([
    `${title}: drawn`,
    `${title}: drawn`,
    `${title}: named`,
  ]);
});

it('asks a named task anew that was cancelled because its workflow was lost', async () => {
  const title = 'Cancelled for the loss';
  const workflowId = await bench.startWorkflow(bench.lee, { type: 'named-and-drawn', input: { title } });
  const first = await bench.taskOf(bench.lee, workflowId, `${title}: named`);
  await lose(workflowId);
  await bench.fullPass();
  expect(await bench.task(bench.lee, first)).toMatchObject({ status: 'CANCELLED' });
  expect(await statusOf(workflowId)).toBe('lost');
  await restarts.restart(bench.lee, workflowId);
  const second = await bench.taskOf(bench.lee, workflowId, `${title}: named`);
  expect(second.id).not.toBe(first.id);
  await bench.handle(workflowId).terminate();
});

it('lets a workflow run on that was taken for lost, such as by a wrong setting', async () => {
  const { workflowId } = await bench.waiting(bench.lee, 'Found again');
  await workflows.close(bench.lee, workflowId, { status: 'lost' });
  expect(await bench.roundUntil((counts) => counts['execution_found'] === 1)).toMatchObject({
    execution_found: 1,
  });
  expect(await workflows.get(bench.lee, workflowId)).toMatchObject({ status: 'running', closedAt: null });
});

it('marks executions as lost also where it takes away nothing, because all are unknown', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 12; n += 1) {
    ids.push((await bench.waiting(bench.other, `All gone ${n}`)).workflowId);
  }
  await Promise.all(ids.map(lose));
  const counts = await bench.fullPass();
  expect(counts).toMatchObject({ execution_closed: 12 });
  expect(counts['held_back']).toBeGreaterThanOrEqual(12);
  const open = `SELECT FROM tasks WHERE closed_at IS NULL AND title LIKE 'All gone%'`;
  expect(await bench.sql(open)).toHaveLength(12);
});

it('creates missing schedules, and leaves those alone that are there', async () => {
  const { client } = bench.domain.namespace;
  const minutely = client.schedule.getHandle('orkestra-reconcile');
  const note = async (id: string) => (await client.schedule.getHandle(id).describe()).state.note;
  await client.schedule.getHandle('orkestra-reconcile-fully').pause('by an operator');
  await minutely.delete();
  await eventually(async () => {
    await ensureReconcilerSchedules(client, 'orkestra', 'missing');
    return minutely.describe();
  });
  await minutely.pause();
  expect(await note('orkestra-reconcile-fully')).toBe('by an operator');
});

it('says "delivered" of a task whose end its workflow brought about itself', async () => {
  const title = 'Expires';
  const input = { title, sla: { chain: [{ action: 'expire', after: { milliseconds: 1_000 } }] } };
  const workflowId = await bench.startWorkflow(bench.lee, { type: 'sla-task', input });
  const task = await bench.taskOf(bench.lee, workflowId, title);
  await bench
    .handle(workflowId)
    .result()
    .catch(() => undefined);
  expect(await bench.task(bench.lee, task)).toMatchObject({ status: 'EXPIRED' });
  expect(await delivery(task)).toBe('delivered');
  const { events } = await bench.handle(workflowId).fetchHistory();
  const told = events?.filter((event) => event.workflowExecutionSignaledEventAttributes);
  expect(told).toEqual([]);
});
