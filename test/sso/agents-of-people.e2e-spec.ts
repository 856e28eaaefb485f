import type { Client } from '@modelcontextprotocol/client';
import { decodeJwt } from 'jose';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { ApiClient, createTask, type Json, readTask, startSystem, type TestSystem } from '../harness';
import { freePort } from '../harness/servers/ports';
import { DirectoryVisitor } from '../harness/sso/directory-visitor';
import { type OidcServer, startOidcServer } from '../harness/sso/oidc-server';
import { callTool as call, createConnection } from './agent-office';
import { OwnAccount, tokenFor } from './own-account';
import { statusAt, streamAt } from './raw-mcp';

const SECRET = 'a client secret of the test, long enough';
const SCOPES = ['tasks:read', 'tasks:write', 'tasks:complete', 'directory:read'];

let system: TestSystem;
let idp: OidcServer;
let ada: ApiClient;
let connectionId: string;
let ttl = 3_600;
const account = new OwnAccount('sam');
let sam: Client;

beforeAll(async () => {
  system = await startSystem({
    processes: ['gateway', 'worker', 'mcp'],
    env: { OUTBOUND_ALLOWED_NETWORKS: '127.0.0.1' },
  });
  ada = await system.person('ada@demo.test');
  const port = await freePort();
  const connection = await createConnection(ada, port, SECRET);
  connectionId = connection.id;
  const client = { clientId: 'orkestra', clientSecret: SECRET, ...connection.oidc };
  idp = await startOidcServer(port, [client], { scopes: SCOPES, ttl: () => ttl });
  // Its proof is a matter of other tests.
  await system.rows(
    `INSERT INTO sso_domains (tenant_id, domain, connection_id, proof, verified_at, created_at)
     SELECT tenant_id, 'demo.test', id, 'proof', now(), now() FROM sso_connections RETURNING domain`,
  );
  await turn(true);
  for (const login of ['sam', 'lee', 'max']) {
    idp.people.set(login, { email: `${login}@demo.test`, name: login });
    await signIn(login);
  }
  sam = await account.connect(mcp());
});
afterAll(async () => {
  await sam?.close();
  await idp?.close();
  await system?.stop();
});

const mcp = (path = '/mcp/demo') => new URL(path, system.url('mcp'));
const wellKnown = (path: string) => fetch(`${system.url('mcp')}/.well-known/${path}`, { redirect: 'manual' });

async function turn(enabled: boolean): Promise<void> {
  const sql = `mutation ($input: SetSsoConnectionEnabledInput!) { setSsoConnectionEnabled(input: $input) { connection { id } } }`;
  await ada.graphql(sql, { input: { connectionId, enabled } });
}

/** In the browser, as everybody does who lets an agent act for them. */
async function signIn(login: string): Promise<void> {
  const base = `${system.url('gateway')}/api/v1/auth/sso/${connectionId}`;
  const visitor = new DirectoryVisitor(login);
  const back = await visitor.goUntil(`${base}/start`, `${base}/callback`);
  const { status } = await visitor.get(back);
  expect(status).toBe(303);
}

const statusOf = (token: string, url = mcp()) => statusAt(url, token);
const openStream = (token: string) => streamAt(mcp(), token);

describe('Discovery', () => {
  test('a refusal leads to the provider of the workspace', async () => {
    const refused = await fetch(mcp());
    const [, where = ''] =
      /resource_metadata="(.*?)"/.exec(refused.headers.get('www-authenticate') ?? '') ?? [];
    expect([refused.status, where]).toEqual([
      401,
      `${system.url('mcp')}/.well-known/oauth-protected-resource/mcp/demo`,
    ]);
    expect(await (await fetch(where)).json()).toEqual({
      resource: mcp().href,
      resource_name: 'Orkestra',
      bearer_methods_supported: ['header'],
      authorization_servers: [idp.issuer],
      scopes_supported: ['tasks:read', 'tasks:write', 'directory:read'],
    });
  });

  test('who looks for the provider here is sent there', async () => {
    const answer = await wellKnown('oauth-authorization-server/mcp/demo');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      302,
      `${idp.issuer}/.well-known/openid-configuration`,
    ]);
  });

  test.each([
    'oauth-protected-resource/mcp/other',
    'oauth-protected-resource/mcp/nowhere',
    'oauth-protected-resource/mcp/a%00b',
    'oauth-authorization-server/mcp/nowhere',
    'oauth-authorization-server',
    'openid-configuration',
  ])('%s is not there, and says so in JSON', async (path) => {
    const answer = await wellKnown(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      expect.stringContaining('json'),
    ]);
    expect(await answer.json()).toBeDefined();
  });
});

