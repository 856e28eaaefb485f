import {
  type ApiClient,
  claim,
  complete,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from './harness';

const UNKNOWN = '01890000-0000-7000-8000-000000000000';

describe('Bad input is a clear error, and nothing is written', () => {
  let system: TestSystem;
  let bot: ApiClient;
  let sam: ApiClient;
  let lee: ApiClient;
  let taskId: string;

  beforeAll(async () => {
    system = await startSystem();
    bot = system.agent('demo');
    [sam, lee] = [await system.person('sam@demo.test'), await system.person('lee@demo.test')];
    taskId = (await taskOf(sam, await startWorkflow(bot, 'one-task', { title: 'Bad input' }))).id as string;
    await claim(sam, taskId);
  });
  afterAll(() => system?.stop());

  const traces = async () =>
    (
      await system.rows(`SELECT (SELECT count(*) FROM task_events) + (SELECT count(*) FROM task_decisions) +
      (SELECT count(*) FROM outbox) + (SELECT count(*) FROM workflow_executions) AS n`)
    )[0]?.n as string;
  const tasks = (args: string) => sam.graphql(`{ tasks(${args}) { edges { node { id } } } }`);

  test.each<[string, () => Promise<unknown>, object]>([
    [
      'an unknown workflow',
      () => startWorkflow(bot, 'no-such', {}),
      { code: 'BAD_USER_INPUT', reason: 'workflow.unknown_type' },
    ],
    [
      'an input that does not fit',
      () => startWorkflow(bot, 'customer-support', { question: 42 }),
      { code: 'BAD_USER_INPUT', reason: 'workflow.invalid_input' },
    ],
    [
      'a missing field',
      () => complete(sam, taskId, {}),
      {
        code: 'BAD_USER_INPUT',
        reason: 'task.invalid_data',
        details: { fields: [expect.objectContaining({ pointer: '/answer' })] },
      },
    ],
    [
      'a wrong field',
      () => complete(sam, taskId, { answer: 'x', score: 9 }),
      { reason: 'task.invalid_data', details: { fields: [expect.objectContaining({ pointer: '/score' })] } },
    ],
    ['a second claim', () => claim(lee, taskId), { code: 'CONFLICT', reason: 'task.already_claimed' }],
    [
      'a completion by another',
      () => complete(lee, taskId, { answer: 'x' }),
      { reason: 'task.not_assignee' },
    ],
    [
      'a decision by a program',
      () => complete(bot, taskId, { answer: 'x' }, { claim: true }),
      { code: 'FORBIDDEN' },
    ],
    [
      'an old revision',
      () => complete(sam, taskId, { answer: 'x' }, { expectedRevision: 1 }),
      { code: 'CONFLICT', reason: 'task.revision_conflict' },
    ],
    ['an unknown task', () => claim(sam, UNKNOWN), { code: 'NOT_FOUND', reason: 'task.not_found' }],
    ['an id that is none', () => claim(sam, 'x'), { code: 'NOT_FOUND', reason: 'task.not_found' }],
    [
      'a broken cursor',
      () => tasks('after: "bad"'),
      { code: 'BAD_USER_INPUT', reason: 'pagination.invalid_cursor' },
    ],
    ['a page too large', () => tasks('first: 101'), { code: 'BAD_USER_INPUT' }],
    ['nobody signed in', () => system.anonymous().graphql('{ viewer { id } }'), { code: 'UNAUTHENTICATED' }],
  ])('%s', async (_name, attempt, error) => {
    const before = await traces();
    await expect(attempt()).rejects.toMatchObject(error);
    expect(await traces()).toBe(before);
  });

  test('a body of 5 MB', async () => {
    const before = await traces();
    const response = await sam.post('/graphql', {
      query: '{ viewer { id } }',
      pad: 'x'.repeat(5 * 1024 * 1024),
    });
    expect(response.status).toBe(413);
    expect(await traces()).toBe(before);
  });
});
