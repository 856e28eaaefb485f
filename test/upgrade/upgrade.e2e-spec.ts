import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import {
  type ApiClient,
  asAdmin,
  complete,
  createTestDatabase,
  ended,
  eventually,
  type Json,
  listTasks,
  readTask,
  readTaskPage,
  run,
  type Seeded,
  startSystem,
  type TestDatabase,
  type TestSystem,
} from '../harness';
import { CATALOGUE } from '../harness/database/structure.queries';
import { createFilledDatabase, migrate } from '../harness/database/test-database';
import { postgresTools } from '../harness/servers/postgres-tools';
import { fileOf, readRelease, recordedReleases, type Release } from './release';

describe.each(recordedReleases())('What %s left behind goes on', (version) => {
  let folder: string;
  let release: Release;
  let system: TestSystem;
  let sam: ApiClient;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'orkestra-upgrade-'));
    release = readRelease(version);
    const temporalFile = join(folder, 'temporal.db');
    writeFileSync(temporalFile, gunzipSync(readFileSync(fileOf(version, 'temporal.db.gz'))));
    const openDatabase = () => upgraded(version, release);
    const earlier = { openDatabase, temporalFile, namespace: release.namespace };
    system = await startSystem({ earlier, processes: ['gateway', 'worker', 'mcp'] });
    sam = await system.person('sam@demo.test');
  }, 240_000);
  afterAll(async () => {
    await system?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const task = (name: string): string => release.tasks[name] ?? '';
  const workflow = (name: string): string => release.workflows[name] ?? '';
  const isDone = (id: string, result: Json) =>
    expect(ended(sam, id)).resolves.toMatchObject({ status: 'COMPLETED', error: null, result });

  test('its tables have become those of a new installation, with rights and policies', async () => {
    const fresh = await createTestDatabase();
    const catalogue = (url: string) =>
      asAdmin(
        async (admin) => (await admin.query<{ what: string }>(CATALOGUE)).rows.map(({ what }) => what),
        url,
      );
    expect(await catalogue(system.database.adminUrl)).toEqual(await catalogue(fresh.adminUrl));
    await fresh.drop();
    const unseen = await asAdmin(
      async (app) => (await app.query('SELECT FROM tasks')).rowCount,
      system.database.databaseUrl,
    );
    expect(unseen).toBe(0);
  });

  test('a decision that was not delivered reaches its workflow, once', async () => {
    await isDone(workflow('undelivered'), { answer: 'meanwhile' });
    await eventually(async () => (await readTask(sam, task('undelivered')))['delivery'] === 'DELIVERED');
    const handle = system.temporal.workflow.getHandle(
      `${system.tenantId('demo')}/${workflow('undelivered')}`,
    );
    const { events } = await handle.fetchHistory();
    expect(events?.filter((event) => event.workflowExecutionSignaledEventAttributes)).toHaveLength(1);
  });

  test('open and claimed tasks are decided, and their workflows go on', async () => {
    expect(await readTask(sam, task('claimed'))).toMatchObject({
      ...{ status: 'RESERVED', assignee: { email: 'sam@demo.test' } },
    });
    await complete(sam, task('claimed'), { answer: 'mine' });
    await isDone(workflow('claimed'), { answer: 'mine', by: 'Sam Okafor' });
    await complete(sam, task('open'), { answer: 'after' }, { claim: true });
    await isDone(workflow('open'), { answer: 'after' });
    await complete(sam, task('alone'), { yes: true }, { claim: true });
    await complete(sam, task('support'), { answer: 'A new vase is on its way.' }, { claim: true });
    expect(await ended(sam, workflow('support'))).toMatchObject({ status: 'COMPLETED' });
  });

  test('of parallel tasks the one that was decided stays so', async () => {
    const open = (await listTasks(sam, { workflowId: workflow('parallel') })).filter(
      ({ status }) => status === 'READY',
    );
    expect(open).toHaveLength(2);
    for (const { id } of open) await complete(sam, id as string, { answer: 'after' }, { claim: true });
    const { result } = await ended(sam, workflow('parallel'));
    expect((result as { answers: string[] }).answers.sort()).toEqual(['after', 'after', 'before']);
  });

  test('an approval is given', async () => {
    const { approval } = await readTaskPage(sam, task('approval'));
    const { payloadDigest } = approval as { payloadDigest: string };
    await run(sam, 'approveTask', { taskId: task('approval'), payloadDigest });
    await isDone(workflow('approval'), { outcome: 'approved', payload: { amount: 100 } });
  });

  test('a run goes on as new under the new code, and takes its task up again', async () => {
    const handle = system.temporal.workflow.getHandle(`${system.tenantId('demo')}/${workflow('continued')}`);
    await handle.signal('go-on');
    await complete(sam, task('continued'), {}, { claim: true });
    await eventually(async () => {
      const { raw } = await handle.describe();
      return (raw.workflowExecutionInfo?.firstRunId ?? '') !== raw.workflowExecutionInfo?.execution?.runId;
    });
    await handle.signal('go-on');
    expect(await ended(sam, workflow('continued'))).toMatchObject({
      status: 'COMPLETED',
      result: 'completed',
    });
  });
});

/** The recorded database, restored by its owner as the guide says, and brought up to date. */
async function upgraded(
  version: string,
  { tenants }: Release,
): Promise<{ database: TestDatabase; seeded: Seeded }> {
  const psql = join(await postgresTools(), 'psql');
  const database = await createFilledDatabase(async (urls) => {
    const quietly = ['--quiet', '--set', 'ON_ERROR_STOP=1', '--single-transaction'];
    await promisify(execFile)(psql, [
      ...quietly,
      ...['--file', fileOf(version, 'database.sql'), urls.migrationDatabaseUrl],
    ]);
    await migrate(urls);
  });
  const { rows } = await asAdmin(
    (admin) => admin.query<{ id: string; slug: string }>('SELECT id, slug FROM tenants'),
    database.adminUrl,
  );
  const idOf = (slug: string) => rows.find((row) => row.slug === slug)?.id ?? '';
  const seeded = tenants.map((tenant) => ({ ...tenant, id: idOf(tenant.slug), apiKey: '' }));
  return { database, seeded: seeded as unknown as Seeded };
}
