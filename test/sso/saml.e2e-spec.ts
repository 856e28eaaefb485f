import { createPublicKey, X509Certificate } from 'node:crypto';
import type { Json } from '../harness';
import { DirectoryVisitor } from '../harness/sso/directory-visitor';
import { FIELDS, SamlOffice } from './saml-office';

const VIEWER = '{ viewer { displayName } }';
const EXPIRED = /^\/sign-in\?sso_error=sso\.step_expired&ref=[\w-]+$/;
const BAD = /^\/sign-in\?sso_error=sso\.bad_answer&ref=[\w-]+$/;

let office: SamlOffice;

beforeAll(async () => {
  office = await SamlOffice.open();
});
afterEach(() => {
  office.idp.current = { id: 'sub-of-sam', email: 'sam@demo.test', name: 'Sam Okafor' };
  office.idp.answers = {};
});
afterAll(() => office?.close());

const locationOf = (response: Response) => response.headers.get('location') ?? '';
const changed = (form: URLSearchParams, change: (xml: string) => string) => {
  const xml = Buffer.from(form.get('SAMLResponse') ?? '', 'base64').toString('utf8');
  form.set('SAMLResponse', Buffer.from(change(xml)).toString('base64'));
  return form;
};

test('who begins at one gateway and answers at another comes in, by a form from another site', async () => {
  const { posted, answer, location, client } = await office.signIn();
  expect([posted.status, posted.headers.get('cache-control')]).toEqual([303, 'no-store']);
  expect(posted.headers.getSetCookie()).toEqual([]);
  expect([answer.status, location]).toEqual([303, '/tasks/1']);
  expect(answer.headers.getSetCookie().join()).toMatch(/orkestra_session=[\w-]{43};.*HttpOnly; SameSite=Lax/);
  for (const index of [0, 1])
    expect((await client(index).graphql(VIEWER)).viewer).toMatchObject({ displayName: 'Sam Okafor' });
  const [{ status } = {}] = (await office.admin.graphql('{ ssoConnections { status } }'))
    .ssoConnections as Json[];
  expect(status).toBe('WORKING');
});

test('our metadata says where to answer, and by which key to encrypt', async () => {
  const { id, saml, samlKeys } = office.connection;
  const response = await fetch(office.address(`saml/${id}/metadata`, 1));
  const xml = await response.text();
  expect(response.headers.get('content-type')).toBe('application/samlmetadata+xml; charset=utf-8');
  expect(xml).toContain(`entityID="${saml.spEntityId}"`);
  expect(xml).toContain(`Location="${saml.acsUrl}"`);
  expect(saml.spEntityId).toBe(office.address(`saml/${id}/metadata`));
  const { raw } = new X509Certificate(samlKeys[0]?.certificate.pem ?? '');
  expect(xml.replace(/\s+/g, '')).toContain(raw.toString('base64'));
  expect(xml).not.toContain('PRIVATE');
  const unknown = await fetch(office.address('saml/00000000-0000-7000-8000-000000000009/metadata'));
  expect(unknown.status).toBe(404);
});

test('what metadata says is shown before anything is saved', async () => {
  const fields = 'metadata { entityId ssoUrl sloUrl signsRequests certificates { subject validTo } }';
  const given = { metadataUrl: office.idp.metadataUrl };
  const read = await office.mutate('readSamlMetadata', given, { type: 'SamlMetadataInput', fields });
  expect(read.metadata).toMatchObject({
    entityId: office.idp.entityId,
    certificates: [{ subject: 'CN=Orkestra' }],
  });
});

test('an answer counts once, at whichever gateway, in the browser that asked alone', async () => {
  const visitor = new DirectoryVisitor('sam');
  const form = await office.fetchForm(visitor);
  const posted = await office.post(form, 1);
  expect(locationOf(await office.post(form, 0))).toMatch(EXPIRED);
  const stranger = await office.land(posted, new DirectoryVisitor('max'));
  expect([stranger.location, stranger.cookie]).toEqual([expect.stringMatching(EXPIRED), '']);
  expect((await office.land(posted, visitor)).location).toBe('/tasks/1');
  expect((await office.land(posted, visitor)).location).toMatch(EXPIRED);
  const other = await office.fetchForm(visitor);
  other.set('SAMLResponse', form.get('SAMLResponse') ?? '');
  expect(locationOf(await office.post(other))).toMatch(BAD);
});

test('one that was changed, or is not signed, lets nobody in and says nothing', async () => {
  const form = changed(await office.fetchForm(), (xml) => xml.replaceAll('sam@demo.test', 'ada@demo.test'));
  expect(locationOf(await office.post(form))).toMatch(BAD);
  office.idp.answers = { signAssertion: false };
  expect(locationOf(await office.post(await office.fetchForm()))).toMatch(BAD);
  office.idp.answers = { audience: 'https://other.example.com' };
  expect(locationOf(await office.post(await office.fetchForm()))).toMatch(BAD);
  office.idp.answers = { lifetimeInSeconds: -3_600 };
  expect(locationOf(await office.post(await office.fetchForm()))).toMatch(BAD);
  const rows = await office.gateways.rows<Json>(
    `SELECT details FROM audit_events WHERE action = 'sign_in.failed' AND details->>'reason' = 'sso.bad_answer'`,
  );
  expect(rows.length).toBeGreaterThanOrEqual(4);
});

