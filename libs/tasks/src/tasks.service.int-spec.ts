import { Test, type TestingModule } from '@nestjs/testing';
import { CoreModule, DomainError, loadConfig, SystemDatabase } from '@orkestra/core';
import { TenancyModule } from '@orkestra/tenancy';
import { asAdmin, createTestDatabase, type TestDatabase } from '../../../test/harness';
import { testContext } from '../../tenancy/src/testing';
import { EveryDeadLetter, Outbox, TaskDetailsService, TasksModule, TasksService, type TaskView } from '.';

const A = '00000000-0000-7000-8000-00000000000a';
const B = '00000000-0000-7000-8000-00000000000b';
const SAM = '00000000-0000-7000-8000-000000000051';
const LEE = '00000000-0000-7000-8000-000000000052';
const MAX = '00000000-0000-7000-8000-000000000053';
const OLGA = '00000000-0000-7000-8000-000000000054';
const L1 = '00000000-0000-7000-8000-000000000011';
const L2 = '00000000-0000-7000-8000-000000000012';
const OTHER_L1 = '00000000-0000-7000-8000-000000000013';

const person = (tenantId: string, id: string, displayName: string, groupId: string, key: string) =>
  testContext({
    tenantId,
    principal: { id, displayName, groups: [{ id: groupId, key, role: 'member' }] },
  });
const sam = person(A, SAM, 'Sam', L1, 'support-l1');
const lee = person(A, LEE, 'Lee', L1, 'support-l1');
const max = person(A, MAX, 'Max', L2, 'support-l2');
const olga = person(B, OLGA, 'Olga', OTHER_L1, 'support-l1');
const engine = testContext({
  tenantId: A,
  principal: { kind: 'system', id: 'system', displayName: 'Orkestra' },
});
const spec = {
  title: 'Customer needs help',
  form: { answer: { type: 'textarea', required: true } },
  assignTo: { group: 'support-l1' },
  context: { question: 'Where is my parcel?' },
};

let database: TestDatabase;
let app: TestingModule;
let tasks: TasksService;

beforeAll(async () => {
  database = await createTestDatabase();
  await asAdmin(async (admin) => {
    await admin.query(`
      INSERT INTO tenants (id, slug, name) VALUES ('${A}', 'a', 'A'), ('${B}', 'b', 'B');
      INSERT INTO users (tenant_id, id, email, display_name) VALUES
        ('${A}', '${SAM}', 'sam@a.test', 'Sam'), ('${A}', '${LEE}', 'lee@a.test', 'Lee'),
        ('${A}', '${MAX}', 'max@a.test', 'Max'), ('${B}', '${OLGA}', 'olga@b.test', 'Olga');
      INSERT INTO groups (tenant_id, id, key, name) VALUES
        ('${A}', '${L1}', 'support-l1', 'L1'), ('${A}', '${L2}', 'support-l2', 'L2'),
        ('${B}', '${OTHER_L1}', 'support-l1', 'L1');
      INSERT INTO group_members (tenant_id, group_id, user_id) VALUES
        ('${A}', '${L1}', '${SAM}'), ('${A}', '${L1}', '${LEE}'), ('${A}', '${L2}', '${MAX}'),
        ('${B}', '${OTHER_L1}', '${OLGA}');`);
  }, database.adminUrl);
  const config = loadConfig({
    DATABASE_URL: database.databaseUrl,
    SYSTEM_DATABASE_URL: database.systemDatabaseUrl,
    LOG_LEVEL: 'silent',
    DATABASE_POOL_SIZE: '5',
  });
  app = await Test.createTestingModule({
    imports: [CoreModule.forRoot({ app: 'test', config }), TenancyModule, TasksModule],
  }).compile();
  await app.init();
  tasks = app.get(TasksService);
});

afterAll(async () => {
  await app?.close();
  await database?.drop();
});

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );
}

async function rowsOf<Row>(sql: string): Promise<Row[]> {
  return asAdmin(async (admin) => (await admin.query(sql)).rows as Row[], database.adminUrl);
}

describe('create', () => {
  it('answers a repeated request key with the same task, decided or not', async () => {
    const origin = { requestKey: 'key-1', workflowId: `${A}/case-1` };
    const first = await tasks.create(engine, spec, origin);
    expect(first).toMatchObject({ status: 'READY', groupId: L1, revision: 1, priority: 50 });
    await tasks.complete(sam, { taskId: first.id, data: { answer: 'Soon' }, claim: true });
    const second = await tasks.create(engine, spec, origin);
    expect(second).toMatchObject({ id: first.id, status: 'COMPLETED' });
    expect(await tasks.closed(engine, first.id)).toMatchObject({
      data: { answer: 'Soon' },
      completedBy: { displayName: 'Sam' },
    });
    expect(await codeOf(tasks.create(engine, { ...spec, title: 'Other' }, origin))).toBe(
      'task.request_key_conflict',
    );
  });

  it('makes one task of twenty simultaneous requests with one key', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, () => tasks.create(engine, spec, { requestKey: 'race' })),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  });

  it('writes nothing when a name means nobody', async () => {
    const before = await rowsOf('SELECT count(*) FROM tasks');
    expect(await codeOf(tasks.create(engine, { ...spec, assignTo: { group: 'nobody' } }))).toBe(
      'directory.unknown_group',
    );
    expect(await codeOf(tasks.create(engine, { ...spec, assignTo: { user: 'olga@b.test' } }))).toBe(
      'directory.unknown_user',
    );
    expect(await rowsOf('SELECT count(*) FROM tasks')).toEqual(before);
  });

  it('gives a task for one user to them at once', async () => {
    const task = await tasks.create(engine, { ...spec, assignTo: { user: 'sam@a.test' } });
    expect(task).toMatchObject({ status: 'RESERVED', assigneeId: SAM });
  });
});

