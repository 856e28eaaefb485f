import { TaskControlService, TaskHandoverService, TasksService, type TaskView } from '@orkestra/tasks';
import { eventually } from '../../../../test/harness';
import { ReconcilerBench } from '../../../../test/harness/reconciler';

let bench: ReconcilerBench;

beforeAll(async () => {
  bench = await ReconcilerBench.start();
}, 90_000);
afterAll(() => bench?.close());
afterEach(() => jest.restoreAllMocks());

const eventsOf = ({ id }: TaskView, kind: string) =>
  bench.sql('SELECT FROM task_events WHERE task_id = $1 AND kind = $2', [id, kind]);

/** Soon, but not before the run that has to hear of it has begun. */
async function dueSoon(task: TaskView): Promise<void> {
  const dueAt = new Date(Date.now() + 2_000);
  await bench.gateway.get(TaskControlService).setDueDate(bench.lee, { taskId: task.id, dueAt });
}

describe('a due date that a task got later', () => {
  it('is kept by the run that the workflow goes on in', async () => {
    const title = 'Due in the next run';
    const workflowId = await bench.startWorkflow(bench.lee, { type: 'continued-task', input: { title } });
    const task = await bench.taskOf(bench.lee, workflowId, title);
    const handle = bench.handle(workflowId);
    const { runId } = await handle.describe();
    await dueSoon(task);
    await handle.signal('go-on');
    await eventually(async () => (await handle.describe()).runId !== runId);
    await handle.signal('go-on');
    await eventually(async () => (await eventsOf(task, 'sla_breached')).length === 1);
    await bench.gateway.get(TasksService).complete(bench.lee, { taskId: task.id, data: {}, claim: true });
    expect(await handle.result()).toBe('completed');
  });

  it('is kept by the run that a reset makes', async () => {
    const title = 'Due after the reset';
    const workflowId = await bench.startWorkflow(bench.lee, { type: 'handed-on', input: { title } });
    const task = await bench.taskOf(bench.lee, workflowId, title);
    await eventually(async () => (await eventsOf(task, 'assigned')).length === 1);
    await dueSoon(task);
    await bench.reset(workflowId, () => true);
    await eventually(async () => (await eventsOf(task, 'sla_breached')).length === 1);
    await bench.handle(workflowId).terminate();
  });
});

it('gives a task to others once, however long the first attempt takes to say so', async () => {
  const handover = bench.worker.get(TaskHandoverService);
  const assign = handover.assign.bind(handover);
  let attempts = 0;
  jest.spyOn(handover, 'assign').mockImplementation(async (ctx, command) => {
    attempts += 1;
    const first = attempts === 1;
    const task = await assign(ctx, command);
    // The local attempt outlives its time: it answers only after the ordinary one has begun.
    if (first) await eventually(() => attempts > 1);
    return task;
  });
  const title = 'Handed on';
  const workflowId = await bench.startWorkflow(bench.lee, { type: 'handed-on', input: { title } });
  const task = await bench.taskOf(bench.lee, workflowId, title);
  await eventually(() => attempts > 1);
  // The call has been answered when the workflow takes the decision.
  await bench.gateway.get(TaskControlService).cancel(bench.lee, { taskId: task.id });
  await expect(bench.handle(workflowId).result()).rejects.toThrow();
  expect(await eventsOf(task, 'assigned')).toHaveLength(1);
  expect(attempts).toBe(2);
});
