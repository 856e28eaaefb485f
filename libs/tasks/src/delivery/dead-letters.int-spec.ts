import { SystemDatabase } from '@orkestra/core';
import { SeedService } from '@orkestra/tenancy';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { testContext } from '../../../tenancy/src/testing';
import { TasksModule } from '../tasks.module';
import { DeadLettersService } from './dead-letters.service';
import { EveryDeadLetter } from './every-dead-letter.service';

const operator = { name: 'ada@db-1' };

let parts: TestServices;
let letters: DeadLettersService;
let every: EveryDeadLetter;
let tenants: Record<string, string>;

beforeAll(async () => {
  parts = await startServices([TasksModule]);
  letters = parts.services.get(DeadLettersService);
  every = parts.services.get(EveryDeadLetter);
  await parts.services.get(SeedService).seedDemo();
  const rows = await sql<{ slug: string; id: string }>('SELECT slug, id FROM tenants');
  tenants = Object.fromEntries(rows.map(({ slug, id }) => [slug, id]));
});
beforeEach(() => sql('DELETE FROM outbox'));
afterAll(() => parts?.close());

const sql = <Row extends object>(text: string) =>
  asAdmin(async (admin) => (await admin.query<Row>(text)).rows, parts.database.adminUrl);

const admin = (slug: string) => testContext({ tenantId: tenants[slug]!, principal: { role: 'admin' } });

/** Rows in the order of their ids. */
async function written(slug: string, count: number, status = 'dead'): Promise<string[]> {
  const rows = await sql<{ id: string }>(`
    INSERT INTO outbox (id, tenant_id, task_id, kind, workflow_id, correlation_id, status, attempts, last_error,
      created_at, available_at)
    SELECT gen_random_uuid(), '${tenants[slug]}', gen_random_uuid(), 'task.closed', 'w', 'c', '${status}', 20,
      'no way', now(), now() FROM generate_series(1, ${count}) RETURNING id`);
  return rows.map(({ id }) => id).sort();
}

const statusOf = async (id: string) =>
  (
    await sql<{ status: string; attempts: number }>(`SELECT status, attempts FROM outbox WHERE id = '${id}'`)
  )[0];

it('lists what is dead of the tenant, page by page', async () => {
  const ids = await written('demo', 3);
  await Promise.all([written('demo', 1, 'pending'), written('demo', 1, 'delivered'), written('other', 2)]);
  const first = await letters.list(admin('demo'), { first: 2 });
  expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect(first.items[0]).toMatchObject({
    lastError: 'no way',
    attempts: 20,
    replays: 0,
    kind: 'task.closed',
  });
  const second = await letters.list(admin('demo'), { first: 2, after: first.endCursor });
  expect(second.items.map(({ id }) => id)).toEqual(ids.slice(2));
  expect(second.hasNextPage).toBe(false);
});

it('finds the tenant’s own by an index, however many there are of others', async () => {
  await written('other', 3_000);
  const [id] = await written('demo', 1);
  await sql('ANALYZE outbox');
  const plan = await asAdmin(async (client) => {
    await client.query('SET ROLE orkestra_app');
    await client.query(`SELECT set_config('app.tenant', '${tenants.demo}', false)`);
    const text = `EXPLAIN SELECT id FROM outbox WHERE status = 'dead' AND tenant_id = '${tenants.demo}' ORDER BY id LIMIT 21`;
    return (await client.query<{ 'QUERY PLAN': string }>(text)).rows
      .map((row) => row['QUERY PLAN'])
      .join('\n');
  }, parts.database.adminUrl);
  expect(plan).toContain('outbox_dead_of_tenant');
  expect((await letters.list(admin('demo'), {})).items.map((one) => one.id)).toEqual([id]);
});

it('has them tried again at once, and the audit log says who wanted it', async () => {
  const [id] = (await written('demo', 1)) as [string];
  expect(await letters.replay(admin('demo'), [id, id])).toEqual([id]);
  expect(await statusOf(id)).toEqual({ status: 'pending', attempts: 0 });
  const due = 'SELECT id FROM outbox WHERE available_at <= now()';
  expect(await parts.services.get(SystemDatabase).query(due)).toContainEqual({ id });
  const told = await sql(
    `SELECT actor_kind, details FROM audit_events WHERE action = 'dead_letters.replayed'`,
  );
  expect(told).toEqual([{ actor_kind: 'user', details: { ids: [id] } }]);
});

it("touches none when one is unknown, alive or another tenant's", async () => {
  const [mine] = (await written('demo', 1)) as [string];
  const [alive] = (await written('demo', 1, 'delivered')) as [string];
  const [theirs] = (await written('other', 1)) as [string];
  for (const id of [alive, theirs, 'no-id', '00000000-0000-7000-8000-000000000000']) {
    await expect(letters.replay(admin('demo'), [mine, id])).rejects.toMatchObject({
      kind: 'not_found',
      code: 'dead_letter.not_found',
    });
  }
  expect(await statusOf(mine)).toMatchObject({ status: 'dead' });
  expect(await statusOf(theirs)).toMatchObject({ status: 'dead' });
  for (const ids of [[], Array.from({ length: 101 }, (_, index) => String(index))])
    await expect(letters.replay(admin('demo'), ids)).rejects.toMatchObject({ kind: 'invalid' });
});

it('is for admins', async () => {
  const worker = testContext({ tenantId: tenants.demo!, scopes: ['tasks:read', 'tasks:write'] });
  const refused = { kind: 'forbidden', code: 'auth.role_forbids' };
  await expect(letters.list(worker, {})).rejects.toMatchObject(refused);
  await expect(letters.replay(worker, ['x'])).rejects.toMatchObject(refused);
});

it('shows the operator those of all tenants or of one, and revives them for each', async () => {
  const [demo, other] = [await written('demo', 1), await written('other', 1)];
  const listed = await every.list({}, 10);
  expect(listed.map(({ id }) => id)).toEqual([...demo, ...other].sort());
  expect((await every.list({ tenantId: tenants.other }, 10)).map(({ id }) => id)).toEqual(other);
  expect(await every.get(other[0]!)).toMatchObject({ tenantId: tenants.other });
  await expect(every.get('nothing')).rejects.toMatchObject({ kind: 'not_found' });
  expect(await every.replay(operator, [...demo, ...other])).toHaveLength(2);
  const told = await sql<{ tenant_id: string; details: object }>(
    `SELECT tenant_id, details FROM audit_events WHERE actor_kind = 'operator'`,
  );
  expect(told).toHaveLength(2);
  expect(told).toContainEqual({ tenant_id: tenants.other, details: { ids: other } });
});