describe('An agent with the account of a person', () => {
  test('asked for what the workspace offers, for this address, with PKCE', () => {
    const asked = Object.fromEntries(account.authorizationUrl?.searchParams ?? []);
    expect(asked).toMatchObject({
      ...{ resource: mcp().href, code_challenge_method: 'S256' },
      scope: 'tasks:read tasks:write directory:read',
    });
  });

  test('is the person, and says which client it is', async () => {
    const { data } = await call(sam, 'whoami', {});
    expect(data).toMatchObject({
      principal: { kind: 'user', display_name: `sam (${account.clientId})` },
      groups: [{ key: 'support-l1', role: 'member' }],
      scopes: ['tasks:read', 'tasks:write', 'directory:read'],
    });
    const names = (await sam.listTools()).tools.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['task_claim', 'task_create', 'task_add_comment']));
    for (const name of ['task_complete', 'workflow_start']) expect(names).not.toContain(name);
  });

  test('claims and comments, and leaves the decision to the person', async () => {
    const taskId = await createTask(ada, { title: 'Refund?', assignTo: { group: 'support-l1' } });
    const claimed = await call(sam, 'task_claim', { task_id: taskId });
    expect(claimed.isError).toBeUndefined();
    const comment = await call(sam, 'task_add_comment', { task_id: taskId, text: 'Looks fine.' });
    expect(comment.isError).toBeUndefined();
    const decided = await call(sam, 'task_complete', { task_id: taskId, data: {} });
    expect([decided.isError, decided.text]).toEqual([
      true,
      expect.stringMatching(/^FORBIDDEN: .*tasks:complete/),
    ]);
    expect(await readTask(ada, taskId)).toMatchObject({ status: 'RESERVED', decision: null });
    const events = await system.rows<{ channel: string; actor_name: string }>(
      `SELECT channel, actor_name FROM task_events WHERE task_id = $1 AND kind = 'claimed'`,
      [taskId],
    );
    expect(events).toEqual([{ channel: 'mcp', actor_name: `sam (${account.clientId})` }]);
  });

  test('is not let in elsewhere by its token', async () => {
    expect(await statusOf(account.token)).toBe(200);
    expect(await statusOf(account.token, mcp('/mcp'))).toBe(401);
    expect(await statusOf(account.token, mcp('/mcp/other'))).toBe(401);
    expect(await statusOf(system.apiKey('demo'))).toBe(401);
    const graphql = await fetch(`${system.url('gateway')}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${account.token}` },
      body: JSON.stringify({ query: '{ viewer { displayName } }' }),
    });
    expect(graphql.status).toBe(401);
  });
});

describe('What stays open', () => {
  test('ends within a second when the person is deactivated, and nothing is answered after', async () => {
    const own = new OwnAccount('lee');
    const lee = await own.connect(mcp());
    const { data } = await call(lee, 'whoami', {});
    const waits = openStream(own.token);
    await waits.opened;
    const mutation = `mutation ($input: DeactivatePersonInput!) { deactivatePerson(input: $input) { person { id } } }`;
    await ada.graphql(mutation, { input: { personId: (data.principal as Json).id } });
    const from = performance.now();
    await waits.ended;
    expect(performance.now() - from).toBeLessThan(1_000);
    expect(await statusOf(own.token)).toBe(403);
    await lee.close();
  });

  test('ends with the token', async () => {
    ttl = 5;
    const own = new OwnAccount('max');
    const max = await own.connect(mcp());
    ttl = 3_600;
    const waits = openStream(own.token);
    await waits.opened;
    const { exp = 0 } = decodeJwt(own.token);
    await waits.ended;
    expect(Math.abs(Date.now() - exp * 1_000)).toBeLessThan(1_000);
    await max.close();
  });

  test('ends with the connection, and so does all that it let in', async () => {
    const waits = openStream(account.token);
    await waits.opened;
    await turn(false);
    await waits.ended;
    expect(await statusOf(account.token)).toBe(401);
    await turn(true);
    expect(await statusOf(account.token)).toBe(200);
  });
});

