import { GatewaysInProcess } from '../api-gateway/gateways-in-process';
import { ApiClient, type Json } from '../harness';
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

test('versions are compared, so that nothing is overwritten that was not read', async () => {
  const { body, headers } = await directory.post('/Users', entra.user);
  const path = `/Users/${body.id}`;
  const etag = headers.get('etag') ?? '';
  expect((await directory.get(path, { 'if-none-match': etag })).status).toBe(304);
  const rename = { Operations: [{ op: 'replace', path: 'displayName', value: 'O' }] };
  const first = await directory.send('PATCH', path, rename, { 'if-match': etag });
  expect(first.status).toBe(200);
  expect(first.headers.get('etag')).not.toBe(etag);
  const second = await directory.send('PATCH', path, rename, { 'if-match': etag });
  expect([second.status, second.body.status]).toEqual([412, '412']);
  expect((await directory.send('PUT', path, entra.user, { 'if-match': etag })).status).toBe(412);
  expect((await directory.send('DELETE', path, undefined, { 'if-match': etag })).status).toBe(412);
  const same = await directory.patch(path, { op: 'replace', path: 'displayName', value: 'O' });
  expect(same.headers.get('etag')).toBe(first.headers.get('etag'));
});

test('filters find by every attribute and operator, and nothing that was sent becomes SQL', async () => {
  const [ida, omar] = [await directory.post('/Users', okta.user), await directory.post('/Users', entra.user)];
  const [idas, omars] = [ida.body.id as string, omar.body.id as string];
  await directory.patch(`/Users/${omars}`, entra.deactivation);
  const cases: [string, string[]][] = [
    ['userName eq "ida.BERG@demo.test"', [idas]],
    ['userName ne "ida.berg@demo.test"', [omars]],
    ['externalId eq "00u1dhhb1fkIGP7RL1d8"', [idas]],
    ['externalId eq "00U1DHHB1FKIGP7RL1D8"', []],
    ['emails eq "omar@demo.test"', [omars]],
    ['emails.value co "BERG"', [idas]],
    ['emails[type eq "work"].value eq "omar@demo.test"', [omars]],
    ['emails[type eq "work" and value sw "ida"]', [idas]],
    ['emails[type eq "home"]', []],
    ['active eq true', [idas]],
    ['active eq "False"', [omars]],
    ['displayName sw "ida"', [idas]],
    ['displayName ew "HADDAD"', [omars]],
    ['name.familyName eq "berg"', [idas]],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName eq "omar@demo.test"', [omars]],
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "support"', [omars]],
    [`id eq "${idas}"`, [idas]],
    ['id eq "nobody"', []],
    [
      'meta.lastModified gt "2020-01-01T00:00:00Z" and meta.lastModified lt "2200-01-01T00:00:00Z"',
      [idas, omars],
    ],
    ['meta.created le "2020-01-01T00:00:00Z"', []],
    ['title pr', []],
    ['not (userName sw "ida") and (active eq false or active eq true)', [omars]],
    ['userName eq "x" or displayName pr and active eq true', [idas]],
    ['(((userName GE "p" OR userName Lt "j")))', [idas]],
    [`userName eq "x' OR '1'='1"`, []],
    [`displayName co "'; DROP TABLE users; --"`, []],
    ['displayName co "%"', []],
    ['displayName sw "_da"', []],
  ];
  for (const [filter, expected] of cases) {
    const { status, ids } = await directory.find('Users', filter);
    expect([filter, status, ids.toSorted()]).toEqual([filter, 200, expected.toSorted()]);
  }
  const refused = [
    'userName',
    'userName eq',
    'userName is "x"',
    'userName eq "x',
    'password eq "x"',
    '__proto__ eq "x"',
    'constructor pr',
    'active gt true',
    'active eq "maybe"',
    'meta.created eq "yesterday"',
    'userName eq "x" and',
    '(userName eq "x"',
    'userName eq "x")',
    'emails[type eq "work"',
    'displayName co "\\u0000"',
    `${'('.repeat(30)}active eq true${')'.repeat(30)}`,
    Array.from({ length: 101 }, () => 'active eq true').join(' or '),
    `userName eq "${'x'.repeat(5_000)}"`,
    `userName eq 'x'; DELETE FROM users`,
  ];
  for (const filter of refused) {
    const { status, body } = await directory.find('Users', filter);
    expect([filter, status, body.scimType]).toEqual([filter, 400, 'invalidFilter']);
  }
});

