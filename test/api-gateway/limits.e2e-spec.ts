import { type ApiClient, eventually, startSystem, type TestSystem } from '../harness';

const deep = (levels: number) =>
  `{ task(id: "x") ${'{ workflow { tasks(first: 1) '.repeat(levels)} { id } ${'} }'.repeat(levels)} }`;

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
});
