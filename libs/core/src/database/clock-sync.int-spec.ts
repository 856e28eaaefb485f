import { Test, type TestingModule } from '@nestjs/testing';
import {
  asAdmin,
  createTestDatabase,
  type TestDatabase,
} from '../../../../test/harness/database/test-database';
import { Clock, CoreModule, loadConfig } from '..';

const HOUR_MS = 3_600_000;
let database: TestDatabase;
let app: TestingModule;

beforeAll(async () => {
  database = await createTestDatabase();
  // Only what the machine says of the time is wrong; timers run as they do.
  jest.useFakeTimers({
    now: Date.now() + HOUR_MS,
    doNotFake: [
      ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const),
      ...([
        'setImmediate',
        'clearImmediate',
        'setInterval',
        'clearInterval',
        'setTimeout',
        'clearTimeout',
      ] as const),
    ],
  });
  const config = loadConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.databaseUrl,
    SYSTEM_DATABASE_URL: database.systemDatabaseUrl,
  });
  app = await Test.createTestingModule({ imports: [CoreModule.forRoot({ app: 'test', config })] }).compile();
  await app.init();
}, 60_000);
afterAll(async () => {
  jest.useRealTimers();
  await app?.close();
  await database?.drop();
});

const postgresTime = () =>
  asAdmin(async (admin) => {
    const { rows } = await admin.query<{ at: Date }>('SELECT clock_timestamp() AS at');
    return rows[0]?.at.getTime() ?? 0;
  }, database.adminUrl);

it('goes by Postgres on a machine whose clock is an hour ahead, and when that clock is set back', async () => {
  const clock = app.get(Clock);
  const between = async () => {
    const before = await postgresTime();
    const now = clock.now().getTime();
    return { before, now, after: await postgresTime() };
  };
  for (const machine of [Date.now(), Date.now() - 2 * HOUR_MS]) {
    jest.setSystemTime(machine);
    const { before, now, after } = await between();
    expect(now).toBeGreaterThan(before - 1_000);
    expect(now).toBeLessThan(after + 1_000);
  }
});
