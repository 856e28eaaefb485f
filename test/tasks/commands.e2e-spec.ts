import {
  type ApiClient,
  conflict,
  createTask,
  type Json,
  readTaskPage,
  run,
  startSystem,
  type TestSystem,
} from '../harness';

const IN_L1 = { title: 'Look at this', assignTo: { group: 'support-l1' } };

let system: TestSystem;
let bot: ApiClient;
let ada: ApiClient;
let sam: ApiClient;
let lee: ApiClient;
let olga: ApiClient;

beforeAll(async () => {
  system = await startSystem({ processes: ['gateway'] });
  bot = system.agent('demo');
  ada = await system.person('ada@demo.test');
  sam = await system.person('sam@demo.test');
  lee = await system.person('lee@demo.test');
  olga = await system.person('olga@other.test');
});
afterAll(() => system?.stop());

const create = (spec: object = IN_L1) => createTask(bot, spec);

const DAY = 24 * 3_600_000;

/** Every command with an input that Ada, who is an admin, could give while she holds the task. */
const COMMANDS: [string, object][] = [
  ['claimTask', {}],
  ['releaseTask', {}],
  ['startTask', {}],
  ['stopTask', {}],
  ['completeTask', { data: {} }],
  ['approveTask', { payloadDigest: 'a'.repeat(64) }],
  ['rejectTask', { payloadDigest: 'a'.repeat(64), reason: 'x' }],
  ['requestTaskChanges', { payloadDigest: 'a'.repeat(64), reason: 'x' }],
  ['answerTaskChanges', { payload: {} }],
  ['delegateTask', { to: 'max@demo.test' }],
  ['resolveTask', {}],
  ['forwardTask', { to: { group: 'support-l2' } }],
  ['assignTask', { to: { group: 'support-l2' } }],
  ['nominateTask', { groups: ['support-l2'] }],
  ['suspendTask', {}],
  ['resumeTask', {}],
  ['cancelTask', {}],
  ['escalateTask', {}],
  ['setTaskPriority', { priority: 1 }],
  ['setTaskDueDate', { dueAt: null }],
];

describe('Every command', () => {
  test.each(COMMANDS)('%s finds no task of another tenant', async (name, input) => {
    const taskId = await create();
    const refused = run(olga, name, { taskId, ...input });
    await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND', reason: 'task.not_found' });
    expect(await readTaskPage(sam, taskId)).toMatchObject({ revision: 1 });
  });

  test.each<[string, object]>([
    ['claimTask', {}],
    ['assignTask', { to: { user: 'sam@demo.test' } }],
    ['suspendTask', { resumesAt: new Date(Date.now() + DAY) }],
    ['cancelTask', { reason: 'x' }],
    ['escalateTask', {}],
    ['nominateTask', { users: ['max@demo.test'] }],
    ['setTaskPriority', { priority: 1 }],
    ['setTaskDueDate', { dueAt: new Date(Date.now() + DAY) }],
  ])('%s minds the revision and is done once for an operation', async (name, input) => {
    const taskId = await create();
    const stale = run(lee, name, { taskId, ...input, expectedRevision: 7 });
    await expect(stale).rejects.toMatchObject({
      ...conflict('revision_conflict'),
      details: { expected: 7, actual: 1 },
    });
    const command = { taskId, ...input, expectedRevision: 1, operationId: `${name}-${taskId}` };
    expect(await run(lee, name, command)).toMatchObject({ revision: 2 });
    expect(await run(lee, name, command)).toMatchObject({ revision: 2 });
    const other = run(lee, name, { ...command, expectedRevision: 2 });
    await expect(other).rejects.toMatchObject(conflict('operation_conflict'));
    expect(await readTaskPage(ada, taskId)).toMatchObject({ revision: 2 });
  });

  test('another due date is another command', async () => {
    const taskId = await create();
    const due = (days: number) => ({
      taskId,
      dueAt: new Date(Date.now() + days * DAY),
      operationId: `due-${taskId}`,
    });
    await run(lee, 'setTaskDueDate', due(1));
    await expect(run(lee, 'setTaskDueDate', due(2))).rejects.toMatchObject(conflict('operation_conflict'));
  });

  test.each<[string, object]>([
    ['cancelTask', { reason: 'x'.repeat(2_001) }],
    ['setTaskPriority', { priority: 101 }],
    ['approveTask', { payloadDigest: 'abc' }],
    ['delegateTask', { to: 'x'.repeat(321) }],
    ['assignTask', { to: { user: 'x'.repeat(321) } }],
    ['assignTask', { to: {} }],
    ['nominateTask', {}],
    ['nominateTask', { users: Array.from({ length: 201 }, (_, index) => `u${index}@demo.test`) }],
    ['claimTask', { operationId: '' }],
    ['claimTask', { expectedRevision: 0 }],
  ])('%s refuses %j', async (name, input) => {
    const taskId = await create();
    const refused = run(lee, name, { taskId, ...input });
    await expect(refused).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await readTaskPage(sam, taskId)).toMatchObject({ revision: 1 });
  });
});

describe('Many tasks at once', () => {
  const bulk = async (client: ApiClient, input: object) => {
    const mutation = `mutation ($input: BulkTasksInput!) { bulkTasks(input: $input) {
      answers { taskId task { status priority assignee { displayName } } error { code message } } } }`;
    const { bulkTasks } = await client.graphql(mutation, { input });
    return (bulkTasks as { answers: Json[] }).answers;
  };

  test('each gets an answer, whatever becomes of the others', async () => {
    const [one, two, held] = [await create(), await create(), await create()];
    await run(lee, 'claimTask', { taskId: held });
    const unknown = '01890000-0000-7000-8000-000000000000';
    const answers = await bulk(sam, { action: 'CLAIM', taskIds: [one, held, unknown, two, one] });
    expect(answers).toEqual([
      {
        taskId: one,
        task: { status: 'RESERVED', priority: 50, assignee: { displayName: 'Sam Okafor' } },
        error: null,
      },
      {
        taskId: held,
        task: null,
        error: { code: 'task.already_claimed', message: 'Lee Tanaka holds this task.' },
      },
      { taskId: unknown, task: null, error: expect.objectContaining({ code: 'task.not_found' }) },
      { taskId: two, task: expect.objectContaining({ status: 'RESERVED' }), error: null },
    ]);
    const urgent = await bulk(lee, { action: 'SET_PRIORITY', priority: 100, taskIds: [one, two] });
    expect(urgent).toMatchObject([{ task: { priority: 100 } }, { task: { priority: 100 } }]);
    const assigned = await bulk(lee, { action: 'ASSIGN', to: { user: 'lee@demo.test' }, taskIds: [one] });
    expect(assigned[0]?.task).toMatchObject({ assignee: { displayName: 'Lee Tanaka' } });
    const cancelled = await bulk(lee, { action: 'CANCEL', reason: 'Spring cleaning', taskIds: [one, two] });
    expect(cancelled).toMatchObject([{ task: { status: 'CANCELLED' } }, { task: { status: 'CANCELLED' } }]);
    expect(await readTaskPage(lee, two)).toMatchObject({ outcomeReason: 'Spring cleaning' });
  });

  test.each<[string, object]>([
    ['none', { action: 'CLAIM', taskIds: [] }],
    ['more than 500', { action: 'CLAIM', taskIds: Array.from({ length: 501 }, (_, index) => `t${index}`) }],
    ['an assignment to nobody', { action: 'ASSIGN', taskIds: ['x'] }],
    ['no priority', { action: 'SET_PRIORITY', taskIds: ['x'] }],
  ])('%s is refused', async (_name, input) => {
    await expect(bulk(lee, input)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
