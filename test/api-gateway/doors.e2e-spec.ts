import { type ApiClient, type Json, startSystem, type TestSystem } from '../harness';
import { RawSocket } from './raw-socket';

const SIGN_IN = '/api/v1/auth/sign-in';
const FOREIGN = { origin: 'https://evil.example' };

describe('The doors of the api-gateway', () => {
  let system: TestSystem;
  let anonymous: ApiClient;

  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway'] });
    anonymous = system.anonymous();
  });
  afterAll(() => system?.stop());

  const json = { 'content-type': 'application/json' };
  const graphql = (query: string, headers: Record<string, string> = {}) =>
    anonymous.request('/graphql', {
      method: 'POST',
      headers: { ...json, ...headers },
      body: JSON.stringify({ query }),
    });

  test.each([
    '{ viewer { id } }',
    '{ __typename }',
    '{ __schema { types { name } } }',
    'mutation { claimTask(input: { taskId: "x" }) { task { id } } }',
  ])('nobody gets an answer to %s without a session or a key', async (query) => {
    const response = await graphql(query);
    expect(response.status).toBe(401);
    const { data, errors } = (await response.json()) as Json;
    expect(data).toBeUndefined();
    expect(errors[0].extensions).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'auth.required' });
    expect(errors[0].extensions.correlationId).toBe(response.headers.get('x-correlation-id'));
  });

  test.each([
    ['a key that is none', { authorization: 'Bearer ork_x' }],
    ['another scheme', { authorization: 'Basic eDp4' }],
    ['a session that is none', { cookie: 'orkestra_session=x' }],
  ])('%s opens nothing', async (_name, headers) => {
    const { errors } = (await (await graphql('{ viewer { id } }', headers)).json()) as Json;
    expect(errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });

  test('a GET with a key is answered; one with a cookie alone needs a header that no foreign page can send', async () => {
    const path = `/graphql?${new URLSearchParams({ query: '{ viewer { id } }' }).toString()}`;
    const get = (headers: Record<string, string> = {}) => anonymous.request(path, { headers });
    const { authorization = '' } = system.agent('demo').headers;
    expect(await (await get({ authorization })).json()).toMatchObject({ data: { viewer: {} } });
    const { cookie = '' } = (await system.person('sam@demo.test')).headers;
    expect((await get({ cookie })).status).toBe(400);
    expect((await get({ cookie, 'apollo-require-preflight': '1' })).status).toBe(200);
  });

  test('a subscription over POST is told where subscriptions run', async () => {
    const { authorization = '' } = system.agent('demo').headers;
    const response = await graphql('subscription { taskUpdated { taskId } }', { authorization });
    const { errors } = (await response.json()) as Json;
    expect([response.status, errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
    expect(errors[0].message).toContain('graphql-transport-ws');
  });

  test('a wrong header is not made good by a right cookie', async () => {
    const sam = await system.person('sam@demo.test');
    const headers = { cookie: sam.headers.cookie ?? '', authorization: 'Bearer wrong' };
    expect((await graphql('{ viewer { id } }', headers)).status).toBe(401);
  });

  test('health and sign-in are open, and the rest of REST is not', async () => {
    expect(await (await anonymous.request('/health/live')).json()).toEqual({ status: 'ok' });
    expect((await anonymous.request('/health/ready')).status).toBe(200);
    const response = await anonymous.post('/api/v1/auth/sign-out', {});
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toMatch('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 401, code: 'auth.required' });
    expect((await anonymous.request('/api/v1/nothing')).status).toBe(404);
  });

  test('a sign-in sets a cookie that scripts cannot read, and says who is signed in', async () => {
    const response = await anonymous.post(SIGN_IN, system.user('lee@demo.test'));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      signedIn: {
        email: 'lee@demo.test',
        kind: 'user',
        tenant: { slug: 'demo' },
        groups: [{ key: 'support-l1', role: 'supervisor', name: expect.any(String) }],
      },
    });
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^orkestra_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  });

  test('a new sign-in ends the session that it replaces', async () => {
    const before = await system.person('sam@demo.test');
    const again = await before.post(SIGN_IN, system.user('sam@demo.test'));
    expect(again.status).toBe(200);
    await expect(before.graphql('{ viewer { id } }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('a sign-out ends the session and takes the cookie away', async () => {
    const sam = await system.person('sam@demo.test');
    const response = await sam.post('/api/v1/auth/sign-out', {});
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^orkestra_session=; Path=\/; Expires=Thu, 01 Jan 1970/,
    );
    await expect(sam.graphql('{ viewer { id } }')).rejects.toMatchObject({ reason: 'auth.session_expired' });
  });

  test.each([
    ['a wrong password', { password: 'wrong' }, 401, 'auth.invalid_credentials'],
    ['an unknown workspace', { tenant: 'nowhere' }, 401, 'auth.invalid_credentials'],
    ['a field of the wrong type', { email: { $ne: '' } }, 422, 'request.invalid'],
    ['a field too many', { admin: true }, 422, 'request.invalid'],
  ])('%s does not sign in', async (_name, change, status, code) => {
    const response = await anonymous.post(SIGN_IN, { ...system.user('max@demo.test'), ...change });
    expect(response.status).toBe(status);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.json()).toMatchObject({ code });
  });

  test('a page of another site can neither act with the cookie nor sign anybody in', async () => {
    const sam = await system.person('sam@demo.test');
    const cookie = sam.headers.cookie ?? '';
    expect((await graphql('{ viewer { id } }', { cookie, ...FOREIGN })).status).toBe(403);
    const signOut = { method: 'POST', headers: { cookie, ...FOREIGN } };
    expect((await anonymous.request('/api/v1/auth/sign-out', signOut)).status).toBe(403);
    const body = JSON.stringify(system.user('sam@demo.test'));
    expect(
      (await anonymous.request(SIGN_IN, { method: 'POST', headers: { ...json, ...FOREIGN }, body })).status,
    ).toBe(403);
    await expect(sam.graphql('{ viewer { id } }')).resolves.toBeDefined();
  });

  test('a form post, which needs no preflight, reaches neither GraphQL nor sign-in', async () => {
    const sam = await system.person('sam@demo.test');
    const headers = { ...sam.headers, 'content-type': 'text/plain' };
    const asGraphql = { method: 'POST', headers, body: JSON.stringify({ query: '{ viewer { id } }' }) };
    expect((await anonymous.request('/graphql', asGraphql)).status).toBe(400);
    const asSignIn = { method: 'POST', headers, body: JSON.stringify(system.user('sam@demo.test')) };
    expect((await anonymous.request(SIGN_IN, asSignIn)).status).toBe(422);
  });

  test("the caller's correlation id comes back, unless it could do harm in a log", async () => {
    const ask = async (id: string) =>
      (await anonymous.request('/health/live', { headers: { 'x-correlation-id': id } })).headers.get(
        'x-correlation-id',
      );
    expect(await ask('case-42')).toBe('case-42');
    expect(await ask('a b')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('pages come with a strict content security policy', async () => {
    const response = await anonymous.request('/inbox', { headers: { accept: 'text/html' } });
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await anonymous.request('/assets/no-such.js')).status).toBe(404);
  });

  test('answers that are no pages let a browser load nothing at all', async () => {
    for (const path of ['/graphql', '/scim/v2/Users']) {
      const { headers } = await anonymous.request(path, { method: 'GET' });
      expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    }
  });

  test('a signal that tools send to ask something of a process ends nothing', async () => {
    system.signal('gateway', 'SIGUSR2');
    expect((await anonymous.request('/health/ready')).status).toBe(200);
  });

  test('a stop answers what is running, says good-bye to sockets and ends', async () => {
    const sam = await system.person('sam@demo.test');
    const socket = new RawSocket(system.url('gateway'), { cookie: sam.headers.cookie ?? '' });
    expect(await socket.outcome).toBe('connection_ack');
    const running = Array.from({ length: 16 }, () => sam.graphql('{ viewer { id } }').catch(() => undefined));
    await Promise.race(running);
    await system.kill('gateway', 'SIGTERM');
    await Promise.all(running);
    expect(await socket.closed).toBe(1001);
    expect(system.logs('gateway')).not.toContain('"aborted"');
  });
});
