import { GatewaysInProcess } from '../api-gateway/gateways-in-process';
import type { ApiClient, Json } from '../harness';
import { Directory, RECORDED } from './directory';

const { okta, entra, onelogin } = RECORDED;

let gateways: GatewaysInProcess;
let ada: ApiClient;
let directory: Directory;
/** Ids of three people whom the directory provisions. */
let people: [string, string, string];

beforeEach(async () => {
  gateways = await GatewaysInProcess.start(1);
  ada = await gateways.person('ada@demo.test');
  directory = await Directory.connect(gateways, ada);
  const ids: string[] = [];
  for (const { user } of [okta, entra, onelogin])
    ids.push((await directory.post('/Users', user)).body.id as string);
  people = ids as [string, string, string];
});
afterEach(() => gateways?.close());

const create = async (displayName: string, ...members: string[]): Promise<string> => {
  const { body } = await directory.post('/Groups', {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
    displayName,
    members: members.map((value) => ({ value })),
  });
  return body.id as string;
};
const membersOf = async (id: string): Promise<string[]> => {
  const { body } = await directory.get(`/Groups/${id}`);
  return ((body.members ?? []) as Json[]).map(({ value }) => value as string);
};
const stored = (id: string) =>
  gateways.rows<{ email: string; role: string }>(
    `SELECT u.email, m.role FROM group_members m JOIN users u ON u.id = m.user_id WHERE m.group_id = $1 ORDER BY 1`,
    [id],
  );
const groupId = async (key: string) =>
  (
    await gateways.rows<{ id: string }>(`SELECT id FROM groups WHERE key = $1 AND tenant_id = $2`, [
      key,
      gateways.tenant.id,
    ])
  )[0]?.id ?? '';

test('members come and go as each directory says it, and the others stay', async () => {
  const [ida, omar, liv] = people;
  const id = await create('Support Berlin', ida);
  const path = `/Groups/${id}`;
  const added = await directory.patch(path, entra.addMember(omar));
  expect([added.status, added.body]).toEqual([204, {}]);
  await directory.patch(path, {
    op: 'add',
    path: 'members',
    value: [{ value: liv, display: 'liv@demo.test' }],
  });
  expect(await membersOf(id)).toEqual([ida, omar, liv]);
  // Once more: it is there already.
  const tag = (await directory.get(path)).headers.get('etag');
  await directory.patch(path, entra.addMember(omar));
  expect((await directory.get(path)).headers.get('etag')).toBe(tag);
  await directory.patch(path, onelogin.removeMember(omar));
  expect(await membersOf(id)).toEqual([ida, liv]);
  await directory.patch(path, entra.removeMember(liv));
  expect(await membersOf(id)).toEqual([ida]);
  await directory.patch(path, { op: 'Add', value: { members: [{ value: omar }, { value: liv }] } });
  await directory.patch(path, { op: 'Remove', path: `members[value eq "${ida}" or value eq "${liv}"]` });
  expect(await membersOf(id)).toEqual([omar]);
  await directory.patch(path, { op: 'replace', path: 'members', value: [{ value: ida }] });
  expect(await membersOf(id)).toEqual([ida]);
  await directory.patch(
    path,
    { op: 'remove', path: 'members' },
    { op: 'add', path: 'members', value: { value: liv } },
    { op: 'add', path: 'members', value: [{ value: omar }] },
    { op: 'remove', path: `members[value eq "${liv}"]` },
  );
  expect(await membersOf(id)).toEqual([omar]);
  const user = (await directory.get(`/Users/${omar}`)).body;
  expect(user.groups).toMatchObject([{ value: id, display: 'Support Berlin', type: 'direct' }]);
});

test('a group is made, renamed, found, replaced and not made twice', async () => {
  const id = await create('Müller & Söhne', people[0]);
  expect(await gateways.rows('SELECT key, managed_by FROM groups WHERE id = $1', [id])).toEqual([
    { key: 'muller-sohne', managed_by: 'scim' },
  ]);
  const again = await directory.post('/Groups', { displayName: 'MÜLLER & söhne' });
  expect([again.status, again.body.scimType]).toEqual([409, 'uniqueness']);
  await directory.patch(`/Groups/${id}`, okta.rename(id));
  expect((await directory.find('Groups', 'displayName eq "support GERMANY"')).ids).toEqual([id]);
  expect((await directory.find('Groups', `members[value eq "${people[0]}"]`)).ids).toEqual([id]);
  expect((await directory.find('Groups', `members.value eq "${people[1]}"`)).ids).toEqual([]);
  const [listed] = (await directory.get('/Groups?excludedAttributes=members')).body.Resources as Json[];
  expect(listed).not.toHaveProperty('members');
  const put = await directory.put(`/Groups/${id}`, {
    displayName: 'Support DE',
    externalId: 'g1',
    members: [{ value: people[1] }],
  });
  expect(put).toMatchObject({
    status: 200,
    body: { displayName: 'Support DE', externalId: 'g1', members: [{ value: people[1] }] },
  });
  expect((await directory.find('Groups', 'externalId eq "g1"')).ids).toEqual([id]);
  expect((await directory.post('/Groups', { displayName: 'Other', externalId: 'g1' })).status).toBe(409);
  expect((await directory.put(`/Groups/${id}`, {})).body.scimType).toBe('invalidValue');
  const stranger = await directory.patch(
    `/Groups/${id}`,
    entra.addMember('00000000-0000-7000-8000-000000000009'),
  );
  expect([stranger.status, stranger.body.scimType]).toEqual([400, 'invalidValue']);
  const unselected = await directory.patch(`/Groups/${id}`, {
    op: 'remove',
    path: 'members[display eq "x"]',
  });
  expect([unselected.status, unselected.body.scimType]).toEqual([400, 'invalidFilter']);
});

