import { GatewaysInProcess } from '../api-gateway/gateways-in-process';
import type { ApiClient, Json } from '../harness';
import { Directory, RECORDED } from './directory';

const { okta, entra, onelogin } = RECORDED;

let gateways: GatewaysInProcess;
let ada: ApiClient;
let directory: Directory;

beforeEach(async () => {
  gateways = await GatewaysInProcess.start(1);
  ada = await gateways.person('ada@demo.test');
  directory = await Directory.connect(gateways, ada);
});
afterEach(() => gateways?.close());

const audited = async () =>
  (
    await gateways.rows<{ action: string }>(
      `SELECT action FROM audit_events WHERE action ~ '^(person|scim_connection)' ORDER BY id`,
    )
  ).map(({ action }) => action);
const idOf = async (email: string): Promise<string> =>
  (await gateways.rows<{ id: string }>('SELECT id FROM users WHERE email = $1', [email]))[0]?.id ?? '';

test('a person of each directory comes, as it sends them', async () => {
  for (const { user } of [okta, entra, onelogin]) {
    const made = await directory.post('/Users', user);
    expect(made).toMatchObject({
      status: 201,
      body: {
        userName: user.userName,
        externalId: user.externalId,
        name: user.name,
        displayName: user.displayName,
        emails: user.emails,
        active: true,
        meta: { resourceType: 'User', version: expect.stringMatching(/^W\/"\d+"$/) },
      },
    });
    expect(made.headers.get('content-type')).toBe('application/scim+json; charset=utf-8');
    expect(made.headers.get('location')).toBe(made.body.meta.location);
    expect(made.headers.get('etag')).toBe(made.body.meta.version);
    const again = await directory.post('/Users', user);
    expect([again.status, again.body.scimType]).toEqual([409, 'uniqueness']);
    const found = await directory.find('Users', `userName eq "${user.userName.toUpperCase()}"`);
    expect(found.ids).toEqual([made.body.id]);
    expect((await directory.get(`/Users/${made.body.id}`)).body).toEqual(made.body);
  }
  const { people } = await ada.graphql('{ people { edges { node { email role status managedBy } } } }');
  const ida = (people.edges as Json[]).find(({ node }: Json) => node.email === 'ida.berg@demo.test');
  expect(ida?.node).toEqual({
    ...{ email: 'ida.berg@demo.test', role: 'OPERATOR', status: 'ACTIVE', managedBy: 'DIRECTORY' },
  });
});

test('what is not kept is said, and nothing of it is', async () => {
  const { headers, body } = await directory.post('/Users', okta.user);
  expect(headers.get('warning')).toBe('299 - "Not kept: locale, password"');
  expect(body).not.toHaveProperty('password');
  expect(JSON.stringify(await gateways.rows('SELECT * FROM users'))).not.toContain(okta.user.password);
});

test("Entra's changes do what they mean: capitals, paths with filters and URNs, texts for booleans", async () => {
  const { body } = await directory.post('/Users', entra.user);
  const path = `/Users/${body.id}`;
  const changed = await directory.patch(path, ...entra.update);
  expect(changed).toMatchObject({
    status: 200,
    body: {
      emails: [{ type: 'work', primary: true, value: 'omar.haddad@demo.test' }],
      name: { familyName: 'Haddad-Lind', givenName: 'Omar' },
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
        department: 'Support',
        employeeNumber: '701984',
      },
    },
  });
  expect(changed.headers.get('warning')).toContain('phoneNumbers');
  expect(await idOf('omar.haddad@demo.test')).toBe(body.id);
  expect((await directory.patch(path, entra.merged)).body).toMatchObject({
    ...{ active: true, displayName: 'Omar A. Haddad' },
    name: { givenName: 'Omar A.', familyName: 'Haddad-Lind' },
  });
  expect((await directory.patch(path, entra.deactivation)).body.active).toBe(false);
  expect((await directory.patch(path, { op: 'replace', path: 'active', value: 'True' })).body.active).toBe(
    true,
  );
  const noted = await audited();
  expect(noted).toEqual(expect.arrayContaining(['person.provisioned', 'person.changed_by_directory']));
  expect(noted.slice(-2)).toEqual(['person.deactivated', 'person.reactivated']);
});

test('an address that is not there comes, one beside it stays, and what selects nothing is refused', async () => {
  const { body } = await directory.post('/Users', {
    ...onelogin.user,
    emails: [{ value: 'liv@home.test', type: 'home' }],
  });
  const path = `/Users/${body.id}`;
  const added = await directory.patch(path, {
    op: 'replace',
    path: 'emails[type eq "work"].value',
    value: 'liv@demo.test',
  });
  expect(added.body.emails).toEqual([
    { value: 'liv@home.test', type: 'home' },
    { type: 'work', value: 'liv@demo.test' },
  ]);
  const refused = await directory.patch(path, {
    op: 'replace',
    path: 'emails[type sw "x"].value',
    value: 'a@b.test',
  });
  expect([refused.status, refused.body.scimType]).toEqual([400, 'noTarget']);
  const removed = await directory.patch(path, { op: 'remove', path: 'emails[type eq "home"]' });
  expect(removed.body.emails).toEqual([{ type: 'work', value: 'liv@demo.test' }]);
});

