import { startServices, type TestServices } from '../../../../test/harness/services';
import { RequestTimeoutError, runUntilGivenUp } from '../process/given-up';
import { SystemDatabase, TenantDatabase } from './database.provider';

const tenant = (n: number) => ({ tenantId: `00000000-0000-7000-8000-00000000000${n}` });
const WHERE = `SELECT pg_backend_pid() AS backend, now()::text AS began, current_setting('app.tenant') AS tenant,
  $1::int AS n`;

interface Where {
  backend: number;
  began: string;
  tenant: string;
  n: number;
}

let parts: TestServices;
let database: TenantDatabase;
beforeAll(async () => {
  parts = await startServices([], { DATABASE_POOL_SIZE: '4' });
  database = parts.services.get(TenantDatabase);
});
afterAll(() => parts.close());

const where = async (n: number, of = 1) => {
  const [row] = await database.query<Where>(tenant(of), WHERE, [n]);
  return row as Where;
};

describe('the reads of one turn', () => {
  it('share a transaction, and each has its own answer', async () => {
    const answers = await Promise.all([1, 2, 3].map((n) => where(n)));
    expect(new Set(answers.map(({ backend, began }) => `${backend} ${began}`)).size).toBe(1);
    expect(answers.map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  it('share none with those of another tenant, nor with those of a later turn', async () => {
    const [one, other] = await Promise.all([where(1, 1), where(1, 2)]);
    expect([one.tenant, other.tenant]).toEqual([tenant(1).tenantId, tenant(2).tenantId]);
    expect(other.backend).not.toBe(one.backend);
    expect((await where(1)).began).not.toBe(one.began);
  });

  it('go in several transactions where they are many', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => where(n)));
    expect(answers.map(({ n }) => n)).toEqual(Array.from({ length: 40 }, (_, n) => n));
    expect(new Set(answers.map(({ began, backend }) => `${backend} ${began}`)).size).toBe(3);
  });

  it('answer although one among them fails', async () => {
    const failing = database.query(tenant(1), 'SELECT 1 / $1::int', [0]);
    const answers = Promise.all([where(1), where(2)]);
    await expect(failing).rejects.toThrow('division by zero');
    expect((await answers).map(({ n }) => n)).toEqual([1, 2]);
  });

  it('are told what failed where each of them does', async () => {
    const failing = [0, 0].map((n) => database.query(tenant(1), 'SELECT 1 / $1::int', [n]));
    for (const { status } of await Promise.allSettled(failing)) expect(status).toBe('rejected');
    expect((await where(3)).n).toBe(3);
  });

  it('change nothing', async () => {
    const writing = database.query(tenant(1), `INSERT INTO tenants (id, slug, name) VALUES ($1, 'a', 'A')`, [
      tenant(1).tenantId,
    ]);
    await expect(writing).rejects.toThrow();
    const locking = database.query(tenant(1), 'SELECT id FROM tenants FOR UPDATE');
    await expect(locking).rejects.toThrow();
  });

  it('are not refused because a request beside them was given up', async () => {
    const gone = AbortSignal.abort();
    const given = new AbortController();
    const first = runUntilGivenUp(given.signal, () => where(1));
    const second = where(2);
    const late = runUntilGivenUp(gone, () => where(3));
    given.abort();
    await expect(late).rejects.toThrow(RequestTimeoutError);
    expect((await second).n).toBe(2);
    expect((await first).n).toBe(1);
  });

  it('are refused without the id of a tenant', async () => {
    await expect(database.query({ tenantId: `'; DROP TABLE tenants` }, 'SELECT 1')).rejects.toThrow(
      TypeError,
    );
  });
});

describe('look-ups of requests', () => {
  const lookUp = async (n: number) => {
    const [row] = await parts.services
      .get(SystemDatabase)
      .lookUp<Where>(`SELECT pg_backend_pid() AS backend, now()::text AS began, $1::int AS n`, [n]);
    return row as Where;
  };
  const later = <T>(work: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => process.nextTick(() => work().then(resolve, reject)));

  it('share a transaction where the requests arrive together, each with its own answer', async () => {
    const answers = await Promise.all([
      lookUp(1),
      later(() => lookUp(2)),
      later(() => later(() => lookUp(3))),
    ]);
    expect(new Set(answers.map(({ backend, began }) => `${backend} ${began}`)).size).toBe(1);
    expect(answers.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect((await lookUp(4)).began).not.toBe(answers[0]?.began);
  });

  it('change nothing', async () => {
    const writing = parts.services.get(SystemDatabase).lookUp('DELETE FROM sessions', []);
    await expect(writing).rejects.toMatchObject({ code: 'database.read_only' });
  });
});
