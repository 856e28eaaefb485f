import { eventually, type Json } from '../harness';
import { DirectoryVisitor } from '../harness/sso/directory-visitor';
import { describeWithKeycloak, LONGEST_START_MS } from '../harness/sso/keycloak-server';
import { type Connected, KeycloakOffice, VIEWER } from './keycloak-office';

const SECRET = 'a client secret of the test, long enough';

describeWithKeycloak('OpenID Connect with Keycloak', () => {
  let office: KeycloakOffice;
  let connection: Connected;
  let clientId: string;
  const groups: Record<string, string> = {};

  beforeAll(async () => {
    office = await KeycloakOffice.open();
    const { realm } = office;
    const groupRules = [
      { from: '/engineering/leads', group: 'support-l1', role: 'SUPERVISOR' },
      { from: '/sales/leads', group: 'finance', role: 'MEMBER' },
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
      },
    });
    const config = { 'claim.name': 'groups', 'full.path': 'true', 'id.token.claim': 'true' };
    await realm.addMapper(clientId, 'openid-connect', 'oidc-group-membership-mapper', config);
    for (const path of ['/engineering/leads', '/sales/leads']) groups[path] = await realm.addGroup(path);
    await office.enable(connection);
  }, LONGEST_START_MS);
  afterAll(() => office?.close());

  const person = (name: string, more: object = {}) =>
    office.realm.addPerson(name, {
      ...{ email: `${name}@demo.test`, firstName: name, lastName: 'Kay', ...more },
    });
  const signIn = (name: string, visitor = new DirectoryVisitor(name)) => office.signIn(connection, visitor);
  const viewer = async ({ client }: Awaited<ReturnType<typeof signIn>>) =>
    (await client.graphql(VIEWER)).viewer as Json;

  test('who is new comes in, in the groups that the rules name by their full path', async () => {
    await person('nia', { groups: [groups['/engineering/leads']] });
    const arrived = await signIn('nia');
    expect(arrived.location).toBe('/tasks/1');
    expect(await viewer(arrived)).toEqual({
      ...{ displayName: 'nia Kay', role: 'operator' },
      groups: [{ key: 'support-l1', role: 'supervisor' }],
    });
  });

  test('DEBUG', async () => {
    const id = await person('dbg', { groups: [groups['/engineering/leads']] });
    const a = await signIn('dbg');
    console.log(a.location, await office.problem(connection), await office.realm.sessionsOf(id));
    console.log(
      await office.gateways.rows(
        'select sso_session, proven_at, sso_subject from sessions where method = $1',
        ['oidc'],
      ),
    );
  });
});
void eventually;
