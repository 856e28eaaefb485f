import { eventually, type Json } from '../harness';
import { DirectoryVisitor } from '../harness/sso/directory-visitor';
import { OidcOffice } from './oidc-office';

const VIEWER = '{ viewer { displayName } }';
const TEST = `query ($id: ID!) { ssoTest(id: $id) { finishedAt result { claims subject problem { code message }
  wouldBe { by email displayName role groups { group role } } } } }`;

let office: OidcOffice;

beforeAll(async () => {
  office = await OidcOffice.open();
  office.idp.people.set('sam', { email: 'sam@demo.test', name: 'Sam Okafor', groups: [] });
  office.idp.people.set('nia', { email: 'nia@demo.test', name: 'Nia New', groups: ['eng'] });
});
afterAll(() => office?.close());

const viewer = async (client: { graphql: (query: string) => Promise<Json> }) =>
  (await client.graphql(VIEWER)).viewer as Json;
const find = async (body: object) => {
  const response = await fetch(`${office.gateways.url(1)}/api/v1/auth/sso/find`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Json;
};

test('an address says where its owner signs in, whether there is such a person or not', async () => {
  const door = { connectionId: office.connectionId, kind: 'oidc', name: 'Acme Login' };
  expect(await find({ email: 'sam@demo.test' })).toEqual({ connections: [door] });
  expect(await find({ email: 'nobody@demo.test' })).toEqual({ connections: [door] });
  expect(await find({ email: 'sam@elsewhere.test' })).toEqual({ connections: [] });
  expect(await find({ tenant: 'demo' })).toEqual({ connections: [door] });
});

test('who begins at one gateway comes in at another, and goes on where they wanted to', async () => {
  const { answer, location, client } = await office.signIn('sam');
  expect([answer.status, location]).toEqual([303, '/tasks/1']);
  expect(answer.headers.getSetCookie().join()).toMatch(/orkestra_session=[\w-]{43};.*HttpOnly; SameSite=Lax/);
  for (const index of [0, 1])
    expect(await viewer(client(index))).toMatchObject({ displayName: 'Sam Okafor' });
  const [{ status } = {}] = (await office.admin.graphql('{ ssoConnections { status } }'))
    .ssoConnections as Json[];
  expect(status).toBe('WORKING');
});

test('the answer counts once, in the browser that asked alone', async () => {
  const visitor = new DirectoryVisitor('sam');
  const base = office.gateways.url(0);
  const back = await visitor.goUntil(`${base}/api/v1/auth/sso/${office.connectionId}/start`, `${base}/api/`);
  const stranger = await office.comeBack(back, new DirectoryVisitor('max'));
  expect(stranger.location).toMatch(/^\/sign-in\?sso_error=sso\.step_expired&ref=[\w-]+$/);
  expect(stranger.cookie).toBe('');
  expect((await office.comeBack(back, visitor)).location).toBe('/');
  expect((await office.comeBack(back, visitor)).location).toContain('sso.step_expired');
});

test('who is new comes in as the rules say, and what a name or group holds runs nowhere', async () => {
  const groupRules = [{ from: '<script>alert(1)</script>\r\nx', group: 'support-l1', role: 'SUPERVISOR' }];
  const changes = { connectionId: office.connectionId, mapping: { groupRules } };
  await office.mutate('updateOidcConnection', changes, 'connection { mapping { groupRules { from } } }');
  const name = '<script>alert(2)</script>\r\nSet-Cookie: evil=1';
  const groups = [groupRules[0]?.from];
  office.idp.people.set('eve', { email: 'eve@demo.test', name, groups });
  const { answer, client } = await office.signIn('eve');
  expect(answer.headers.getSetCookie().join()).not.toContain('evil');
  const { viewer: eve } = await client(0).graphql('{ viewer { displayName groups { key role } } }');
  expect(eve).toEqual({
    displayName: '<script>alert(2)</script> Set-Cookie: evil=1',
    groups: [{ key: 'support-l1', role: 'supervisor' }],
  });
});

test('who may not come in is told by a code on the sign-in page, and gets no session', async () => {
  office.idp.people.set('out', { email: 'out@elsewhere.test', name: 'Out' });
  const { location, cookie } = await office.signIn('out');
  expect([location, cookie]).toEqual([expect.stringContaining('sso_error=sso.domain_unverified'), '']);
  office.idp.people.set('unsure', { email: 'unsure@demo.test', email_verified: false });
  expect((await office.signIn('unsure')).location).toContain('sso_error=sso.email_unverified');
});

test('a test of the connection shows what came and what would come of it, and signs nobody in', async () => {
  const { test: begun } = await office.mutate(
    'testSsoConnection',
    { connectionId: office.connectionId },
    'test { id url }',
  );
  const { id, url } = begun as { id: string; url: string };
  const base = office.gateways.url(0);
  const visitor = new DirectoryVisitor('nia');
  const [, session = ''] = (office.admin.headers.cookie ?? '').split('=');
  visitor.keep(base, 'orkestra_session', session);
  const { location, cookie } = await office.comeBack(await visitor.goUntil(url, `${base}/api/`), visitor);
  expect([location, cookie]).toEqual([`/workspace/sign-in?test=${id}`, '']);
  const { result } = (await office.admin.graphql(TEST, { id })).ssoTest as Json;
  expect(result).toMatchObject({
    ...{ subject: 'nia', problem: null },
    claims: { email: 'nia@demo.test', groups: ['eng'], nonce: '•••', sid: '•••' },
    wouldBe: {
      by: 'PROVISIONING',
      email: 'nia@demo.test',
      displayName: 'Nia New',
      role: 'operator',
      groups: [],
    },
  });
  expect(await office.gateways.rows(`SELECT 1 FROM users WHERE email = 'nia@demo.test'`)).toEqual([]);
  const lee = await office.gateways.person('max@demo.test');
  await expect(lee.graphql(TEST, { id })).rejects.toThrow();
});

test('who came from a directory proves there who they are, and may then change how they sign in', async () => {
  const { client, cookie, visitor } = await office.signIn('sam');
  const renew = 'mutation { renewRecoveryCodes { recoveryCodes } }';
  await office.gateways.rows(
    `UPDATE sessions SET proven_at = now() - interval '1 hour' WHERE method = 'oidc'`,
  );
  await expect(client(0).graphql(renew)).rejects.toThrow('It is a while since you signed in');
  const base = office.gateways.url(0);
  visitor.keep(base, 'orkestra_session', cookie.split('=')[1] ?? '');
  const back = await visitor.goUntil(`${base}/api/v1/auth/sso/step-up?returnTo=%2Fsecurity`, `${base}/api/`);
  expect((await office.comeBack(back, visitor)).location).toBe('/security');
  await expect(client(0).graphql(renew)).resolves.toBeDefined();
});

test('who signs out is sent to sign out of the directory as well', async () => {
  const { client, visitor } = await office.signIn('sam');
  const response = await client(0).post('/api/v1/auth/sso/sign-out', {});
  const { url } = (await response.json()) as { url: string };
  expect(url).toContain(`${office.idp.issuer}/session/end?`);
  await expect(client(1).graphql(VIEWER)).rejects.toThrow();
  const end = `${office.gateways.url(0)}/sign-in`;
  expect(await visitor.goUntil(url, end)).toBe(end);
  const local = await office.gateways.person('max@demo.test');
  expect(await (await local.post('/api/v1/auth/sso/sign-out', {})).json()).toEqual({ url: null });
});

test('who signs out of the directory is out here within a second, at every gateway, their open pages too', async () => {
  const here = await office.signIn('sam');
  const elsewhere = await office.signIn('sam');
  const feeds = [await here.client(0).subscribe('subscription { taskUpdated { taskId } }')];
  feeds.push(await here.client(1).subscribe('subscription { taskUpdated { taskId } }'));
  const hint = ((await (await elsewhere.client(0).post('/api/v1/auth/sso/sign-out', {})).json()) as Json)
    .url as string;
  expect(await viewer(here.client(1))).toBeDefined();
  // In the other browser, which shares nothing with this one: only the directory knows of both.
  await elsewhere.visitor.goUntil(hint, `${office.gateways.url(0)}/sign-in`);
  expect(await viewer(here.client(1))).toBeDefined();
  const { visitor } = here;
  const logout = `${office.idp.issuer}/session/end?client_id=orkestra&post_logout_redirect_uri=${encodeURIComponent(`${office.gateways.url(0)}/sign-in`)}`;
  await visitor.goUntil(logout, `${office.gateways.url(0)}/sign-in`);
  const since = Date.now();
  await eventually(() => feeds.every(({ ended, errors }) => ended || errors.length > 0));
  expect(Date.now() - since).toBeLessThan(1_000);
  for (const index of [0, 1]) await expect(here.client(index).graphql(VIEWER)).rejects.toThrow();
  expect(office.idp.failures).toEqual([]);
  const [{ details } = {}] = await office.gateways.rows<Json>(
    `SELECT details FROM audit_events WHERE action = 'sso.signed_out_by_directory' ORDER BY id DESC LIMIT 1`,
  );
  expect(details).toMatchObject({ ended: 1, of: 'session' });
});

test('a logout that is none of the directory’s ends nothing, and is answered as the standard says', async () => {
  const { client } = await office.signIn('sam');
  const response = await fetch(
    `${office.gateways.url(1)}/api/v1/auth/sso/${office.connectionId}/backchannel-logout`,
    {
      method: 'POST',
      body: new URLSearchParams({ logout_token: 'eyJhbGciOiJub25lIn0.e30.' }),
    },
  );
  expect([response.status, response.headers.get('cache-control')]).toEqual([400, 'no-store']);
  expect(await response.json()).toMatchObject({ error: 'invalid_request' });
  expect(await viewer(client(0))).toBeDefined();
});

test('a connection that is turned off lets nobody in, and ends what came by it', async () => {
  const { client } = await office.signIn('sam');
  const off = { connectionId: office.connectionId, enabled: false };
  await office.mutate('setSsoConnectionEnabled', off, 'connection { enabled }');
  await expect(client(1).graphql(VIEWER)).rejects.toThrow();
  expect(await find({ email: 'sam@demo.test' })).toEqual({ connections: [] });
  const start = `${office.gateways.url(0)}/api/v1/auth/sso/${office.connectionId}/start`;
  const answer = await fetch(start, { redirect: 'manual' });
  expect(answer.headers.get('location')).toContain('sso_error=sso.closed');
});
