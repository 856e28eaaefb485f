import { ApiClient, eventually, type Json } from '../harness';
import { GatewaysInProcess } from './gateways-in-process';
import { RawSocket } from './raw-socket';

const CREATE = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { secret apiKey { id prefix state allowedNetworks onBehalfOf { displayName } } } }`;
const EVENTS = `query ($filter: AuditEventFilter) { auditEvents(filter: $filter, first: 50) { edges { node {
  action remoteAddress channel credentialId details actor { kind displayName } target { kind id }
  onBehalfOf { displayName } } } } }`;
const ASK = '{ __typename }';

describe('Keys at the doors of two gateways', () => {
  let gateways: GatewaysInProcess;
  let ada: ApiClient;

  beforeAll(async () => {
    gateways = await GatewaysInProcess.start(2);
    ada = await gateways.person('ada@demo.test');
  });
  afterAll(() => gateways?.close());

  const create = async (more: object = {}) => {
    const input = { name: 'probe', principalName: 'probe', scopes: ['tasks:read'], ...more };
    const { createApiKey } = await ada.graphql(CREATE, { input });
    return createApiKey as { secret: string; apiKey: Json & { id: string } };
  };
  const agent = (secret: string, index = 0, headers: Record<string, string> = {}) =>
    new ApiClient(gateways.url(index), { ...headers, authorization: `Bearer ${secret}` });
  const ask = (client: ApiClient) => client.post('/graphql', { query: ASK });
  const eventsOf = async (filter: object): Promise<Json[]> => {
    const { auditEvents } = await ada.graphql(EVENTS, { filter });
    return (auditEvents.edges as { node: Json }[]).map(({ node }) => node);
  };

  test('a key is made, used, rotated and revoked, and the log tells of all of it', async () => {
    const { secret, apiKey } = await create({ onBehalfOf: 'sam@demo.test' });
    expect(apiKey).toMatchObject({ state: 'ACTIVE', onBehalfOf: { displayName: 'Sam Okafor' } });
    expect(secret.startsWith(`ork_${apiKey['prefix']}_`)).toBe(true);
    expect((await ask(agent(secret))).status).toBe(200);

    const { rotateApiKey } = await ada.graphql(
      `mutation ($input: RotateApiKeyInput!) {
        rotateApiKey(input: $input) { secret apiKey { id state } replaced { state replacedBy expiresAt } } }`,
      { input: { keyId: apiKey.id, overlapHours: 1 } },
    );
    expect(rotateApiKey.replaced).toMatchObject({ state: 'ROTATED', replacedBy: rotateApiKey.apiKey.id });
    for (const key of [secret, rotateApiKey.secret as string])
      expect((await ask(agent(key, 1))).status).toBe(200);

    const REVOKE = 'mutation ($id: ID!) { revokeApiKey(input: { keyId: $id }) { apiKey { state } } }';
    expect(await ada.graphql(REVOKE, { id: apiKey.id })).toEqual({
      revokeApiKey: { apiKey: { state: 'REVOKED' } },
    });
    const refused = await ask(agent(secret, 1));
    expect(refused.status).toBe(401);
    const { errors } = (await refused.json()) as Json;
    expect(errors[0].extensions).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'auth.invalid_key' });
    const actions = () =>
      eventsOf({ targetId: apiKey.id }).then((events) => events.map(({ action }) => action as string));
    await eventually(async () => (await actions()).length === 4);
    expect(await actions()).toEqual(['key.refused', 'key.revoked', 'key.rotated', 'key.created']);
    const [created] = await eventsOf({ targetId: apiKey.id, action: 'key.created' });
    expect(created).toMatchObject({
      actor: { kind: 'USER', displayName: 'Ada Fischer' },
      channel: 'graphql',
      remoteAddress: '127.0.0.1',
      credentialId: expect.stringMatching(/./),
      target: { kind: 'key', id: apiKey.id },
    });
    expect(JSON.stringify(await eventsOf({ targetId: apiKey.id }))).not.toContain(secret.slice(-43));
  });

  test('a key is good from its networks alone; the address is what trusted proxies say', async () => {
    const { secret, apiKey } = await create({ allowedNetworks: ['203.0.113.0/24', '2001:db8::/32'] });
    const from = (address: string) => ask(agent(secret, 0, { 'x-forwarded-for': address }));
    for (const address of ['203.0.113.7', '2001:db8:1::1', '192.0.2.1, 203.0.113.7'])
      expect((await from(address)).status).toBe(200);
    const wrong = await from('192.0.2.1');
    const body = (await wrong.json()) as Json;
    expect([wrong.status, body['errors'][0].message]).toEqual([
      401,
      'The API key is not valid or no longer is. Ask a workspace admin for a new one.',
    ]);
    // Whoever is behind the proxy cannot claim another address.
    expect((await from('203.0.113.7, 192.0.2.1')).status).toBe(401);
    await eventually(
      async () => (await eventsOf({ targetId: apiKey.id, action: 'key.refused' })).length === 1,
    );
    expect(await eventsOf({ targetId: apiKey.id, action: 'key.refused' })).toMatchObject([
      { details: { reason: 'address_not_allowed' }, remoteAddress: '192.0.2.1', actor: { kind: 'SERVICE' } },
    ]);
    const headers = { 'x-forwarded-for': '192.0.2.1' };
    const payload = { authorization: `Bearer ${secret}` };
    const outside = new RawSocket(gateways.url(), headers, payload);
    expect(await outside.outcome).toBe('closed 4401');
    const inside = new RawSocket(gateways.url(), { 'x-forwarded-for': '203.0.113.9' }, payload);
    expect(await inside.outcome).toBe('connection_ack');
    inside.end();
  });

  test('a key that is revoked loses its sockets at once, at every gateway', async () => {
    const { secret, apiKey } = await create();
    const sockets = [0, 1].map(
      (index) => new RawSocket(gateways.url(index), {}, { authorization: `Bearer ${secret}` }),
    );
    for (const { outcome } of sockets) expect(await outcome).toBe('connection_ack');
    const before = Date.now();
    await ada.graphql('mutation ($id: ID!) { revokeApiKey(input: { keyId: $id }) { apiKey { id } } }', {
      id: apiKey.id,
    });
    expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual([4401, 4401]);
    expect(Date.now() - before).toBeLessThan(15_000);
  });

  test('too many requests are refused everywhere, with the time to wait; others go on', async () => {
    const { secret } = await create({ requestsPerMinute: 4 });
    const statuses: number[] = [];
    for (let n = 0; n < 8; n += 1) statuses.push((await ask(agent(secret))).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429, 429, 429]);
    // The other gateway hears of it with the first request that it tells of.
    await eventually(async () => (await ask(agent(secret, 1))).status === 429);
    const refused = await ask(agent(secret, 1));
    const { errors } = (await refused.json()) as Json;
    expect(errors[0].extensions).toMatchObject({ code: 'RATE_LIMITED', reason: 'limits.too_many_requests' });
    expect(Number(refused.headers.get('retry-after'))).toBe(errors[0].extensions.details.retryAfter);
    const upload = await agent(secret).request('/api/v1/tasks/x/attachments/y');
    expect(upload.status).toBe(429);
    expect(Number(upload.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(ada)).status).toBe(200);
  });

  test('operations over a socket count as requests do', async () => {
    const { secret } = await create({ requestsPerMinute: 3 });
    const client = agent(secret);
    // Two operations: the subscription, and the query by which the client sees that it stands.
    await client.subscribe('subscription { taskUpdated { taskId } }');
    expect([(await ask(client)).status, (await ask(client)).status]).toEqual([200, 429]);
    await expect(client.subscribe('subscription { taskUpdated { taskId } }')).rejects.toThrow('RATE_LIMITED');
    await client.close();
  });

  test('a request by key costs one look-up, whatever else is written down', async () => {
    const { secret, apiKey } = await create({
      allowedNetworks: ['127.0.0.0/8'],
      onBehalfOf: 'sam@demo.test',
    });
    const client = agent(secret);
    await ask(client);
    const noted = () =>
      gateways.rows('SELECT FROM api_keys WHERE id = $1 AND last_used_at IS NOT NULL', [apiKey.id]);
    await eventually(async () => (await noted()).length === 1);
    expect(
      await gateways.statementsOf(async () => {
        for (let n = 0; n < 10; n += 1) await ask(client);
      }),
    ).toBe(10);
  });

  test('somebody who is no admin is told so, and an auditor may read the log alone', async () => {
    const sam = await gateways.person('sam@demo.test');
    for (const query of ['{ apiKeys { edges { cursor } } }', '{ auditEvents { edges { cursor } } }'])
      await expect(sam.graphql(query)).rejects.toMatchObject({
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      });
    await gateways.rows(`UPDATE users SET role = 'auditor' WHERE email = 'sam@demo.test'`);
    const auditor = await gateways.person('sam@demo.test');
    await expect(auditor.graphql('{ auditAreas }')).resolves.toEqual({
      auditAreas: expect.arrayContaining(['key']),
    });
    await expect(auditor.graphql('{ apiKeys { edges { cursor } } }')).rejects.toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    await gateways.rows(`UPDATE users SET role = 'operator' WHERE email = 'sam@demo.test'`);
  });
});
