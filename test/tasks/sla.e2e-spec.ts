import {
  type ApiClient,
  complete,
  ended,
  eventually,
  type Json,
  readTask,
  run,
  signalsIn,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from '../harness';

const SECOND = 1_000;
const FAR = 3_600 * SECOND;
/** Long enough for the few commands that a test sends before a timer ends. */
const SOON = 3 * SECOND;
const after = (ms: number) => ({ after: { milliseconds: ms } });
const patience = { timeoutMs: 60_000 };

describe('Time limits of tasks that a workflow waits for', () => {
  let system: TestSystem;
  let ada: ApiClient;
  let sam: ApiClient;
  let max: ApiClient;
  beforeAll(async () => {
    system = await startSystem();
    ada = await system.person('ada@demo.test');
    sam = await system.person('sam@demo.test');
    max = await system.person('max@demo.test');
  });
  afterAll(() => system?.stop());

  const ask = async (title: string, sla: object) => {
    const workflowId = await startWorkflow(system.agent('demo'), 'sla-task', { title, sla });
    const { id } = await taskOf(ada, workflowId);
    return { workflowId, id: id as string };
  };
  const history = async (taskId: string): Promise<string[]> => {
    const rows = await system.rows<{ kind: string }>(
      'SELECT kind FROM task_events WHERE task_id = $1 ORDER BY id',
      [taskId],
    );
    return rows.map(({ kind }) => kind);
  };
  const happened = (taskId: string, kind: string) =>
    eventually(async () => (await history(taskId)).includes(kind), patience);
  const due = (taskId: string, ms: number): Promise<Json> =>
    run(ada, 'setTaskDueDate', { taskId, dueAt: new Date(Date.now() + ms).toISOString() });
  const resultOf = async (workflowId: string) => (await ended(ada, workflowId)).result as Json;

  test('a chain notifies, escalates and expires, and the workflow hears how it ended', async () => {
    const { workflowId, id } = await ask('Nobody comes', {
      timeoutMs: 3 * SECOND,
      chain: [
        { action: 'notify', ...after(SECOND), message: 'Still waiting' },
        { action: 'escalate', ...after(2 * SECOND), to: { group: 'support-l2' } },
        { action: 'expire', fromDueMs: SECOND, message: 'Too late now' },
      ],
    });
    expect(await resultOf(workflowId)).toEqual({ outcome: 'expired', reason: 'Too late now' });
    expect(await history(id)).toEqual(['created', 'notified', 'escalated', 'sla_breached', 'expired']);
    expect(await readTask(ada, id)).toMatchObject({ status: 'EXPIRED', group: { key: 'support-l2' } });
  });

  test('who gets the task by escalation decides it, and the workflow goes on once', async () => {
    const chain = [{ action: 'escalate', ...after(SECOND), to: { group: 'support-l2' } }];
    const { workflowId, id } = await ask('For level 2', { timeoutMs: FAR, chain });
    await happened(id, 'escalated');
    await expect(complete(sam, id, { answer: 'x' }, { claim: true })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await complete(max, id, { answer: 'From level 2' }, { claim: true });
    expect(await resultOf(workflowId)).toMatchObject({ answer: 'From level 2', by: 'Max Novak' });
    expect(await signalsIn(system.temporal, system.tenantId('demo'), workflowId)).toBe(1);
  });

  test('a new due date reaches the timer that runs', async () => {
    const chain = [{ action: 'expire', fromDueMs: 0 }];
    const earlier = await ask('Sooner than thought', { timeoutMs: FAR, chain });
    const later = await ask('Later than thought', { timeoutMs: 10 * SECOND, chain });
    await due(later.id, FAR);
    await due(earlier.id, SOON);
    expect(await resultOf(earlier.workflowId)).toMatchObject({ outcome: 'expired' });
    // The old due date of the other passes while one with the same due date expires.
    const witness = await ask('As thought', { timeoutMs: 10 * SECOND, chain });
    expect(await resultOf(witness.workflowId)).toMatchObject({ outcome: 'expired' });
    expect((await readTask(ada, later.id)).status).toBe('READY');
    await complete(sam, later.id, { answer: 'In time' }, { claim: true });
    expect(await resultOf(later.workflowId)).toMatchObject({ outcome: 'completed', answer: 'In time' });
  });

  test('a suspension stops the clock, and the time that was left runs after it', async () => {
    const chain = [{ action: 'expire', fromDueMs: 0 }];
    const { workflowId, id } = await ask('On hold', { timeoutMs: FAR, chain });
    await run(ada, 'suspendTask', { taskId: id, reason: 'Customer is away' });
    // What is left from now on: it would have passed when the witness has expired.
    await due(id, SOON);
    const witness = await ask('Not on hold', { timeoutMs: SOON, chain });
    expect(await resultOf(witness.workflowId)).toMatchObject({ outcome: 'expired' });
    expect((await readTask(ada, id)).status).toBe('SUSPENDED');
    await run(ada, 'resumeTask', { taskId: id });
    expect(await resultOf(workflowId)).toMatchObject({ outcome: 'expired' });
    expect(await history(id)).toEqual(['created', 'suspended', 'due_date_changed', 'resumed', 'expired']);
  });

  test('claiming stops the warning that nobody has claimed, and no other', async () => {
    const { id } = await ask('Claimed', {
      timeoutMs: FAR,
      chain: [
        { action: 'notify', fromDueMs: -SECOND, ifUnclaimed: true },
        { action: 'notify', fromDueMs: 0 },
      ],
    });
    await run(sam, 'claimTask', { taskId: id });
    await due(id, SOON);
    await happened(id, 'sla_breached');
    expect(await history(id)).toEqual(['created', 'claimed', 'due_date_changed', 'notified', 'sla_breached']);
    const steps = await system.rows('SELECT status FROM task_steps WHERE task_id = $1 ORDER BY position', [
      id,
    ]);
    expect(steps.map(({ status }) => status as string)).toEqual(['skipped', 'done', 'done']);
    expect((await readTask(ada, id)).status).toBe('RESERVED');
  });

  test('a decision that comes with the end of time is one that the table and the workflow agree on', async () => {
    const chain = [{ action: 'expire', fromDueMs: 0 }];
    const tasks = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((index) => ask(`Close call ${index}`, { timeoutMs: FAR, chain })),
    );
    const moment = Date.now() + SOON;
    await Promise.all(tasks.map(({ id }) => due(id, moment - Date.now())));
    const decide = async (taskId: string, index: number) => {
      await eventually(() => Date.now() >= moment + index * 40 - 60, { everyMs: 5 });
      return complete(sam, taskId, { answer: 'Just in time' }, { claim: true }).then(
        () => 'completed',
        () => 'expired',
      );
    };
    const outcomes = await Promise.all(tasks.map(({ id }, index) => decide(id, index)));
    for (const [index, { workflowId, id }] of tasks.entries()) {
      expect((await resultOf(workflowId)).outcome).toBe(outcomes[index]);
      const [row] = await system.rows('SELECT outcome FROM tasks WHERE id = $1', [id]);
      expect(row).toEqual({ outcome: outcomes[index] });
      const ends = (await history(id)).filter((kind) => ['completed', 'expired'].includes(kind));
      expect(ends).toEqual([outcomes[index]]);
      const delivered = await system.rows(`SELECT FROM outbox WHERE task_id = $1 AND kind = 'task.closed'`, [
        id,
      ]);
      expect(delivered).toHaveLength(1);
    }
  });
});
