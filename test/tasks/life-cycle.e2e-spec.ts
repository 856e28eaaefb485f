import {
  type ApiClient,
  conflict,
  createTask,
  forbidden,
  lastEvent,
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
let max: ApiClient;

beforeAll(async () => {
  system = await startSystem({ processes: ['gateway'] });
  bot = system.agent('demo');
  ada = await system.person('ada@demo.test');
  sam = await system.person('sam@demo.test');
  lee = await system.person('lee@demo.test');
  max = await system.person('max@demo.test');
});
afterAll(() => system?.stop());

const create = (spec: object = IN_L1) => createTask(bot, spec);

const DAY = 24 * 3_600_000;

describe('A stand-alone task', () => {
  test('is made once for a key of a principal', async () => {
    const input = { spec: { ...IN_L1, conversationId: 'chat-7' }, key: 'order-7' };
    const first = await run(bot, 'createTask', input);
    expect(first).toMatchObject({
      status: 'READY',
      conversationId: 'chat-7',
      decidableBy: 'PEOPLE',
      candidates: { users: [], groups: [{ key: 'support-l1' }] },
    });
    expect((await run(bot, 'createTask', input)).id).toBe(first.id);
    const other = run(bot, 'createTask', { ...input, spec: { ...IN_L1, title: 'Something else' } });
    await expect(other).rejects.toMatchObject(conflict('request_key_conflict'));
    expect((await run(sam, 'createTask', input)).id).not.toBe(first.id);
    expect((await run(bot, 'createTask', { spec: input.spec })).id).not.toBe(first.id);
  });

  test('is refused with the wrong fields by pointer, and then there is none', async () => {
    const before = await system.rows('SELECT count(*) AS n FROM tasks');
    const specs = [
      { title: '' },
      { ...IN_L1, assignTo: { group: 'nobody' } },
      { ...IN_L1, colour: 'red' },
      { ...IN_L1, sla: { timeoutMs: -5 } },
      { ...IN_L1, approval: { payload: {}, quorum: { rule: 'count', count: 3 } } },
    ];
    for (const spec of specs) {
      await expect(run(bot, 'createTask', { spec })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    await expect(run(bot, 'createTask', { spec: { title: '' } })).rejects.toMatchObject({
      reason: 'task.invalid_spec',
      details: { fields: [expect.objectContaining({ pointer: '/title' })] },
    });
    const decidable = run(bot, 'createTask', { spec: { ...IN_L1, decidableBy: 'anyone' } });
    await expect(decidable).rejects.toMatchObject(forbidden('decidable_by_forbidden'));
    expect(await system.rows('SELECT count(*) AS n FROM tasks')).toEqual(before);
  });

  test('shows what it will do by itself', async () => {
    const chain = [
      { action: 'notify', after: { milliseconds: 60_000 }, ifUnclaimed: true },
      { action: 'escalate', after: { milliseconds: 120_000 }, to: { group: 'support-l2' } },
    ];
    const id = await create({ ...IN_L1, sla: { timeoutMs: 300_000, chain } });
    expect(await readTaskPage(sam, id)).toMatchObject({
      nextStep: { action: 'NOTIFY' },
      steps: [
        { action: 'NOTIFY', ifUnclaimed: true, group: null },
        { action: 'ESCALATE', ifUnclaimed: false, group: { key: 'support-l2' } },
        { action: 'BREACH' },
      ],
    });
  });
});

describe('Whoever holds a task', () => {
  test('starts it, lays it down and gives it back', async () => {
    const taskId = await create();
    await expect(run(sam, 'startTask', { taskId })).rejects.toMatchObject(conflict('not_claimed'));
    await run(sam, 'claimTask', { taskId });
    expect(await run(sam, 'startTask', { taskId })).toMatchObject({ status: 'IN_PROGRESS' });
    await expect(run(lee, 'stopTask', { taskId })).rejects.toMatchObject(forbidden('not_assignee'));
    expect(await run(sam, 'stopTask', { taskId })).toMatchObject({ status: 'RESERVED' });
    expect(await run(sam, 'releaseTask', { taskId })).toMatchObject({ status: 'READY', assignee: null });
  });

  test('delegates it, and gets it back', async () => {
    const taskId = await create();
    await run(sam, 'claimTask', { taskId });
    const delegated = await run(sam, 'delegateTask', { taskId, to: 'max@demo.test', reason: 'He knows it' });
    expect(delegated).toMatchObject({
      assignee: { displayName: 'Max Novak' },
      owner: { displayName: 'Sam Okafor' },
    });
    expect(lastEvent(delegated)).toMatchObject({
      kind: 'delegated',
      note: 'He knows it',
      revision: 3,
      differences: expect.arrayContaining([
        { field: 'assignee', before: 'Sam Okafor', after: 'Max Novak' },
        { field: 'owner', before: null, after: 'Sam Okafor' },
      ]),
    });
    await expect(run(max, 'completeTask', { taskId, data: {} })).rejects.toMatchObject({
      ...conflict('delegated'),
      message: expect.stringContaining('Sam Okafor'),
    });
    expect(await run(max, 'resolveTask', { taskId })).toMatchObject({
      assignee: { displayName: 'Sam Okafor' },
      owner: null,
    });
    expect(await run(sam, 'completeTask', { taskId, data: {} })).toMatchObject({ outcome: 'COMPLETED' });
  });

  test('gives it away for good, and does not see it any more', async () => {
    const taskId = await create();
    await run(sam, 'claimTask', { taskId });
    const both = run(sam, 'forwardTask', { taskId, to: { group: 'support-l2', user: 'max@demo.test' } });
    await expect(both).rejects.toMatchObject({ code: 'BAD_USER_INPUT', reason: 'task.invalid_command' });
    const nobody = run(sam, 'forwardTask', { taskId, to: { user: 'nobody@demo.test' } });
    await expect(nobody).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    const forwarded = await run(sam, 'forwardTask', { taskId, to: { group: 'support-l2', user: null } });
    expect(forwarded).toMatchObject({ status: 'READY', group: { key: 'support-l2' }, assignee: null });
    expect(lastEvent(forwarded).differences).toContainEqual({
      field: 'candidates',
      before: 'Support, first line',
      after: 'Support, second line',
    });
    await expect(readTaskPage(sam, taskId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await run(max, 'claimTask', { taskId })).toMatchObject({ status: 'RESERVED' });
  });
});

describe('A supervisor', () => {
  test('assigns, names candidates, sets priority and due date, and cancels; a member does not', async () => {
    const taskId = await create({ ...IN_L1, assignTo: { group: 'support-l1', excluded: ['ada@demo.test'] } });
    const dueAt = new Date(Date.now() + DAY).toISOString();
    const supervising: [string, object][] = [
      ['assignTask', { to: { user: 'sam@demo.test' } }],
      ['nominateTask', { users: ['max@demo.test'] }],
      ['setTaskPriority', { priority: 90 }],
      ['setTaskDueDate', { dueAt }],
      ['cancelTask', {}],
    ];
    for (const [name, input] of supervising) {
      const refused = run(sam, name, { taskId, ...input });
      await expect(refused).rejects.toMatchObject(forbidden('supervisor_only'));
    }
    await expect(run(lee, 'assignTask', { taskId, to: { user: 'ada@demo.test' } })).rejects.toMatchObject({
      reason: 'task.target_excluded',
    });
    expect(await run(lee, 'assignTask', { taskId, to: { user: 'sam@demo.test' } })).toMatchObject({
      status: 'RESERVED',
      assignee: { displayName: 'Sam Okafor' },
      excluded: [{ displayName: 'Ada Fischer' }],
    });
    expect(await run(lee, 'setTaskPriority', { taskId, priority: 90 })).toMatchObject({ priority: 90 });
    expect(await run(lee, 'setTaskDueDate', { taskId, dueAt })).toMatchObject({
      dueAt,
      nextStep: { action: 'BREACH' },
    });
    const past = run(lee, 'setTaskDueDate', { taskId, dueAt: new Date(0).toISOString() });
    await expect(past).rejects.toMatchObject({ reason: 'task.invalid_command' });
    expect(await run(lee, 'setTaskDueDate', { taskId, dueAt: null })).toMatchObject({ dueAt: null });
    const nominated = await run(lee, 'nominateTask', {
      taskId,
      users: ['max@demo.test'],
      groups: ['support-l1'],
    });
    expect(nominated.candidates).toMatchObject({
      users: [{ displayName: 'Max Novak' }],
      groups: [{ key: 'support-l1' }],
    });
    const cancelled = await run(lee, 'cancelTask', { taskId, reason: 'Not needed' });
    expect(cancelled).toMatchObject({
      outcome: 'CANCELLED',
      outcomeReason: 'Not needed',
      decision: null,
      allowedActions: [],
      steps: [],
    });
    await expect(run(lee, 'cancelTask', { taskId })).rejects.toMatchObject(conflict('closed'));
  });

  test('puts a task aside, and escalates it', async () => {
    const taskId = await create();
    await run(sam, 'claimTask', { taskId });
    const resumesAt = new Date(Date.now() + DAY).toISOString();
    const suspended = await run(lee, 'suspendTask', { taskId, resumesAt });
    expect(suspended).toMatchObject({ status: 'SUSPENDED', suspendedFrom: 'RESERVED', resumesAt });
    expect(suspended.pausedAt).not.toBeNull();
    await expect(run(sam, 'startTask', { taskId })).rejects.toMatchObject(conflict('suspended'));
    expect(await run(sam, 'resumeTask', { taskId })).toMatchObject({ status: 'RESERVED', pausedAt: null });
    await expect(run(sam, 'resumeTask', { taskId })).rejects.toMatchObject(conflict('not_suspended'));
    const escalated = await run(sam, 'escalateTask', { taskId, to: { group: 'support-l2' }, reason: 'Hard' });
    expect(escalated).toMatchObject({ escalationLevel: 1, status: 'READY', group: { key: 'support-l2' } });
    expect(await run(ada, 'escalateTask', { taskId })).toMatchObject({ escalationLevel: 2 });
  });
});

test('people and groups are found by a part of their name, each tenant its own', async () => {
  const find = async (client: ApiClient, text: string, first = 20) =>
    client.graphql(
      `query ($text: String!, $first: Int) {
         searchUsers(text: $text, first: $first) { displayName } searchGroups(text: $text, first: $first) { key } }`,
      { text, first },
    );
  expect(await find(sam, 'tanaka')).toEqual({
    searchUsers: [{ displayName: 'Lee Tanaka' }],
    searchGroups: [],
  });
  expect(await find(sam, 'second')).toEqual({ searchUsers: [], searchGroups: [{ key: 'support-l2' }] });
  const olga = await system.person('olga@other.test');
  expect(await find(olga, 'tanaka')).toEqual({ searchUsers: [], searchGroups: [] });
  await expect(find(sam, '', 51)).rejects.toMatchObject({ reason: 'directory.invalid_search' });
});