test('lists come in pages, in an order, and with the attributes that were asked for', async () => {
  for (const { user } of [okta, entra, onelogin]) await directory.post('/Users', user);
  const page = await directory.get('/Users?startIndex=2&count=1&sortBy=userName&sortOrder=descending');
  expect(page.body).toMatchObject({ totalResults: 3, startIndex: 2, itemsPerPage: 1 });
  expect(page.body.Resources[0].userName).toBe('liv@demo.test');
  expect((await directory.get('/Users?count=0')).body).toMatchObject({ totalResults: 3, Resources: [] });
  expect((await directory.get('/Users?startIndex=-5&count=5000')).body.Resources).toHaveLength(3);
  expect((await directory.get('/Users?startIndex=90')).body).toMatchObject({
    totalResults: 3,
    Resources: [],
  });
  const [first] = (await directory.get('/Users?attributes=userName,name.givenName&count=1')).body
    .Resources as Json[];
  expect(first).toEqual({
    schemas: expect.any(Array),
    id: expect.any(String),
    userName: 'Ida.Berg@demo.test',
    name: { givenName: 'Ida' },
  });
  const [rest] = (await directory.get('/Users?excludedAttributes=emails,name&count=1')).body
    .Resources as Json[];
  expect(Object.keys(rest ?? {}).sort()).toEqual([
    'active',
    'displayName',
    'externalId',
    'id',
    'meta',
    'schemas',
    'userName',
  ]);
  const search = { filter: 'userName sw "liv"', attributes: ['userName'], startIndex: 1, count: 5 };
  expect((await directory.post('/Users/.search', search)).body).toMatchObject({
    totalResults: 1,
    Resources: [{ userName: 'liv@demo.test' }],
  });
  expect((await directory.get('/Users?count=x')).status).toBe(400);
  expect((await directory.get('/Users?sortBy=password')).body.scimType).toBe('invalidPath');
});

test('what cannot be read is refused in the words of SCIM', async () => {
  const { body } = await directory.post('/Users', entra.user);
  const path = `/Users/${body.id}`;
  const patched = async (...operations: object[]): Promise<unknown[]> => {
    const answer = await directory.patch(path, ...operations);
    return [answer.status, answer.body.scimType as unknown];
  };
  expect(await patched({ op: 'move', path: 'title' })).toEqual([400, 'invalidSyntax']);
  expect(await patched({ op: 'add', value: 'x' })).toEqual([400, 'invalidSyntax']);
  expect(await patched({ op: 'remove' })).toEqual([400, 'noTarget']);
  expect(await patched({ op: 'replace', path: 'id', value: 'x' })).toEqual([400, 'mutability']);
  expect(await patched({ op: 'replace', path: 'emails[', value: 'x' })).toEqual([400, 'invalidPath']);
  expect(await patched({ op: 'replace', path: 'active', value: 'maybe' })).toEqual([400, 'invalidValue']);
  expect(await patched({ op: 'remove', path: 'userName' })).toEqual([400, 'invalidValue']);
  const many = Array.from({ length: 1_001 }, () => ({ op: 'add', path: 'title', value: 'x' }));
  expect(await patched(...many)).toEqual([400, 'tooMany']);
  const broken = await directory.send('POST', '/Users', '{ "userName": ');
  expect([broken.status, broken.body.scimType, broken.body.schemas]).toEqual([
    ...[400, 'invalidSyntax', ['urn:ietf:params:scim:api:messages:2.0:Error']],
  ]);
  expect((await directory.post('/Users', { userName: 'nobody' })).body.scimType).toBe('invalidValue');
  expect((await directory.send('POST', '/Users', '[1]')).body.scimType).toBe('invalidSyntax');
  expect((await directory.post('/Bulk', { Operations: [] })).status).toBe(501);
  expect((await directory.get('/ServiceProviderConfig')).body.bulk.supported).toBe(false);
  expect((await directory.post('/Schemas', {})).status).toBe(405);
  expect((await directory.get('/Nothing')).body).toMatchObject({ status: '404', detail: expect.any(String) });
  const plain = await directory.send('POST', '/Users', onelogin.user, { 'content-type': 'application/json' });
  expect(plain.status).toBe(201);
});

