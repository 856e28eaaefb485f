import { encodeCursor } from '@orkestra/core';
import { Client } from 'pg';
import { asAdmin, createTestDatabase, type TestDatabase } from '../../../test/harness';
import { testContext } from '../../tenancy/src/testing';
import type { TaskFilter } from './task-filter';
import { listQuery } from './task-list';

const TENANT = '00000000-0000-7000-8000-00000000000a';
const SAM = '00000000-0000-7000-8000-000000000051';
const id = (n: number) => `00000000-0000-7000-8000-1000000000${String(n).padStart(2, '0')}`;
const member = testContext({
  tenantId: TENANT,
  principal: { id: SAM, groups: [1, 2].map((n) => ({ id: id(n), key: `g${n}`, role: 'member' as const })) },
});
const admin = testContext({ tenantId: TENANT, principal: { id: SAM, role: 'admin' } });
let database: TestDatabase;

/** 100,000 open and 20,000 closed tasks in ten queues; one person holds a hundred. */
beforeAll(async () => {
  database = await createTestDatabase();
  await asAdmin(async (client) => {
    await client.query(`
      INSERT INTO tenants (id, slug, name) VALUES ('${TENANT}', 'a', 'A');
      INSERT INTO users (tenant_id, id, email, display_name) VALUES ('${TENANT}', '${SAM}', 'sam@a.test', 'Sam');
      INSERT INTO groups (tenant_id, id, key, name)
        SELECT '${TENANT}', ('00000000-0000-7000-8000-10000000000' || n)::uuid, 'g' || n, 'G' FROM generate_series(0, 9) n;
      INSERT INTO tasks (tenant_id, id, request_key, spec_digest, title, status, due_at, expires_at, priority,
                         assignee_id, group_id, created_by_kind, created_by_id, created_at, updated_at, closed_at, workflow_id)
        SELECT '${TENANT}', gen_random_uuid(), n::text, '', 'Task ' || n,
               CASE WHEN n > 100000 THEN 'COMPLETED' WHEN n % 1000 = 0 THEN 'RESERVED' ELSE 'READY' END,
               now() + (n || ' s')::interval, now() + interval '30 d', n % 101,
               CASE WHEN n % 1000 = 0 THEN '${SAM}'::uuid END,
               ('00000000-0000-7000-8000-10000000000' || n % 10)::uuid, 'system', 'system', now(), now(),
               CASE WHEN n > 100000 THEN now() - (n || ' s')::interval END, 'w' || n
        FROM generate_series(1, 120000) n;
      INSERT INTO task_candidates (tenant_id, task_id, principal_kind, principal_id, claimable, open, due_at, rank)
        SELECT tenant_id, id, 'group', group_id, status = 'READY', closed_at IS NULL, due_at, rank FROM tasks;
      ANALYZE tasks, task_candidates, groups;`);
  }, database.adminUrl);
}, 120_000);

afterAll(() => database?.drop());

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

async function planOf(ctx: typeof member, filter: TaskFilter, after?: string): Promise<Node[]> {
  const client = new Client({ connectionString: database.databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('app.tenant', $1, true)`, [TENANT]);
    const { sql, parameters } = listQuery(ctx, filter, { first: 50, after });
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
      parameters,
    );
    return nodesOf((rows[0]?.['QUERY PLAN'][0] as { Plan: Node }).Plan);
  } finally {
    await client.end();
  }
}

const far = encodeCursor(['2999-01-01 00:00:00+00', '0', SAM]);

describe('plans of the lists, as the role app, with 100,000 open tasks', () => {
  it.each<[string, typeof member, TaskFilter, string | undefined]>([
    ['what a member may claim', member, { candidate: true }, undefined],
    ['a late page of it', member, { candidate: true }, far],
    ['what a member holds', member, { assignedToMe: true }, undefined],
    ['all that a member may see', member, {}, undefined],
    ['one queue', member, { group: 'g1' }, undefined],
    ['one queue, what may be claimed', member, { group: 'g1', candidate: true }, undefined],
    ['a queue of others', member, { group: 'g5' }, undefined],
    ['one queue, as an admin', admin, { group: 'g5' }, undefined],
    ['all of the tenant', admin, {}, undefined],
    ['the closed ones of a member', member, { status: ['COMPLETED'] }, undefined],
    ['the closed ones of the tenant', admin, { status: ['COMPLETED', 'CANCELLED', 'EXPIRED'] }, undefined],
    ['the tasks of a workflow', admin, { workflowId: 'w77' }, undefined],
  ])('%s: index scans that read about a page', async (_name, ctx, filter, after) => {
    const scans = (await planOf(ctx, filter, after)).filter((node) => node['Node Type'].includes('Scan'));
    const tables = scans.filter((node) => node['Relation Name']?.startsWith('task'));
    expect(tables.map((node) => node['Node Type'])).not.toContain('Seq Scan');
    for (const node of tables) {
      const read =
        (node['Actual Rows'] ?? 0) * (node['Actual Loops'] ?? 1) + (node['Rows Removed by Filter'] ?? 0);
      expect(read).toBeLessThan(500);
    }
  });
});
