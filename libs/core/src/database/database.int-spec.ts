import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { TenantDatabase } from './database.provider';
import { DatabaseUnavailableError, OutcomeUnknownError } from './database.errors';
import { prepared } from './prepared';
import { lastRows } from './transaction';

const tenantId = (n: number) => `00000000-0000-7000-8000-00000000000${n}`;
const TENANT = prepared(`SELECT current_setting('app.tenant') AS tenant, $1::int AS n`);
const DIVIDE = prepared('SELECT 1 / $1::int AS n');

let parts: TestServices;
let database: TenantDatabase;
beforeAll(async () => {
  parts = await startServices([], { DATABASE_POOL_SIZE: '2' });
  database = parts.services.get(TenantDatabase);
});
afterAll(() => parts.close());

const ask = <Row>(n: number, sql: string, parameters: unknown[] = []) =>
  database.run({ tenantId: tenantId(n) }, (em) => em.query<Row[]>(sql, parameters));
const namesOf = (sql: string) =>
  ask<{ name: string }>(1, 'SELECT name FROM pg_prepared_statements WHERE statement = $1', [sql]);

describe('a transaction of a tenant', () => {
  it('knows its tenant from its first statement on, whoever had the connection before', async () => {
    const rounds = Array.from({ length: 40 }, (_, round) => round % 4);
    const answers = await Promise.all(rounds.map((n) => ask<{ tenant: string }>(n, TENANT, [n])));
    expect(answers.map(([row]) => row?.tenant)).toEqual(rounds.map(tenantId));
  });

  it('has several statements on their way at once, and their answers in order', async () => {
    const answers = await database.run({ tenantId: tenantId(1) }, (em) =>
      Promise.all([1, 2, 3].map((n) => em.query<{ n: number }[]>(TENANT, [n]))),
    );
    expect(answers.map(([row]) => row?.n)).toEqual([1, 2, 3]);
  });

  it('is refused without the id of a tenant', async () => {
    for (const wrong of ['', `${tenantId(1)}', true); --`]) {
      const work = jest.fn(() => Promise.resolve());
      await expect(database.run({ tenantId: wrong }, work)).rejects.toThrow(TypeError);
      expect(work).not.toHaveBeenCalled();
    }
  });

  it('leaves a connection that the next can use when one of its statements fails', async () => {
    for (let round = 0; round < 4; round += 1) {
      const failing = database.run({ tenantId: tenantId(1) }, (em) =>
        Promise.all([em.query(DIVIDE, [0]), em.query(TENANT, [1])]),
      );
      await expect(failing).rejects.toThrow('division by zero');
    }
    for (let round = 0; round < 4; round += 1) {
      expect(await ask(1, DIVIDE, [1])).toEqual([{ n: 1 }]);
      expect(await ask(2, TENANT, [7])).toEqual([{ tenant: tenantId(2), n: 7 }]);
    }
  });
});

describe('prepared()', () => {
  it('has a connection prepare a statement once, and no other statement', async () => {
    const other = 'SELECT $1::int + 1 AS n';
    for (let round = 0; round < 4; round += 1) {
      await ask(1, TENANT, [round]);
      await ask(1, other, [round]);
    }
    expect(await namesOf(TENANT)).toHaveLength(1);
    expect(await namesOf(other)).toEqual([]);
  });
});

describe('the last statement of a transaction', () => {
  const STATE = `SELECT pg_current_xact_id()::text AS xact, current_setting('app.tenant') AS tenant`;
  const stateOf = async (xact: string | undefined) =>
    (await ask<{ state: string }>(1, 'SELECT pg_xact_status($1::xid8) AS state', [xact]))[0]?.state;
  const run = <T>(work: (em: EntityManager) => Promise<T>) => database.run({ tenantId: tenantId(1) }, work);

  it('is committed when it has answered, and nothing that follows undoes it', async () => {
    let xact: string | undefined;
    const failing = run(async (em) => {
      const [row] = await lastRows<{ xact: string; tenant: string }>(em, STATE, []);
      expect(row?.tenant).toBe(tenantId(1));
      xact = row?.xact;
      expect(await stateOf(xact)).toBe('committed');
      throw new Error('afterwards');
    });
    await expect(failing).rejects.toThrow('afterwards');
    expect(await stateOf(xact)).toBe('committed');
    expect(await ask(2, TENANT, [7])).toEqual([{ tenant: tenantId(2), n: 7 }]);
  });

  it('takes the transaction along when it fails', async () => {
    let xact: string | undefined;
    const failing = run(async (em) => {
      [{ xact } = { xact: undefined }] = await em.query<{ xact: string }[]>(STATE);
      await lastRows(em, DIVIDE, [0]);
    });
    await expect(failing).rejects.toThrow('division by zero');
    expect(await stateOf(xact)).toBe('aborted');
    expect(await ask(2, TENANT, [7])).toEqual([{ tenant: tenantId(2), n: 7 }]);
  });

  it('says that nothing was changed where Postgres says so, and that nobody knows where the line is cut', async () => {
    const ended = run((em) => lastRows(em, 'SELECT pg_terminate_backend(pg_backend_pid())', []));
    await expect(ended).rejects.toThrow(DatabaseUnavailableError);
    const cut = run(async (em) => {
      const { connection } = (await em.queryRunner?.connect()) as Client & {
        connection: { stream: { destroy(): void } };
      };
      const answer = lastRows(em, 'SELECT pg_sleep(5)', []);
      setImmediate(() => connection.stream.destroy());
      return answer;
    });
    await expect(cut).rejects.toThrow(OutcomeUnknownError);
  });
});
