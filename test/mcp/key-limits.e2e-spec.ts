import { eventually, type Json, startSystem, type TestSystem } from '../harness';
import { issueKey } from './issue-key';

const LIST = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

describe('Limits of keys at the mcp-gateway', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({ processes: ['mcp', 'mcp2'] });
  });
  afterAll(() => system?.stop());

  const call = (key: string, app: 'mcp' | 'mcp2' = 'mcp', headers: Record<string, string> = {}) =>
    fetch(`${system.url(app)}/mcp`, {
      method: 'POST',
      headers: {
        ...headers,
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: JSON.stringify(LIST),
    });

  test('too many requests are refused at both gateways, with the time to wait', async () => {
    const { key } = await issueKey(system, 'hasty', ['tasks:read'], { requestsPerMinute: 3 });
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await call(key)).status);
    expect(statuses.slice(0, 3)).not.toContain(429);
    expect(statuses.slice(3)).toEqual([429, 429]);
    const refused = await call(key);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(((await refused.json()) as Json)['error'].message).toContain('Too many requests. Try again in ');
    await eventually(async () => (await call(key, 'mcp2')).status === 429);
    const other = await issueKey(system, 'patient', ['tasks:read']);
    expect((await call(other.key)).status).not.toBe(429);
  });

  test('a key is good from its networks alone', async () => {
    const { key } = await issueKey(system, 'homely', ['tasks:read'], { allowedNetworks: ['203.0.113.0/24'] });
    expect((await call(key, 'mcp', { 'x-forwarded-for': '203.0.113.7' })).status).not.toBe(401);
    expect((await call(key, 'mcp', { 'x-forwarded-for': '192.0.2.1' })).status).toBe(401);
    expect((await call(key)).status).toBe(401);
    const refusals = () =>
      system.rows(
        `SELECT remote_address AS address, channel FROM audit_events WHERE action = 'key.refused' ORDER BY id`,
      );
    await eventually(async () => (await refusals()).length === 2);
    expect(await refusals()).toEqual(
      expect.arrayContaining([
        { address: '192.0.2.1', channel: 'mcp' },
        { address: '127.0.0.1', channel: 'mcp' },
      ]),
    );
  });
});
