import { once } from 'node:events';
import { Client } from 'pg';
import { WebSocket } from 'ws';
import {
  type ApiClient,
  createTask,
  eventually,
  type Json,
  run,
  startSystem,
  type TestSystem,
} from '../harness';
import { everyOperation } from './every-operation';

const deep = (levels: number) =>
  `{ task(id: "x") ${'{ workflow { tasks(first: 1) '.repeat(levels)} { id } ${'} }'.repeat(levels)} }`;

/** What a client may be told of an operation that is well formed. */
const FORESEEN = ['BAD_USER_INPUT', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'RATE_LIMITED', 'UNAVAILABLE'];

/** Of the operation with as many levels of fields as the limits allow, six at most. */
async function errorsOf(
  person: ApiClient,
  query: (depth: number) => string,
  variables: object,
  depth = 6,
): Promise<Json[]> {
  const response = await person.post('/graphql', { query: query(depth), variables });
  const { errors = [] } = (await response.json()) as { errors?: Json[] };
  const isTooDear = JSON.stringify(errors).includes('at most 10000 is allowed');
  return isTooDear && depth > 1 ? errorsOf(person, query, variables, depth - 1) : errors;
}

describe('Limits of the api-gateway', () => {
  let system: TestSystem;
  let sam: ApiClient;

  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
    sam = await system.person('sam@demo.test');
  });
  afterAll(() => system?.stop());

  const refused = (message: RegExp, code = 'GRAPHQL_VALIDATION_FAILED') => ({
    code,
    errors: [expect.objectContaining({ message: expect.stringMatching(message) })],
  });

  test('an operation may be so deep, so dear and so repetitive', async () => {
    await expect(sam.graphql(deep(20))).rejects.toMatchObject(refused(/depth is \d+; at most 12/));
    const dear = '{ tasks(first: 100) { edges { node { events(first: 100) { edges { node { id } } } } } } }';
    await expect(sam.graphql(dear)).rejects.toMatchObject(refused(/cost is \d+; at most 10000/));
    const aliases = Array.from({ length: 40 }, (_, n) => `a${n}: viewer { id }`).join(' ');
    await expect(sam.graphql(`{ ${aliases} }`)).rejects.toMatchObject(refused(/aliases is 40; at most 30/));
    const long = `{ viewer { ${'id '.repeat(5_000)} } }`;
    await expect(sam.graphql(long)).rejects.toMatchObject(refused(/tokens/, 'GRAPHQL_PARSE_FAILED'));
  });

  test('the same limits hold on a socket', async () => {
    const feed = await sam.subscribe(deep(20));
    await eventually(() => feed.errors.length > 0);
    expect(JSON.stringify(feed.errors)).toMatch(/depth is \d+; at most 12/);
  });

  test('a body of 5 MB is refused in words', async () => {
    const response = await sam.post('/graphql', { query: 'x'.repeat(5 * 1024 * 1024) });
    expect(response.status).toBe(413);
    expect(response.headers.get('content-type')).toMatch('application/problem+json');
    expect(await response.json()).toMatchObject({
      code: 'request.too_large',
      detail: expect.stringContaining('1048576'),
    });
  });

  test('several operations in one request, a body that is no JSON and a wrong type are refused', async () => {
    const batch = await sam.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '[{"query":"{ viewer { id } }"}]',
    });
    expect(batch.status).toBe(400);
    const broken = await sam.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject({ code: 'request.not_json' });
    await expect(sam.graphql('{ nothing }')).rejects.toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
    const mutation = 'mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { task { id } } }';
    await expect(sam.graphql(mutation, { input: { taskId: 'x', data: 'no object' } })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'request.invalid',
      details: { fields: [{ pointer: '/data', message: expect.any(String) }] },
    });
    await expect(sam.graphql(mutation, { input: { taskId: 1.5 } })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  test('a number that would be rounded is refused at every door, and nothing is written', async () => {
    const mutation = 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }';
    const input = '{"spec":{"title":"Rounded","context":{"order":{"n":1234567890123456789}}}}';
    const send = (path: string, init: RequestInit) =>
      sam.request(path, { ...init, headers: { 'content-type': 'application/json' } });
    const body = `{"query":${JSON.stringify(mutation)},"variables":{"input":${input}}}`;
    const posted = await send('/graphql', { method: 'POST', body });
    expect([posted.status, await posted.json()]).toMatchObject([
      422,
      {
        errors: [
          {
            extensions: {
              code: 'BAD_USER_INPUT',
              reason: 'request.inexact_number',
              details: { fields: [{ pointer: '/variables/input/spec/context/order/n' }] },
            },
          },
        ],
      },
    ]);
    const asked = new URLSearchParams({ query: '{ viewer { id } }', variables: '{"n":9007199254740993}' });
    const got = await send(`/graphql?${asked.toString()}`, { method: 'GET' });
    expect(JSON.stringify(await got.json())).toContain('/variables/n');
    const literal =
      'mutation { createTask(input: { spec: { title: "Rounded", n: [9007199254740993] } }) { task { id } } }';
    await expect(sam.graphql(literal)).rejects.toMatchObject(refused(/\/input\/spec\/n\/0: Has more digits/));
    await expect(
      sam.graphql(mutation, { input: { spec: { title: 'Rounded', context: { n: 2 ** 53 } } } }),
    ).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    expect(await system.rows(`SELECT FROM tasks WHERE title = 'Rounded'`)).toEqual([]);
  });

  test('a number that would be rounded is refused on a socket, and the next message is heard', async () => {
    const socket = new WebSocket(`${sam.baseUrl.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: sam.headers,
    });
    const heard: string[] = [];
    socket.on('message', (message: Buffer) => heard.push(message.toString()));
    const answer = (id: string) =>
      eventually(() => heard.find((message) => message.includes(`"id":"${id}"`)));
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await eventually(() => heard.length > 0);
    const query = JSON.stringify('{ viewer { id } }');
    socket.send(
      `{"id":"a","type":"subscribe","payload":{"query":${query},"variables":{"n":9007199254740993}}}`,
    );
    socket.send(`{"id":"b","type":"subscribe","payload":{"query":${query},"variables":{"n":1}}}`);
    expect(JSON.parse(await answer('a'))).toMatchObject({
      type: 'error',
      payload: [{ extensions: { details: { fields: [{ pointer: '/payload/variables/n' }] } } }],
    });
    expect(JSON.parse(await answer('b'))).toMatchObject({ type: 'next' });
    socket.close();
  });

  test('names such as constructor arrive as they were sent', async () => {
    const text = '{"team":{"constructor":"X","__proto__":{"prototype":1}},"constructor":null}';
    const context = JSON.parse(text) as object;
    const mutation = 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { context } } }';
    const { createTask } = await sam.graphql(mutation, { input: { spec: { title: 'Names', context } } });
    expect(JSON.stringify(createTask.task.context)).toBe(text);
    const form = JSON.parse('{"constructor":{"type":"text","required":true},"a":{"type":"text"}}') as object;
    await expect(sam.graphql(mutation, { input: { spec: { title: 'Names', form } } })).rejects.toMatchObject({
      details: { fields: [{ pointer: '/form/constructor', message: 'is a reserved name' }] },
    });
  });

  test('no query or mutation is an internal error, alone or with nulls for what may be left out', async () => {
    const mutation = 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }';
    const spec = { title: 'There', form: { a: { type: 'text' } }, assignTo: { group: 'support-l1' } };
    const { createTask } = await sam.graphql(mutation, { input: { spec } });
    const taskId = createTask.task.id as string;
    const ada = await system.person('ada@demo.test');
    const known = { taskId, taskIds: [taskId], id: taskId, group: 'support-l1', user: 'sam@demo.test' };
    const failed: unknown[] = [];
    for (const { name, query, variables } of everyOperation(known)) {
      for (const person of [sam, ada]) {
        const errors = await errorsOf(person, query, variables);
        const wrong = errors.filter(({ extensions }) => !FORESEEN.includes(extensions.code as string));
        if (wrong.length > 0)
          failed.push([name, wrong.map(({ message, path }) => JSON.stringify([message, path]))]);
      }
    }
    expect(failed).toEqual([]);
  }, 600_000);

  test('a database that takes no connections is told as an outage, in words and in headers, and ends with it', async () => {
    const name = new URL(system.database.adminUrl).pathname.slice(1);
    const before = system.logs('gateway').length;
    await system.rows(`ALTER DATABASE ${name} CONNECTION LIMIT 0`);
    await system.rows(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND usename LIKE 'orkestra%'`);
    try {
      const answer = await eventually(async () => {
        const response = await sam.post('/graphql', { query: '{ viewer { id } }' });
        return response.status === 503 && response;
      });
      expect(answer.headers.get('retry-after')).toBe('5');
      const [error] = ((await answer.json()) as Json)['errors'] as Json[];
      expect(error?.['message']).toMatch(/Nothing was changed. Try again in a few seconds/);
      expect(error?.['extensions']).toMatchObject({ code: 'UNAVAILABLE', details: { retryAfter: 5 } });
      const signIn = await system.anonymous().post('/api/v1/auth/sign-in', system.user('sam@demo.test'));
      expect([signIn.status, signIn.headers.get('retry-after')]).toEqual([503, '5']);
      const ready = await sam.request('/health/ready');
      expect(ready.status).toBe(503);
      expect(await ready.json()).toMatchObject({
        status: 'unavailable',
        checks: { database: 'unavailable' },
        reasons: { database: expect.stringContaining('53300') },
      });
      const lines = system.logs('gateway').slice(before);
      expect(lines).toContain('"level":40');
      expect(lines).not.toContain('"level":50');
    } finally {
      await system.rows(`ALTER DATABASE ${name} CONNECTION LIMIT -1`);
    }
    const viewer = () => sam.graphql('{ viewer { id } }').catch(() => undefined);
    expect(await eventually(viewer)).toHaveProperty('viewer.id');
  });

  test('an operation that is held up says when to send it again', async () => {
    const bot = system.agent('demo');
    const spec = { title: 'Locked', form: { a: { type: 'text' } } };
    const taskId = await createTask(bot, spec);
    const holder = new Client({ connectionString: system.database.adminUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM tasks WHERE id = $1 FOR UPDATE', [taskId]);
    const mutation = `mutation ($input: CancelTaskInput!) { cancelTask(input: $input) { task { id } } }`;
    const response = await bot.post('/graphql', { query: mutation, variables: { input: { taskId } } });
    await holder.end();
    expect(response.headers.get('retry-after')).toBe('5');
    const [error] = ((await response.json()) as Json)['errors'] as Json[];
    expect(error?.['extensions']).toMatchObject({ code: 'UNAVAILABLE', reason: 'database.held_up' });
    expect(await run(bot, 'cancelTask', { taskId })).toMatchObject({ status: 'CANCELLED' });
  });
});