describe('claim, release and complete', () => {
  it('lets exactly one of many win, and tells the others who holds the task', async () => {
    const { id } = await tasks.create(engine, spec);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => codeOf(tasks.claim(index % 2 ? sam : lee, { taskId: id }))),
    );
    expect(answers.filter((code) => code === 'no error')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['no error', 'task.already_claimed']));
    expect(await rowsOf(`SELECT kind FROM task_events WHERE task_id = '${id}' ORDER BY revision`)).toEqual([
      { kind: 'created' },
      { kind: 'claimed' },
    ]);
  });

  it('refuses who does not hold it, who is no candidate, and what is closed', async () => {
    const { id } = await tasks.create(engine, spec);
    expect(await codeOf(tasks.complete(sam, { taskId: id, data: { answer: 'x' } }))).toBe('task.not_claimed');
    await tasks.claim(sam, { taskId: id });
    expect(await codeOf(tasks.complete(lee, { taskId: id, data: { answer: 'x' } }))).toBe(
      'task.not_assignee',
    );
    expect(await codeOf(tasks.claim(max, { taskId: id }))).toBe('task.not_found');
    expect(await codeOf(tasks.claim(engine, { taskId: id }))).toBe('task.service_may_not_decide');
    await tasks.release(sam, { taskId: id });
    expect((await tasks.claim(lee, { taskId: id })).assigneeId).toBe(LEE);
    await tasks.complete(lee, { taskId: id, data: { answer: 'x' } });
    expect(await codeOf(tasks.release(lee, { taskId: id }))).toBe('task.closed');
  });

  it('refuses wrong data by field and writes nothing', async () => {
    const { id } = await tasks.create(engine, spec, { workflowId: `${A}/case-2` });
    const wrong = tasks.complete(sam, { taskId: id, data: { answr: 'x' }, claim: true });
    await expect(wrong).rejects.toMatchObject({
      code: 'task.invalid_data',
      details: { fields: [{ pointer: '/answer' }, { pointer: '/answr' }] },
    });
    expect(await tasks.get(sam, id)).toMatchObject({ status: 'READY', revision: 1 });
    expect(await rowsOf(`SELECT id FROM outbox WHERE task_id = '${id}'`)).toEqual([]);
  });

  it('commits decision, event and outbox row together or not at all', async () => {
    const { id } = await tasks.create(engine, spec, { workflowId: `${A}/case-3` });
    await rowsOf(`ALTER TABLE outbox ADD CONSTRAINT broken CHECK (task_id <> '${id}')`);
    expect(await codeOf(tasks.complete(sam, { taskId: id, data: { answer: 'x' }, claim: true }))).toMatch(
      /broken/,
    );
    await rowsOf('ALTER TABLE outbox DROP CONSTRAINT broken');
    const traces = `SELECT (SELECT status FROM tasks WHERE id = '${id}') AS status,
      (SELECT count(*)::int FROM task_events WHERE task_id = '${id}') AS events,
      (SELECT count(*)::int FROM task_decisions WHERE task_id = '${id}') AS decisions,
      (SELECT count(*)::int FROM outbox WHERE task_id = '${id}') AS deliveries`;
    expect(await rowsOf(traces)).toEqual([{ status: 'READY', events: 1, decisions: 0, deliveries: 0 }]);
    await tasks.complete(sam, { taskId: id, data: { answer: 'x' }, claim: true });
    expect(await rowsOf(traces)).toEqual([{ status: 'COMPLETED', events: 2, decisions: 1, deliveries: 1 }]);
  });

  it('answers a repeated operation as before, and refuses another content for it', async () => {
    const { id } = await tasks.create(engine, spec);
    const command = { taskId: id, operationId: 'op-1' };
    const answers = await Promise.all([tasks.claim(sam, command), tasks.claim(sam, command)]);
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.createdAt).toBeInstanceOf(Date);
    expect(await codeOf(tasks.release(sam, command))).toBe('task.operation_conflict');
    expect(await codeOf(tasks.claim(sam, { taskId: id, expectedRevision: 1 }))).toBe('task.already_claimed');
    expect(await codeOf(tasks.release(sam, { taskId: id, expectedRevision: 1 }))).toBe(
      'task.revision_conflict',
    );
  });
});

