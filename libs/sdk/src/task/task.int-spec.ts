import { WorkflowFailedError } from '@temporalio/client';
import { eventually } from '../../../../test/harness/eventually';
import { failureOf } from '../../test/failure-of';
import { TestBench } from '../../test/test-bench';

let bench: TestBench;

beforeAll(async () => {
  bench = await TestBench.open();
  await bench.work('orkestra');
});
afterAll(() => bench.close());
afterEach(() => bench.store.behave());

describe('task()', () => {
  it('waits for a person and gives the answer back', async () => {
    const handle = await bench.start('ask-once', { title: 'Help' });
    const task = await bench.task(handle);
    expect(await handle.query('orkestra.pendingTasks')).toEqual([
      { taskId: task.taskId, requestKey: task.requestKey, title: 'Help' },
    ]);
    await bench.store.answer(task, 'yes');
    expect(await handle.result()).toEqual({ answer: 'yes', taskId: task.taskId, by: 'Sam' });
    expect(await handle.query('orkestra.pendingTasks')).toEqual([]);
  });

  it('costs no more workflow tasks than waiting for a raw signal', async () => {
    const raw = await bench.start('rawLifeCycle');
    await raw.signal('answer', 'yes');
    await raw.result();
    const handle = await bench.start('ask-once', { title: 'Help' });
    await bench.store.answer(await bench.task(handle), 'yes');
    await handle.result();
    const taskEvents = (events: string[]) =>
      events.filter((event) => event === 'WORKFLOW_TASK_COMPLETED').length;
    expect(taskEvents(await bench.events(handle))).toBeLessThanOrEqual(2);
    expect(await bench.events(handle)).toEqual([
      'WORKFLOW_EXECUTION_STARTED',
      'WORKFLOW_TASK_SCHEDULED',
      'WORKFLOW_TASK_STARTED',
      'WORKFLOW_TASK_COMPLETED',
      'MARKER_RECORDED',
      'WORKFLOW_EXECUTION_SIGNALED',
      'WORKFLOW_TASK_SCHEDULED',
      'WORKFLOW_TASK_STARTED',
      'WORKFLOW_TASK_COMPLETED',
      'MARKER_RECORDED',
      'WORKFLOW_EXECUTION_COMPLETED',
    ]);
  });

  it('gives parallel calls each their own answer, in whatever order they come', async () => {
    const titles = ['a', 'b', 'c', 'd'];
    const handle = await bench.start('ask-many', { titles });
    const tasks = await bench.tasks(handle, 4);
    expect(new Set(tasks.map((task) => task.requestKey)).size).toBe(4);
    for (const task of tasks.toReversed()) await bench.store.answer(task, `answer to ${task.spec.title}`);
    expect(await handle.result()).toEqual(titles.map((title) => `answer to ${title}`));
  });

  it('takes a decision that comes before createTask has returned', async () => {
    bench.store.beforeAnswer = async (task) => {
      const older = task.ref(Date.now());
      await bench.store.answer(task, 'early');
      return older;
    };
    const handle = await bench.start('ask-once', { title: 'Help' });
    expect(await handle.result()).toMatchObject({ answer: 'early' });
  });

  it('does not wait where createTask already knows the decision, and ignores the late signal', async () => {
    bench.store.beforeAnswer = (task) => {
      task.closed ??= {
        taskId: task.taskId,
        outcome: 'completed',
        data: { answer: 'known' },
        completedAt: 'now',
      };
      return Promise.resolve();
    };
    const handle = await bench.start('ask-in-turn', { titles: ['one', 'two'] });
    expect(await handle.result()).toEqual({ answers: ['known', 'known'], own: 'own' });
  });

  it('resumes once when a decision is delivered twice', async () => {
    const handle = await bench.start('ask-in-turn', { titles: ['one', 'two'] });
    const first = await bench.task(handle);
    await bench.store.answer(first, '1');
    const [, second] = await bench.tasks(handle, 2);
    await bench.store.decide(first, {}, 'another request id');
    await bench.store.answer(first, 'dropped by the server');
    if (second) await bench.store.answer(second, '2');
    expect(await handle.result()).toEqual({ answers: ['1', '2'], own: 'own' });
    const signals = (await bench.events(handle)).filter((event) => event === 'WORKFLOW_EXECUTION_SIGNALED');
    expect(signals).toHaveLength(3);
  });

  it('reads data that is too big for a signal', async () => {
    const long = 'long'.repeat(20_000);
    const handle = await bench.start('ask-once', { title: 'Help' });
    await bench.store.answer(await bench.task(handle), long);
    expect(await handle.result()).toMatchObject({ answer: long });
  });

  it('lets the workflow catch a cancelled and an expired task', async () => {
    const cancelled = await bench.start('catch-closed', { title: 'Help' });
    await bench.store.decide(await bench.task(cancelled), { outcome: 'cancelled', reason: 'no need' });
    expect(await cancelled.result()).toBe('cancelled: no need');
    const expired = await bench.start('catch-closed', { title: 'Help' });
    await bench.store.decide(await bench.task(expired), { outcome: 'expired' });
    expect(await expired.result()).toBe('expired');
  });

  it('fails a workflow that does not catch it, with its type and a readable message', async () => {
    const handle = await bench.start('ask-once', { title: 'Help' });
    await bench.store.decide(await bench.task(handle), { outcome: 'cancelled', reason: 'no need' });
    expect(await failureOf(handle.result())).toMatchObject({
      type: 'TaskCancelledError',
      message: 'The task "Help" was cancelled by Sam: no need',
    });
    const error = { type: 'TaskCancelledError', message: 'The task "Help" was cancelled by Sam: no need' };
    expect(bench.closingOf(handle)).toMatchObject([{ status: 'failed', error }]);
  });

  it('throws a refusal of the server as it is, without trying again', async () => {
    const handle = await bench.start('ask-once', { title: '' });
    expect(await failureOf(handle.result())).toMatchObject({
      type: 'task.invalid_spec',
      message: 'A task needs a title',
    });
    expect(await bench.events(handle)).not.toContain('ACTIVITY_TASK_SCHEDULED');
  });

  it('ends with the workflow that is cancelled while it waits', async () => {
    const handle = await bench.start('ask-once', { title: 'Help' });
    await bench.task(handle);
    await handle.cancel();
    await expect(handle.result()).rejects.toThrow(WorkflowFailedError);
    expect((await handle.describe()).status.name).toBe('CANCELLED');
    expect(bench.closingOf(handle)).toMatchObject([{ status: 'cancelled' }]);
    const [task] = bench.store.ofWorkflow(handle.workflowId);
    expect(task?.closed).toMatchObject({ outcome: 'cancelled', reason: 'The workflow was cancelled' });
  });

  it('ends with the scope that it runs in', async () => {
    const handle = await bench.start('scoped', { title: 'Help' });
    expect(await handle.result()).toBe('CancelledFailure');
    const [task] = bench.store.ofWorkflow(handle.workflowId);
    expect(task?.closed).toMatchObject({
      outcome: 'cancelled',
      reason: 'The workflow no longer waits for it',
    });
  });

  it('is cancelled with its workflow, also where the server tells so by signal at once', async () => {
    bench.store.signalsOwnCancels = true;
    const handle = await bench.start('ask-once', { title: 'Help' });
    await bench.task(handle);
    await handle.cancel();
    await expect(handle.result()).rejects.toThrow(WorkflowFailedError);
    expect((await handle.describe()).status.name).toBe('CANCELLED');
  });

  it.each(['orkestra', 'users'])(
    'leaves no task behind when it is given up while the task is being created, on the queue %s',
    async (queue) => {
      if (queue === 'users') await bench.work(queue, { server: false });
      // The creation comes last, unless the workflow waits for it.
      bench.store.beforeCreate = () =>
        eventually(() => bench.store.cancels > 0, { timeoutMs: 2_000 }).catch(() => undefined);
      const handle = await bench.start('gives-up', { ordinary: queue === 'users' }, queue);
      expect(await handle.result()).toBe('gave up');
      const tasks = await bench.tasks(handle, 1);
      expect(tasks.map((task) => task.closed?.outcome)).toEqual(['cancelled']);
    },
  );

  it('is found again by its request key, with its decision', async () => {
    const handle = await bench.start('same-key-twice', { inTurn: true });
    await bench.store.answer(await bench.task(handle), 'once');
    expect(await handle.result()).toEqual(['once', 'once']);
    expect(bench.store.ofWorkflow(handle.workflowId)).toHaveLength(1);
  });

  it.each([
    ['twice at the same time', { inTurn: false }, 'task.duplicate_request_key'],
    ['empty', { inTurn: true, requestKey: ' ' }, 'task.invalid_request_key'],
    ['too long', { inTurn: true, requestKey: 'x'.repeat(201) }, 'task.invalid_request_key'],
  ])('refuses a request key that is %s', async (_what, input, code) => {
    const handle = await bench.start('same-key-twice', input);
    expect(await failureOf(handle.result())).toMatchObject({ type: code, nonRetryable: true });
  });
});
