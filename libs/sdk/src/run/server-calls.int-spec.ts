import { ApplicationFailure } from '@temporalio/activity';
import { eventually } from '../../../../test/harness/eventually';
import { TestBench } from '../../test/test-bench';

let bench: TestBench;

beforeAll(async () => {
  bench = await TestBench.open();
  await bench.work('orkestra');
});
afterAll(() => bench.close());
afterEach(() => bench.store.behave());

describe('where createTask runs', () => {
  it('is the queue of the server for a worker without its activities, also after a replay', async () => {
    // Nothing is cached, so each step replays the whole history.
    await bench.work('users', { server: false, maxCachedWorkflows: 0 });
    const handle = await bench.start('ask-in-turn', { titles: ['one', 'two'] }, 'users');
    for (const count of [1, 2]) {
      const tasks = await bench.tasks(handle, count);
      await bench.store.answer(tasks[count - 1]!, `${count}`);
    }
    expect(await handle.result()).toEqual({ answers: ['1', '2'], own: 'own' });
    expect(bench.store.ofWorkflow(handle.workflowId).map((task) => bench.store.callsOf(task))).toEqual([
      ['ordinary'],
      ['ordinary'],
    ]);
    expect(bench.closingOf(handle)).toMatchObject([{ status: 'completed', place: 'ordinary' }]);
  });

  it('changes with the worker that a run moves to', async () => {
    const hosting = await bench.work('moving', { maxCachedWorkflows: 0 });
    const handle = await bench.start('ask-in-turn', { titles: ['one', 'two', 'three'] }, 'moving');
    await bench.store.answer(await bench.task(handle), '1');
    const [, second] = await bench.tasks(handle, 2);
    await hosting.stop();
    await bench.work('moving', { server: false, maxCachedWorkflows: 0 });
    await bench.store.answer(second!, '2');
    const [, , third] = await bench.tasks(handle, 3);
    await bench.store.answer(third!, '3');
    expect(await handle.result()).toMatchObject({ answers: ['1', '2', '3'] });
    const calls = bench.store.ofWorkflow(handle.workflowId).map((task) => bench.store.callsOf(task));
    expect(calls).toEqual([['local'], ['local'], ['ordinary']]);
  });

  it('is an ordinary activity, retried, where the local one fails for the moment', async () => {
    bench.store.beforeAnswer = (task) =>
      bench.store.callsOf(task).length < 3
        ? Promise.reject(ApplicationFailure.retryable('The database is away', 'database.unavailable'))
        : Promise.resolve();
    const handle = await bench.start('ask-once', { title: 'Help' });
    const task = await bench.task(handle);
    await bench.store.answer(task, 'yes');
    expect(await handle.result()).toMatchObject({ answer: 'yes' });
    expect(bench.store.callsOf(task)).toEqual(['local', 'ordinary', 'ordinary']);
  });

  it('is an ordinary activity where the local one takes too long', async () => {
    bench.store.beforeAnswer = (task) =>
      // The local call answers only after the ordinary one has begun.
      eventually(() => bench.store.callsOf(task).length > 1).then(() => undefined);
    const handle = await bench.start('ask-once', { title: 'Help' });
    const task = await bench.task(handle);
    await bench.store.answer(task, 'yes');
    expect(await handle.result()).toMatchObject({ answer: 'yes' });
    expect(bench.store.callsOf(task)).toEqual(['local', 'ordinary']);
  });
});
