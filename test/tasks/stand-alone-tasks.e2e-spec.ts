import type { WorkflowHandle } from '@temporalio/client';
import {
  type ApiClient,
  complete,
  createTask,
  eventually,
  type Json,
  readTask,
  run,
  startSystem,
  type TestSystem,
} from '../harness';

const SECOND = 1_000;
const FAR = 3_600 * SECOND;
const SOON = 3 * SECOND;
const patience = { timeoutMs: 60_000 };
const expiring = [{ action: 'expire', fromDueMs: 0 }];

describe('A task outside workflows', () => {
  let system: TestSystem;
  let ada: ApiClient;
  let sam: ApiClient;
  let bot: ApiClient;
  beforeAll(async () => {
    system = await startSystem();
    ada = await system.person('ada@demo.test');
    sam = await system.person('sam@demo.test');
    bot = system.agent('demo');
  });
  afterAll(() => system?.stop());

  const create = (title: string, sla?: object) =>
    createTask(bot, { title, assignTo: { group: 'support-l1' }, sla });
  /** The built-in workflow that keeps the task's timers. */
  const timersOf = (taskId: string): WorkflowHandle =>
    system.temporal.workflow.getHandle(`${system.tenantId('demo')}/task-${taskId}`);
  const statusOf = async (taskId: string) => {
    try {
      return (await timersOf(taskId).describe()).status.name;
    } catch (error) {
      return (error as Error).name;
    }
  };
  const ends = (taskId: string, status: string) =>
    eventually(async () => (await readTask(ada, taskId)).status === status, patience);
  const history = async (taskId: string): Promise<string[]> => {
    const rows = await system.rows<{ kind: string }>(
      'SELECT kind FROM task_events WHERE task_id = $1 ORDER BY id',
      [taskId],
    );
    return rows.map(({ kind }) => kind);
  };
  const due = (taskId: string, ms: number): Promise<Json> =>
    run(ada, 'setTaskDueDate', { taskId, dueAt: new Date(Date.now() + ms).toISOString() });

  test('escalates and expires by a workflow of its own, which ends with it', async () => {
    const id = await create('Nobody comes', {
      timeoutMs: 3 * SECOND,
      chain: [
        { action: 'escalate', after: { milliseconds: SECOND }, to: { group: 'support-l2' } },
        ...expiring,
      ],
    });
    await eventually(async () => (await statusOf(id)) !== 'WorkflowNotFoundError', patience);
    expect(await timersOf(id).result()).toEqual({ outcome: 'expired' });
    expect(await readTask(ada, id)).toMatchObject({ status: 'EXPIRED', group: { key: 'support-l2' } });
    expect(await history(id)).toEqual(['created', 'escalated', 'expired']);
  });

  test('without a time limit has no workflow, until somebody gives it one', async () => {
    const id = await create('Whenever');
    await due(id, SOON);
    await eventually(async () => (await history(id)).includes('sla_breached'), patience);
    expect(await statusOf(id)).toBe('RUNNING');
    const other = await create('Whenever, too');
    await complete(sam, other, {}, { claim: true });
    expect(await statusOf(other)).toBe('WorkflowNotFoundError');
    // Without a chain the task stays open.
    expect((await readTask(ada, id)).status).toBe('READY');
    await complete(sam, id, {}, { claim: true });
    expect(await timersOf(id).result()).toEqual({ outcome: 'completed' });
  });

  test('has its timers told of a new due date and of a suspension', async () => {
    const held = await create('On hold', { timeoutMs: FAR, chain: expiring });
    const moved = await create('Sooner', { timeoutMs: FAR, chain: expiring });
    await run(ada, 'suspendTask', { taskId: held });
    await due(held, SOON);
    await due(moved, SOON);
    await ends(moved, 'EXPIRED');
    expect((await readTask(ada, held)).status).toBe('SUSPENDED');
    await run(ada, 'resumeTask', { taskId: held });
    await ends(held, 'EXPIRED');
    expect(await timersOf(held).result()).toEqual({ outcome: 'expired' });
  });

  test('comes back from a suspension by itself', async () => {
    const id = await create('Until later', { timeoutMs: FAR });
    const resumesAt = new Date(Date.now() + SOON).toISOString();
    await run(sam, 'claimTask', { taskId: id });
    await run(sam, 'suspendTask', { taskId: id, resumesAt });
    // The reconciler looks every minute.
    await eventually(
      async () => {
        await system.temporal.schedule.getHandle('orkestra-reconcile').trigger();
        return (await readTask(ada, id)).status === 'RESERVED';
      },
      { ...patience, everyMs: 1_000 },
    );
    expect(await history(id)).toEqual(['created', 'claimed', 'suspended', 'resumed']);
  });

  test('stays open when its workflow is terminated, and gets another with the next change', async () => {
    const id = await create('Timers die', { timeoutMs: FAR, chain: expiring });
    await eventually(async () => (await statusOf(id)) === 'RUNNING');
    await timersOf(id).terminate('An operator made a mistake');
    expect(await readTask(ada, id)).toMatchObject({ status: 'READY' });
    await due(id, SOON);
    await ends(id, 'EXPIRED');
    expect(await history(id)).toEqual(['created', 'due_date_changed', 'expired']);
  });

  test('that is decided before its workflow has begun leaves none behind', async () => {
    await system.kill('worker', 'SIGKILL');
    const id = await create('Decided at once', { timeoutMs: SOON, chain: expiring });
    await complete(sam, id, {}, { claim: true });
    await system.restart('worker');
    expect(await timersOf(id).result()).toEqual({ outcome: 'completed' });
    expect(await history(id)).toEqual(['created', 'completed']);
    expect((await readTask(ada, id)).status).toBe('COMPLETED');
  });
});
