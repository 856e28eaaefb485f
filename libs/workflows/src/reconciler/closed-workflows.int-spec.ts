import { TaskControlService, TasksService } from '@orkestra/tasks';
import { eventually } from '../../../../test/harness';
import { ReconcilerBench } from '../../../../test/harness/reconciler';
import { WorkflowsService } from '..';

let bench: ReconcilerBench;

beforeAll(async () => {
  bench = await ReconcilerBench.start();
}, 90_000);
afterAll(() => bench?.close());

const cancelled = (reason: string) => ({
  status: 'CANCELLED',
  outcome: 'cancelled',
  outcomeReason: reason,
});

it('finds nothing to do where nothing is broken', async () => {
  const { task } = await bench.waiting(bench.lee, 'Healthy');
  await bench.round();
  expect(await bench.round()).toEqual({});
  expect(await bench.task(bench.lee, task)).toMatchObject({ status: 'READY', revision: task.revision });
});

it('cancels the tasks of a workflow that was terminated, for each tenant its own, and closes the execution', async () => {
  const ours = await bench.waiting(bench.lee, 'Terminated');
  const theirs = await bench.waiting(bench.other, 'Terminated elsewhere');
  const alive = await bench.waiting(bench.other, 'Alive');
  await bench.handle(ours.workflowId).terminate('by an operator');
  await bench.handle(theirs.workflowId).terminate();
  const done = { task_cancelled: 2, execution_closed: 2 };
  expect(await bench.roundUntil(({ task_cancelled }) => task_cancelled === 2)).toEqual(done);
  const reason = 'The workflow was terminated.';
  expect(await bench.task(bench.lee, ours.task)).toMatchObject(cancelled(reason));
  expect(await bench.task(bench.other, theirs.task)).toMatchObject(cancelled(reason));
  expect(await bench.task(bench.other, alive.task)).toMatchObject({ status: 'READY' });
  const execution = await bench.gateway.get(WorkflowsService).get(bench.lee, ours.workflowId);
  expect(execution).toMatchObject({
    status: 'terminated',
    error: { message: 'by an operator' },
    closedAt: expect.any(Date),
  });
  const [event] = await bench.sql(
    `SELECT kind, note, actor_kind FROM task_events WHERE task_id = $1 ORDER BY revision DESC LIMIT 1`,
    [ours.task.id],
  );
  expect(event).toEqual({ kind: 'cancelled', note: reason, actor_kind: 'system' });
  expect(await bench.round()).toEqual({});
});

it('cancels the task of a workflow that ran out of time', async () => {
  const title = 'Timed out';
  const handle = await bench.startInTemporal(
    bench.lee,
    'timed-out',
    'one-task',
    { title },
    {
      workflowExecutionTimeout: '3s',
    },
  );
  const task = await bench.taskOf(bench.lee, handle.workflowId, title);
  await expect(handle.result()).rejects.toThrow();
  expect(await bench.roundUntil((counts) => counts['task_cancelled'] === 1)).toEqual({ task_cancelled: 1 });
  expect(await bench.task(bench.lee, task)).toMatchObject(cancelled('The workflow ran out of time.'));
  expect(await bench.round()).toEqual({});
});

it('cancels the task that a completed workflow left open', async () => {
  const title = 'Left open';
  const workflowId = await bench.startWorkflow(bench.lee, { type: 'repeated-creation', input: { title } });
  await bench.handle(workflowId).result();
  const task = await bench.taskOf(bench.lee, workflowId, title);
  expect(await bench.roundUntil((counts) => counts['task_cancelled'] === 1)).toEqual({ task_cancelled: 1 });
  expect(await bench.task(bench.lee, task)).toMatchObject(
    cancelled('The workflow ended without waiting for the task.'),
  );
  expect(await bench.round()).toEqual({});
});

it('leaves the task of a workflow that continued as new, though the new run does not wait for it yet', async () => {
  const title = 'Continued';
  const workflowId = await bench.startWorkflow(bench.lee, { type: 'continued-task', input: { title } });
  const task = await bench.taskOf(bench.lee, workflowId, title);
  const handle = bench.handle(workflowId);
  const { runId } = await handle.describe();
  await handle.signal('go-on');
  await eventually(async () => (await handle.describe()).runId !== runId);
  await bench.round();
  expect(await bench.round()).toEqual({});
  // After the reset the reconciler looks at the task, and finds that its run went on.
  await bench.reset(workflowId, () => true);
  await bench.round();
  expect(await bench.round()).toEqual({});
  expect(await bench.task(bench.lee, task)).toMatchObject({ status: 'READY' });
  await handle.signal('go-on');
  await bench.gateway.get(TasksService).complete(bench.lee, { taskId: task.id, data: {}, claim: true });
  expect(await handle.result()).toBe('completed');
});

