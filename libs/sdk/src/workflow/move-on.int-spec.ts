import { eventually } from '../../../../test/harness/eventually';
import { failureOf } from '../../test/failure-of';
import type { MovableInput } from '../../test/moving.workflows';
import { TestBench } from '../../test/test-bench';

let bench: TestBench;

beforeAll(async () => {
  bench = await TestBench.open();
  await bench.work('orkestra');
});
afterAll(() => bench.close());

describe('a run that is told of a newer build', () => {
  it('goes on in a new run that finds the task, and the author sees nothing of it', async () => {
    const { handle, task } = await begin('nothing');
    await tell(handle);
    await eventually(() => bench.store.callsOf(task).length === 2);
    await bench.store.answer(task, 'yes');
    expect(await handle.result()).toBe('yes in run 2');
    expect(bench.store.ofWorkflow(handle.workflowId)).toHaveLength(1);
  });

  it('gets a decision that was on its way', async () => {
    const { handle, task } = await begin('nothing');
    await Promise.all([tell(handle), bench.store.answer(task, 'meanwhile')]);
    expect(await handle.result()).toMatch(/^meanwhile in run [12]$/);
    expect(bench.store.ofWorkflow(handle.workflowId)).toHaveLength(1);
  });

  it.each(['activity', 'another task', 'broken input', 'large input'] as const)(
    'stays, and gets its answer, where it would repeat or lose something: %s',
    async (what) => {
      const { handle, task } = await begin(what);
      await tell(handle);
      // A query comes after the signal.
      expect(await handle.query('orkestra.isWaitingFor', task.taskId)).toBe(true);
      await bench.store.answer(task, 'yes');
      expect(await handle.result()).toBe('yes in run 1');
    },
  );

  it('ends as cancelled when it is cancelled', async () => {
    const { handle } = await begin('nothing');
    await handle.cancel();
    await tell(handle).catch(() => undefined);
    expect(await handle.result()).toMatch(/^caught CancelledFailure/);
  });

  async function begin(what: MovableInput['what']) {
    const handle = await bench.start('movable', { what });
    const task = await eventually(() =>
      bench.store.ofWorkflow(handle.workflowId).find(({ spec }) => spec.title === 'Help'),
    );
    await eventually(() => handle.query('orkestra.isWaitingFor', task.taskId));
    return { handle, task };
  }

  const tell = (handle: { signal(name: string, message: object): Promise<void> }) =>
    handle.signal('orkestra.newVersion', { buildId: 'newer' });
});

it('moveWith needs a requestKey', async () => {
  const handle = await bench.start('movable-without-key');
  expect(await failureOf(handle.result())).toMatchObject({ type: 'task.move_without_key' });
});
