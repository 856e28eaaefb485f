import { SystemDatabase } from '@orkestra/core';
import { TenancyModule } from '@orkestra/tenancy';
import { Client } from 'pg';
import { fillTasks } from '../testing/fill-tasks';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { OutboxSweepService, TasksModule, TaskSweepService, WorkflowTasksService } from '..';

const TENANT = '00000000-0000-7000-8000-00000000000a';
const SAM = '00000000-0000-7000-8000-000000000051';
const GROUP = '00000000-0000-7000-8000-000000000061';
const [OPEN, CLOSED] = [100_000, 100_000];

let parts: TestServices;
let system: Client;

beforeAll(async () => {
  parts = await startServices([TenancyModule, TasksModule]);
  await asAdmin(async (admin) => {
    await admin.query(`
      INSERT INTO tenants (id, slug, name) VALUES ('${TENANT}', 'a', 'A');
      INSERT INTO users (tenant_id, id, email, display_name) VALUES ('${TENANT}', '${SAM}', 'sam@a.test', 'Sam');
      INSERT INTO groups (tenant_id, id, key, name) VALUES ('${TENANT}', '${GROUP}', 'g', 'G');`);
    await fillTasks(admin, {
      tenantId: TENANT,
      userId: SAM,
      groupIds: [GROUP],
      open: OPEN,
      closed: CLOSED,
    });
    // Closed over some months, and told to their workflows; a day's worth of the latest is still in the outbox.
    await admin.query(`
      SET session_replication_role = replica;
      UPDATE tasks SET closed_at = now() - (substr(title, 18)::int - ${OPEN}) * interval '100 s' WHERE closed_at IS NOT NULL;
      INSERT INTO outbox (id, tenant_id, task_id, kind, workflow_id, correlation_id, status, created_at, available_at,
                          settled_at)
      SELECT gen_random_uuid(), tenant_id, id, 'task.closed', workflow_id, 'filling', 'delivered', closed_at, closed_at,
             now() - interval '1 hour'
      FROM tasks WHERE closed_at IS NOT NULL;
      UPDATE outbox SET status = 'pending', settled_at = NULL WHERE id IN (SELECT id FROM outbox LIMIT 20);
      ANALYZE tasks, outbox;`);
  }, parts.database.adminUrl);
  system = new Client({ connectionString: parts.database.systemDatabaseUrl });
  await system.connect();
}, 240_000);

afterAll(async () => {
  await system?.end();
  await parts?.close();
});

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** How the first query that `work` asks as the role system reads the big tables: the kinds of scan, and the rows. */
async function planOf(work: () => Promise<unknown>): Promise<{ scans: string[]; read: number }> {
  const asked = jest.spyOn(parts.services.get(SystemDatabase), 'query').mockResolvedValue([]);
  await work();
  const [sql, parameters] = asked.mock.calls[0] as [string, unknown[]];
  asked.mockRestore();
  await system.query('BEGIN');
  const explained = await system.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
    parameters,
  );
  await system.query('ROLLBACK');
  const nodes = nodesOf(explained.rows[0]!['QUERY PLAN'][0].Plan).filter(
    (node) => node['Node Type'].endsWith('Scan') && ['tasks', 'outbox'].includes(node['Relation Name'] ?? ''),
  );
  const rows = nodes.map(
    (node) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
  );
  return { scans: nodes.map((node) => node['Node Type']), read: rows.reduce((a, b) => a + b, 0) };
}

const sweep = () => parts.services.get(TaskSweepService);
const outbox = () => parts.services.get(OutboxSweepService);
const workflows = () => parts.services.get(WorkflowTasksService);
const keys = Array.from({ length: 200 }, (_, n) => ({ tenantId: TENANT, workflowId: `filling-${n * 7}` }));

describe('with 100,000 open and 100,000 closed tasks, as the role system', () => {
  it.each([
    ['what expires', () => sweep().expire(), 0],
    ['what is to be resumed', () => sweep().resume(), 0],
    ['the open tasks of 200 workflows that closed', () => workflows().openOf(keys), 200],
    ['a page of all open tasks', () => workflows().openPage(new Date(), undefined, 1_000), 1_000],
    ['what ended in five minutes and was not told', () => outbox().tellUntold(5 * 60_000), 10],
    ['dead deliveries', () => outbox().replayDead(), 0],
    ['deliveries leased too long', () => outbox().releaseStuck(), 0],
    ['deliveries to forget', () => outbox().forgetDelivered(), 0],
    ['the backlog', () => outbox().backlog(), 40],
  ])('%s: by an index, reading no more rows than it must', async (_, work, most) => {
    const { scans, read } = await planOf(work);
    expect(scans.length).toBeGreaterThan(0);
    expect(scans).not.toContain('Seq Scan');
    expect(read).toBeLessThanOrEqual(most);
  });
});
