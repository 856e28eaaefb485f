import { TasksService } from '@orkestra/tasks';
import { eventually } from '../../../../test/harness';
import { ReconcilerBench } from '../../../../test/harness/reconciler';
import { WorkflowsService } from '..';

let bench: ReconcilerBench;

beforeAll(async () => {
  bench = await ReconcilerBench.start();
}, 90_000);
afterAll(() => bench?.close());

const gone = { status: 'CANCELLED', outcomeReason: 'The workflow does not exist any more.' };

it('cancels the tasks of workflows that Temporal never knew or has deleted, for each tenant its own', async () => {
  const tasks = bench.gateway.get(TasksService);
  const invented = (tenantId: string) => ({
    workflowId: `${tenantId}/never`,
    runId: 'none',
    requestKey: 'never',
  });
  const spec = { title: 'Of no workflow', assignTo: { group: 'support-l1' } };
  const ours = await tasks.create(bench.lee, spec, invented(bench.lee.tenantId));
  const theirs = await tasks.create(bench.other, spec, invented(bench.other.tenantId));
  const deleted = await bench.waiting(bench.lee, 'Deleted');
  const alive = await bench.waiting(bench.other, 'Alive');
  await deleteWorkflow(deleted.workflowId);
  expect(await bench.fullPass()).toEqual({ task_cancelled: 3, execution_closed: 1 });
  expect(await bench.task(bench.lee, ours)).toMatchObject(gone);
  expect(await bench.task(bench.other, theirs)).toMatchObject(gone);
  expect(await bench.task(bench.lee, deleted.task)).toMatchObject(gone);
  expect(await bench.task(bench.other, alive.task)).toMatchObject({ status: 'READY' });
  const execution = await bench.gateway.get(WorkflowsService).get(bench.lee, deleted.workflowId);
  expect(execution).toMatchObject({ status: 'lost', error: { type: 'workflow.unknown' } });
  expect(await bench.fullPass()).toEqual({});
});

it('finds what closed before the rounds began to look', async () => {
  const { workflowId, task } = await bench.waiting(bench.lee, 'Missed');
  await bench.handle(workflowId).terminate();
  expect(await bench.fullPass()).toEqual({ task_cancelled: 1, execution_closed: 1 });
  expect(await bench.task(bench.lee, task)).toMatchObject({
    status: 'CANCELLED',
    outcomeReason: 'The workflow was terminated.',
  });
  expect(await bench.fullPass()).toEqual({});
});

it('cancels what a reset left behind when no round has seen it', async () => {
  const { workflowId, task } = await bench.waiting(bench.lee, 'Asked twice');
  await bench.reset(workflowId, () => true);
  const again = await eventually(async () => {
    const { items } = await bench.gateway.get(TasksService).list(bench.lee, { workflowId }, {});
    return items.find(({ id }) => id !== task.id);
  });
  expect(await bench.fullPass()).toEqual({ task_of_other_run_cancelled: 1 });
  expect(await bench.task(bench.lee, task)).toMatchObject({ status: 'CANCELLED' });
  expect(await bench.task(bench.lee, again)).toMatchObject({ status: 'READY' });
  expect(await bench.fullPass()).toEqual({});
});

it('leaves the task of a workflow whose id no visibility query can spell', async () => {
  const title = 'Spelled "so"';
  const handle = await bench.startInTemporal(bench.lee, 'say "so" \\', 'one-task', { title });
  const task = await bench.taskOf(bench.lee, handle.workflowId, title);
  await bench.sql('UPDATE tasks SET run_id = NULL WHERE id = $1', [task.id]);
  expect(await bench.fullPass()).toEqual({});
  expect(await bench.task(bench.lee, task)).toMatchObject({ status: 'READY' });
  await handle.terminate();
  expect(await bench.fullPass()).toEqual({ task_cancelled: 1 });
});

it('comes to every task, on whichever page it stands', async () => {
  const { workflowId } = await bench.waiting(bench.lee, 'Many');
  const { runId } = await bench.handle(workflowId).describe();
  await bench.insertTasks(bench.lee, workflowId, 1_100, runId);
  const [last] = await bench.insertTasks(bench.other, `${bench.other.tenantId}/never`, 1);
  await bench.sql(`UPDATE tasks SET created_at = created_at + interval '1 minute' WHERE id = $1`, [last?.id]);
  expect(await bench.fullPass()).toEqual({ task_cancelled: 1 });
  const open = `SELECT FROM tasks WHERE closed_at IS NULL AND title = 'Inserted'`;
  expect(await bench.sql(open)).toHaveLength(1_100);
  await bench.sql(`DELETE FROM tasks WHERE title = 'Inserted' AND closed_at IS NULL`);
});

it('holds back when Temporal knows hardly any of the workflows: then it is the wrong Temporal', async () => {
  const ids = await bench.insertTasks(bench.lee, `${bench.lee.tenantId}/lost-*`, 15);
  const terminated = await bench.waiting(bench.lee, 'Known to be terminated');
  await bench.handle(terminated.workflowId).terminate();
  expect(await bench.fullPass()).toEqual({ held_back: 15, task_cancelled: 1, execution_closed: 1 });
  const open = 'SELECT FROM tasks WHERE closed_at IS NULL AND id = ANY($1)';
  expect(await bench.sql(open, [ids.map(({ id }) => id)])).toHaveLength(15);
});

async function deleteWorkflow(workflowId: string): Promise<void> {
  const { workflowService, options } = bench.domain.namespace.client;
  await workflowService.deleteWorkflowExecution({
    namespace: options.namespace,
    workflowExecution: { workflowId },
  });
}