test('a form without what belongs in it is no sign-in', async () => {
  expect((await office.post(new URLSearchParams({ RelayState: 'x' }))).status).toBe(422);
  expect(locationOf(await office.post(new URLSearchParams({ SAMLResponse: 'eHg=' })))).toContain(
    'sso_error=sso.unsolicited',
  );
});

test('an encrypted assertion comes in by the key of our metadata', async () => {
  const { pem } = office.connection.samlKeys[0]?.certificate ?? { pem: '' };
  office.idp.answers = {
    encryptionCert: pem,
    encryptionPublicKey: createPublicKey(pem).export({ type: 'spki', format: 'pem' }),
    encryptionAlgorithm: 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
  };
  const form = await office.fetchForm();
  const xml = Buffer.from(form.get('SAMLResponse') ?? '', 'base64').toString('utf8');
  expect([xml.includes('EncryptedAssertion'), xml.includes('sam@demo.test')]).toEqual([true, false]);
  expect((await office.signIn()).location).toBe('/tasks/1');
});

test('where the response is signed as well, both signatures have to be good', async () => {
  office.idp.answers = { signResponse: true };
  expect((await office.signIn()).location).toBe('/tasks/1');
  const form = changed(await office.fetchForm(), (xml) =>
    xml.replace(/ IssueInstant="2/, ' IssueInstant="3'),
  );
  expect(locationOf(await office.post(form))).toMatch(BAD);
});

test('a test of the connection shows what came, and signs nobody in', async () => {
  const given = { connectionId: office.connection.id };
  const { test: begun } = await office.mutate('testSsoConnection', given, {
    type: 'SsoConnectionInput',
    fields: 'test { id url }',
  });
  const { id, url } = begun as { id: string; url: string };
  office.idp.current = { id: 'sub-of-nia', email: 'nia@demo.test', name: 'Nia New' };
  const visitor = new DirectoryVisitor('nia');
  const [, session = ''] = (office.admin.headers.cookie ?? '').split('=');
  visitor.keep(office.gateways.url(0), 'orkestra_session', session);
  const { location, cookie } = await office.signIn(visitor, url);
  expect([location, cookie]).toEqual([`/workspace/sign-in?test=${id}`, '']);
  const query = `query ($id: ID!) { ssoTest(id: $id) { result { subject problem { code } wouldBe { by email displayName } } } }`;
  const { result } = (await office.admin.graphql(query, { id })).ssoTest as Json;
  expect(result).toEqual({
    ...{ subject: 'sub-of-nia', problem: null },
    wouldBe: { by: 'PROVISIONING', email: 'nia@demo.test', displayName: 'Nia New' },
  });
});

test('who was deactivated, or is of another domain, is told so and gets no session', async () => {
  office.idp.current = { id: 'sub-of-out', email: 'out@elsewhere.test', name: 'Out' };
  const out = await office.signIn();
  expect([out.location, out.cookie]).toEqual([expect.stringContaining('sso.domain_unverified'), '']);
  office.idp.current = { id: 'sub-of-lia', email: 'lia@demo.test', name: 'Lia' };
  await office.signIn();
  await office.gateways.rows(`UPDATE users SET active = false WHERE email = 'lia@demo.test'`);
  const gone = await office.signIn();
  expect([gone.location, gone.cookie]).toEqual([expect.stringContaining('sso.person_left'), '']);
});

test('a connection of another workspace is none of ours, nor is ours theirs', async () => {
  await office.gateways.rows(`UPDATE users SET role = 'admin' WHERE email = 'olga@other.test'`);
  const as = await office.gateways.person('olga@other.test');
  const saml = { metadataUrl: office.idp.metadataUrl };
  const made = await office.mutate(
    'createSamlConnection',
    { name: 'Theirs', saml },
    { as, fields: `connection { ${FIELDS} }` },
  );
  const theirs = (made.connection as { id: string }).id;
  const connectionId = office.connection.id;
  for (const work of [
    office.mutate('updateSamlConnection', { connectionId, name: 'Mine' }, { as }),
    office.mutate(
      'beginSamlKeyRollover',
      { connectionId },
      { as, type: 'SsoConnectionInput', fields: 'keys { id }' },
    ),
    office.mutate('deleteSsoConnection', { connectionId }, { as, type: 'SsoConnectionInput' }),
  ])
    await expect(work).rejects.toThrow('There is no such connection in this workspace');
  const form = await office.fetchForm();
  expect(locationOf(await office.post(form, 1, theirs))).toMatch(EXPIRED);
});

test('only the forms of directories may come from another site', async () => {
  const headers = { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' };
  for (const path of [
    'sign-out',
    `${office.connection.id}/start`,
    'find',
    `saml/${office.connection.id}/ACS`,
  ]) {
    const response = await fetch(office.address(path), { method: 'POST', headers, body: 'x=1' });
    expect([path, response.status]).toEqual([path, 403]);
  }
});

test('who signs out is sent to the directory, and from there to the sign-in page', async () => {
  const { client } = await office.signIn();
  const { url } = (await (await client(1).post('/api/v1/auth/sso/sign-out', {})).json()) as { url: string };
  expect(url).toContain(`${new URL(office.idp.entityId).origin}/logout?SAMLRequest=`);
  await expect(client(0).graphql(VIEWER)).rejects.toThrow();
  const path = `saml/${office.connection.id}/slo`;
  for (const method of ['GET', 'POST']) {
    const headers = { origin: new URL(office.idp.entityId).origin };
    const response = await fetch(office.address(path), { method, headers, redirect: 'manual' });
    expect([response.status, locationOf(response)]).toEqual([303, '/sign-in']);
  }
});
