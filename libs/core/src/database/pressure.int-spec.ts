import { getDataSourceToken } from '@nestjs/typeorm';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { eventually } from '../../../../test/harness/eventually';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { RequestTimeoutError, runUntilGivenUp } from '../process/given-up';
import { SystemDatabase, TenantDatabase } from './database.provider';
import { openingForTenant } from './openings';
import { queryRows } from './query-rows';
import { inTransaction } from './transaction';

const TENANT = { tenantId: '00000000-0000-7000-8000-000000000001' };
const LOCK = `SELECT id FROM tenants WHERE id = '${TENANT.tenantId}' FOR UPDATE`;
const ME = `SELECT pg_backend_pid() AS pid`;

let parts: TestServices;
let database: TenantDatabase;
let system: SystemDatabase;
beforeAll(async () => {
  parts = await startServices([], { DATABASE_POOL_SIZE: '2' });
  database = parts.services.get(TenantDatabase);
  system = parts.services.get(SystemDatabase);
  await admin(`INSERT INTO tenants (id, slug, name) VALUES ('${TENANT.tenantId}', 'a', 'A');
               GRANT UPDATE ON tenants TO orkestra_app`);
});
afterAll(() => parts.close());

const admin = (sql: string) => asAdmin((client) => client.query(sql), parts.database.adminUrl);
const end = (pid: number) => admin(`SELECT pg_terminate_backend(${pid})`);
const pidOf = async (em: Parameters<typeof queryRows>[0]) =>
  (await queryRows<{ pid: number }>(em, ME))[0]?.pid ?? 0;

/** Somebody who has opened a transaction as the services do, taken a lock, and says nothing more. */
async function fallSilent(): Promise<Client> {
  const client = new Client({ connectionString: parts.database.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(openingForTenant(TENANT.tenantId));
  await client.query(LOCK);
  return client;
}

describe('a process that stands still inside a transaction', () => {
  it('is cut off before those that wait for its lock, or for their connections, give up', async () => {
    const silent = await fallSilent();
    const waiting = [1, 2, 3, 4, 5].map(() => database.run(TENANT, (em) => queryRows(em, LOCK)));
    expect(await Promise.all(waiting)).toEqual(Array(5).fill([{ id: TENANT.tenantId }]));
    await expect(silent.query('SELECT 1')).rejects.toThrow();
  });

  it('is told, when it goes on, that nothing was changed', async () => {
    const slept = database.run(TENANT, async (em) => {
      const pid = await pidOf(em);
      const there = () => admin(`SELECT FROM pg_stat_activity WHERE pid = ${pid}`);
      await eventually(async () => (await there()).rowCount === 0);
      return queryRows(em, ME);
    });
    await expect(slept).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'database.held_up',
      sign: '25P03',
    });
  });
});

describe('a database under pressure', () => {
  it('says that all connections are in use, and serves whoever comes when one is free', async () => {
    let free: () => void = () => undefined;
    const freed = new Promise<void>((resolve) => (free = resolve));
    const busy = [1, 2].map(() =>
      system.run(async (em) => {
        await em.query(`SELECT set_config('idle_in_transaction_session_timeout', '60s', true)`);
        await freed;
      }),
    );
    await expect(system.query('SELECT 1')).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'database.busy',
      details: { retryAfter: 5 },
    });
    free();
    await Promise.all(busy);
    expect(await system.query('SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it.each([
    ['statement_timeout', '57014'],
    ['transaction_timeout', '25P04'],
  ])('keeps to the limit %s, and gives the connection back', async (limit, sign) => {
    const dataSource = parts.services.get<DataSource>(getDataSourceToken());
    const opening = `START TRANSACTION; SELECT set_config('${limit}', '50ms', true)`;
    for (let round = 0; round < 3; round += 1) {
      const slow = inTransaction(dataSource, opening, (em) => em.query('SELECT pg_sleep(60)'));
      await expect(slow).rejects.toMatchObject({ code: 'database.held_up', sign });
    }
    expect(await database.run(TENANT, (em) => queryRows(em, 'SELECT 1 AS n'))).toEqual([{ n: 1 }]);
  });

  it('has limits on every transaction and every single statement, and on none of its connections', async () => {
    const LIMITS = `SELECT name, setting::int > 0 AS limited FROM pg_settings WHERE name IN
      ('statement_timeout', 'lock_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout')`;
    const all = Array(4).fill(true);
    const of = (rows: { limited: boolean }[]) => rows.map(({ limited }) => limited);
    expect(of(await database.run(TENANT, (em) => queryRows(em, LIMITS)))).toEqual(all);
    expect(of(await system.run((em) => queryRows(em, LIMITS)))).toEqual(all);
    expect(of(await system.query(LIMITS))).toEqual(all);
  });
});

describe('a connection that is lost', () => {
  it('before the commit: nothing was changed', async () => {
    const cut = database.run(TENANT, async (em) => {
      await end(await pidOf(em));
      return queryRows(em, ME);
    });
    // Postgres's word may come after the end of the connection.
    const sign = expect.stringMatching(/^(57P01|unreachable)$/) as string;
    await expect(cut).rejects.toMatchObject({ code: 'database.unreachable', sign });
  });

  it('with the commit on its way: nobody knows, and it says so', async () => {
    await admin(`CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER lingering AFTER UPDATE ON tenants DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION linger()`);
    let pid = 0;
    const cut = database.run(TENANT, async (em) => {
      pid = await pidOf(em);
      await em.query(`UPDATE tenants SET name = 'B' WHERE id = $1`, [TENANT.tenantId]);
    });
    const refused = expect(cut).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'database.outcome_unknown',
      message: expect.stringContaining('may have been recorded or not'),
    });
    await eventually(async () => {
      const asleep = `SELECT FROM pg_stat_activity WHERE pid = ${pid} AND wait_event = 'PgSleep'`;
      return (await admin(asleep)).rowCount === 1;
    });
    await end(pid);
    await refused;
    await admin('DROP TRIGGER lingering ON tenants; DROP FUNCTION linger()');
  });
});

describe('a transaction', () => {
  it('is no success when a statement failed and nobody looked', async () => {
    const careless = database.run(TENANT, async (em) => {
      await em.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(careless).rejects.toThrow('was rolled back');
  });

  it('is not begun for a request that was given up', async () => {
    const work = jest.fn(() => Promise.resolve());
    const given = runUntilGivenUp(AbortSignal.abort(), () => database.run(TENANT, work));
    await expect(given).rejects.toThrow(RequestTimeoutError);
    expect(work).not.toHaveBeenCalled();
  });
});

it.each([
  ['WITH old AS (SELECT 1) UPDATE tenants SET name = name RETURNING slug', [{ slug: 'a' }]],
  [`/* why */ UPDATE tenants SET name = name RETURNING slug`, [{ slug: 'a' }]],
  ['UPDATE tenants SET name = name', []],
  ['SELECT slug FROM tenants', [{ slug: 'a' }]],
])('queryRows answers the rows of %j', async (sql, rows) => {
  expect(await database.run(TENANT, (em) => queryRows(em, sql))).toEqual(rows);
});
