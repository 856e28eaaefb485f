import {
  complete,
  eventually,
  type Json,
  readTask,
  readWorkflow,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from '../harness';

const EVERY_MINUTE = 'orkestra-reconcile';

describe('The reconciler', () => {
  let system: TestSystem;
  beforeAll(async () => (system = await startSystem()));
  afterAll(() => system?.stop());

  const schedule = (id: string) => system.temporal.schedule.getHandle(id);
  const metrics = async (app: 'gateway' | 'worker', headers: Record<string, string> = {}) =>
    fetch(`${system.url(app)}/metrics`, { headers });

  test('is kept by Temporal, once, however often workers start', async () => {
    const described = await eventually(() => schedule(EVERY_MINUTE).describe());
    expect(described.spec.intervals).toMatchObject([{ every: 60_000 }]);
    expect(described.policies.overlap).toBe('SKIP');
    await schedule(EVERY_MINUTE).pause('Maintenance');
    await system.kill('worker', 'SIGTERM');
    await system.restart('worker');
    await eventually(async () => {
      const { lastUpdatedAt } = (await schedule(EVERY_MINUTE).describe()).info;
      return lastUpdatedAt !== undefined && lastUpdatedAt > (described.info.lastUpdatedAt ?? new Date(0));
    });
    const { state } = await schedule(EVERY_MINUTE).describe();
    expect(state).toMatchObject({ paused: true, note: 'Maintenance' });
    await schedule(EVERY_MINUTE).unpause();
    await eventually(async () => {
      const ids: string[] = [];
      for await (const { scheduleId } of system.temporal.schedule.list()) ids.push(scheduleId);
      return ids.sort().join() === `${EVERY_MINUTE},${EVERY_MINUTE}-fully`;
    });
  });

  test('cancels the task of a workflow that was terminated, and people see why', async () => {
    const sam = await system.person('sam@demo.test');
    const workflowId = await startWorkflow(system.agent('demo'), 'one-task', { title: 'Orphan' });
    const task = await taskOf(sam, workflowId);
    const updates = await sam.subscribe('subscription { taskUpdated { taskId kind } }');
    await system.temporal.workflow.getHandle(`${system.tenantId('demo')}/${workflowId}`).terminate('gone');

    const cancelled = await eventually(
      async () => {
        await schedule(EVERY_MINUTE).trigger();
        const now = await readTask(sam, task.id as string);
        return now.status === 'CANCELLED' && now;
      },
      { timeoutMs: 60_000, everyMs: 1_000 },
    );
    expect(cancelled).toMatchObject({ allowedActions: [] });
    const { task: why } = await sam.graphql('query ($id: ID!) { task(id: $id) { outcome outcomeReason } }', {
      id: task.id,
    });
    expect(why).toEqual({ outcome: 'CANCELLED', outcomeReason: 'The workflow was terminated.' });
    await updates.next(
      ({ taskUpdated }) => taskUpdated.taskId === task.id && taskUpdated.kind === 'cancelled',
    );
    const execution = await eventually(async () => {
      const now = await readWorkflow(sam, workflowId);
      return now.status === 'TERMINATED' && now;
    });
    expect(execution).toMatchObject({ error: { message: 'gone' } });
    await eventually(async () => (await readTask(sam, task.id as string)).delivery === 'MOOT');

    const text = await (await metrics('worker')).text();
    expect(text).toContain('orkestra_reconciler_actions_total{action="task_cancelled"} 1');
    expect(text).toMatch(
      /^orkestra_reconciler_steps_total\{step="reconcileClosedWorkflows",result="ok"\} \d+$/m,
    );
    expect(text).toMatch(/^orkestra_outbox_dead 0$/m);
    expect(text).not.toContain(system.tenantId('demo'));
  });

  test('who was told of a decision is told of its delivery, and the gateway counts it', async () => {
    const sam = await system.person('sam@demo.test');
    const updates = await sam.subscribe('subscription { taskUpdated { taskId kind task { delivery } } }');
    const { id } = await taskOf(
      sam,
      await startWorkflow(system.agent('demo'), 'one-task', { title: 'Told' }),
    );
    await complete(sam, id as string, { answer: 'Yes' }, { claim: true });
    const of = ({ taskUpdated }: Json) => taskUpdated.taskId === id;
    const delivered = await updates.next((one) => of(one) && one.taskUpdated.kind === 'delivered');
    expect(delivered.taskUpdated.task).toEqual({ delivery: 'DELIVERED' });
    const kinds = updates.received.filter(of).map(({ taskUpdated }) => taskUpdated.kind as string);
    expect(kinds).toEqual(['created', 'completed', 'delivered']);

    const response = await metrics('gateway');
    expect(response.headers.get('content-type')).toContain('text/plain');
    const text = await response.text();
    expect(text).toMatch(/^orkestra_deliveries_total\{kind="task.closed",outcome="delivered"\} [1-9]/m);
    expect(text).toMatch(/^orkestra_changes_total\{topic="task",kind="completed"\} [1-9]/m);
  });

  test('nobody outside this machine reads the metrics', async () => {
    expect((await metrics('gateway', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404);
    expect((await metrics('gateway', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(200);
  });
});
