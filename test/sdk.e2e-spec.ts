import {
  type ApiClient,
  complete,
  ended,
  eventually,
  type Json,
  readTask,
  readTaskPage,
  readWorkflow,
  run,
  startSystem,
  startWorkflow,
  taskOf,
  tasksOf,
  type TestSystem,
} from './harness';

/** What the SDK promises of several tasks, approvals, tiers, runs and cancellation, on the real server. */
describe('Workflows that use all of the SDK', () => {
  let system: TestSystem;
  let ada: ApiClient;
  let sam: ApiClient;
  let lee: ApiClient;
  let max: ApiClient;
  beforeAll(async () => {
    system = await startSystem();
    ada = await system.person('ada@demo.test');
    sam = await system.person('sam@demo.test');
    lee = await system.person('lee@demo.test');
    max = await system.person('max@demo.test');
  });
  afterAll(() => system?.stop());

  const start = (type: string, input: object) => startWorkflow(system.agent('demo'), type, input);
  const resultOf = async (workflowId: string) => (await ended(ada, workflowId)).result as Json;
  const handleOf = (workflowId: string) =>
    system.temporal.workflow.getHandle(`${system.tenantId('demo')}/${workflowId}`);
  const answer = (client: ApiClient, taskId: unknown, text: string) =>
    complete(client, taskId as string, { answer: text }, { claim: true });

  test('the first of several answers counts, and the other tasks are cancelled', async () => {
    const workflowId = await start('first-answer', { questions: ['A?', 'B?', 'C?'] });
    const asked = await tasksOf(ada, workflowId, 3);
    const second = asked.find(({ title }) => title === 'B?') as Json;
    await answer(sam, second.id, 'B');
    const all = await tasksOf(ada, workflowId, 4);
    const statusOf = (title: string): unknown => all.find((task) => task.title === title)?.status;
    expect(['A?', 'B?', 'C?'].map(statusOf)).toEqual(['CANCELLED', 'COMPLETED', 'CANCELLED']);
    await answer(sam, all.find(({ title }) => title === 'After B')?.id, 'done');
    expect(await resultOf(workflowId)).toEqual({ index: 1, answer: 'B', after: 'done' });
  });

  test('two people vote, one asks for changes, and the workflow answers with a new version', async () => {
    const quorum = { rule: 'count', count: 2 };
    const workflowId = await start('approved-offer', { title: 'Approve the offer', amount: 100, quorum });
    const { id } = await taskOf(ada, workflowId);
    const taskId = id as string;
    const digestFor = async (client: ApiClient) =>
      ((await readTaskPage(client, taskId)).approval as { payloadDigest: string }).payloadDigest;
    const payloadDigest = await digestFor(sam);
    await run(sam, 'approveTask', { taskId, payloadDigest });
    await run(lee, 'requestTaskChanges', { taskId, payloadDigest, reason: 'Cheaper' });
    await eventually(async () => (await digestFor(lee)) !== payloadDigest);
    expect((await readTaskPage(lee, taskId)).approval).toMatchObject({ payload: { amount: 90 }, round: 2 });
    for (const voter of [sam, lee]) {
      await run(voter, 'approveTask', { taskId, payloadDigest: await digestFor(voter), reason: 'Good' });
    }
    expect(await resultOf(workflowId)).toEqual({
      outcome: 'approved',
      approved: true,
      payload: { amount: 90 },
      reason: 'Good',
      votes: 2,
      by: 'Lee Tanaka',
    });
  });

  test('a task climbs to the next tier, where somebody answers it', async () => {
    const workflowId = await start('climbing-task', { title: 'Climb', within: '1s' });
    const { id } = await taskOf(ada, workflowId);
    await eventually(async () => (await readTask(ada, id as string)).group?.key === 'support-l2');
    await answer(max, id, 'From the second tier');
    expect(await resultOf(workflowId)).toEqual({ answer: 'From the second tier', by: 'Max Novak' });
  });

  test('a question stays the same one across runs', async () => {
    const workflowId = await start('endless-question', { title: 'Still there?', runs: 0 });
    const { id } = await taskOf(ada, workflowId);
    const firstRun = (await handleOf(workflowId).describe()).runId;
    await handleOf(workflowId).signal('go-on');
    await eventually(async () => (await handleOf(workflowId).describe()).runId !== firstRun);
    await eventually(() => handleOf(workflowId).query('orkestra.isWaitingFor', id));
    await answer(sam, id, 'Yes');
    expect(await resultOf(workflowId)).toEqual({ answer: 'Yes', runs: 1 });
    expect(await tasksOf(ada, workflowId, 1)).toHaveLength(1);
  });

  test('a cancelled workflow ends as cancelled and takes its tasks along', async () => {
    const workflowId = await start('parallel-tasks', { questions: ['One?', 'Two?'] });
    await tasksOf(ada, workflowId, 2);
    await eventually(() => handleOf(workflowId).query('orkestra.isWaitingFor', 'Two?'));
    await handleOf(workflowId).cancel();
    await eventually(async () => (await readWorkflow(ada, workflowId)).status === 'CANCELLED');
    const tasks = await tasksOf(ada, workflowId, 2);
    expect(tasks.map(({ status }): unknown => status)).toEqual(['CANCELLED', 'CANCELLED']);
  });
});
