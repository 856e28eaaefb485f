import {
  type ApiClient,
  createTask,
  eventually,
  type Json,
  startSystem,
  startWorkflow,
  type TestSystem,
} from '../harness';
import { RawSocket } from './raw-socket';

const DESK = { origin: 'https://desk.example' };
const NODE = `query ($id: ID!) { node(id: $id) { __typename id ... on Task { title } ... on Conversation { subject: title }
  ... on User { email } ... on Group { key } } }`;

describe('A front end of another maker', () => {
  let system: TestSystem;
  let bot: ApiClient;
  let sam: ApiClient;

  beforeAll(async () => {
    const env = { NODE_ENV: 'production', GRAPHQL_INTROSPECTION: 'true', CORS_ORIGINS: DESK.origin };
    system = await startSystem({ env });
    bot = system.agent('demo');
    sam = await system.person('sam@demo.test');
  });
  afterAll(() => system?.stop());

  const node = async (client: ApiClient, id: unknown) =>
    (await client.graphql<{ node: Json | null }>(NODE, { id })).node;

  test('anything is read by its id alone, by whoever may see it', async () => {
    const task = await createTask(bot, { title: 'By its id', assignTo: { group: 'support-l1' } });
    const make =
      'mutation ($input: CreateConversationInput!) { createConversation(input: $input) { conversation { id } } }';
    const input = { channel: 'CHAT', title: 'What was said' };
    const conversation = (await bot.graphql(make, { input })).createConversation.conversation.id as string;
    const ids = '{ searchUsers(text: "lee") { id } searchGroups(text: "support-l1") { id } }';
    const { searchUsers, searchGroups } = await sam.graphql(ids);
    const [user, group] = [searchUsers[0].id as string, searchGroups[0].id as string];

    const read = { id: task, __typename: 'Task', title: 'By its id' };
    expect(await node(sam, task)).toEqual(read);
    expect(await node(sam, user)).toEqual({ id: user, __typename: 'User', email: 'lee@demo.test' });
    expect(await node(sam, group)).toEqual({ id: group, __typename: 'Group', key: 'support-l1' });
    const told = { id: conversation, __typename: 'Conversation', subject: 'What was said' };
    expect(await node(bot, conversation)).toEqual(told);
    expect(await node(sam, conversation)).toBeNull();
    const olga = await system.person('olga@other.test');
    for (const id of [
      task,
      conversation,
      user,
      group,
      'no-id',
      `${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}`,
    ])
      expect(await node(olga, id)).toBeNull();
  });

  test('executions are listed by pages, as far as the viewer may see them', async () => {
    const started: string[] = [];
    for (const title of ['One', 'Two', 'Three'])
      started.unshift(await startWorkflow(bot, 'one-task', { title, assignTo: { user: 'lee@demo.test' } }));
    const list = `query ($after: String) { workflowExecutions(first: 2, after: $after, filter: { type: "one-task" }) {
      edges { cursor node { id type } } pageInfo { startCursor endCursor hasPreviousPage hasNextPage } } }`;
    const first = (await bot.graphql(list)).workflowExecutions as Json;
    const second = (await bot.graphql(list, { after: first.pageInfo.endCursor })).workflowExecutions as Json;
    const idsOf = (page: Json) => (page.edges as { node: Json }[]).map(({ node: { id } }) => id as string);
    expect([...idsOf(first), ...idsOf(second)]).toEqual(started);
    const [one, two] = first.edges as { cursor: string }[];
    expect(first.pageInfo).toEqual({
      startCursor: one?.cursor,
      endCursor: two?.cursor,
      hasPreviousPage: false,
      hasNextPage: true,
    });
    expect(second.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
    const olga = await system.person('olga@other.test');
    for (const client of [olga, await system.person('max@demo.test')])
      expect(idsOf((await client.graphql(list)).workflowExecutions as Json)).toEqual([]);
  });

  test('pages of the named origins act with the cookie, and read the answer; others do neither', async () => {
    const preflight = (origin: string) =>
      system.anonymous().request('/graphql', {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,x-correlation-id',
        },
      });
    const allowed = async (response: Promise<Response>) => {
      const { headers } = await response;
      return ['origin', 'credentials', 'headers'].map((name) => headers.get(`access-control-allow-${name}`));
    };
    expect(await allowed(preflight(DESK.origin))).toEqual([
      DESK.origin,
      'true',
      'content-type,x-correlation-id',
    ]);
    expect((await allowed(preflight('https://evil.example')))[0]).toBeNull();

    const cookie = sam.headers.cookie ?? '';
    const ask = (origin: string) =>
      system.anonymous().request('/graphql', {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ viewer { displayName } }' }),
      });
    const answer = await ask(DESK.origin);
    expect(answer.headers.get('access-control-allow-origin')).toBe(DESK.origin);
    expect(answer.headers.get('access-control-expose-headers')).toContain('x-correlation-id');
    expect(await answer.json()).toMatchObject({ data: { viewer: { displayName: 'Sam Okafor' } } });
    expect((await ask('https://evil.example')).status).toBe(403);
    const socket = new RawSocket(system.url('gateway'), { cookie, ...DESK });
    expect(await socket.outcome).toBe('connection_ack');
    socket.end();
  });

  test('an error of a subscription names the lines in the log', async () => {
    const feed = await sam.subscribe('subscription { workflowUpdated(id: "no-such") { id } }');
    const [error] = (await eventually(() => feed.errors.length > 0 && feed.errors)) as {
      extensions: { code: string; correlationId: string };
    }[];
    expect(error?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    expect(error?.extensions.correlationId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('the schema is told where the operator wants it, and says what its scalars are', async () => {
    const { __schema } = await bot.graphql('{ __schema { types { name specifiedByURL } } }');
    const types = __schema.types as { name: string; specifiedByURL: string | null }[];
    for (const name of ['DateTime', 'JSON'])
      expect(types.find((type) => type.name === name)?.specifiedByURL).toMatch(/^https:/);
  });
});
