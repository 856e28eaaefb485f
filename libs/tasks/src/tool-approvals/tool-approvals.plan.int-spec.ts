import { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { asAdmin, createTestDatabase, type TestDatabase } from '../../../../test/harness';
import { testContext } from '../../../tenancy/src/testing';
import { listRules, listUses } from './standing-rule.queries';
import { useStandingRules } from './use-standing-rules.store';
import { countActiveRules, endRules } from './standing-rule.store';
import { readRequests, readVerdicts } from './tool-request.queries';
import { requestOfKey } from './tool-request.store';

const TENANT = '00000000-0000-7000-8000-00000000000a';
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const AGENT = testContext({ tenantId: TENANT, principal: { kind: 'service', id: 'agent-7' } });
const SAM = testContext({
  tenantId: TENANT,
  principal: { id: id(1), groups: [{ id: id(3), key: 'l1', role: 'supervisor' }] },
});
const ADA = testContext({ tenantId: TENANT, principal: { id: id(2), role: 'admin' } });

let database: TestDatabase;
let client: Client;

const uuid = (expression: string) =>
  `('00000000-0000-7000-8000-' || lpad((${expression})::text, 12, '0'))::uuid`;

/** 40,000 requests of 40 agents, each of whose 1,000 has led to a rule: most have expired, some are revoked. */
beforeAll(async () => {
  database = await createTestDatabase();
  await asAdmin(
    (admin) =>
      admin.query(`
        INSERT INTO tenants (id, slug, name) VALUES ('${TENANT}', 'a', 'A');
        INSERT INTO users (tenant_id, id, email, display_name) SELECT '${TENANT}', ${uuid('n')}, n || '@a.test', 'User'
          FROM generate_series(1, 200) n;
        INSERT INTO tasks (tenant_id, id, request_key, spec_digest, title, type, status, expires_at, created_by_kind,
                           created_by_id, created_at, updated_at, closed_at)
          SELECT '${TENANT}', ${uuid('n')}, n::text, '', 'Task', 'tool-approval', 'COMPLETED', now(), 'service', 'x',
                 now(), now(), now() FROM generate_series(1, 40000) n;
        INSERT INTO tool_requests (tenant_id, id, request_key, request_digest, agent_kind, agent_id, agent_name,
                                   task_id, digest, created_at)
          SELECT '${TENANT}', ${uuid('n')}, 'turn-' || n, '', 'service', 'agent-' || n % 40, 'Agent', ${uuid('n')}, '',
                 now() FROM generate_series(1, 40000) n;
        INSERT INTO tool_calls (tenant_id, request_id, position, call_id, tool, digest, risk, verdict,
                                decided_by_kind, decided_by_id, decided_by_name, decided_at)
          SELECT '${TENANT}', ${uuid('n')}, 0, 'call', 'tool-' || n % 5, '', 'low', 'allowed', 'user', 'x', 'X', now()
          FROM generate_series(1, 40000) n;
        INSERT INTO tool_call_payloads (tenant_id, request_id, call_id, arguments)
          SELECT '${TENANT}', ${uuid('n')}, 'call', '{"to": "x"}' FROM generate_series(1, 40000) n;
        INSERT INTO standing_rules (tenant_id, id, agent_id, agent_name, tool, argument_names, arguments_digest, risk,
                                    task_id, request_id, call_id, granted_by_id, granted_by_name, granted_at,
                                    expires_at, group_ids, revoked_by_id, revoked_by_name, revoked_at)
          SELECT '${TENANT}', ${uuid('n')}, 'agent-' || n % 40, 'Agent', 'tool-' || n % 5, '{to}',
                 sha256(n::text::bytea), 'low', ${uuid('n')}, ${uuid('n')}, 'call', ${uuid('n % 200 + 1')}, 'User',
                 now() - interval '20 days', now() + interval '1 minute' * (n / 40 - 900), ARRAY[${uuid('n % 99')}],
                 CASE WHEN n % 7 = 0 THEN ${uuid('1')} END, CASE WHEN n % 7 = 0 THEN 'User' END,
                 CASE WHEN n % 7 = 0 THEN now() END
          FROM generate_series(1, 40000) n;
        UPDATE tool_calls SET rule_id = ${uuid('50')} WHERE call_id = 'call' AND request_id < ${uuid('300')};
        ANALYZE;`),
    database.adminUrl,
  );
  client = new Client({ connectionString: database.databaseUrl });
  await client.connect();
}, 120_000);
beforeEach(async () => {
  await client.query('BEGIN');
  await client.query(`SELECT set_config('app.tenant', $1, true)`, [TENANT]);
});
afterEach(() => client.query('ROLLBACK'));
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Rows Removed by Filter'?: number;
  'Actual Rows': number;
  Plans?: Node[];
}

/** Runs the work as the role `app` and answers with the nodes of every plan that it took. */
async function plansOf(work: (em: EntityManager) => Promise<unknown>): Promise<Node[]> {
  const nodes: Node[] = [];
  const query = async (sql: string, values: unknown[]) => {
    const explained = await client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
      values,
    );
    nodes.push(...nodesOf((explained.rows[0]?.['QUERY PLAN'][0] as { Plan: Node }).Plan));
    return client.query<object>(sql, values);
  };
  const queryRunner = { connect: () => Promise.resolve({ query }) };
  await work({ queryRunner } as unknown as EntityManager);
  return nodes;
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

const call = (n: number) => ({
  callId: `${n}`,
  tool: `tool-${n % 5}`,
  arguments: { to: `${n}` },
  risk: 'low' as const,
  similarBy: [],
});

const NOBODY = { onBehalfOf: null, requesters: [], selfApproval: 'forbid' as const };

test.each<[string, number, (em: EntityManager) => Promise<unknown>]>([
  ['matching calls', 200, (em) => useStandingRules(em, AGENT, [call(7), call(8)], NOBODY, new Date())],
  ['finding a turn', 10, (em) => requestOfKey(em, AGENT, 'turn-7')],
  ['reading verdicts', 10, (em) => readVerdicts(em, AGENT, id(7))],
  ['reading what tasks ask', 10, (em) => readRequests(em, TENANT, [id(7), id(8)])],
  ['counting rules', 200, (em) => countActiveRules(em, AGENT, 'agent-7', new Date(), 1_000)],
  ['ending a rule', 400, (em) => endRules(em, SAM, id(39_999), new Date())],
  ['the page of an admin', 200, (em) => listRules(em, ADA, {}, {}, new Date())],
  ['the page of a person', 5_000, (em) => listRules(em, SAM, {}, {}, new Date())],
  ['the uses of a rule', 100, (em) => listUses(em, ADA, id(50), {})],
])('%s reads by index, and little besides', async (_, most, work) => {
  const nodes = await plansOf(work);
  const tables = nodes.filter((node) => node['Relation Name'] !== undefined);
  expect(tables.length).toBeGreaterThan(0);
  expect(tables.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
  const read = nodes.map((node) => Math.max(node['Rows Removed by Filter'] ?? 0, node['Actual Rows']));
  expect(Math.max(...read)).toBeLessThanOrEqual(most);
});