test('a group that is called by an id, as some directories do, has a key by which it is found', async () => {
  const id = await create('A1b2c3d4-0000-7000-8000-000000000001');
  const [{ key } = {}] = await gateways.rows<{ key: string }>('SELECT key FROM groups WHERE id = $1', [id]);
  const query = 'query ($group: String!) { openTasksOfGroup(group: $group) }';
  expect(await ada.graphql(query, { group: key })).toEqual({ openTasksOfGroup: 0 });
});

test('a group of the workspace with the name is taken over with whom it has, and goes on by its key', async () => {
  const id = await create('Support L1', people[0]);
  expect(id).toBe(await groupId('support-l1'));
  expect(await membersOf(id)).toEqual([people[0]]);
  expect((await stored(id)).map(({ email }) => email)).toEqual([
    'ida.berg@demo.test',
    'lee@demo.test',
    'sam@demo.test',
  ]);
  await directory.put(`/Groups/${id}`, { displayName: 'Support L1', members: [] });
  expect((await stored(id)).map(({ email }) => email)).toEqual(['lee@demo.test', 'sam@demo.test']);
});

test('admins say what somebody is in such a group, and the directory whether they are in it', async () => {
  const [ida, omar] = people;
  const id = await create('Night shift', ida);
  const change = (change: object) =>
    ada.graphql(
      'mutation ($input: ChangeGroupMembersInput!) { changeGroupMembers(input: $input) { group { id } } }',
      {
        input: { group: id, ...change },
      },
    );
  await change({ put: [{ personId: ida, role: 'SUPERVISOR' }] });
  await directory.patch(`/Groups/${id}`, entra.addMember(ida));
  expect(await stored(id)).toEqual([{ email: 'ida.berg@demo.test', role: 'supervisor' }]);
  const refused = 'The directory looks after this group';
  await expect(change({ put: [{ personId: omar, role: 'MEMBER' }] })).rejects.toThrow(refused);
  await expect(change({ remove: [ida] })).rejects.toThrow(refused);
  const groups =
    'mutation ($id: ID!) { setPersonGroups(input: { personId: $id, groups: [] }) { person { id } } }';
  await expect(ada.graphql(groups, { id: ida })).rejects.toThrow(refused);
  const rename =
    'mutation ($group: String!) { renameGroup(input: { group: $group, name: "x" }) { group { id } } }';
  await expect(ada.graphql(rename, { group: id })).rejects.toThrow(refused);
  const remove = 'mutation ($group: String!) { deleteGroup(input: { group: $group }) { movedTasks } }';
  await expect(ada.graphql(remove, { group: id })).rejects.toThrow(refused);
  expect((await stored(id)).length).toBe(1);
});

test('a group that is deleted is gone; one that open tasks refer to stays without its people', async () => {
  const empty = await create('Empty', people[0]);
  expect((await directory.delete(`/Groups/${empty}`)).status).toBe(204);
  expect((await directory.get(`/Groups/${empty}`)).status).toBe(404);
  expect(
    await gateways.rows('SELECT deleted_at IS NOT NULL AS gone FROM groups WHERE id = $1', [empty]),
  ).toEqual([{ gone: true }]);
  const busy = await create('Busy', people[0]);
  const spec = { title: 'There', form: { a: { type: 'text' } }, assignTo: { group: busy } };
  await ada.graphql('mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }', {
    input: { spec },
  });
  expect((await directory.delete(`/Groups/${busy}`)).status).toBe(204);
  expect((await directory.get(`/Groups/${busy}`)).status).toBe(404);
  expect(await gateways.rows('SELECT managed_by, deleted_at FROM groups WHERE id = $1', [busy])).toEqual([
    { managed_by: 'local', deleted_at: null },
  ]);
  expect(await stored(busy)).toEqual([]);
});

