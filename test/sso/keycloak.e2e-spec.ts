import { ApiClient, eventually, type Json } from '../harness';
import { DirectoryVisitor } from '../harness/sso/directory-visitor';
import { setUpLevels } from '../harness/sso/keycloak-levels';
import { describeWithKeycloak, LONGEST_START_MS } from '../harness/sso/keycloak-server';
import { type Connected, KeycloakOffice, VIEWER } from './keycloak-office';

const SECRET = 'a client secret of the test, long enough';
const [LEADS, SALES] = ['/engineering/leads', '/sales/leads'];
const RENEW = 'mutation { renewRecoveryCodes { recoveryCodes } }';

describeWithKeycloak('OpenID Connect with Keycloak', () => {
  let office: KeycloakOffice;
  let connection: Connected;
  let clientId: string;
  const groups: Record<string, string> = {};

  beforeAll(async () => {
    office = await KeycloakOffice.open();
    const { realm } = office;
    const groupRules = [
      { from: LEADS, group: 'support-l1', role: 'SUPERVISOR' },
      { from: SALES, group: 'support-l1', role: 'MEMBER' },
    ];
    const oidc = { issuer: realm.url, clientId: 'orkestra' };
    connection = await office.create('Oidc', { oidc, clientSecret: SECRET, mapping: { groupRules } });
    const { redirectUri, postLogoutRedirectUri, backchannelLogoutUri } = connection.oidc;
    clientId = await realm.addClient({
      ...{ clientId: 'orkestra', secret: SECRET, publicClient: false, redirectUris: [redirectUri] },
      frontchannelLogout: false,
      attributes: {
        'backchannel.logout.url': backchannelLogoutUri,
        'backchannel.logout.session.required': 'true',
        'post.logout.redirect.uris': postLogoutRedirectUri,
        'acr.loa.map': JSON.stringify({ silver: 1, gold: 2 }),
      },
    });
    const config = { 'claim.name': 'groups', 'full.path': 'true', 'id.token.claim': 'true' };
    await realm.addMapper(clientId, 'openid-connect', 'oidc-group-membership-mapper', config);
    for (const path of [LEADS, SALES]) groups[path] = await realm.addGroup(path);
    await office.enable(connection);
  }, LONGEST_START_MS);
  afterAll(() => office?.close());

  const addPerson = (name: string, more: object = {}) =>
    office.realm.addPerson(name, {
      ...{ email: `${name}@demo.test`, firstName: name, lastName: 'Kay', ...more },
    });
  const signIn = (name: string, visitor = new DirectoryVisitor(name)) => office.signIn(connection, visitor);
  const viewer = async (client: ApiClient) => (await client.graphql(VIEWER)).viewer as Json;
  const update = async (oidc: object) => {
    const settings = { issuer: office.realm.url, clientId: 'orkestra', ...oidc };
    const input = { connectionId: connection.id, oidc: settings };
    await office.mutate('updateOidcConnection', 'UpdateOidcConnectionInput', input, 'connection { id }');
  };

  describe('A sign-in', () => {
    test('lets in who is new, in the groups that the rules name by their full path', async () => {
      await addPerson('nia', { groups: [groups[LEADS]] });
      const { location, client } = await signIn('nia');
      expect(location).toBe('/tasks/1');
      expect(await viewer(client)).toEqual({
        ...{ displayName: 'nia Kay', role: 'operator' },
        groups: [{ key: 'support-l1', role: 'supervisor' }],
      });
    });

    test('links who is here already, and keeps them in step with their groups there', async () => {
      const id = await addPerson('sam', { groups: [groups[LEADS]] });
      expect((await viewer((await signIn('sam')).client)).groups).toEqual([
        { key: 'support-l1', role: 'supervisor' },
      ]);
      await office.realm.leave(id, groups[LEADS] ?? '');
      await office.realm.join(id, groups[SALES] ?? '');
      await office.realm.changePerson(id, { lastName: 'Newname', email: 'sam.newname@elsewhere.test' });
      expect(await viewer((await signIn('sam')).client)).toMatchObject({
        displayName: 'sam Newname',
        groups: [{ key: 'support-l1', role: 'member' }],
      });
      await office.realm.leave(id, groups[SALES] ?? '');
      expect((await viewer((await signIn('sam')).client)).groups).toEqual([]);
    });

    test('lets nobody in whose address is unconfirmed, as an administrator’s new users are', async () => {
      const id = await addPerson('una', { emailVerified: false });
      expect((await signIn('una')).location).toContain('sso_error=sso.email_unverified');
      await office.realm.changePerson(id, { emailVerified: true });
      expect((await signIn('una')).location).toBe('/tasks/1');
    });

    test('does not come back for who was disabled, whose session here goes on until it ends', async () => {
      const id = await addPerson('leo');
      const { client, visitor } = await signIn('leo');
      await office.realm.changePerson(id, { enabled: false });
      await expect(signIn('leo', visitor)).rejects.toThrow('does not lead to');
      expect(await office.isSignedIn(client)).toBe(true);
      await office.realm.changePerson(id, { enabled: true });
      expect((await signIn('leo')).location).toBe('/tasks/1');
    });

    test('goes on by the key that the realm has just begun to sign with', async () => {
      await addPerson('kim');
      await signIn('kim');
      const keyOf = async () => ((await office.realm.call('GET', '/keys')).active as Json)['RS256'] as string;
      const before = await keyOf();
      await office.realm.rotateKeys();
      expect(await keyOf()).not.toBe(before);
      // Keys are asked for anew after some seconds alone.
      await eventually(async () => (await signIn('kim')).location === '/tasks/1', { everyMs: 1_000 });
    });

    test('as a test shows what Keycloak says, and what would come of it', async () => {
      await addPerson('tia', { groups: [groups[LEADS], groups[SALES]] });
      const input = { connectionId: connection.id };
      const begun = await office.mutate('testSsoConnection', 'SsoConnectionInput', input, 'test { id url }');
      const { id, url } = begun.test as { id: string; url: string };
      const visitor = new DirectoryVisitor('tia');
      const [name = '', session = ''] = (office.admin.headers.cookie ?? '').split('=');
      visitor.keep(office.url, name, session);
      expect((await office.signIn(connection, visitor, url)).location).toBe(`/workspace/sign-in?test=${id}`);
      const query = `query ($id: ID!) { ssoTest(id: $id) { result { claims problem { code } wouldBe { by groups { group } } } } }`;
      const { result } = (await office.admin.graphql(query, { id })).ssoTest as Json;
      expect(result).toMatchObject({
        problem: null,
        claims: { groups: expect.arrayContaining([LEADS, SALES]) as string[], email_verified: true },
        wouldBe: { by: 'PROVISIONING' },
      });
    });
  });

  describe('A sign-out', () => {
    test('here goes on to Keycloak, which asks nothing and sends the browser back', async () => {
      const id = await addPerson('rob');
      const { client, visitor } = await signIn('rob');
      const answer = await visitor.get(await office.signOut(client));
      expect([answer.status, answer.headers.get('location')]).toEqual([302, `${office.url}/sign-in`]);
      expect(await office.isSignedIn(client)).toBe(false);
      expect(await office.realm.sessionsOf(id)).toEqual([]);
    });

    test('of one session at Keycloak ends that one here, and of the person all of them', async () => {
      const id = await addPerson('ben');
      const here = await signIn('ben');
      const [sid = ''] = await office.realm.sessionsOf(id);
      const there = await signIn('ben');
      await office.realm.endSession(sid);
      await eventually(async () => !(await office.isSignedIn(here.client)));
      expect(await office.isSignedIn(there.client)).toBe(true);
      await office.realm.signOut(id);
      await eventually(async () => !(await office.isSignedIn(there.client)));
      const rows = await office.gateways.rows<Json>(
        `SELECT details->>'of' AS of FROM audit_events WHERE action = 'sso.signed_out_by_directory' ORDER BY id`,
      );
      expect(rows.slice(-2)).toEqual([{ of: 'session' }, { of: 'session' }]);
    });
  });

  describe('A token of Keycloak', () => {
    let agent: string;
    const token = async (kind: 'access_token' | 'id_token') => {
      const form = { grant_type: 'password', client_id: 'agent', username: 'nia', password: 'any' };
      const body = new URLSearchParams({ ...form, scope: 'openid' });
      const address = `${office.realm.url}/protocol/openid-connect/token`;
      return ((await (await fetch(address, { method: 'POST', body })).json()) as Json)[kind] as string;
    };
    const bearer = (text: string) => new ApiClient(office.url, { authorization: `Bearer ${text}` });

    beforeAll(async () => {
      const { realm } = office;
      agent = await realm.addClient({
        clientId: 'agent',
        publicClient: true,
        directAccessGrantsEnabled: true,
      });
      const scope = { name: 'tasks:read', protocol: 'openid-connect' };
      const attributes = { 'include.in.token.scope': 'true' };
      const id = await realm.call<string>('POST', '/client-scopes', { ...scope, attributes });
      await realm.call('PUT', `/clients/${agent}/default-client-scopes/${id}`);
    });

    test('does not count where it names another audience', async () => {
      await expect(bearer(await token('access_token')).graphql(VIEWER)).rejects.toThrow();
    });

    test('counts for GraphQL once a mapper names us, with the scopes that it was given', async () => {
      const config = { 'included.custom.audience': office.url, 'access.token.claim': 'true' };
      await office.realm.addMapper(agent, 'openid-connect', 'oidc-audience-mapper', config);
      const client = bearer(await token('access_token'));
      expect(await viewer(client)).toMatchObject({ displayName: 'nia Kay (agent)' });
      await client.graphql('{ tasks(first: 1) { edges { node { id } } } }');
      await expect(client.graphql('{ people(first: 1) { edges { node { id } } } }')).rejects.toMatchObject({
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      });
      await expect(bearer(await token('id_token')).graphql(VIEWER)).rejects.toThrow();
    });
  });

  describe('A proof', () => {
    const stale = () =>
      office.gateways.rows(`UPDATE sessions SET proven_at = now() - interval '1 hour' WHERE method = 'oidc'`);
    const stepUp = (visitor: DirectoryVisitor) =>
      office.signIn(connection, visitor, `${office.url}/api/v1/auth/sso/step-up?returnTo=%2Fsecurity`);

    test('is asked for anew by Keycloak, though somebody is signed in there', async () => {
      await addPerson('pia');
      const { client, visitor } = await signIn('pia');
      await stale();
      await expect(client.graphql(RENEW)).rejects.toThrow('It is a while since you signed in');
      expect((await stepUp(visitor)).location).toBe('/security');
      await client.graphql(RENEW);
    });

    test('of a level that the realm does not know is not taken for one', async () => {
      await update({ acrValues: ['gold'] });
      expect((await signIn('pia')).location).toContain('sso_error=sso.bad_answer');
      expect(await office.problem(connection)).toContain('answered with the level');
    });

    test('of a higher level is given where the realm asks for it', async () => {
      await setUpLevels(office.realm);
      await update({ stepUpAcrValues: ['gold'] });
      const { client, visitor, location } = await signIn('pia');
      expect(location).toBe('/tasks/1');
      await stale();
      expect((await stepUp(visitor)).location).toBe('/security');
      await client.graphql(RENEW);
      await update({ acrValues: ['gold'] });
      expect((await signIn('pia')).location).toBe('/tasks/1');
    });
  });
});
