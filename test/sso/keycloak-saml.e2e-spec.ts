import type { ApiClient, Json } from '../harness';
import { DirectoryVisitor } from '../harness/sso/directory-visitor';
import { describeWithKeycloak, LONGEST_START_MS } from '../harness/sso/keycloak-server';
import { type Connected, KeycloakOffice, VIEWER } from './keycloak-office';

const [LEADS, SALES] = ['/engineering/leads', '/sales/leads'];
/** X500 attributes, as the console offers them. */
const ATTRIBUTES = [
  { 'user.attribute': 'email', 'attribute.name': 'urn:oid:1.2.840.113549.1.9.1', 'friendly.name': 'email' },
  { 'user.attribute': 'firstName', 'attribute.name': 'urn:oid:2.5.4.42', 'friendly.name': 'givenName' },
  { 'user.attribute': 'lastName', 'attribute.name': 'urn:oid:2.5.4.4', 'friendly.name': 'surname' },
];
const OLDER_TRANSPORT = {
  'saml.encryption.keyAlgorithm': 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
  'saml.encryption.digestMethod': 'http://www.w3.org/2000/09/xmldsig#sha1',
};

describeWithKeycloak('SAML with Keycloak', () => {
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
    const saml = { metadataUrl: `${realm.url}/protocol/saml/descriptor` };
    connection = await office.create('Saml', { saml, mapping: { groupRules } });
    const ours = await fetch(connection.saml.spEntityId);
    clientId = await realm.addClient(await realm.clientOf(await ours.text()));
    for (const attribute of ATTRIBUTES)
      await realm.addMapper(clientId, 'saml', 'saml-user-property-mapper', {
        ...attribute,
        'attribute.nameformat': 'URI Reference',
      });
    const config = { 'attribute.name': 'groups', 'full.path': 'true', single: 'false' };
    await realm.addMapper(clientId, 'saml', 'saml-group-membership-mapper', config);
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
  const update = async (saml: object) => {
    const input = { connectionId: connection.id, saml };
    await office.mutate('updateSamlConnection', 'UpdateSamlConnectionInput', input, 'connection { id }');
  };
  const setAttributes = (attributes: object) =>
    office.realm.changeClient(clientId, (client) => ({
      ...client,
      attributes: { ...(client.attributes as object), ...attributes },
    }));
  /** As Keycloak sends it. */
  const responseFor = async (name: string) => {
    const start = `${office.url}/api/v1/auth/sso/${connection.id}/start`;
    const { form } = await new DirectoryVisitor(name).goUntilForm(start, connection.saml.acsUrl);
    return Buffer.from(form?.get('SAMLResponse') ?? '', 'base64').toString('utf8');
  };

  describe('A client that Keycloak has made of our metadata', () => {
    test('lets in who is new, by a signed request and an encrypted assertion, with all of their groups', async () => {
      await addPerson('nia', { groups: [groups[SALES], groups[LEADS]] });
      expect(connection.saml.signsRequests).toBe(true);
      const xml = await responseFor('nia');
      expect(xml).toContain('http://www.w3.org/2009/xmlenc11#rsa-oaep');
      expect(xml).not.toContain('nia@demo.test');
      const { location, client } = await signIn('nia');
      expect(location).toBe('/tasks/1');
      expect(await viewer(client)).toEqual({
        ...{ displayName: 'nia Kay', role: 'operator' },
        groups: [{ key: 'support-l1', role: 'supervisor' }],
      });
    });

    test('keeps people in step with their groups there', async () => {
      const id = await addPerson('sam', { groups: [groups[LEADS]] });
      expect((await viewer((await signIn('sam')).client)).groups).toHaveLength(1);
      await office.realm.leave(id, groups[LEADS] ?? '');
      await office.realm.join(id, groups[SALES] ?? '');
      expect((await viewer((await signIn('sam')).client)).groups).toEqual([
        { key: 'support-l1', role: 'member' },
      ]);
    });

    test('lets in by the older key transport, and without encryption where we do not insist on it', async () => {
      await setAttributes(OLDER_TRANSPORT);
      expect(await responseFor('nia')).toContain(OLDER_TRANSPORT['saml.encryption.keyAlgorithm']);
      expect((await signIn('nia')).location).toBe('/tasks/1');
      await setAttributes({ 'saml.encrypt': 'false' });
      const xml = await responseFor('nia');
      expect(xml.match(/<saml:Attribute [^>]*Name="groups"/g)).toHaveLength(2);
      expect((await signIn('nia')).location).toBe('/tasks/1');
      await update({ encrypted: true });
      expect((await signIn('nia')).location).toContain('sso_error=sso.bad_answer');
      expect(await office.problem(connection)).toBe('The assertion is not encrypted');
      await update({ encrypted: false });
    });
  });

  test('Who begins at Keycloak comes in where the connection lets them, and not otherwise', async () => {
    await setAttributes({ saml_idp_initiated_sso_url_name: 'orkestra' });
    const start = `${office.realm.url}/protocol/saml/clients/orkestra?RelayState=%2Ftasks%2F2`;
    const begin = () => office.signIn(connection, new DirectoryVisitor('nia'), start);
    expect((await begin()).location).toContain('sso_error=sso.unsolicited');
    await update({ idpInitiated: true });
    const { location, client } = await begin();
    expect(location).toBe('/tasks/2');
    expect(await viewer(client)).toMatchObject({ displayName: 'nia Kay' });
    await update({ idpInitiated: false });
  });

  test('Who is disabled there does not come back', async () => {
    const id = await addPerson('leo');
    const { visitor } = await signIn('leo');
    await office.realm.changePerson(id, { enabled: false });
    await expect(signIn('leo', visitor)).rejects.toThrow('does not lead to');
  });

  test('Who signs out here is signed out there, and comes back to the sign-in page', async () => {
    const id = await addPerson('rob');
    const { client, visitor } = await signIn('rob');
    const end = await visitor.goUntil(await office.signOut(client), connection.saml.spSloUrl);
    const { status, headers } = await visitor.get(end);
    expect([status, headers.get('location')]).toEqual([303, '/sign-in']);
    expect(await office.isSignedIn(client)).toBe(false);
    expect(await office.realm.sessionsOf(id)).toEqual([]);
  });

  test('A sign-out there ends the session here, with nobody’s browser', async () => {
    const id = await addPerson('ben');
    await office.realm.changeClient(clientId, (client) => ({ ...client, frontchannelLogout: false }));
    const [{ client }, { client: other }] = [await signIn('ben'), await signIn('nia')];
    await office.realm.signOut(id);
    expect(await office.realm.sessionsOf(id)).toEqual([]);
    expect(await office.isSignedIn(client)).toBe(false);
    expect(await office.isSignedIn(other)).toBe(true);
  });

  test('Who signs out there in the browser is led by here, and signed out here', async () => {
    const id = await addPerson('eve');
    await office.realm.changeClient(clientId, (client) => ({ ...client, frontchannelLogout: true }));
    const { client, visitor } = await signIn('eve');
    const start = `${office.realm.url}/protocol/openid-connect/logout`;
    const { address, form } = await visitor.goUntilForm(start, connection.saml.spSloUrl);
    const answer = await visitor.get(address, form && { method: 'POST', body: form });
    expect((await visitor.submit(await answer.text())).status).toBe(200);
    expect(await office.isSignedIn(client)).toBe(false);
    expect(await office.realm.sessionsOf(id)).toEqual([]);
  });

  test('A key that the realm has just begun to sign with counts once its metadata was read again', async () => {
    await office.realm.rotateKeys();
    expect((await signIn('nia')).location).toContain('sso_error=sso.bad_answer');
    await update({ metadataUrl: `${office.realm.url}/protocol/saml/descriptor` });
    expect((await signIn('nia')).location).toBe('/tasks/1');
  });
});
