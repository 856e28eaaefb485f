import { Client } from 'pg';
import { asAdmin, createTestDatabase, type TestDatabase } from '../../../../test/harness';
import { OPEN_TASKS } from './pick-member.store';

const TENANT = '00000000-0000-7000-8000-00000000000a';
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

let database: TestDatabase;

/** A hundred people with 200 open and 400 closed tasks each, and as many again in queues. */
beforeAll(async () => {
  database = await createTestDatabase();
  await asAdmin(
    (client) =>
      client.query(`
        INSERT INTO tenants (id, slug, name) VALUES ('${TENANT}', 'a', 'A');
        INSERT INTO users (tenant_id, id, email, display_name)
          SELECT '${TENANT}', ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@a.test', 'User'
          FROM generate_series(0, 99) n;
        INSERT INTO tasks (tenant_id, id, request_key, spec_digest, title, status, expires_at, assignee_id,
                           created_by_kind, created_by_id, created_at, updated_at, closed_at)
          SELECT '${TENANT}', gen_random_uuid(), n::text, '', 'Task',
                 CASE WHEN n % 3 > 0 THEN 'COMPLETED' WHEN n > 60000 THEN 'READY' ELSE 'RESERVED' END, now(),
                 CASE WHEN n <= 60000 THEN ('00000000-0000-7000-8000-' || lpad((n % 100)::text, 12, '0'))::uuid END,
                 'system', 'system', now(), now(), CASE WHEN n % 3 > 0 THEN now() END
          FROM generate_series(1, 120000) n;
        ANALYZE tasks, users;`),
    database.adminUrl,
  );
}, 120_000);
afterAll(() => database?.drop());

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

test("counts the members' open tasks by index, as the role app", async () => {
  const client = new Client({ connectionString: database.databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('app.tenant', $1, true)`, [TENANT]);
    const parameters = [TENANT, Array.from({ length: 10 }, (_, number) => id(number))];
    const counted = await client.query<{ open: number }>(OPEN_TASKS, parameters);
    expect(counted.rows.map(({ open }) => open)).toEqual(Array(10).fill(200));
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${OPEN_TASKS}`,
      parameters,
    );
    const nodes = nodesOf((rows[0]?.['QUERY PLAN'][0] as { Plan: Node }).Plan);
    const scans = nodes.filter(
      (node) => /Scan/.test(node['Node Type']) && node['Node Type'] !== 'Function Scan',
    );
    expect(scans.map((node) => node['Index Name'])).toEqual([expect.stringMatching(/^tasks_mine/)]);
    expect(nodes.map((node) => node['Rows Removed by Filter'] ?? 0).filter(Boolean)).toEqual([]);
  } finally {
    await client.end();
  }
});