test('only a token that counts lets a directory in, and it opens nothing else', async () => {
  const before = directory.token;
  const wrong = [`${before.slice(0, -1)}${before.endsWith('A') ? 'B' : 'A'}`, 'x', gateways.tenant.apiKey];
  for (const token of wrong) {
    const { status, headers } = await directory.with(token).get('/Users');
    expect([token, status, headers.get('www-authenticate')]).toEqual([token, 401, 'Bearer realm="scim"']);
  }
  const bearer = new ApiClient(gateways.url(), { authorization: `Bearer ${before}` });
  await expect(bearer.graphql('{ viewer { id } }')).rejects.toThrow();
  const run = (mutation: string) =>
    ada.graphql(`mutation ($id: ID!) { ${mutation} }`, { id: directory.connectionId });
  const rotated = await run(
    'rotateScimToken(input: { connectionId: $id }) { token connection { tokens { expiresAt } } }',
  );
  const next = rotated.rotateScimToken.token as string;
  expect(rotated.rotateScimToken.connection.tokens).toHaveLength(2);
  for (const token of [before, next]) expect((await directory.with(token).get('/Users')).status).toBe(200);
  await run('rotateScimToken(input: { connectionId: $id, overlapHours: 0 }) { token }');
  for (const token of [before, next]) expect((await directory.with(token).get('/Users')).status).toBe(401);
  const last = (await run('rotateScimToken(input: { connectionId: $id }) { token }')).rotateScimToken
    .token as string;
  await run('updateScimConnection(input: { connectionId: $id, enabled: false }) { connection { enabled } }');
  expect((await directory.with(last).get('/Users')).status).toBe(401);
  await run('updateScimConnection(input: { connectionId: $id, enabled: true }) { connection { enabled } }');
  await gateways.rows(`UPDATE tenants SET status = 'suspended' WHERE slug = 'demo'`);
  const suspended = await directory.with(last).get('/Users');
  expect([suspended.status, suspended.body.detail]).toEqual([403, expect.stringContaining('suspended')]);
  const kept = await gateways.rows(`SELECT t::text AS all FROM scim_tokens t`);
  expect(JSON.stringify(kept)).not.toContain(last.split('_')[2]);
});

test('another workspace, and another connection, find and change nothing', async () => {
  const { body } = await directory.post('/Users', entra.user);
  const group = (await directory.post('/Groups', { displayName: 'Team', members: [{ value: body.id }] }))
    .body;
  await gateways.rows(`UPDATE users SET role = 'owner' WHERE email = 'olga@other.test'`);
  const olga = await gateways.person('olga@other.test');
  const foreign = [
    await Directory.connect(gateways, olga, 'Theirs'),
    await Directory.connect(gateways, ada, 'Second'),
  ];
  for (const other of foreign) {
    expect((await other.find('Users', 'userName pr')).ids).toEqual([]);
    expect((await other.find('Groups', 'displayName pr')).ids).toEqual([]);
    for (const path of [`/Users/${body.id}`, `/Groups/${group.id}`]) {
      const answers = [
        await other.get(path),
        await other.put(path, entra.user),
        await other.patch(path, { op: 'replace', path: 'displayName', value: 'x' }),
        await other.delete(path),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    }
    const theirs = (await other.post('/Groups', { displayName: 'Other team' })).body;
    const added = await other.patch(`/Groups/${theirs.id}`, entra.addMember(body.id as string));
    expect([added.status, added.body.scimType]).toEqual([400, 'invalidValue']);
  }
  const [theirs, second] = foreign;
  expect((await theirs!.post('/Users', entra.user)).status).toBe(201);
  expect((await second!.post('/Users', entra.user)).status).toBe(409);
  expect((await directory.get(`/Users/${body.id}`)).body).toMatchObject({
    displayName: 'Omar Haddad',
    active: true,
  });
});