test('groups make people what they are mapped to, never owners, and no longer when they leave', async () => {
  const [ida, omar] = people;
  const role = async (id: string) =>
    (await gateways.rows<{ role: string }>('SELECT role FROM users WHERE id = $1', [id]))[0]?.role;
  const map = (mappings: object[]) =>
    ada.graphql(
      'mutation ($input: SetScimRoleMappingsInput!) { setScimRoleMappings(input: $input) { connection { roleMappings { groupName role } } } }',
      {
        input: { connectionId: directory.connectionId, mappings },
      },
    );
  const { connection } = (
    await map([
      { groupName: 'Orkestra Admins', role: 'ADMIN' },
      { groupName: 'Audit', role: 'AUDITOR' },
    ])
  ).setScimRoleMappings;
  expect(connection.roleMappings).toEqual([
    { groupName: 'audit', role: 'AUDITOR' },
    { groupName: 'orkestra admins', role: 'ADMIN' },
  ]);
  await expect(map([{ groupName: 'x', role: 'OWNER' }])).rejects.toThrow('/mappings/0/role');
  const admins = await create('Orkestra Admins', ida, omar);
  const auditors = await create('Audit', omar);
  expect([await role(ida), await role(omar)]).toEqual(['admin', 'admin']);
  await directory.patch(`/Groups/${admins}`, entra.removeMember(omar));
  expect([await role(ida), await role(omar)]).toEqual(['admin', 'auditor']);
  await directory.delete(`/Groups/${auditors}`);
  expect(await role(omar)).toBe('operator');
  await map([]);
  expect(await role(ida)).toBe('operator');
  const owner = (
    await directory.post('/Users', { ...okta.user, userName: 'ada@demo.test', externalId: 'ada', emails: [] })
  ).body.id as string;
  await map([{ groupName: 'orkestra admins', role: 'VIEWER' }]);
  await directory.patch(`/Groups/${admins}`, entra.addMember(owner));
  expect([await role(owner), await role(ida)]).toEqual(['owner', 'viewer']);
});

test('one more member costs as many statements in a group of ten thousand as in an empty one', async () => {
  const [ida, omar, liv] = people;
  const [small, large] = [await create('Small'), await create('Large')];
  await gateways.rows(
    `WITH made AS (INSERT INTO users (tenant_id, id, email, display_name, managed_by, scim_connection_id, user_name)
       SELECT $1, gen_random_uuid(), 'p' || n || '@many.test', 'P', 'scim', $2, 'p' || n || '@many.test'
       FROM generate_series(1, 10000) AS n RETURNING id)
     INSERT INTO group_members (tenant_id, group_id, user_id) SELECT $1, $3, id FROM made`,
    [gateways.tenant.id, directory.connectionId, large],
  );
  const statements = (id: string, ...operations: object[]) =>
    gateways.statementsOf(async () => {
      expect((await directory.patch(`/Groups/${id}`, ...operations)).status).toBe(204);
    });
  // What is noted beside a request is noted once a minute.
  await directory.get('/Users?count=0');
  const few = await statements(small, entra.addMember(ida));
  expect(few).toBeLessThanOrEqual(12);
  expect(await statements(large, entra.addMember(ida))).toBe(few);
  expect(await statements(large, ...[omar, liv].map((id) => entra.addMember(id)))).toBe(few);
  const fewer = await statements(small, onelogin.removeMember(ida));
  expect(await statements(large, onelogin.removeMember(ida))).toBe(fewer);
  expect(
    await gateways.rows('SELECT count(*)::integer AS members FROM group_members WHERE group_id = $1', [
      large,
    ]),
  ).toEqual([{ members: 10_002 }]);
});

test('a mapped group of thousands gives all of them their role by a handful of statements', async () => {
  await gateways.rows(
    `INSERT INTO users (tenant_id, id, email, display_name, managed_by, scim_connection_id, user_name)
     SELECT $1, gen_random_uuid(), 'm' || n || '@demo.test', 'M ' || n, 'scim', $2, 'm' || n FROM generate_series(1, 5000) n`,
    [gateways.tenant.id, directory.connectionId],
  );
  await gateways.rows('ANALYZE users');
  const ids = await gateways.rows<{ id: string }>(`SELECT id FROM users WHERE user_name LIKE 'm%'`);
  const mappings = [{ groupName: 'Audit', role: 'AUDITOR' }];
  await ada.graphql(
    'mutation ($input: SetScimRoleMappingsInput!) { setScimRoleMappings(input: $input) { connection { id } } }',
    { input: { connectionId: directory.connectionId, mappings } },
  );
  const statements = await gateways.statementsOf(
    async () => void (await create('Audit', ...ids.map(({ id }) => id))),
  );
  expect(statements).toBeLessThanOrEqual(20);
  const told = await gateways.rows(
    `SELECT FROM audit_events WHERE action = 'person.role_changed' AND actor_id = $1`,
    [directory.connectionId],
  );
  expect(told).toHaveLength(ids.length);
});

test('changes of one group at the same time all count', async () => {
  const id = await create('Busy');
  const answers = await Promise.all(
    people.map((person) => directory.patch(`/Groups/${id}`, entra.addMember(person))),
  );
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
  expect((await membersOf(id)).toSorted()).toEqual(people.toSorted());
  const made = await Promise.all(
    Array.from({ length: 4 }, () => directory.post('/Groups', { displayName: 'Once' })),
  );
  expect(made.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
});
