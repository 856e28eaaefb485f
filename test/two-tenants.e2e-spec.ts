import { Client } from 'pg';
import {
  type ApiClient,
  claim,
  complete,
  ended,
  listTasks,
  readTask,
  readWorkflow,
  startSystem,
  startWorkflow,
  taskOf,
} from './harness';
import { type TestSystem } from './harness';

const TENANT_TABLES = `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS protected
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname = 'tenant_id'`;

describe('Two tenants', () => {
  let system: TestSystem;
  let sam: ApiClient;
  let olga: ApiClient;
  let workflowId: string;
  let taskId: string;

  beforeAll(async () => {
    system = await startSystem();
    [sam, olga] = [await system.person('sam@demo.test'), await system.person('olga@other.test')];
    workflowId = await startWorkflow(
      system.agent('demo'),
      'one-task',
      { title: 'For the demo company' },
      'case-1',
    );
    taskId = (await taskOf(sam, workflowId)).id as string;
  });
  afterAll(() => system?.stop());

  const asApp = async <T>(work: (client: Client) => Promise<T>) => {
    const client = new Client({ connectionString: system.database.databaseUrl });
    await client.connect();
    return work(client).finally(() => client.end());
  };

  test('the other tenant sees nothing, and cannot tell that it is there', async () => {
    expect(await listTasks(olga, {})).toEqual([]);
    expect(await listTasks(olga, { workflowId })).toEqual([]);
    const notFound = { code: 'NOT_FOUND', reason: 'task.not_found' };
    await expect(readTask(olga, taskId)).rejects.toMatchObject(notFound);
    await expect(claim(olga, taskId)).rejects.toMatchObject(notFound);
    await expect(complete(olga, taskId, { answer: 'x' }, { claim: true })).rejects.toMatchObject(notFound);
    await expect(readWorkflow(olga, workflowId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const prefixed = `${system.tenantId('demo')}/${workflowId}`;
    await expect(readWorkflow(olga, prefixed)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('both use one workflow key for two executions, and each decision goes home', async () => {
    expect(
      await startWorkflow(system.agent('other'), 'one-task', { title: 'For the other one' }, 'case-1'),
    ).toBe('case-1');
    const theirs = await taskOf(olga, 'case-1');
    expect(theirs.id).not.toBe(taskId);
    await complete(olga, theirs.id, { answer: 'theirs' }, { claim: true });

    expect((await ended(olga, 'case-1')).result).toMatchObject({ answer: 'theirs' });
    expect(await readWorkflow(sam, 'case-1')).toMatchObject({ status: 'RUNNING', result: null });
  });

  test('the live updates of one tenant do not reach the other', async () => {
    const theirs = await olga.subscribe('subscription { taskUpdated { taskId } }');
    const ours = await sam.subscribe('subscription { taskUpdated { taskId kind } }');
    await claim(sam, taskId);
    await ours.next(({ taskUpdated }) => taskUpdated.kind === 'claimed');
    const marker = await taskOf(
      olga,
      await startWorkflow(system.agent('other'), 'one-task', { title: 'Marker' }),
    );
    await theirs.next(({ taskUpdated }) => taskUpdated.taskId === marker.id);

    expect(theirs.received.map(({ taskUpdated }) => taskUpdated.taskId as string)).not.toContain(taskId);
  });

  test('a tenant in the input of a workflow changes nothing: the memo holds the one that it started for', async () => {
    const input = {
      title: 'Whose?',
      tenantId: system.tenantId('other'),
      context: { tenantId: system.tenantId('other') },
    };
    const task = await taskOf(sam, await startWorkflow(system.agent('demo'), 'one-task', input));
    const [row] = await system.rows('SELECT tenant_id FROM tasks WHERE id = $1', [task.id]);
    expect(row?.tenant_id).toBe(system.tenantId('demo'));
  });

  test('every table with a tenant has forced row-level security, and without a tenant a query sees no row', async () => {
    const tables = await system.rows<{ name: string; protected: boolean }>(TENANT_TABLES);
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter((table) => !table.protected)).toEqual([]);
    await asApp(async (app) => {
      for (const { name } of tables) {
        const rows = await app
          .query(`SELECT FROM ${name} WHERE tenant_id IS NOT NULL`)
          .then(({ rowCount }) => rowCount, refusal);
        expect({ name, rows: rows || 'none' }).toEqual({
          name,
          rows: expect.stringMatching(/^(none|permission denied)$/),
        });
      }
    });
  });

  test('with the tenant of one set, Postgres neither shows nor takes rows of the other', async () => {
    await asApp(async (app) => {
      await app.query(`SELECT set_config('app.tenant', $1, false)`, [system.tenantId('other')]);
      expect((await app.query('SELECT FROM tasks WHERE id = $1', [taskId])).rowCount).toBe(0);
      expect((await app.query(`UPDATE tasks SET title = 'mine' WHERE id = $1`, [taskId])).rowCount).toBe(0);
      const intrusion = app.query(
        `INSERT INTO groups (tenant_id, id, key, name) VALUES ($1, gen_random_uuid(), 'x', 'X')`,
        [system.tenantId('demo')],
      );
      await expect(intrusion).rejects.toThrow('row-level security');
    });
  });

  test.each(['adminUrl', 'migrationDatabaseUrl'] as const)(
    'a gateway refuses to start with the %s',
    async (name) => {
      const start = startSystem({ processes: ['gateway'], env: { DATABASE_URL: system.database[name] } });
      await expect(start).rejects.toThrow(/DATABASE_URL connects as .*(superuser|owns tables)/s);
    },
  );
});

function refusal(error: Error): string {
  return error.message.startsWith('permission denied') ? 'permission denied' : error.message;
}