describe('list', () => {
  it('pages through what a person may claim, most urgent first, each task once', async () => {
    const created: TaskView[] = [];
    for (const priority of [10, 90, 50, 90, 10]) {
      created.push(await tasks.create(engine, { ...spec, type: 'paged', priority }));
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await tasks.list(lee, { candidate: true }, { first: 2, after });
      seen.push(...page.items.map(({ id }) => id));
      after = page.hasNextPage ? page.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    const order = created.toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
    expect(seen.filter((id) => created.some((task) => task.id === id))).toEqual(order.map(({ id }) => id));
  });

  it('shows a person their own queues, all statuses of open tasks, and closed ones apart', async () => {
    const open = await tasks.list(lee, {}, { first: 100 });
    expect(new Set(open.items.map(({ status }) => status))).toEqual(new Set(['READY', 'RESERVED']));
    expect((await tasks.list(max, {}, {})).items).toEqual([]);
    const closed = await tasks.list(lee, { status: ['COMPLETED'] }, { first: 100 });
    expect(closed.items.length).toBeGreaterThan(1);
    expect((await tasks.list(sam, { assignedToMe: true }, {})).items.every((t) => t.assigneeId === SAM)).toBe(
      true,
    );
    expect(
      (await tasks.list(lee, { group: 'support-l1', status: ['RESERVED'] }, {})).items.length,
    ).toBeGreaterThan(0);
    expect((await tasks.list(engine, { workflowId: `${A}/case-3` }, {})).items).toHaveLength(1);
    expect(await codeOf(tasks.list(lee, { status: ['READY', 'COMPLETED'] }, {}))).toBe('task.invalid_filter');
  });

  it.each(['rubbish', Buffer.from('["infinity","1","x"]').toString('base64url')])(
    'refuses the cursor %j',
    async (after) => {
      expect(await codeOf(tasks.list(sam, {}, { after }))).toBe('pagination.invalid_cursor');
    },
  );
});

describe('tenants', () => {
  it('know nothing of each other', async () => {
    const { id } = await tasks.create(engine, spec, { requestKey: 'shared' });
    expect(await codeOf(tasks.get(olga, id))).toBe('task.not_found');
    expect(await codeOf(tasks.claim(olga, { taskId: id }))).toBe('task.not_found');
    expect((await tasks.list(olga, {}, {})).items).toEqual([]);
    const begins = (by: typeof olga) => tasks.idsStartingWith(by, id.slice(0, 20), 101);
    expect([await begins(olga), await begins(max)]).toEqual([[], []]);
    expect(await begins(sam)).toContain(id);
    const details = app.get(TaskDetailsService);
    expect((await details.payloads(olga, [id])).size).toBe(0);
    expect((await details.events(olga, [id], {})).get(id)?.items).toEqual([]);
    const theirs = await tasks.create(olga, { ...spec, context: {} }, { requestKey: 'shared' });
    expect(theirs.id).not.toBe(id);
  });
});

describe('details and outbox', () => {
  it('reads payloads, decision, delivery and history in batches', async () => {
    const { id } = await tasks.create(engine, spec, { workflowId: `${A}/case-4` });
    await tasks.complete(sam, { taskId: id, data: { answer: 'Yes' }, claim: true });
    const details = app.get(TaskDetailsService);
    expect((await details.payloads(sam, [id])).get(id)).toMatchObject({
      context: spec.context,
      result: { answer: 'Yes' },
      form: { schema: { type: 'object' } },
    });
    expect((await details.decisions(sam, [id])).get(id)).toMatchObject({ decidedBy: { displayName: 'Sam' } });
    expect((await details.deliveries(sam, [id])).get(id)).toBe('pending');
    const events = (await details.events(sam, [id], { first: 1 })).get(id);
    expect(events?.hasNextPage).toBe(true);
    expect(JSON.stringify([...(await details.events(sam, [id], {}))])).not.toContain('Yes');
  });

  it('leases due rows to one relay, backs off, ends them dead and replays them', async () => {
    const outbox = app.get(Outbox);
    await app.get(SystemDatabase).query(`UPDATE outbox SET available_at = now() - interval '1 s'`);
    const [first, second] = await Promise.all([outbox.claimDue(100, 60_000), outbox.claimDue(100, 60_000)]);
    const ids = [...first, ...second].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(0);
    const row = [...first, ...second][0];
    if (row === undefined) throw new Error('no row was leased');
    expect(await outbox.message(row)).toMatchObject({ taskId: row.taskId, outcome: 'completed' });
    await outbox.fail({ ...row, attempts: 20 }, 'no way');
    const letters = app.get(EveryDeadLetter);
    expect(await letters.list({}, 10)).toEqual([
      expect.objectContaining({ id: row.id, lastError: 'no way' }),
    ]);
    await letters.replay({ name: 'tester' }, [row.id]);
    expect((await outbox.claimDue(10, 1)).map(({ id }) => id)).toContain(row.id);
    await outbox.settle([row.id], 'delivered');
    expect((await app.get(TaskDetailsService).deliveries(sam, [row.taskId])).get(row.taskId)).toBe(
      'delivered',
    );
  });
});
