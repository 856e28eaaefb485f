import { GatewaysInProcess } from '../api-gateway/gateways-in-process';
import { type ApiClient, eventually, type Json } from '../harness';
import { Directory, RECORDED } from './directory';

let gateways: GatewaysInProcess;
let ada: ApiClient;
let directory: Directory;

beforeAll(async () => {
  gateways = await GatewaysInProcess.start(1);
  ada = await gateways.person('ada@demo.test');
  directory = await Directory.connect(gateways, ada);
});
afterAll(() => gateways?.close());

const SCIM_ERROR = ['urn:ietf:params:scim:api:messages:2.0:Error'];

test('nothing is read of what somebody sends before they are known', async () => {
  const stranger = directory.with(`${directory.token.slice(0, -4)}AAAA`);
  for (const body of ['{ "userName": ', `"${'x'.repeat(5 * 1024 * 1024)}"`]) {
    const { status, headers, body: said } = await stranger.send('POST', '/Users', body);
    expect([status, said.schemas]).toEqual([401, SCIM_ERROR]);
    expect(headers.get('www-authenticate')).toBe('Bearer realm="scim"');
  }
  expect((await directory.send('POST', '/Users', '{ "userName": ')).status).toBe(400);
});

test('an address in other letters is the same address, and never a page', async () => {
  const [plain, loud] = [`${gateways.url()}/scim/v2`, `${gateways.url()}/SCIM/V2`];
  const ask = async (url: string, token?: string) => {
    const headers = { accept: 'text/html', ...(token && { authorization: `Bearer ${token}` }) };
    const response = await fetch(url, { headers });
    return [response.status, response.headers.get('content-type'), (await response.json()) as Json];
  };
  for (const path of ['/Users', '/ServiceProviderConfig'])
    expect(await ask(loud + path, directory.token)).toEqual(await ask(plain + path, directory.token));
  expect(await ask(`${loud}/Nothing`, directory.token)).toEqual([
    ...[404, expect.stringContaining('scim+json'), expect.objectContaining({ schemas: SCIM_ERROR })],
  ]);
  expect(await ask(`${loud}/Users`)).toEqual(await ask(`${plain}/Users`));
  for (const path of ['/API/v1/nothing', '/GraphQL/nothing']) {
    const response = await fetch(gateways.url() + path, { headers: { accept: 'text/html' } });
    expect([path, response.headers.get('content-type')]).not.toEqual([path, expect.stringContaining('html')]);
  }
});

test('that a token was refused, and why, stands in the audit log', async () => {
  const own = await Directory.connect(gateways, ada, 'Watched');
  const run = (mutation: string) =>
    ada.graphql(`mutation ($id: ID!) { ${mutation} }`, { id: own.connectionId });
  const refused = async (token = own.token) => expect((await own.with(token).get('/Users')).status).toBe(401);
  await refused(`${own.token.slice(0, -4)}AAAA`);
  await run('updateScimConnection(input: { connectionId: $id, enabled: false }) { connection { id } }');
  await refused();
  await run('updateScimConnection(input: { connectionId: $id, enabled: true }) { connection { id } }');
  await run('rotateScimToken(input: { connectionId: $id, overlapHours: 0 }) { token }');
  await refused();
  await refused();
  const told = () =>
    gateways.rows<{ actor_kind: string; channel: string; reason: string; prefix: string }>(
      `SELECT actor_kind, channel, details ->> 'reason' AS reason, details ->> 'prefix' AS prefix FROM audit_events
       WHERE action = 'scim_token.refused' AND target_id = $1 ORDER BY id`,
      [own.connectionId],
    );
  await eventually(async () => (await told()).length === 3);
  const prefix = own.token.split('_')[1];
  const byProgram = { actor_kind: 'service', channel: 'scim', prefix };
  expect(await told()).toEqual([
    { ...byProgram, actor_kind: 'anonymous', reason: 'wrong_secret' },
    { ...byProgram, reason: 'connection_off' },
    { ...byProgram, reason: 'expired' },
  ]);
});

test('a connection that looks after owners is ended by owners alone', async () => {
  await gateways.rows(`UPDATE users SET role = 'admin' WHERE email = 'lee@demo.test'`);
  const lee = await gateways.person('lee@demo.test');
  const end = (by: ApiClient, id: string) =>
    by.graphql(
      'mutation ($id: ID!) { endScimConnection(input: { connectionId: $id }) { connection { id } } }',
      {
        id,
      },
    );
  const ofAdmin = await Directory.connect(gateways, lee, 'Of an admin');
  await end(lee, ofAdmin.connectionId);
  await expect(end(lee, directory.connectionId)).rejects.toThrow('owner');
  expect((await directory.post('/Users', RECORDED.entra.user)).status).toBe(201);
  await end(ada, directory.connectionId);
  expect((await directory.get('/Users')).status).toBe(401);
});
