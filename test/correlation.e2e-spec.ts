import { complete, ended, startSystem, startWorkflow, taskOf, type TestSystem } from './harness';
import { ApiClient } from './harness/system/api-client';

describe('The correlation id', () => {
  let system: TestSystem;
  beforeAll(async () => (system = await startSystem()));
  afterAll(() => system?.stop());

  const named = (client: ApiClient, id: string) =>
    new ApiClient(client.baseUrl, { ...client.headers, 'x-correlation-id': id });

  test('goes from the request through Temporal to the task, and from the decision to its delivery', async () => {
    const sam = await system.person('sam@demo.test');
    const workflowId = await startWorkflow(named(system.agent('demo'), 'order-77'), 'one-task', {
      title: 'Q',
    });
    const { id } = await taskOf(sam, workflowId);
    await complete(named(sam, 'decision-78'), String(id), { answer: 'yes' }, { claim: true });
    await ended(sam, workflowId);

    const traces = `SELECT kind, correlation_id FROM task_events WHERE task_id = $1
      UNION ALL SELECT 'outbox', correlation_id FROM outbox WHERE task_id = $1 ORDER BY kind`;
    expect(await system.rows(traces, [id])).toEqual([
      { kind: 'completed', correlation_id: 'decision-78' },
      { kind: 'created', correlation_id: 'order-77' },
      { kind: 'outbox', correlation_id: 'decision-78' },
    ]);
    expect(system.logs('gateway')).toContain('"correlationId":"order-77"');
  });
});
