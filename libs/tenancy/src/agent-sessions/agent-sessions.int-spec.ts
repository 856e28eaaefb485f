import { Clock } from '@orkestra/core';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { TenancyModule } from '../tenancy.module';
import { testContext } from '../testing';
import { AgentSessionsService } from './agent-sessions.service';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const PRINCIPAL = '00000000-0000-7000-8000-000000000001';
const DAY_MS = 24 * 3_600_000;

const agent = testContext({ tenantId: A });
const neighbour = testContext({ tenantId: A, principal: { id: '00000000-0000-7000-8000-000000000002' } });
const stranger = testContext({ tenantId: B });
const client = { protocolVersion: '2025-06-18', capabilities: {}, name: 'bot', version: '1' };
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

describe('AgentSessionsService', () => {
  let parts: TestServices;
  let sessions: AgentSessionsService;

  beforeAll(async () => {
    parts = await startServices([TenancyModule]);
    sessions = parts.services.get(AgentSessionsService);
    await sql(`INSERT INTO tenants (id, slug, name) VALUES ('${A}', 'a', 'A'), ('${B}', 'b', 'B')`);
  });
  afterAll(() => parts.close());

  const sql = (text: string) => asAdmin((admin) => admin.query(text), parts.database.adminUrl);
  const count = async () => Number((await sql('SELECT count(*) FROM agent_sessions')).rows[0].count);

  it('finds a session for the principal that opened it, and for nobody else', async () => {
    await sessions.open(agent, idOf(1), client);
    expect(await sessions.find(agent, idOf(1))).toEqual({ id: idOf(1), client, watched: [] });
    for (const other of [neighbour, stranger]) expect(await sessions.find(other, idOf(1))).toBeUndefined();
    expect(await sessions.find(agent, "x' OR true")).toBeUndefined();
    await sessions.end(stranger, idOf(1));
    await sessions.end(neighbour, idOf(1));
    expect(await sessions.find(agent, idOf(1))).toBeDefined();
    await sessions.end(agent, idOf(1));
    expect(await sessions.find(agent, idOf(1))).toBeUndefined();
  });

  it('knows what a session watches: each once, and no more than 200', async () => {
    await sessions.open(agent, idOf(2), client);
    for (const uri of ['a', 'b', 'a']) await sessions.watch(agent, idOf(2), uri, true);
    await sessions.watch(agent, idOf(2), 'a', false);
    expect((await sessions.find(agent, idOf(2)))?.watched).toEqual(['b']);
    await sql(`UPDATE agent_sessions SET watched = array_fill('x'::text, ARRAY[200])`);
    await sessions.watch(agent, idOf(2), 'c', true);
    expect((await sessions.find(agent, idOf(2)))?.watched).not.toContain('c');
    await sessions.end(agent, idOf(2));
  });

  it('keeps the 2,000 that a principal used last, and none that was not used for 30 days', async () => {
    await sql(`INSERT INTO agent_sessions (tenant_id, id, principal_id, client, opened_at, used_at)
      SELECT '${A}', ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '${PRINCIPAL}', '{}',
        now(), now() - n * interval '1 minute' FROM generate_series(1, 2003) n`);
    await sessions.trim(neighbour);
    expect(await count()).toBe(2_003);
    await sessions.trim(agent);
    expect(await count()).toBe(2_000);
    expect(await sessions.find(agent, idOf(2_001))).toBeUndefined();
    await sessions.forgetUnused();
    expect(await count()).toBe(2_000);
    const clock = parts.services.get(Clock);
    const now = jest.spyOn(clock, 'now').mockReturnValue(new Date(Date.now() + 30 * DAY_MS));
    await sessions.noteUse(agent, idOf(2_000));
    await sessions.forgetUnused();
    now.mockRestore();
    expect(await sessions.find(agent, idOf(2_000))).toBeDefined();
    expect(await count()).toBe(1);
  });
});
