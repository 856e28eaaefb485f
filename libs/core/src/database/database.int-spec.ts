import { startServices, type TestServices } from '../../../../test/harness/services';
import { TenantDatabase } from './database.provider';
import { prepared } from './prepared';

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
