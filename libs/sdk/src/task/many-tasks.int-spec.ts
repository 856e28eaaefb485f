import { failureOf } from '../../test/failure-of';
import { TestBench } from '../../test/test-bench';

let bench: TestBench;

beforeAll(async () => {
  bench = await TestBench.open();
  await bench.work('orkestra');
});
afterAll(() => bench.close());

describe('anyTask()', () => {
  it('answers with the first decision and cancels the other tasks', async () => {
    const handle = await bench.start('any-of', { titles: ['a', 'b', 'c'] });
    const tasks = await bench.tasks(handle, 3);
    await bench.store.answer(tasks[1]!, 'me first');
    expect(await handle.result()).toEqual({ index: 1, answer: 'me first' });
    expect(tasks.map((task) => task.closed?.outcome)).toEqual(['cancelled', 'completed', 'cancelled']);
    expect(tasks[0]?.closed?.reason).toBe('Another task was decided first');
  });

  it('names the task where the requests have names', async () => {
    const handle = await bench.start('any-named');
    const [, finance] = await bench.tasks(handle, 2);
    await bench.store.answer(finance!, 'yes');
    const [legal, , then] = await bench.tasks(handle, 3);
    expect(legal?.closed?.outcome).toBe('cancelled');
    await bench.store.answer(then!, 'done');
    expect(await handle.result()).toEqual({ name: 'finance', then: 'done' });
  });

  it('goes on without a task that is cancelled or expires, and fails with the last of them', async () => {
    const handle = await bench.start('any-of', { titles: ['a', 'b', 'c'] });
    const tasks = await bench.tasks(handle, 3);
    await bench.store.decide(tasks[0]!, { outcome: 'cancelled' });
    await bench.store.decide(tasks[2]!, { outcome: 'expired' });
    await bench.store.answer(tasks[1]!, 'the last');
    expect(await handle.result()).toEqual({ index: 1, answer: 'the last' });

    const none = await bench.start('any-of', { titles: ['a', 'b'] });
    const [first, second] = await bench.tasks(none, 2);
    await bench.store.decide(first!, { outcome: 'cancelled' });
    await bench.store.decide(second!, { outcome: 'expired' });
    expect(await failureOf(none.result())).toMatchObject({ type: 'TaskExpiredError' });
  });

  it('fails at once when a task is refused, and cancels the others', async () => {
    const handle = await bench.start('any-of', { titles: ['a', ''] });
    expect(await failureOf(handle.result())).toMatchObject({ type: 'task.invalid_spec' });
    const tasks = bench.store.ofWorkflow(handle.workflowId);
    expect(tasks.map((task) => task.closed?.outcome)).toEqual(['cancelled']);
  });

  it('gives each task a key of its own under the one of the whole', async () => {
    const handle = await bench.start('any-of', { titles: ['a', 'b'], requestKey: 'race' });
    const tasks = await bench.tasks(handle, 2);
    const keys = tasks.map(({ requestKey }) => requestKey.replace(handle.workflowId, ''));
    expect(keys).toEqual(['#race/0', '#race/1']);
    await bench.store.answer(tasks[0]!, 'yes');
    expect(await handle.result()).toMatchObject({ index: 0 });
  });

  it('refuses to wait for nothing', async () => {
    const handle = await bench.start('any-of', { titles: [] });
    expect(await failureOf(handle.result())).toMatchObject({ type: 'task.none' });
  });

  it('cancels every task with its workflow', async () => {
    const handle = await bench.start('any-of', { titles: ['a', 'b'] });
    const tasks = await bench.tasks(handle, 2);
    await handle.cancel();
    await expect(handle.result()).rejects.toThrow();
    expect((await handle.describe()).status.name).toBe('CANCELLED');
    expect(tasks.map((task) => task.closed?.outcome)).toEqual(['cancelled', 'cancelled']);
  });
});

describe('allTasks()', () => {
  it('waits for all and gives the results in the shape of the requests', async () => {
    const handle = await bench.start('all-of');
    const [legal, finance] = await bench.tasks(handle, 2);
    await bench.store.answer(finance!, 'pay');
    await bench.store.answer(legal!, 'sign');
    expect(await handle.result()).toEqual(['sign', 'pay']);
  });

  it('fails with the first task that ends undecided, and cancels the others', async () => {
    const handle = await bench.start('all-of');
    const [legal, finance] = await bench.tasks(handle, 2);
    await bench.store.decide(finance!, { outcome: 'cancelled', reason: 'no money' });
    expect(await failureOf(handle.result())).toMatchObject({
      type: 'TaskCancelledError',
      message: 'The task "Finance" was cancelled by Sam: no money',
    });
    expect(legal?.closed).toMatchObject({
      outcome: 'cancelled',
      reason: 'Another task that belongs to it has failed',
    });
  });
});
