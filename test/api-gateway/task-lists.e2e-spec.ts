import { type ApiClient, type Json, startSystem, type TestSystem } from '../harness';
import { createTask, run } from '../harness/system/task-mutations';

const DAY_MS = 24 * 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

describe('Lists, searches and counts of tasks through GraphQL', () => {
  let system: TestSystem;
  let sam: ApiClient;
  let ada: ApiClient;

  beforeAll(async () => {
    system = await startSystem();
    sam = await system.person('sam@demo.test');
    ada = await system.person('ada@demo.test');
    const bot = system.agent('demo');
    const queue = { form: {}, assignTo: { group: 'support-l1' } };
    const soon = { sla: { dueAt: inDays(1) } };
    await createTask(bot, { ...queue, ...soon, title: 'Low', priority: 'low', type: 'refund' });
    await createTask(bot, { ...queue, title: 'Urgent', priority: 'urgent', context: { order: 'Walrus' } });
    await createTask(bot, { form: {}, title: 'Elsewhere', assignTo: { group: 'support-l2' } });
    await createTask(bot, { form: {}, title: 'Mine', assignTo: { user: 'sam@demo.test' }, priority: 60 });
  });
  afterAll(() => system?.stop());

  const titles = async (client: ApiClient, filter: object, orderBy?: string) => {
    const query = `query ($filter: TaskFilter, $orderBy: TaskOrder) {
      tasks(filter: $filter, orderBy: $orderBy) { edges { node { title } } } }`;
    const { tasks } = await client.graphql(query, { filter, orderBy });
    return (tasks as { edges: { node: { title: string } }[] }).edges.map(({ node }) => node.title);
  };

  test.each<[object, string | undefined, string[]]>([
    [{}, undefined, ['Low', 'Urgent', 'Mine']],
    [{}, 'PRIORITY_DESC', ['Urgent', 'Mine', 'Low']],
    [{}, 'CREATED_DESC', ['Mine', 'Urgent', 'Low']],
    [{ type: 'refund' }, undefined, ['Low']],
    [{ type: null, priority: { min: 60, max: null } }, undefined, ['Urgent', 'Mine']],
    [{ due: { until: inDays(2) } }, undefined, ['Low']],
    [{ due: { from: inDays(2), until: null } }, undefined, []],
    [{ created: { from: inDays(-1), until: inDays(1) } }, 'CREATED_ASC', ['Low', 'Urgent', 'Mine']],
    [{ assignee: 'sam@demo.test' }, undefined, ['Mine']],
    [{ unassigned: true, candidate: true, group: 'support-l1' }, undefined, ['Low', 'Urgent']],
    [{ text: 'walrus' }, undefined, ['Urgent']],
  ])('%j by %s', async (filter, orderBy, expected) => {
    expect(await titles(sam, filter, orderBy)).toEqual(expected);
  });

  test('an admin sees every queue, another tenant none of it', async () => {
    expect(await titles(ada, { group: 'support-l2' })).toEqual(['Elsewhere']);
    expect(await titles(system.agent('other'), { text: 'walrus or low or mine' })).toEqual([]);
  });

  test.each<[object, string | undefined, RegExp]>([
    [{ priority: { min: 101 } }, undefined, /must not be greater than 100/],
    [{ priority: { min: 60, max: 50 } }, undefined, /No priority is at least 60/],
    [{ due: { from: 'tomorrow' } }, undefined, /from is not a date/],
    [{ text: 'x'.repeat(201) }, undefined, /200 characters/],
    [{ text: '-walrus' }, undefined, /no word to look for/],
    [{ assignedToMe: true, unassigned: true }, undefined, /only one of/],
    [{ status: ['COMPLETED'] }, 'DUE_ASC', /take CLOSED_DESC/],
  ])('%j by %s is refused with what to change', async (filter, orderBy, message) => {
    const refused = await titles(sam, filter, orderBy).catch((error: unknown) => error as Json);
    expect(refused).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(JSON.stringify([(refused as Json).message, (refused as Json).details])).toMatch(message);
  });

  test('a cursor of one order is refused in another', async () => {
    const page = `{ tasks(first: 1, orderBy: PRIORITY_DESC) { pageInfo { endCursor } } }`;
    const { endCursor } = (await sam.graphql(page)).tasks.pageInfo as { endCursor: string };
    const next = sam.graphql(
      `{ tasks(first: 1, orderBy: DUE_ASC, after: "${endCursor}") { edges { cursor } } }`,
    );
    await expect(next).rejects.toMatchObject({ reason: 'pagination.invalid_cursor' });
  });

  test('the counts of an inbox', async () => {
    const query = `{ taskCounts { assignedToMe claimable overdue cap byGroup { group { key } open unclaimed } } }`;
    expect((await sam.graphql(query)).taskCounts).toEqual({
      assignedToMe: 1,
      claimable: 2,
      overdue: 0,
      cap: 1_000,
      byGroup: [{ group: { key: 'support-l1' }, open: 2, unclaimed: 2 }],
    });
    const { byGroup } = (await ada.graphql(query)).taskCounts as Json;
    expect(byGroup).toContainEqual({ group: { key: 'support-l2' }, open: 1, unclaimed: 1 });
  });

  test('a subscription says first that it stands, where that is asked for', async () => {
    const feed = await sam.subscribe(
      `subscription ($announce: Boolean) { taskUpdated(announce: $announce) { kind resync task { title } } }`,
      { announce: true },
    );
    const first = await feed.next();
    expect(first.taskUpdated).toEqual({ kind: 'resync', resync: true, task: null });
    const spec = { form: {}, assignTo: { group: 'support-l1' }, title: 'Made after it stood' };
    await createTask(system.agent('demo'), spec);
    await feed.next(({ taskUpdated }: Json) => taskUpdated.task?.title === spec.title);
  });

  test('a subscription with a search tells of what has the words, and of nothing else', async () => {
    const subscription = `subscription ($filter: TaskFilter) { taskUpdated(filter: $filter) { kind task { title } } }`;
    const feed = await sam.subscribe(subscription, { filter: { text: 'narwhal', priority: { min: 60 } } });
    const spec = { form: {}, assignTo: { group: 'support-l1' }, priority: 75 };
    await createTask(system.agent('demo'), { ...spec, title: 'Dull' });
    await createTask(system.agent('demo'), { ...spec, title: 'Narwhal of no urgency', priority: 10 });
    const id = await createTask(system.agent('demo'), {
      ...spec,
      title: 'Told',
      context: { animal: 'Narwhal' },
    });
    await run(sam, 'claimTask', { taskId: id });
    await feed.next(({ taskUpdated }: Json) => taskUpdated.kind === 'claimed');
    const told = feed.received.map(({ taskUpdated }: Json) => taskUpdated.task.title as string);
    expect(new Set(told)).toEqual(new Set(['Told']));
  });
});
