import { eventually } from '../../../../test/harness/eventually';
import { failureOf } from '../../test/failure-of';
import { TestBench } from '../../test/test-bench';
import type { MemoryTask } from '../testing/memory-task';

let bench: TestBench;

beforeAll(async () => {
  bench = await TestBench.open();
  await bench.work('orkestra');
});
afterAll(() => bench.close());
afterEach(() => bench.store.behave());

describe('continueAsNew()', () => {
  it.each(['name', 'key'])('finds an open task again by its %s, run after run', async (by) => {
    const { handle, task } = await begin(by, 2);
    await continueAfter(handle, task, 1);
    await continueAfter(handle, task, 2);
    expect(await handle.query('orkestra.isWaitingFor', 'Help')).toBe(true);
    expect(await handle.query('orkestra.isWaitingFor', task.taskId)).toBe(true);
    await bench.store.answer(task, 'at last');
    expect(await handle.result()).toBe('at last');
    expect(bench.store.ofWorkflow(handle.workflowId)).toHaveLength(1);
  });

  it('finds a decision that arrives between the runs', async () => {
    const { handle, task } = await begin('name', 1);
    // The new run asks for the task; by then it is decided, and the signal is still on its way.
    bench.store.beforeCreate = () => {
      task.close(Date.now(), { outcome: 'completed', data: { answer: 'in between' } });
      return Promise.resolve();
    };
    await handle.signal('continue');
    expect(await handle.result()).toBe('in between');
  });

  it('takes a decision whose signal comes to the new run before it has asked', async () => {
    const { handle, task } = await begin('name', 1);
    bench.store.beforeAnswer = async (known) => {
      const older = known.ref(Date.now());
      await bench.store.answer(known, 'by signal');
      return older;
    };
    await handle.signal('continue');
    expect(await handle.result()).toBe('by signal');
    expect(task.closed?.outcome).toBe('completed');
  });

  it('refuses to leave a task behind that the new run could not find', async () => {
    const { handle } = await begin('nothing', 1);
    await handle.signal('continue');
    const failure = await failureOf(handle.result());
    expect(failure).toMatchObject({ type: 'workflow.forgotten_tasks' });
    expect(failure?.message).toContain('"Help"');
  });

  async function begin(by: string, rounds: number) {
    const handle = await bench.start('carry-on', { rounds, by });
    const task = await bench.task(handle);
    // Its key is known to the workflow from the start, its id once createTask has answered.
    await eventually(() => handle.query('orkestra.isWaitingFor', task.taskId));
    return { handle, task };
  }

  async function continueAfter(
    handle: Awaited<ReturnType<typeof begin>>['handle'],
    task: MemoryTask,
    runs: number,
  ) {
    await handle.signal('continue');
    await eventually(() => bench.store.callsOf(task).length === runs + 1);
    await eventually(() => handle.query('orkestra.isWaitingFor', task.taskId));
  }
});

describe('a task of a child workflow', () => {
  it('belongs to the child: it answers the queries, gets the decision and gives it to the parent', async () => {
    const handle = await bench.start('asks-in-child', { title: 'Help' });
    const task = await eventually(() =>
      bench.store.tasks.find((each) => each.workflowId.endsWith('/child-of-Help')),
    );
    expect(await handle.query('orkestra.isWaitingFor', 'Help')).toBe(false);
    expect(await bench.handle(task.workflowId).query('orkestra.isWaitingFor', 'Help')).toBe(true);
    await bench.store.answer(task, 'child knows');
    expect(await handle.result()).toMatchObject({ answer: 'child knows' });
  });

  it('is cancelled with the parent', async () => {
    const handle = await bench.start('asks-in-child', { title: 'Nothing' });
    const task = await eventually(() =>
      bench.store.tasks.find((each) => each.workflowId.endsWith('/child-of-Nothing')),
    );
    await handle.cancel();
    await expect(handle.result()).rejects.toThrow();
    await eventually(() => task.closed?.outcome === 'cancelled');
  });
});
