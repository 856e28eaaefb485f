import { ApiClient, eventually, type Json } from '../harness';
import { DirectoryVisitor } from '../harness/sso/directory-visitor';
import { describeWithKeycloak, LONGEST_START_MS } from '../harness/sso/keycloak-server';
import { type Connected, KeycloakOffice, VIEWER } from './keycloak-office';

describeWithKeycloak('SAML with Keycloak', () => {
  let office: KeycloakOffice;
  let connection: Connected;
  let clientId: string;
  const groups: Record<string, string> = {};

  beforeAll(async () => {
    office = await KeycloakOffice.open();
    const { realm } = office;
    const groupRules = [{ from: '/engineering/leads', group: 'support-l1', role: 'SUPERVISOR' }];
    const saml = { metadataUrl: `${realm.url}/protocol/saml/descriptor` };
    connection = await office.create('Saml', { saml, mapping: { groupRules } });
    const metadata = await fetch(connection.saml.spEntityId);
    const made = await realm.clientOf(await metadata.text());
    console.log(JSON.stringify(made, null, 1), connection);
    clientId = await realm.addClient(made);
    console.log(await realm.call('GET', `/clients/${clientId}`));
    for (const path of ['/engineering/leads', '/sales/leads']) groups[path] = await realm.addGroup(path);
    await realm.addMapper(clientId, 'saml', 'saml-group-membership-mapper', {
      'attribute.name': 'groups',
      'full.path': 'true',
      single: 'false',
      'attribute.nameformat': 'Basic',
    });
    await office.enable(connection);
  }, LONGEST_START_MS);
  afterAll(() => office?.close());

  const addPerson = (name: string, more: object = {}) =>
    office.realm.addPerson(name, {
      ...{ email: `${name}@demo.test`, firstName: name, lastName: 'Kay', ...more },
    });
  const signIn = (name: string, visitor = new DirectoryVisitor(name)) => office.signIn(connection, visitor);
  const viewer = async (client: ApiClient) => (await client.graphql(VIEWER)).viewer as Json;

  test('DEBUG', async () => {
    const id = await addPerson('nia', { groups: Object.values(groups) });
    const v = new DirectoryVisitor('nia');
    const { form } = await v.goUntilForm(
      `${office.url}/api/v1/auth/sso/${connection.id}/start?returnTo=%2Ftasks%2F1`,
      connection.saml.acsUrl,
    );
    console.log(Buffer.from(form?.get('SAMLResponse') ?? '', 'base64').toString());
    const a = await signIn('nia');
    console.log(a.location, await office.problem(connection), await office.realm.sessionsOf(id));
    console.log(await viewer(a.client).catch(String));
    console.log(
      await office.gateways.rows(
        'select sso_session, proven_at, sso_subject from sessions where method = $1',
        ['saml'],
      ),
    );
  });
});
void eventually;