test('who leaves the directory is out at once, and comes back with it', async () => {
  const samId = await idOf('sam@demo.test');
  const sam = await gateways.person('sam@demo.test');
  const linked = await directory.post('/Users', { ...okta.user, userName: 'sam@demo.test', emails: [] });
  expect([linked.status, linked.body.id]).toEqual([201, samId]);
  expect((await sam.request('/api/v1/tenant/logo')).status).not.toBe(401);
  const off = await directory.patch(`/Users/${samId}`, okta.deactivation);
  expect(off.body.active).toBe(false);
  expect((await sam.request('/api/v1/tenant/logo')).status).toBe(401);
  await directory.patch(`/Users/${samId}`, { op: 'replace', value: { active: true } });
  expect((await (await gateways.person('sam@demo.test')).request('/api/v1/tenant/logo')).status).not.toBe(
    401,
  );
  expect((await directory.delete(`/Users/${samId}`)).status).toBe(204);
  expect((await directory.get(`/Users/${samId}`)).status).toBe(404);
  expect((await directory.delete(`/Users/${samId}`)).status).toBe(404);
  const again = await directory.post('/Users', { ...okta.user, userName: 'sam@demo.test', emails: [] });
  expect(again.body).toMatchObject({ id: samId, active: true });
  expect(await audited()).toEqual([
    'scim_connection.created',
    'person.linked_to_directory',
    'person.deactivated',
    'person.reactivated',
    'person.deactivated',
    'person.removed_by_directory',
    'person.linked_to_directory',
    'person.reactivated',
  ]);
});

test('the last owner stays, and nobody becomes one', async () => {
  const { body } = await directory.post('/Users', { ...okta.user, userName: 'ada@demo.test', emails: [] });
  const path = `/Users/${body.id}`;
  const off = await directory.patch(path, okta.deactivation);
  expect(off).toMatchObject({
    status: 409,
    body: { status: '409', detail: expect.stringContaining('last active owner') },
  });
  expect((await directory.delete(path)).status).toBe(409);
  expect((await directory.get(path)).body.active).toBe(true);
  const moved = await directory.patch(path, {
    op: 'replace',
    path: 'emails',
    value: [{ value: 'thief@demo.test' }],
  });
  expect([moved.status, moved.body.scimType]).toEqual([400, 'mutability']);
  const owner = await directory.post('/Users', { ...entra.user, roles: [{ value: 'Owner' }] });
  expect([owner.status, owner.body.scimType]).toEqual([400, 'invalidValue']);
});

test('a connection that an admin made leaves owners alone, and theirs are for owners', async () => {
  await gateways.rows(`UPDATE users SET role = 'admin' WHERE email = 'lee@demo.test'`);
  const lee = await gateways.person('lee@demo.test');
  const admins = await Directory.connect(gateways, lee, 'Entra');
  const refused = await admins.post('/Users', { ...okta.user, userName: 'ada@demo.test', emails: [] });
  expect([refused.status, refused.body.scimType]).toEqual([409, 'uniqueness']);
  const { body } = await admins.post('/Users', entra.user);
  await gateways.rows(`UPDATE users SET role = 'owner' WHERE id = $1`, [body.id]);
  expect((await admins.delete(`/Users/${body.id}`)).status).toBe(403);
  expect((await admins.patch(`/Users/${body.id}`, okta.deactivation)).status).toBe(403);
  const rotate = 'mutation ($id: ID!) { rotateScimToken(input: { connectionId: $id }) { token } }';
  await expect(lee.graphql(rotate, { id: directory.connectionId })).rejects.toThrow('owner');
  expect((await lee.graphql(rotate, { id: admins.connectionId })).rotateScimToken.token).toMatch(/^orkscim_/);
});

test('roles come from the attribute, and go with it', async () => {
  const { body } = await directory.post('/Users', {
    ...entra.user,
    roles: [{ value: 'Auditor', primary: 'True' }],
  });
  const role = async () =>
    (await gateways.rows<{ role: string }>('SELECT role FROM users WHERE id = $1', [body.id]))[0]?.role;
  expect(await role()).toBe('auditor');
  await directory.patch(`/Users/${body.id}`, {
    op: 'Replace',
    path: 'roles[primary eq "True"].value',
    value: 'admin',
  });
  expect(await role()).toBe('admin');
  const change = `mutation ($id: ID!) { changePersonRole(input: { personId: $id, role: VIEWER }) { person { id } } }`;
  await expect(ada.graphql(change, { id: body.id })).rejects.toThrow('directory');
  await directory.patch(`/Users/${body.id}`, { op: 'Remove', path: 'roles' });
  expect(await role()).toBe('operator');
});

test('admins do not change by hand what the directory says', async () => {
  const { body } = await directory.post('/Users', entra.user);
  for (const name of ['deactivatePerson', 'reactivatePerson']) {
    const mutation = `mutation ($id: ID!) { ${name}(input: { personId: $id }) { person { id } } }`;
    await expect(ada.graphql(mutation, { id: body.id })).rejects.toThrow(
      'The directory looks after this person',
    );
  }
  await ada.graphql(
    'mutation ($id: ID!) { endScimConnection(input: { connectionId: $id }) { connection { people } } }',
    {
      id: directory.connectionId,
    },
  );
  expect((await directory.get('/Users')).status).toBe(401);
  const mutation =
    'mutation ($id: ID!) { deactivatePerson(input: { personId: $id }) { person { managedBy status } } }';
  expect((await ada.graphql(mutation, { id: body.id })).deactivatePerson.person).toEqual({
    ...{ managedBy: 'LOCAL', status: 'DEACTIVATED' },
  });
});
