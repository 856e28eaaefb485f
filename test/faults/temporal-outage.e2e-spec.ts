import {
  claim,
  complete,
  ended,
  readTask,
  signalsIn,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from '../harness';

describe('Temporal is down while a person completes', () => {
  let system: TestSystem;
  beforeAll(async () => (system = await startSystem({ ownTemporal: true })));
  afterAll(() => system?.stop());

  test('the person gets an answer without it, and the workflow resumes when Temporal is back', async () => {
    const workflowId = await startWorkflow(system.agent('demo'), 'one-task', { title: 'During an outage' });
    const sam = await system.person('sam@demo.test');
    const task = await taskOf(sam, workflowId);
    await system.stopTemporal();

    await claim(sam, task.id);
    // There is nobody to wait for: an answer that waited for the delivery would never come.
    const done = await complete(sam, task.id, { answer: 'written down' });
    expect(done.status).toBe('COMPLETED');
    expect((await readTask(sam, task.id)).delivery).toBe('PENDING');
    await expect(startWorkflow(system.agent('demo'), 'echo', {})).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });

    await system.startTemporal();
    expect((await ended(sam, workflowId)).result).toMatchObject({ answer: 'written down' });
    expect(await signalsIn(system.temporal, system.tenantId('demo'), workflowId)).toBe(1);
  });
});
