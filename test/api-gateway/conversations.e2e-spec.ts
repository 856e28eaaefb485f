import {
  type ApiClient,
  createTask,
  eventually,
  type Json,
  run,
  startSystem,
  type TestSystem,
} from '../harness';

const IN_L1 = { group: 'support-l1' };
const CONVERSATION = `id channel title status messageCount inputTokens outputTokens metadata closedAt
  participants { name role address } createdBy { kind displayName }`;
const MESSAGES = `edges { cursor node { number role author text toolCalls usage { input output model }
  recordedBy { kind displayName } } } pageInfo { startCursor endCursor hasPreviousPage hasNextPage }`;

describe('Conversations over GraphQL', () => {
  let system: TestSystem;
  let bot: ApiClient;
  let sam: ApiClient;
  let max: ApiClient;
  let ada: ApiClient;

  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
    bot = system.agent('demo');
    [sam, max, ada] = await Promise.all(
      ['sam', 'max', 'ada'].map((name) => system.person(`${name}@demo.test`)) as [
        Promise<ApiClient>,
        Promise<ApiClient>,
        Promise<ApiClient>,
      ],
    );
  });
  afterAll(() => system?.stop());

  const mutate = async (client: ApiClient, name: string, input: object, selection: string) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`;
    return (await client.graphql(mutation, { input }))[name] as Json;
  };
  const create = async (more: object = {}, client = bot) => {
    const input = { channel: 'CHAT', ...more };
    return (await mutate(client, 'createConversation', input, `conversation { ${CONVERSATION} }`))
      .conversation as Json;
  };
  const append = (conversationId: string, messages: object[], more: object = {}, client = bot) =>
    mutate(
      client,
      'appendMessages',
      { conversationId, messages, ...more },
      `conversation { ${CONVERSATION} } messages { number text author role }`,
    );
  const say = (...texts: string[]) => texts.map((text) => ({ role: 'USER', author: 'Eve', text }));
  const read = async (client: ApiClient, id: string, page = '') =>
    (
      await client.graphql(
        `query ($id: ID!) { conversation(id: $id) { ${CONVERSATION} messages${page} { ${MESSAGES} } } }`,
        { id },
      )
    ).conversation as Json;
  const texts = ({ messages }: Json) => (messages.edges as Json[]).map(({ node }) => node.text as string);
  const ofTask = async (client: ApiClient, id: string) =>
    (
      await client.graphql(
        'query ($id: ID!) { task(id: $id) { conversationId conversation { id messages { edges { node { text } } } } } }',
        { id },
      )
    ).task as Json;

  test('a conversation is created once, told in order, and closed', async () => {
    const input = {
      title: 'A wet parcel',
      participants: [{ name: 'Eve', role: 'USER', address: 'eve@example.org' }],
      metadata: { order: 7, note: null },
      key: 'parcel',
    };
    const made = await create(input);
    expect(made).toMatchObject({
      channel: 'CHAT',
      title: 'A wet parcel',
      status: 'OPEN',
      metadata: { order: 7, note: null },
      participants: [{ name: 'Eve', role: 'USER', address: 'eve@example.org' }],
      createdBy: { kind: 'SERVICE', displayName: 'support-bot' },
    });
    expect((await create(input)).id).toBe(made.id);
    await expect(create({ ...input, title: 'Else' })).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'conversation.request_key_conflict',
    });

    const id = made.id as string;
    const answer = {
      role: 'ASSISTANT',
      text: 'I ask a person.',
      toolCalls: [{ name: 'search', arguments: { query: null } }],
      usage: { input: 120, output: 30, model: 'small' },
    };
    const said = [...say('My parcel is wet.'), answer];
    const first = await append(id, said, { operationId: 'turn' });
    expect(first.messages).toMatchObject([{ number: 1 }, { number: 2 }]);
    expect(await append(id, said, { operationId: 'turn' })).toEqual(first);
    await expect(append(id, say('else'), { operationId: 'turn' })).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'conversation.operation_conflict',
    });

    const whole = await read(ada, id);
    expect(whole).toMatchObject({ messageCount: 2, inputTokens: 120, outputTokens: 30 });
    expect(whole.messages.edges[1].node).toMatchObject({
      ...answer,
      author: null,
      recordedBy: { kind: 'SERVICE', displayName: 'support-bot' },
    });
    const closed = await mutate(
      ada,
      'closeConversation',
      { conversationId: id },
      'conversation { status closedAt }',
    );
    expect(closed.conversation).toMatchObject({ status: 'CLOSED', closedAt: expect.any(String) });
    await expect(append(id, say('late'))).rejects.toMatchObject({ reason: 'conversation.closed' });
  });

  test('messages are read from the end back, and onward from where one was', async () => {
    const { id } = (await create()) as { id: string };
    await append(id, say('1', '2', '3', '4', '5'));
    const newest = await read(bot, id, '(first: 2)');
    expect(texts(newest)).toEqual(['4', '5']);
    expect(newest.messages.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
    const { startCursor, endCursor } = newest.messages.pageInfo as Json;
    const earlier = await read(bot, id, `(before: "${startCursor}")`);
    expect(texts(earlier)).toEqual(['1', '2', '3']);
    expect(earlier.messages.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
    await append(id, say('6'));
    expect(texts(await read(bot, id, `(after: "${endCursor}")`))).toEqual(['6']);
    const other = await create();
    await expect(read(bot, other.id as string, `(before: "${startCursor}")`)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'pagination.invalid_cursor',
    });
  });

  test('people see the conversations that their tasks open to them, and no others', async () => {
    const { id } = (await create({ title: 'Only for L1' })) as { id: string };
    await append(id, say('Hello'));
    await expect(read(sam, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // A reference that somebody writes themselves opens nothing.
    const own = await createTask(sam, { title: 'Mine', conversationId: id, assignTo: IN_L1 });
    expect(await ofTask(sam, own)).toEqual({ conversationId: id, conversation: null });

    const taskId = await createTask(bot, { title: 'Help', conversationId: id, assignTo: IN_L1 });
    expect((await ofTask(sam, taskId)).conversation).toMatchObject({
      id,
      messages: { edges: [{ node: { text: 'Hello' } }] },
    });
    expect(texts(await read(sam, id))).toEqual(['Hello']);
    await expect(read(max, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const titles = async (client: ApiClient) => {
      const query =
        '{ conversations(first: 100, filter: { title: "ONLY for" }) { edges { node { title } } } }';
      return (await client.graphql(query)).conversations.edges as Json[];
    };
    expect(await titles(sam)).toEqual([{ node: { title: 'Only for L1' } }]);
    expect(await titles(max)).toEqual([]);

    // Sam answers for themselves.
    const reply = [{ role: 'OPERATOR', author: 'Somebody else', text: 'We send another one.' }];
    expect((await append(id, reply, {}, sam)).messages).toMatchObject([{ author: 'Sam Okafor', number: 2 }]);
    await expect(append(id, say('forged'), {}, sam)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'conversation.role_forbidden',
    });
    // What a task opens goes with it.
    await run(ada, 'forwardTask', { taskId, to: { group: 'support-l2' } });
    await expect(read(sam, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(texts(await read(max, id))).toEqual(['Hello', 'We send another one.']);
  });

  test('a reference to somewhere else stays one', async () => {
    for (const conversationId of ['chat-7', '00000000-0000-7000-8000-0000000000ff']) {
      const taskId = await createTask(bot, { title: 'Elsewhere', conversationId, assignTo: IN_L1 });
      expect(await ofTask(sam, taskId)).toEqual({ conversationId, conversation: null });
    }
  });

  test('the tasks of a list have each their own conversation', async () => {
    const made: string[] = [];
    for (const text of ['one', 'two', 'three']) {
      const { id } = (await create()) as { id: string };
      await append(id, say(text));
      await createTask(bot, { title: text, type: 'many', conversationId: id, assignTo: IN_L1 });
      made.push(text);
    }
    const { tasks } = await sam.graphql(`{ tasks(filter: { type: "many" }) { edges { node {
      title conversation { messages(first: 1) { edges { node { text } } } } } } } }`);
    const seen = (tasks.edges as Json[]).map(({ node }) => [
      node.title as string,
      ...texts(node.conversation as Json),
    ]);
    expect(seen.sort()).toEqual(made.map((text) => [text, text]).sort());
  });

  test('who looks on hears of each message, of the end, and of nothing that is not theirs', async () => {
    const { id } = (await create()) as { id: string };
    const taskId = await createTask(bot, { title: 'Live', conversationId: id, assignTo: IN_L1 });
    const subscription = `subscription ($id: ID!) { conversationUpdated(id: $id) { status messageCount
      messages(first: 1) { edges { node { text } } } } }`;
    const feed = await sam.subscribe(subscription, { id });
    await feed.next(({ conversationUpdated }) => conversationUpdated.messageCount === 0);
    await append(id, say('one'));
    const told = await feed.next(({ conversationUpdated }) => conversationUpdated.messageCount === 1);
    expect(texts(told.conversationUpdated as Json)).toEqual(['one']);
    const foreign = await max.subscribe(subscription, { id });
    await eventually(() => JSON.stringify(foreign.errors).includes('NOT_FOUND'));
    expect(foreign.received).toEqual([]);
    await mutate(bot, 'closeConversation', { conversationId: id }, 'conversation { id }');
    await feed.next(({ conversationUpdated }) => conversationUpdated.status === 'CLOSED');
    await eventually(() => feed.ended);
    expect((await ofTask(sam, taskId)).conversation).not.toBeNull();
  });

  test('the other tenant finds nothing', async () => {
    const { id } = (await create({ title: 'Only ours' })) as { id: string };
    const stranger = system.agent('other');
    await expect(read(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(append(id, say('x'), {}, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const list = '{ conversations { edges { node { id } } } }';
    expect((await stranger.graphql(list)).conversations.edges).toEqual([]);
    const taskId = await createTask(stranger, { title: 'Spy', conversationId: id });
    expect(await ofTask(stranger, taskId)).toMatchObject({ conversation: null });
  });

  test.each([
    ['an empty message', [{ role: 'USER', text: ' ' }], 'conversation.invalid_messages'],
    ['a long message', [{ role: 'USER', text: 'x'.repeat(32_001) }], 'conversation.invalid_messages'],
    ['a NUL', [{ role: 'USER', text: 'a\0b' }], 'conversation.invalid_messages'],
    ['tool calls that are no objects', [{ role: 'TOOL', toolCalls: ['x'] }], 'conversation.invalid_messages'],
    ['no message', [], 'request.invalid'],
    ['51 messages', Array.from({ length: 51 }, () => ({ role: 'USER', text: 'x' })), 'request.invalid'],
    ['tokens below none', [{ role: 'USER', text: 'x', usage: { input: -1, output: 0 } }], 'request.invalid'],
  ])('%s is refused, and nothing is appended', async (_, messages, reason) => {
    const { id } = (await create()) as { id: string };
    await expect(append(id, messages)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', reason });
    expect((await read(bot, id)).messageCount).toBe(0);
  });
});
