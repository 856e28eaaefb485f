import type { Client } from '@modelcontextprotocol/client';
import {
  type ApiClient,
  createTask,
  eventually,
  type Json,
  readTask,
  startSystem,
  type TestSystem,
} from '../harness';
import { freePort } from '../harness/servers/ports';
import { DirectoryVisitor } from '../harness/sso/directory-visitor';
import { type OidcServer, startOidcServer } from '../harness/sso/oidc-server';
import { OwnAccount } from './own-account';

const SECRET = 'a client secret of the test, long enough';
const SCOPES = ['tasks:read', 'tasks:write', 'tasks:complete', 'directory:read'];
const FIELDS = 'id oidc { redirectUri postLogoutRedirectUri backchannelLogoutUri }';

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
  const input = {
    name: 'Acme Login',
    oidc: { issuer: `http://127.0.0.1:${port}`, clientId: 'orkestra' },
    clientSecret: SECRET,
  };
  const create = `mutation ($input: CreateOidcConnectionInput!) { createOidcConnection(input: $input) { connection { ${FIELDS} } } }`;
  const { connection } = (await ada.graphql(create, { input })).createOidcConnection as {
    connection: {
      id: string;
      oidc: { redirectUri: string; postLogoutRedirectUri: string; backchannelLogoutUri: string };
    };
  };
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

async function call(
  client: Client,
  name: string,
  args: Json,
): Promise<{ isError?: boolean; text: string; data: Json }> {
  const { isError, content, structuredContent } = await client.callTool({ name, arguments: args });
  const [first] = content as { text: string }[];
  return { ...(isError === true && { isError }), text: first?.text ?? '', data: structuredContent as Json };
}

async function statusOf(token: string, url = mcp()): Promise<number> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });
  const headers = {
    ...{ 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    authorization: `Bearer ${token}`,
  };
  const response = await fetch(url, { method: 'POST', headers, body });
  await response.body?.cancel();
  return response.status;
}

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
      principal: { kind: 'user', display_name: `Sam Okafor (${account.clientId})` },
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
    expect(events).toEqual([{ channel: 'mcp', actor_name: `Sam Okafor (${account.clientId})` }]);
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
    // 30 seconds are for clocks that differ.
    await waits.ended;
    await eventually(async () => (await statusOf(own.token)) === 401);
    await max.close();
  }, 60_000);

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

/** A stream that a session of the 2025 era listens on. */
function openStream(token: string): { opened: Promise<void>; ended: Promise<void> } {
  const headers = {
    ...{ 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    authorization: `Bearer ${token}`,
  };
  const params = {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'raw', version: '1' },
  };
  const opened = (async () => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    const first = await fetch(mcp(), { method: 'POST', headers, body });
    await first.text();
    const session = first.headers.get('mcp-session-id') ?? '';
    const stream = await fetch(mcp(), { headers: { ...headers, 'mcp-session-id': session } });
    expect(stream.status).toBe(200);
    return stream;
  })();
  const ended = opened
    .then((stream) => stream.text())
    .then(
      () => undefined,
      () => undefined,
    );
  return { opened: opened.then(() => undefined), ended };
}
