import { TaskControlService, TasksService, type TaskView } from '@orkestra/tasks';
import { eventually } from '../../../../test/harness';
import { ReconcilerBench } from '../../../../test/harness/reconciler';

let bench: ReconcilerBench;

beforeAll(async () => {
  bench = await ReconcilerBench.start();
}, 90_000);
afterAll(() => bench?.close());

/** A decided task whose decision its workflow has not heard of, and then what else is wrong with it. */
async function undelivered(title: string, breakIt: string): Promise<{ workflowId: string; task: TaskView }> {
  const { workflowId, task } = await bench.waiting(bench.lee, title);
  await bench.decideUndelivered(bench.lee, task, { answer: title });
  await bench.sql(breakIt, [task.id]);
  return { workflowId, task };
}

async function resumedOnce(workflowId: string, answer: string): Promise<void> {
  const handle = bench.handle(workflowId);
  expect(await handle.result()).toMatchObject({ answer });
  const { events } = await handle.fetchHistory();
  expect(events?.filter((event) => event.workflowExecutionSignaledEventAttributes)).toHaveLength(1);
}

const rowsOf = ({ id }: TaskView) =>
  bench.sql<{ status: string; replays: number }>('SELECT status, replays FROM outbox WHERE task_id = $1', [
    id,
  ]);

it('revives a dead delivery after an hour, and no sooner', async () => {
  const kill = (at: string) =>
    `UPDATE outbox SET status = 'dead', attempts = 20, available_at = now() - interval '${at}' WHERE task_id = $1`;
  const fresh = await undelivered('Just died', kill('10 minutes'));
  const old = await undelivered('Dead', kill('2 hours'));
  expect(await bench.round()).toEqual({ delivery_replayed: 1 });
  await resumedOnce(old.workflowId, 'Dead');
  await eventually(async () => (await rowsOf(old.task))[0]?.status === 'delivered');
  expect(await rowsOf(fresh.task)).toEqual([{ status: 'dead', replays: 0 }]);
  expect(await bench.round()).toEqual({});
});

it('gives a dead delivery up after so many revivals', async () => {
  const { task } = await undelivered(
    'Hopeless',
    `UPDATE outbox SET status = 'dead', replays = 10, available_at = now() - interval '2 hours' WHERE task_id = $1`,
  );
  expect(await bench.round()).toEqual({});
  expect(await rowsOf(task)).toEqual([{ status: 'dead', replays: 10 }]);
});

it('delivers what is leased for longer than any lease lasts', async () => {
  const { workflowId } = await undelivered(
    'Leased',
    `UPDATE outbox SET available_at = now() + interval '1 day' WHERE task_id = $1`,
  );
  expect(await bench.round()).toEqual({ delivery_released: 1 });
  await resumedOnce(workflowId, 'Leased');
  expect(await bench.round()).toEqual({});
});

const longAgo = (age: string) => `
  WITH lost AS (DELETE FROM outbox WHERE task_id = $1)
  UPDATE tasks SET closed_at = now() - interval '${age}' WHERE id = $1`;

it('writes a delivery that was never written, once, though two look for it', async () => {
  const { workflowId, task } = await undelivered('Never written', longAgo('2 minutes'));
  const counts = await Promise.all([bench.round(), bench.round()]);
  expect(counts.flatMap((one) => one['delivery_written'] ?? [])).toEqual([1]);
  await resumedOnce(workflowId, 'Never written');
  await eventually(async () => (await rowsOf(task))[0]?.status === 'delivered');
  expect(await rowsOf(task)).toHaveLength(1);
  expect(await bench.round()).toEqual({});
});

it('leaves to the full pass what ended some days ago, and forgotten deliveries forgotten', async () => {
  const { workflowId } = await undelivered('Days ago', longAgo('3 days'));
  const { task: older } = await undelivered('Weeks ago', longAgo('20 days'));
  expect(await bench.round()).toEqual({});
  expect(await bench.fullPass()).toEqual({ delivery_written: 1 });
  await resumedOnce(workflowId, 'Days ago');
  expect(await rowsOf(older)).toEqual([]);
  expect(await bench.fullPass()).toEqual({});
});

it('forgets what was delivered a week ago, and keeps what reached nobody', async () => {
  const delivered = await undelivered('Delivered', settled('delivered', '8 days'));
  const recent = await undelivered('Recent', settled('delivered', '6 days'));
  const moot = await undelivered('Moot', settled('moot', '8 days'));
  expect(await bench.round()).toEqual({ delivery_forgotten: 1 });
  expect(await rowsOf(delivered.task)).toEqual([]);
  expect(await rowsOf(recent.task)).toHaveLength(1);
  expect(await rowsOf(moot.task)).toHaveLength(1);
  expect(await bench.round()).toEqual({});
});

it('expires and resumes what the clock has come to, in every tenant', async () => {
  const tasks = bench.gateway.get(TasksService);
  const spec = { title: 'Short-lived', assignTo: { group: 'support-l1' } };
  const ours = await bench.waiting(bench.lee, 'Short-lived');
  const theirs = await tasks.create(bench.other, spec);
  const asleep = await tasks.create(bench.lee, spec);
  const resumesAt = new Date(Date.now() + 3_600_000);
  await bench.gateway.get(TaskControlService).suspend(bench.lee, { taskId: asleep.id, resumesAt });
  const ids = [ours.task.id, theirs.id];
  await bench.sql(`UPDATE tasks SET expires_at = now() - interval '1 s' WHERE id = ANY($1)`, [ids]);
  await bench.sql(`UPDATE tasks SET resumes_at = now() - interval '1 s' WHERE id = $1`, [asleep.id]);
  const counts = await bench.round();
  expect(counts).toEqual({ task_expired: 2, task_resumed: 1 });
  expect(await bench.task(bench.lee, ours.task)).toMatchObject({ status: 'EXPIRED' });
  expect(await bench.task(bench.other, theirs)).toMatchObject({ status: 'EXPIRED' });
  expect(await bench.task(bench.lee, asleep)).toMatchObject({ status: 'READY', resumesAt: null });
  await expect(bench.handle(ours.workflowId).result()).rejects.toMatchObject({
    cause: { message: expect.stringContaining('expired') },
  });
  await bench.roundUntil((one) => Object.keys(one).length === 0);
});

function settled(status: string, age: string): string {
  return `UPDATE outbox SET status = '${status}', settled_at = now() - interval '${age}' WHERE task_id = $1`;
}
