import { request } from 'node:http';
import { eventually, type Json, startSystem, type TestSystem } from '../harness';
import { EventLog, within } from './event-log';
import { issueKey } from './issue-key';
import { connect, mcpUrl } from './mcp-client';

const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
};
const LIST = { jsonrpc: '2.0', id: 2, method: 'tools/list' };

describe('Streamable HTTP', () => {
  let system: TestSystem;
  beforeAll(async () => (system = await startSystem({ processes: ['mcp', 'mcp2'] })));
  afterAll(() => system?.stop());

  const post = (body: unknown, headers: Record<string, string> = {}, app: 'mcp' | 'mcp2' = 'mcp') =>
    fetch(mcpUrl(system, app), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        authorization: `Bearer ${system.apiKey('demo')}`,
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const openSession = async (headers = {}) =>
    (await post(INITIALIZE, headers)).headers.get('mcp-session-id') ?? 'none';

  test('health needs no key', async () => {
    const live = await fetch(`${system.url('mcp')}/health/live`);
    expect([live.status, await live.json()]).toEqual([200, { status: 'ok' }]);
    const ready = await fetch(`${system.url('mcp')}/health/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { checks: { database: 'ok' } }]);
  });

  test.each([
    ['no key', '', /^Bearer realm="orkestra", resource_metadata=/],
    ['a wrong key', 'Bearer ork_wrong', /error="invalid_token"/],
    ['a password', 'Basic YTpi', /^Bearer/],
  ])('%s is refused before anything is read', async (_, authorization, challenge) => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const response = await fetch(mcpUrl(system), { method, headers: { authorization } });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(challenge);
      expect(await response.json()).toMatchObject({ jsonrpc: '2.0', id: null, error: {} });
    }
  });

  test('tells who has no key where it is, and what keys can be allowed', async () => {
    const refused = await fetch(mcpUrl(system));
    const [, where] = /resource_metadata="(.*?)"/.exec(refused.headers.get('www-authenticate') ?? '') ?? [];
    expect(where).toBe(`${system.url('mcp')}/.well-known/oauth-protected-resource/mcp`);
    const metadata = await fetch(where!);
    expect([metadata.status, await metadata.json()]).toMatchObject([
      200,
      {
        resource: mcpUrl(system).href,
        bearer_methods_supported: ['header'],
        scopes_supported: expect.arrayContaining(['tasks:read']),
      },
    ]);
  });

  test.each([
    ['of the 2025 era', async () => ({ 'mcp-session-id': await openSession() })],
    ['of the 2026 era', () => Promise.resolve({ 'mcp-protocol-version': '2026-07-28' })],
  ])('a call %s with a number that would be rounded is told so, as its answer', async (_, headers) => {
    const call =
      '{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"task_create","arguments":' +
      '{"idempotency_key":"big","title":"Big","context":{"order":{"n":1234567890123456789}}}}}';
    const response = await post(call, await headers());
    expect([response.status, await response.json()]).toMatchObject([
      200,
      { id: 5, error: { code: -32602, data: { fields: [{ pointer: '/context/order/n' }] } } },
    ]);
    expect(await system.rows(`SELECT FROM tasks WHERE title = 'Big'`)).toEqual([]);
  });

  test('a foreign Origin or Host is refused', async () => {
    expect((await post(INITIALIZE, { origin: 'https://evil.example' })).status).toBe(403);
    expect(await statusForHost('evil.example')).toBe(403);
    expect((await post(INITIALIZE, { origin: 'http://localhost:5173' })).status).toBe(200);
  });

  /** `fetch` does not let one choose the Host. */
  function statusForHost(host: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const headers = { host, authorization: `Bearer ${system.apiKey('demo')}` };
      request(mcpUrl(system), { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
  }

  test.each([
    ['no JSON', 'this is not JSON', 400, -32700],
    ['5 MB', JSON.stringify({ ...LIST, params: { filler: 'x'.repeat(5_000_000) } }), 413, -32000],
    ['no session', LIST, 400, -32000],
    [
      'deep JSON',
      `{"jsonrpc":"2.0","id":1,"method":"x","params":${'['.repeat(200)}${']'.repeat(200)}}`,
      400,
      -32600,
    ],
  ])('a body with %s is refused', async (_, body, status, code) => {
    const response = await post(body);
    expect([response.status, await response.json()]).toMatchObject([status, { error: { code } }]);
  });

  test.each([
    ['null', null],
    ['a number', 42],
    ['an empty object', {}],
    ['another version of JSON-RPC', { ...LIST, jsonrpc: '1.0' }],
    ['no method', { jsonrpc: '2.0', id: 2 }],
    ['an empty batch', []],
    ['a batch of rubbish', [1, {}, null]],
    ['a batch of 1,000', Array.from({ length: 1_000 }, (_, id) => ({ ...LIST, id }))],
    ['an id that is an object', { ...LIST, id: {} }],
  ])('%s is no message of the protocol, in a session or without', async (_, body) => {
    const session = { 'mcp-session-id': await openSession() };
    const ways: Record<string, string>[] = [session, {}, { 'mcp-protocol-version': '2026-07-28' }];
    for (const headers of ways) {
      const response = await post(body, headers);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ jsonrpc: '2.0', error: { code: expect.any(Number) } });
    }
  });

  test('a batch of a session is answered one by one, and an unknown method is named', async () => {
    const headers = { 'mcp-session-id': await openSession() };
    const ping = { jsonrpc: '2.0', id: 'ping', method: 'ping' };
    const text = await (await post([ping, { ...ping, id: 'none', method: 'tasks/decide' }], headers)).text();
    const answers = [...text.matchAll(/^data: (.+)$/gm)].map(([, json]) => JSON.parse(json ?? '') as Json);
    expect(answers).toContainEqual({ jsonrpc: '2.0', id: 'ping', result: {} });
    expect(answers).toContainEqual(
      expect.objectContaining({ id: 'none', error: expect.objectContaining({ code: -32601 }) }),
    );
    const agent = await connect('v2 client, 2026 era, HTTP', system);
    await expect(agent.readResource('orkestra://tasks/none')).rejects.toMatchObject({ code: -32602 });
    await agent.close();
    const { status } = await post(modern('tasks/decide'), modernHeaders('tasks/decide'));
    expect(status).toBe(404);
  });

  test.each([
    ['no filter', {}],
    ['a filter that is none', { notifications: 'all' }],
    ['URIs that are none', { notifications: { resourceSubscriptions: [{}] } }],
  ])('a request to listen with %s is refused', async (_, params) => {
    const response = await post(
      modern('subscriptions/listen', params),
      modernHeaders('subscriptions/listen'),
    );
    expect(await response.json()).toMatchObject({ id: 2, error: { code: -32602 } });
  });

  test('more subscriptions than a client may have are refused, and an unknown one is none', async () => {
    const headers = { 'mcp-session-id': await openSession() };
    const subscribe = async (id: number, uri: string) =>
      (await post({ jsonrpc: '2.0', id, method: 'resources/subscribe', params: { uri } }, headers)).text();
    for (let n = 0; n < 200; n += 1)
      expect(await subscribe(n, `orkestra://workflows/${n}`)).toContain('"result":{}');
    expect(await subscribe(200, 'test://none')).toContain('"result":{}');
    expect(await subscribe(201, 'orkestra://workflows/one-more')).toMatch(/RATE_LIMITED: .*200 resources/);
    expect(await subscribe(202, `orkestra://workflows/${'x'.repeat(1_000)}`)).toMatch(/-32602.*longer than/);
    const uris = Array.from({ length: 300 }, (_, n) => `orkestra://workflows/${n}`);
    const agent = await connect('v2 client, 2026 era, HTTP', system);
    expect((await agent.subscribe(...uris)).honored).toEqual(uris.slice(0, 200));
    await agent.close();
  });

  const modernHeaders = (method: string) => ({ 'mcp-protocol-version': '2026-07-28', 'mcp-method': method });
  const modern = (method: string, params = {}) => ({
    ...LIST,
    method,
    params: {
      ...params,
      _meta: {
        'io.modelcontextprotocol/protocolVersion': '2026-07-28',
        'io.modelcontextprotocol/clientInfo': INITIALIZE.params.clientInfo,
        'io.modelcontextprotocol/clientCapabilities': {},
      },
    },
  });

  test('another content type is refused', async () => {
    expect((await post('{}', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  test('a session belongs to the principal that opened it', async () => {
    const session = await openSession();
    const mine = { 'mcp-session-id': session };
    expect((await post(LIST, mine)).status).toBe(200);
    const stranger = { ...mine, authorization: `Bearer ${system.apiKey('other')}` };
    expect((await post(LIST, stranger)).status).toBe(404);
    const { key } = await issueKey(system, 'neighbour', ['tasks:read']);
    expect((await post(LIST, { ...mine, authorization: `Bearer ${key}` })).status).toBe(404);
    expect((await post(LIST, { 'mcp-session-id': 'made-up' })).status).toBe(404);
    const subscribe = { ...LIST, method: 'resources/subscribe', params: { uri: 'orkestra://tasks/pending' } };
    expect((await post(subscribe, stranger)).status).toBe(404);
    const listening = await fetch(mcpUrl(system), { headers: { ...stranger, accept: 'text/event-stream' } });
    expect(listening.status).toBe(404);
  });

  test('a session that its client ended is gone', async () => {
    const headers = {
      'mcp-session-id': await openSession(),
      authorization: `Bearer ${system.apiKey('demo')}`,
    };
    expect((await fetch(mcpUrl(system), { method: 'DELETE', headers })).status).toBe(200);
    expect((await post(LIST, headers)).status).toBe(404);
  });

  test('a session goes on at another gateway: its calls, progress, updates and end', async () => {
    const session = { 'mcp-session-id': await openSession() };
    const key = { authorization: `Bearer ${system.apiKey('demo')}`, ...session };
    const listen = async (app: 'mcp' | 'mcp2') =>
      new EventLog(
        await within(
          10_000,
          fetch(mcpUrl(system, app), { headers: { ...key, accept: 'text/event-stream' } }),
        ),
      );
    const subscribe = (uri: string) => ({ ...LIST, id: uri, method: 'resources/subscribe', params: { uri } });
    const create = (name: string) => tool('task_create', { idempotency_key: `s-${name}`, title: name });
    expect(await (await post(subscribe('orkestra://tasks/pending'), session)).text()).toContain(
      '"result":{}',
    );

    // Both run: what is asked of one is known to the other.
    const first = await listen('mcp');
    expect(await (await post(subscribe('orkestra://tasks/x'), session, 'mcp2')).text()).toContain('{}');
    await eventually(() => first.text.includes('orkestra://tasks/x'));

    await system.kill('mcp');
    const stranger = { ...session, authorization: `Bearer ${system.apiKey('other')}` };
    expect((await post(LIST, stranger, 'mcp2')).status).toBe(404);
    const second = await listen('mcp2');
    await eventually(() => second.text.includes('orkestra://tasks/pending'));
    const told = second.count('orkestra://tasks/pending');
    const created = await (await post(create('elsewhere'), session, 'mcp2')).text();
    await eventually(() => second.count('orkestra://tasks/pending') > told);
    const [, task_id] = /"task_id":"([0-9a-f-]+)"/.exec(created) ?? [];
    const wait = tool('task_await', { task_id, timeout_seconds: 6 }, { progressToken: 'p' });
    expect(await (await post(wait, session, 'mcp2')).text()).toMatch(
      /notifications\/progress.+"done":false/s,
    );

    await system.restart('mcp');
    expect((await post(LIST, session)).status).toBe(200);
    expect((await fetch(mcpUrl(system, 'mcp2'), { method: 'DELETE', headers: key })).status).toBe(200);
    await eventually(async () => (await post(LIST, session)).status === 404);
    expect((await post(LIST, session, 'mcp2')).status).toBe(404);
  });

  const tool = (name: string, args: object, _meta = {}) => ({
    ...LIST,
    method: 'tools/call',
    params: { name, arguments: args, _meta },
  });

  test('a correlation id comes back and stands in the log of the call', async () => {
    const headers = { 'mcp-session-id': await openSession(), 'x-correlation-id': 'case-0815' };
    const call = { jsonrpc: '2.0', id: 3, method: 'tools/call', params: { name: 'whoami', arguments: {} } };
    const response = await post(call, headers);
    expect(response.headers.get('x-correlation-id')).toBe('case-0815');
    await response.text();
    await eventually(() => /"correlationId":"case-0815".*"tool":"whoami"/.test(system.logs('mcp')));
  });

  test('a gateway that stops answers its waits, and the next call goes on after its restart', async () => {
    const agent = await connect('v2 client, 2026 era, HTTP', system);
    const create = { idempotency_key: 'restart', title: 'Outlives the gateway' };
    const { task } = (await agent.callTool('task_create', create)).structuredContent;
    const wait = { task_id: task.task_id as string, timeout_seconds: 50 };
    const beats: number[] = [];
    const onprogress = ({ progress }: { progress: number }) => void beats.push(progress);
    const waiting = agent.callTool('task_await', wait, { onprogress });
    await eventually(() => beats.length > 0);
    const { closed } = await agent.subscribe('orkestra://tasks/pending');
    await system.kill('mcp', 'SIGTERM');
    expect(await closed).toBe('graceful');
    expect((await waiting).structuredContent).toMatchObject({ done: false });
    await system.restart('mcp');
    const again: Json = await agent.callTool('task_await', { ...wait, timeout_seconds: 1 });
    expect(again.structuredContent).toMatchObject({ done: false, task: { task_id: task.task_id } });
    await agent.close();
  });
});
