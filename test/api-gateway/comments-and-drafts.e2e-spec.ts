import { type ApiClient, claim, type Json, startSystem, type TestSystem } from '../harness';

const COMMENT = `id text version createdAt editedAt deletedAt author { kind displayName } deletedBy { displayName }
  mentions { email } viewerMayEdit viewerMayDelete`;

describe('Comments and drafts over GraphQL', () => {
  let system: TestSystem;
  let sam: ApiClient;
  let lee: ApiClient;
  let taskId: string;

  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
    [sam, lee] = [await system.person('sam@demo.test'), await system.person('lee@demo.test')];
  });
  beforeEach(async () => {
    taskId = await newTask();
  });
  afterAll(() => system?.stop());

  async function newTask(): Promise<string> {
    const spec = { title: 'Talk', form: { answer: { type: 'text' } }, assignTo: { group: 'support-l1' } };
    const mutation = 'mutation ($spec: JSON!) { createTask(input: { spec: $spec }) { task { id } } }';
    return (await system.agent('demo').graphql(mutation, { spec })).createTask.task.id as string;
  }

  const idOf = async (client: ApiClient) => (await client.graphql('{ viewer { id } }')).viewer.id as string;
  async function mutate(client: ApiClient, name: string, input: object, selection: string): Promise<Json> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`;
    return (await client.graphql(mutation, { input }))[name] as Json;
  }
  const comment = async (client: ApiClient, text: string, more: object = {}) =>
    (await mutate(client, 'addTaskComment', { taskId, text, ...more }, `comment { ${COMMENT} }`))
      .comment as Json;
  const save = (client: ApiClient, data: object, expectedVersion: number) =>
    mutate(
      client,
      'saveTaskDraft',
      { taskId, data, expectedVersion },
      'draft { data version savedAt } task { status }',
    );

  test('a comment is added, edited with its history, and deleted', async () => {
    const added = await comment(sam, 'Look, @lee', { mentions: [await idOf(lee)] });
    expect(added).toMatchObject({
      text: 'Look, @lee',
      version: 1,
      author: { kind: 'USER' },
      mentions: [{ email: 'lee@demo.test' }],
      viewerMayEdit: true,
      viewerMayDelete: true,
    });
    const edit = { commentId: added.id as string, text: 'Better', expectedVersion: 1 };
    await mutate(sam, 'editTaskComment', edit, `comment { ${COMMENT} }`);
    const history = `query ($id: ID!) { taskCommentHistory(commentId: $id) {
      edges { cursor node { version text writtenAt } } pageInfo { hasNextPage } } }`;
    const { taskCommentHistory } = await lee.graphql(history, { id: added.id });
    expect(taskCommentHistory).toMatchObject({ edges: [{ node: { version: 1, text: 'Look, @lee' } }] });
    await expect(mutate(sam, 'editTaskComment', edit, 'comment { id }')).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'task.comment_version_conflict',
    });
    const query = `query ($id: ID!) { task(id: $id) { comments { edges { node { ${COMMENT} } } } } }`;
    expect((await lee.graphql(query, { id: taskId })).task.comments.edges[0].node).toMatchObject({
      text: 'Better',
      version: 2,
      mentions: [],
      viewerMayEdit: false,
      viewerMayDelete: false,
    });
    const gone = await mutate(sam, 'deleteTaskComment', { commentId: added.id }, `comment { ${COMMENT} }`);
    expect(gone.comment).toMatchObject({ text: null, deletedBy: { displayName: added.author.displayName } });
  });

  test('everybody who looks on hears of each comment', async () => {
    const feed = await lee.subscribe(
      'subscription { taskUpdated { taskId kind task { comments { edges { node { text } } } } } }',
    );
    await comment(sam, 'first');
    await feed.next(({ taskUpdated }) => taskUpdated.taskId === taskId && taskUpdated.kind === 'commented');
    await comment(system.agent('demo'), 'second');
    const told = await feed.next(({ taskUpdated }) => JSON.stringify(taskUpdated).includes('second'));
    expect((told.taskUpdated.task.comments.edges as Json[]).map(({ node }) => node.text as string)).toEqual([
      'second',
      'first',
    ]);
  });

  test('the comments of many tasks are read by pages, each task its own', async () => {
    const others = [await newTask(), await newTask()];
    for (const text of ['1', '2', '3']) await comment(sam, text);
    await mutate(sam, 'addTaskComment', { taskId: others[0], text: 'there' }, 'comment { id }');
    const query = `{ tasks(first: 50) { edges { node { id
      newest: comments(first: 1) { edges { cursor node { text } } pageInfo { hasNextPage endCursor } }
      all: comments { edges { node { text } } } } } } }`;
    const { tasks } = await sam.graphql(query);
    const byId = new Map((tasks.edges as Json[]).map(({ node }) => [node.id as string, node as Json]));
    expect(byId.get(taskId)).toMatchObject({
      newest: { edges: [{ node: { text: '3' } }], pageInfo: { hasNextPage: true } },
      all: { edges: [{ node: { text: '3' } }, { node: { text: '2' } }, { node: { text: '1' } }] },
    });
    expect(byId.get(others[0] as string)?.all.edges).toHaveLength(1);
    expect(byId.get(others[1] as string)?.all.edges).toEqual([]);
    const rest = await sam.graphql(
      'query ($id: ID!, $after: String) { task(id: $id) { comments(after: $after) { edges { node { text } } } } }',
      { id: taskId, after: byId.get(taskId)?.newest.pageInfo.endCursor },
    );
    expect((rest.task.comments.edges as Json[]).map(({ node }) => node.text as string)).toEqual(['2', '1']);
  });

  test('bad comments are refused with what to change', async () => {
    const invalid = { code: 'BAD_USER_INPUT' };
    await expect(comment(sam, '  ')).rejects.toMatchObject({ ...invalid, reason: 'task.invalid_comment' });
    await expect(comment(sam, 'x'.repeat(10_001))).rejects.toMatchObject(invalid);
    const olga = await idOf(await system.person('olga@other.test'));
    const max = await idOf(await system.person('max@demo.test'));
    await expect(comment(sam, 'x', { mentions: [olga] })).rejects.toMatchObject({
      ...invalid,
      reason: 'directory.unknown_user',
    });
    await expect(comment(sam, 'x', { mentions: [max] })).rejects.toMatchObject({
      ...invalid,
      reason: 'task.mention_cannot_see',
    });
  });

  test('a draft is found on another device, starts the task, and is guarded against the first device', async () => {
    await claim(sam, taskId);
    const phone = await system.person('sam@demo.test');
    expect(await save(sam, { answer: 'half' }, 0)).toMatchObject({
      draft: { data: { answer: 'half' }, version: 1 },
      task: { status: 'IN_PROGRESS' },
    });
    const query = 'query ($id: ID!) { task(id: $id) { draft { data version savedAt } } }';
    const read = async (client: ApiClient) =>
      (await client.graphql(query, { id: taskId })).task.draft as Json;
    expect(await read(phone)).toMatchObject({ data: { answer: 'half' }, version: 1 });
    expect(await read(lee)).toBeNull();
    expect(await read(system.agent('demo'))).toBeNull();
    const second = await save(phone, { answer: 'half and half' }, 1);
    await expect(save(sam, { answer: 'lost' }, 1)).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'task.draft_conflict',
      details: { version: 2, savedAt: second.draft.savedAt },
    });
    await mutate(phone, 'discardTaskDraft', { taskId, expectedVersion: 2 }, 'task { draft { version } }');
    expect(await read(sam)).toBeNull();
  });

  test('a draft of more than 256 KiB and one of an agent are refused', async () => {
    await expect(save(sam, { answer: 'x'.repeat(256 * 1024) }, 0)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'task.invalid_draft',
    });
    await expect(save(system.agent('demo'), {}, 0)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'task.draft_for_people',
    });
  });
});