describe('GraphQL and REST with a token for the public URL', () => {
  const graphql = (token: string, query: string, variables: object = {}) =>
    new ApiClient(system.url('gateway'), { authorization: `Bearer ${token}` }).graphql(query, variables);

  test('let the agent act as the person, and neither decide nor administer', async () => {
    const token = await tokenFor(idp.issuer, 'sam', system.url('gateway'), SCOPES.join(' '));
    const { viewer } = await graphql(token, '{ viewer { displayName } }');
    expect(viewer).toMatchObject({ displayName: expect.stringMatching(/^sam \(/) as string });
    const taskId = await createTask(ada, { title: 'Refund?', assignTo: { group: 'support-l1' } });
    const { task } = await graphql(token, 'query ($id: ID!) { task(id: $id) { allowedActions } }', {
      id: taskId,
    });
    const { allowedActions } = task as { allowedActions: string[] };
    expect(allowedActions).toContain('CLAIM');
    expect(allowedActions).not.toContain('CLAIM_AND_COMPLETE');
    const complete = `mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { task { status } } }`;
    const refused = { reason: 'task.agent_may_not_decide' };
    await expect(
      graphql(token, complete, { input: { taskId, data: {}, claim: true } }),
    ).rejects.toMatchObject({
      errors: [{ extensions: refused }],
    });
    for (const query of ['{ account { hasPassword } }', '{ ssoConnections { id } }'])
      await expect(graphql(token, query)).rejects.toMatchObject({
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      });
    const rest = await fetch(`${system.url('gateway')}/api/v1/tenant/export`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(rest.status).toBe(403);
    expect(await statusOf(token)).toBe(401);
  });

  const tokenOf = (login: string) => tokenFor(idp.issuer, login, system.url('gateway'), SCOPES.join(' '));

  /** One that the gateway has let in; says how it was closed. */
  async function openSocket(token: string): Promise<{ closed: Promise<unknown> }> {
    const url = `${system.url('gateway').replace('http', 'ws')}/graphql`;
    const headers = { authorization: `Bearer ${token}` };
    const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
    const closed = once(socket, 'close').then(([code]) => code as unknown);
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init' }));
    const [ack] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(ack.toString())).toMatchObject({ type: 'connection_ack' });
    return { closed };
  }

  test('a live connection ends within a second when the connection is turned off', async () => {
    const { closed } = await openSocket(await tokenOf('sam'));
    const from = performance.now();
    await turn(false);
    expect(await closed).toBe(4401);
    expect(performance.now() - from).toBeLessThan(1_500);
    await turn(true);
  });

  test('it ends when its token does', async () => {
    ttl = 5;
    const token = await tokenOf('sam');
    ttl = 3_600;
    const ends = Number(decodeJwt(token).exp) * 1_000;
    const { closed } = await openSocket(token);
    expect(await closed).toBe(4401);
    expect(Date.now()).toBeGreaterThanOrEqual(ends - 50);
    expect(Date.now()).toBeLessThan(ends + 1_500);
  });

  test('it ends within a second when its person is deactivated, and theirs alone', async () => {
    const [max, sam] = [await openSocket(await tokenOf('max')), await openSocket(await tokenOf('sam'))];
    const [{ id } = { id: '' }] = await system.rows<{ id: string }>(
      `SELECT id FROM users WHERE email = 'max@demo.test'`,
    );
    const run = (name: string) =>
      ada.graphql(`mutation ($id: ID!) { ${name}(input: { personId: $id }) { person { id } } }`, { id });
    const from = performance.now();
    await run('deactivatePerson');
    expect(await max.closed).toBe(4401);
    expect(performance.now() - from).toBeLessThan(1_500);
    await run('reactivatePerson');
    expect(await Promise.race([sam.closed, Promise.resolve('open')])).toBe('open');
    await turn(false);
    expect(await sam.closed).toBe(4401);
    await turn(true);
  });
});
