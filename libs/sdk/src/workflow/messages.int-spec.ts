import { QueryNotRegisteredError } from '@temporalio/client';
import { eventually } from '../../../../test/harness/eventually';
import { failureOf } from '../../test/failure-of';
import { TestBench } from '../../test/test-bench';

let bench: TestBench;

beforeAll(async () => {
  bench = await TestBench.open();
  await bench.work('orkestra');
});
afterAll(() => bench.close());

describe('createState(), onSignal() and onQuery()', () => {
  it('keep a value that queries read, also after a replay', async () => {
    // Nothing is cached, so each query replays the whole history.
    await bench.work('forgetful', { maxCachedWorkflows: 0 });
    const handle = await bench.start('stateful', {}, 'forgetful');
    expect(await handle.query('progress')).toEqual({ done: 0, last: '' });
    await handle.signal('done', 'first');
    await handle.signal('done', 'second');
    expect(await handle.query('progress')).toEqual({ done: 2, last: 'second' });
    expect(await handle.query('times', 21)).toBe(42);
    await handle.signal('stop');
    expect(await handle.result()).toEqual({ done: 2, last: 'stopped' });
    expect(await handle.query('progress')).toEqual({ done: 2, last: 'stopped' });
  });

  it.each(['orkestra.mine', '__stack_trace', ' ', 'times'])('refuse the name %p', async (stateName) => {
    const handle = await bench.start('stateful', { stateName });
    const type = stateName === 'times' ? 'query.duplicate_name' : 'state.invalid_name';
    expect(await failureOf(handle.result())).toMatchObject({ type });
  });
});

describe('commands of a workflow on its task', () => {
  it('cancel it, and whoever waits for it hears so at once', async () => {
    const handle = await bench.start('commander', { command: 'cancel', requestKey: 'help' });
    expect(await handle.result()).toEqual({
      ended: 'cancelled',
      waiting: false,
      outcome: 'TaskCancelledError: The task "Help" was cancelled: no need',
    });
    expect(await bench.events(handle)).not.toContain('WORKFLOW_EXECUTION_SIGNALED');
  });

  it('give it to somebody else', async () => {
    const handle = await bench.start('commander', { command: 'reassign', requestKey: 'help' });
    const task = await bench.task(handle);
    await eventually(() => task.candidates.groups.includes('l2'));
    await bench.store.answer(task, 'from l2');
    expect(await handle.result()).toEqual({ outcome: 'from l2' });
  });

  it('are refused for a task that it does not wait for', async () => {
    const handle = await bench.start('commander', { command: 'reassign', requestKey: 'other' });
    expect(await failureOf(handle.result())).toMatchObject({ type: 'task.not_waiting' });
  });
});

describe('adoptTask()', () => {
  it('waits for a task that another has created, and leaves it open when it is cancelled', async () => {
    const owner = await bench.start('ask-once', { title: 'Help' });
    const task = await bench.task(owner);
    const stopped = await bench.start('adopting', { taskId: task.taskId });
    await eventually(async () => (await bench.events(stopped)).includes('MARKER_RECORDED'));
    await stopped.cancel();
    await expect(stopped.result()).rejects.toThrow();
    expect(task.closed).toBeUndefined();
    await bench.store.answer(task, 'done');
    const late = await bench.start('adopting', { taskId: task.taskId });
    expect(await late.result()).toEqual({ outcome: 'completed', data: { answer: 'done' } });
  });
});

it('the queries of Orkestra know titles, types and ids, and nothing else', async () => {
  const handle = await bench.start('ask-once', { title: 'Help' });
  await bench.task(handle);
  expect(await handle.query('orkestra.isWaitingFor', 'Help')).toBe(true);
  expect(await handle.query('orkestra.isWaitingFor', 'Hel')).toBe(false);
  await expect(handle.query('orkestra.other')).rejects.toThrow(QueryNotRegisteredError);
});
