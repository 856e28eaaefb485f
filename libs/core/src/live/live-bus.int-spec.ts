import { Test, type TestingModule } from '@nestjs/testing';
import { eventually } from '../../../../test/harness/eventually';
import { createTestDatabase, type TestDatabase } from '../../../../test/harness/database/test-database';
import { testRun } from '../../../../test/harness/run/test-run';
import { PostgresProxy } from '../../../../test/harness/servers/postgres-proxy';
import { CoreModule } from '../core.module';
import { HealthService } from '../health.service';
import { loadConfig } from '../process/config';
import { Logger } from '../process/logger.provider';
import { LiveBus } from './live-bus.provider';
import { LiveChannel } from './live-channel';

const TENANT = 't';
const task = (id: string) => ({ tenantId: TENANT, topic: 'task' as const, id, revision: 1, kind: 'claimed' });

let database: TestDatabase;
let proxy: PostgresProxy;
const started: TestingModule[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await PostgresProxy.start(database.databaseUrl);
});
afterEach(async () => {
  proxy.heal();
  for (const program of started.splice(0)) await program.close();
});
afterAll(async () => {
  await proxy?.close();
  await database?.drop();
});

/** One of several processes. */
async function program(settings: Record<string, string> = {}): Promise<LiveBus> {
  const { databaseUrl: DATABASE_URL, systemDatabaseUrl: SYSTEM_DATABASE_URL } = database;
  const TEMPORAL_ADDRESS = testRun.temporalAddress;
  const needed = { LOG_LEVEL: 'silent', TEMPORAL_ADDRESS, DATABASE_URL, SYSTEM_DATABASE_URL };
  const config = loadConfig({ ...needed, ...settings });
  const core = CoreModule.forRoot({ app: 'test', config });
  const module = await (await Test.createTestingModule({ imports: [core] }).compile()).init();
  started.push(module);
  return module.get(LiveBus);
}

it('reaches others while the connection of whoever sends is down', async () => {
  const sender = await program({ LISTEN_DATABASE_URL: proxy.through(database.databaseUrl) });
  const heard = (await program()).subscribe(TENANT);
  proxy.cut();
  await eventually(() => sender.problem);
  for (let n = 0; n < 14; n += 1) {
    sender.publish(task(`${n}`));
    expect((await heard.next()).value).toEqual(task(`${n}`));
  }
});

it('tells the tenant that something was missed, once the sender can send again', async () => {
  const sender = await program({
    DATABASE_URL: proxy.through(database.databaseUrl),
    SYSTEM_DATABASE_URL: proxy.through(database.systemDatabaseUrl),
  });
  const receiver = await program();
  const all = receiver.subscribe(TENANT);
  const one = receiver.subscribeTo(TENANT, 'task', 'a');
  const others = receiver.subscribe('u');
  proxy.cut();
  await eventually(() => sender.problem);
  sender.publish(task('a'));
  await sender.flush();
  proxy.heal();
  expect((await all.next()).value).toMatchObject({ tenantId: TENANT, kind: 'resync' });
  expect((await one.next()).value).toMatchObject({ tenantId: TENANT, kind: 'resync' });
  receiver.publish({ ...task('b'), tenantId: 'u' });
  expect((await others.next()).value).toMatchObject({ id: 'b' });
});

it('tells its own subscribers when its connection was lost', async () => {
  const bus = await program({ LISTEN_DATABASE_URL: proxy.through(database.databaseUrl) });
  const subscription = bus.subscribeTo(TENANT, 'task', 'a');
  proxy.cut();
  await eventually(() => bus.problem);
  proxy.heal();
  expect((await subscription.next()).value).toMatchObject({ kind: 'resync' });
});

it('notices a connection whose other end is gone without a word', async () => {
  const events: string[] = [];
  const logger = Logger.create({ app: 'test', level: 'silent' });
  const listener = {
    onPayload: () => undefined,
    onReconnect: () => void events.push('reconnected'),
    notifyElsewhere: () => Promise.reject(new Error('busy')),
  };
  const url = proxy.through(database.databaseUrl);
  const channel = new LiveChannel(url, logger, listener, { beatMs: 50, answerMs: 500 });
  await channel.open();
  expect(channel.connected).toBe(true);
  proxy.fallSilent();
  await eventually(() => !channel.connected);
  proxy.heal();
  await eventually(() => events.length > 0 && channel.connected);
  await channel.close();
});

describe('behind a pooler that lets no notification through', () => {
  let pooler: PostgresProxy;
  beforeAll(async () => (pooler = await PostgresProxy.start(database.databaseUrl, { pooler: true })));
  afterAll(() => pooler.close());

  it('says so, and which setting helps', async () => {
    const bus = await program({ DATABASE_URL: pooler.through(database.databaseUrl) });
    expect(await eventually(() => bus.problem)).toContain('LISTEN_DATABASE_URL');
    const health = await (started.at(-1) as TestingModule).get(HealthService).ready();
    expect(health).toMatchObject({
      status: 'ok',
      checks: { liveUpdates: 'unavailable', database: 'ok' },
      reasons: { liveUpdates: expect.stringContaining('PgBouncer') },
    });
  });

  it('hears everything with the setting', async () => {
    const urls = {
      DATABASE_URL: pooler.through(database.databaseUrl),
      SYSTEM_DATABASE_URL: pooler.through(database.systemDatabaseUrl),
      LISTEN_DATABASE_URL: database.databaseUrl,
    };
    const [one, other] = [await program(urls), await program(urls)];
    const heard = other.subscribe(TENANT);
    one.publish(task('a'));
    expect((await heard.next()).value).toEqual(task('a'));
    expect(other.problem).toBeUndefined();
  });
});

it('is ready or not, and says why', async () => {
  await program({ DATABASE_URL: proxy.through(database.databaseUrl) });
  const health = (started.at(-1) as TestingModule).get(HealthService);
  expect(await health.ready()).toMatchObject({ status: 'ok', checks: { database: 'ok' } });
  proxy.cut();
  await eventually(async () => (await health.ready()).status === 'unavailable');
  expect(await health.ready()).toMatchObject({
    status: 'unavailable',
    reasons: { database: expect.stringMatching(/^The database cannot be reached. \(\w+\)$/) },
  });
});