it('cancels what a reset left behind, and only that', async () => {
  const title = 'Reset';
  const tasks = bench.gateway.get(TasksService);
  const workflowId = await bench.startWorkflow(bench.lee, { type: 'late-tasks', input: { title } });
  const handle = bench.handle(workflowId);
  const first = await bench.taskOf(bench.lee, workflowId, `${title}: first`);
  await handle.signal('ask', 'drawn');
  const drawn = await bench.taskOf(bench.lee, workflowId, `${title}: drawn`);
  await handle.signal('ask', 'named');
  const named = await bench.taskOf(bench.lee, workflowId, `${title}: named`);

  // To before it read the first signal, which it reads again; the second one is lost.
  await bench.reset(workflowId, (event) => event.workflowExecutionSignaledEventAttributes != null);
  const again = await eventually(async () => {
    const { items } = await tasks.list(bench.lee, { workflowId }, {});
    return items.find((task) => task.title === drawn.title && task.id !== drawn.id);
  });
  const counts = await bench.roundUntil((one) => Object.keys(one).length > 0);
  expect(counts).toEqual({ task_of_other_run_cancelled: 1 });
  const reason = 'The workflow goes on in another run, which does not wait for the task.';
  expect(await bench.task(bench.lee, drawn)).toMatchObject(cancelled(reason));
  expect(await bench.round()).toEqual({});

  // The workflow has not come to the named task again, and finds it when it does.
  await handle.signal('ask', 'named');
  for (const { id: taskId } of [first, again, named]) {
    await tasks.complete(bench.lee, { taskId, data: {}, claim: true });
  }
  expect(await handle.result()).toEqual({ done: true });
});

it.each([
  ['completed', { result: { echo: 'hello' } }],
  ['failed', { error: { message: expect.stringContaining('cancelled') } }],
])('closes the row of an execution that %s without being able to say so', async (status, outcome) => {
  const workflowId = status === 'completed' ? await echo() : await failed();
  await bench.sql(
    `UPDATE workflow_executions SET status = 'running', closed_at = NULL, result = NULL, error = NULL WHERE key = $1`,
    [workflowId.split('/')[1]],
  );
  expect(await bench.roundUntil((one) => one['execution_closed'] === 1)).toEqual({ execution_closed: 1 });
  const execution = await bench.gateway.get(WorkflowsService).get(bench.lee, workflowId);
  expect(execution).toMatchObject({ status, ...outcome });
  expect(await bench.round()).toEqual({});
});

it('corrects the row of an execution that said it had ended, and then ended otherwise', async () => {
  const workflows = bench.gateway.get(WorkflowsService);
  const { workflowId } = await bench.waiting(bench.lee, 'Refused end');
  const { runId } = await bench.handle(workflowId).describe();
  await workflows.close(bench.lee, workflowId, { status: 'completed', result: { early: true }, runId });
  await bench.handle(workflowId).terminate('by an operator');
  const done = { task_cancelled: 1, execution_corrected: 1 };
  expect(await bench.roundUntil((one) => one['execution_corrected'] === 1)).toEqual(done);
  expect(await workflows.get(bench.lee, workflowId)).toMatchObject({
    status: 'terminated',
    result: null,
    error: { message: 'by an operator' },
  });
  expect(await bench.round()).toEqual({});
});

it('starts the timers of an open task again whose workflow is gone, and leaves the task', async () => {
  const tasks = bench.gateway.get(TasksService);
  const spec = { title: 'Timed', assignTo: { group: 'support-l1' }, sla: { timeoutMs: 3_600_000 } };
  const task = await tasks.create(bench.lee, spec);
  const timers = bench.handle(task.timerWorkflowId ?? '');
  await eventually(async () => (await timers.describe()).status.name === 'RUNNING');
  await timers.terminate();
  expect(await bench.roundUntil((one) => one['timers_restarted'] === 1)).toEqual({ timers_restarted: 1 });
  await eventually(async () => (await timers.describe()).status.name === 'RUNNING');
  expect(await bench.task(bench.lee, task)).toMatchObject({ status: 'READY', revision: task.revision });
  expect(await bench.round()).toEqual({});
  await bench.gateway.get(TaskControlService).cancel(bench.lee, { taskId: task.id });
  expect(await timers.result()).toEqual({ outcome: 'cancelled' });
});

it('does no harm when two work at once', async () => {
  const { workflowId, task } = await bench.waiting(bench.lee, 'Twice');
  await bench.handle(workflowId).terminate();
  await eventually(async () => {
    await Promise.all([bench.round(), bench.round()]);
    return (await bench.task(bench.lee, task)).status === 'CANCELLED';
  });
  const events = `SELECT FROM task_events WHERE task_id = $1 AND kind = 'cancelled'`;
  expect(await bench.sql(events, [task.id])).toHaveLength(1);
  const rows = `SELECT FROM outbox WHERE task_id = $1`;
  expect(await bench.sql(rows, [task.id])).toHaveLength(1);
});

async function echo(): Promise<string> {
  const workflowId = await bench.startWorkflow(bench.lee, { type: 'echo', input: 'hello' });
  await bench.handle(workflowId).result();
  return workflowId;
}

/** Fails because its task is cancelled. */
async function failed(): Promise<string> {
  const { workflowId, task } = await bench.waiting(bench.lee, 'To fail');
  await bench.gateway.get(TaskControlService).cancel(bench.lee, { taskId: task.id });
  await bench
    .handle(workflowId)
    .result()
    .catch(() => undefined);
  return workflowId;
}
