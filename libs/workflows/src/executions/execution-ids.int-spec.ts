import { Client } from 'pg';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { testContext } from '../../../tenancy/src/testing';
import { WorkflowsModule } from '../workflows.module';
import { EXECUTIONS_BETWEEN, LATEST_EXECUTIONS } from './execution-ids.queries';
import { WorkflowsService } from './workflows.service';

const [A, B] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];
const principal = { kind: 'service', id: 'bot' } as const;
const ours = testContext({ tenantId: A, principal });
const theirs = testContext({ tenantId: B, principal });
let parts: TestServices;
let workflows: WorkflowsService;

beforeAll(async () => {
  parts = await startServices([WorkflowsModule]);
  workflows = parts.services.get(WorkflowsService);
  const insert = (tenant: string, key: string, from: string) => `
    INSERT INTO workflow_executions (tenant_id, key, type, task_queue, status, request_digest, started_by_kind,
      started_by_id, started_by_name, correlation_id, started_at)
    SELECT '${tenant}', ${key}, 't', 'q', 'completed', '', 'system', 's', 's', 'c', now() ${from};`;
  await asAdmin(async (admin) => {
    await admin.query(`
      INSERT INTO tenants (id, slug, name) VALUES ('${A}', 'a', 'A'), ('${B}', 'b', 'B');
      ${insert(A, `'order-' || n`, `+ n * interval '1 s' FROM generate_series(1, 20000) n`)}
      ${insert(A, 'k', `FROM unnest(ARRAY['Order-1', 'order', 'order.x', 'orders', 'ordes']) k`)}
      ${insert(B, `'order-secret'`, '')}
      ANALYZE workflow_executions;`);
  }, parts.database.adminUrl);
});
afterAll(() => parts?.close());

it('finds ids by how they begin, in one order whatever the collation', async () => {
  expect(await workflows.idsStartingWith(ours, 'order-1999', 5)).toEqual([
    'order-1999',
    'order-19990',
    'order-19991',
    'order-19992',
    'order-19993',
  ]);
  expect(await workflows.idsStartingWith(ours, 'Ord', 5)).toEqual(['Order-1']);
  expect(await workflows.idsStartingWith(ours, 'orders', 5)).toEqual(['orders']);
  expect(await workflows.idsStartingWith(ours, 'order.', 5)).toEqual(['order.x']);
  for (const none of ['%', '_rder', 'ordé', 'x', '\0'])
    expect(await workflows.idsStartingWith(ours, none, 5)).toEqual([]);
});

it('knows the latest ones where nothing is given, and nothing of another tenant', async () => {
  expect(await workflows.idsStartingWith(ours, '', 2)).toEqual(['order-20000', 'order-19999']);
  expect(await workflows.idsStartingWith(theirs, '', 5)).toEqual(['order-secret']);
  expect(await workflows.idsStartingWith(ours, 'order-s', 5)).toEqual([]);
});

it.each([
  [LATEST_EXECUTIONS, []],
  [EXECUTIONS_BETWEEN, ['order-1', 'order-1\u007f']],
])('reads no more than it answers, as the role app: %s', async (sql, range) => {
  const app = new Client({ connectionString: parts.database.databaseUrl });
  await app.connect();
  await app.query(`SELECT set_config('app.tenant', $1, false)`, [A]);
  const { rows } = await app.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) ${sql}`, [
    A,
    101,
    ...range,
  ]);
  await app.end();
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toMatch(/Index (Only )?Scan/);
  expect(plan).not.toMatch(/Seq Scan|Sort|Rows Removed by Filter/);
});
