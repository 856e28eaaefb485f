import { LiveBus, SystemDatabase } from '@orkestra/core';
import { CommentsService } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { Office, PAYLOAD, PERSON_IDS, type PersonName } from '../../../../test/harness/office';
import { FanOut, NotificationsModule, NotificationsService } from '..';

let office: Office;
let fanOut: FanOut;
let inbox: NotificationsService;
beforeEach(async () => {
  office = await Office.open(8, [NotificationsModule]);
  fanOut = office.app.get(FanOut);
  inbox = office.app.get(NotificationsService);
  await office.rows(`UPDATE users SET role = 'admin' WHERE id = $1`, [PERSON_IDS.ada]);
});
afterEach(() => office?.close());

const NAMES = Object.fromEntries(Object.entries(PERSON_IDS).map(([name, id]) => [id, name]));

/** Who was told what in the app, once all events are expanded. */
async function told(): Promise<string[]> {
  while (await fanOut.round());
  const rows = await office.rows<{ person_id: string; kind: string; count: number }>(
    'SELECT person_id, kind, count FROM notifications',
  );
  return rows
    .map(({ person_id, kind, count }) => `${NAMES[person_id]} ${kind}${count > 1 ? ` ×${count}` : ''}`)
    .sort();
}

const forget = async () => {
  while (await fanOut.round());
  await office.rows('DELETE FROM notifications');
};

const events = () =>
  office.rows<{ id: string; kind: string }>('SELECT id, kind FROM notification_events ORDER BY id');
const approval = { form: undefined, approval: { payload: PAYLOAD } };

it('writes down what happened in the statement that does it, with the same id', async () => {
  const { id } = await office.task();
  const [created] = await events();
  const [event] = await office.rows<{ id: string }>('SELECT id FROM task_events WHERE task_id = $1', [id]);
  expect(created).toEqual({ id: event?.id, kind: 'created' });
  await office.tasks.claim(office.people.sam, { taskId: id });
  await office.tasks.start(office.people.sam, { taskId: id });
  expect((await events()).map(({ kind }) => kind)).toEqual(['created', 'claimed']);
});

it('leaves nothing of what was rolled back', async () => {
  const { id } = await office.task();
  await office.rows('ALTER TABLE outbox ADD CONSTRAINT refused CHECK (false) NOT VALID');
  await expect(office.control.cancel(office.people.ada, { taskId: id, reason: 'x' })).rejects.toThrow();
  expect((await events()).map(({ kind }) => kind)).toEqual(['created']);
});

it('asks everybody who may approve, and nobody who may not', async () => {
  await office.task({ ...approval, assignTo: { group: 'l1', excluded: ['kim@a.test'] } });
  expect(await told()).toEqual(['eva approval_asked', 'lee approval_asked', 'sam approval_asked']);
  expect(await events()).toEqual([]);
});

it('says nothing of a task in a queue, which the inbox shows, unless somebody wants it', async () => {
  await office.rows(
    `INSERT INTO notification_preferences (tenant_id, person_id, kind, channel, mode)
     VALUES ($1, $2, 'created', 'in_app', 'on')`,
    [office.engine.tenantId, PERSON_IDS.lee],
  );
  await office.task();
  expect(await told()).toEqual(['lee created']);
});

it('tells who gets a task from somebody else, and nobody of their own doing', async () => {
  const { ada, eva } = office.people;
  const { id } = await office.task({}, { by: ada });
  await office.handover.assign(eva, { taskId: id, to: { user: 'sam@a.test' } });
  expect(await told()).toEqual(['sam assigned']);
  await forget();
  await office.tasks.claim(eva, { taskId: (await office.task()).id });
  expect(await told()).toEqual([]);
});

it('tells whoever is mentioned of that, and others who talk of it that there is a comment', async () => {
  const { sam, lee, eva } = office.people;
  const { id } = await office.task();
  await office.tasks.claim(sam, { taskId: id });
  const comments = office.app.get(CommentsService);
  const said = (ctx: TenantContext, ...mentions: PersonName[]) =>
    comments.add(ctx, { taskId: id, text: 'Look', mentions: mentions.map((name) => PERSON_IDS[name]) });
  await said(lee);
  await said(eva, 'lee');
  expect(await told()).toEqual(['lee mentioned', 'sam commented ×2']);
  const [row] = await office.rows<{ line: string }>('SELECT n::text AS line FROM notifications n');
  expect(row?.line).not.toContain('Look');
});

it('tells nobody of what they did themselves', async () => {
  const { sam } = office.people;
  const { id } = await office.task({}, { by: sam });
  await office.tasks.claim(sam, { taskId: id });
  await office.app.get(CommentsService).add(sam, { taskId: id, text: 'Mine', mentions: [PERSON_IDS.sam] });
  await office.tasks.complete(sam, { taskId: id, data: { answer: 'Yes' } });
  await office.task({ assignTo: { user: 'sam@a.test' } }, { by: sam });
  expect(await told()).toEqual([]);
});

it('tells of a comment that was changed only whom it names anew', async () => {
  const { sam, lee } = office.people;
  const { id } = await office.task();
  await office.tasks.claim(sam, { taskId: id });
  const comments = office.app.get(CommentsService);
  const comment = await comments.add(lee, { taskId: id, text: 'Look', mentions: [PERSON_IDS.eva] });
  await forget();
  await comments.edit(lee, {
    commentId: comment.id,
    text: 'Look!',
    mentions: [PERSON_IDS.eva, PERSON_IDS.kim],
  });
  expect(await told()).toEqual(['kim mentioned']);
});

it('tells supervisors of a breach, and admins where a group has none', async () => {
  const sla = { timeoutMs: 60_000 };
  const one = await office.task({ sla });
  const other = await office.task({ sla, assignTo: { group: 'l2' } });
  await office.tasks.claim(office.people.max, { taskId: other.id });
  await forget();
  office.clock.pass(120_000);
  for (const { id } of [one, other]) await office.timers.advance(office.engine, id);
  expect(await told()).toEqual(['ada breached', 'eva breached', 'max breached']);
});

it('tells who asked how it ended', async () => {
  const { eva, sam, max } = office.people;
  const { id } = await office.task({}, { by: max });
  await office.tasks.claim(sam, { taskId: id });
  await office.tasks.complete(sam, { taskId: id, data: { answer: 'Yes' } });
  const { id: other } = await office.task({}, { by: max });
  await office.tasks.claim(sam, { taskId: other });
  await office.control.cancel(eva, { taskId: other, reason: 'x' });
  expect(await told()).toEqual(['max cancelled', 'max completed', 'sam cancelled']);
});

it('tells of a failed workflow whoever started it, and of what cannot be delivered the admins', async () => {
  const tenantId = office.engine.tenantId;
  const execution = (key: string, by: string) =>
    office.rows(
      `INSERT INTO workflow_executions (tenant_id, key, type, task_queue, status, request_digest, started_by_kind,
         started_by_id, started_by_name, correlation_id, started_at)
       VALUES ($1, $2, 't', 'q', 'running', '', 'user', $3, 'n', 'c', now())`,
      [tenantId, key, by],
    );
  await execution('mine', PERSON_IDS.sam);
  await execution('nobodys', PERSON_IDS.zoe);
  await office.rows('UPDATE users SET active = false WHERE id = $1', [PERSON_IDS.zoe]);
  await office.rows(`UPDATE workflow_executions SET status = 'failed', closed_at = now()`);
  expect(await told()).toEqual(['ada workflow_failed', 'sam workflow_failed']);
  await forget();
  await office.tasks.claim(office.people.sam, { taskId: (await office.task()).id });
  await office.control.cancel(office.people.eva, {
    taskId: (await office.task()).id,
    reason: 'x',
  });
  await forget();
  await office.rows(`UPDATE outbox SET status = 'dead'`);
  expect(await told()).toEqual(['ada delivery_failing']);
});

it('tells whoever holds the task that their conversation goes on', async () => {
  const tenantId = office.engine.tenantId;
  const conversation = '00000000-0000-7000-8000-0000000000c1';
  await office.rows(
    `INSERT INTO conversations (tenant_id, id, request_key, spec_digest, channel, participants, metadata, created_by_kind,
       created_by_id, created_by_name, created_at, updated_at)
     VALUES ($1, $2, 'k', '', 'chat', '[]', '{}', 'service', 'x', 'x', now(), now())`,
    [tenantId, conversation],
  );
  const { id } = await office.task({ conversationId: conversation });
  await office.tasks.claim(office.people.sam, { taskId: id });
  await forget();
  const says = (number: number, role: string) =>
    office.rows(
      `INSERT INTO messages (tenant_id, conversation_id, number, id, role, recorded_by_kind, recorded_by_id,
         recorded_by_name, created_at)
       VALUES ($1, $2, $3, uuidv7(), $4, 'service', 'x', 'x', '2027-03-01T09:00:00Z')`,
      [tenantId, conversation, number, role],
    );
  await says(1, 'assistant');
  await says(2, 'user');
  expect(await told()).toEqual(['sam message']);
});

it('puts seventy of the same together, and counts', async () => {
  const { id } = await office.task(approval);
  const { sam, eva } = office.people;
  for (let time = 0; time < 5; time += 1) {
    await office.tasks.claim(sam, { taskId: id });
    await office.tasks.release(sam, { taskId: id });
    await fanOut.round();
  }
  expect(await told()).toEqual([
    'eva approval_asked ×6',
    'kim approval_asked ×6',
    'lee approval_asked ×6',
    'sam approval_asked',
  ]);
  await inbox.markRead(eva, null);
  await office.tasks.claim(sam, { taskId: id });
  await office.tasks.release(sam, { taskId: id });
  expect((await told()).filter((line) => line.startsWith('eva'))).toEqual([
    'eva approval_asked',
    'eva approval_asked ×6',
  ]);
});

it('expands each event once, whoever tries at the same time and however often', async () => {
  await office.task(approval);
  const [event] = await office.rows('SELECT * FROM notification_events');
  await Promise.all(Array.from({ length: 6 }, () => fanOut.round()));
  expect(await told()).toHaveLength(4);
  await office.rows(
    'INSERT INTO notification_events SELECT * FROM json_populate_record(NULL::notification_events, $1)',
    [JSON.stringify(event)],
  );
  expect(await told()).toHaveLength(4);
});

it('puts off what it stumbles over, and goes on with the rest', async () => {
  await office.rows(
    `INSERT INTO notification_events (id, tenant_id, kind, task_id, actor_kind, actor_id, params, at)
     VALUES (gen_random_uuid(), $1, 'notified', $2, 'system', 'system', '{"recipients":{"users":["no id"]}}', now())`,
    [office.engine.tenantId, (await office.task(approval)).id],
  );
  expect(await told()).toHaveLength(4);
  const [left] = await office.rows<{ attempts: number; problem: string }>(
    'SELECT attempts, problem FROM notification_events',
  );
  expect(left).toMatchObject({ attempts: 1, problem: expect.stringContaining('uuid') });
});

it('asks the database the same number of times for one event and for a hundred', async () => {
  const database = office.app.get(SystemDatabase);
  let statements = 0;
  const run = database.run.bind(database);
  jest.spyOn(database, 'run').mockImplementation((work) =>
    run((em) => {
      const runner = em.queryRunner;
      const query = runner?.query.bind(runner);
      if (runner && query)
        runner.query = ((...given: Parameters<typeof query>) => {
          statements += 1;
          return query(...given);
        }) as typeof runner.query;
      return work(em);
    }),
  );
  await office.task(approval);
  await fanOut.round();
  const forOne = statements;
  for (let n = 0; n < 30; n += 1) await office.task(approval);
  statements = 0;
  await fanOut.round();
  expect(await told()).toHaveLength(4 * 31);
  expect(statements).toBeLessThanOrEqual(forOne * 2);
  expect(forOne).toBeGreaterThan(0);
});

it('tells open windows, and each person alone', async () => {
  const live = office.app.get(LiveBus);
  const sam = live.subscribeTo(office.engine.tenantId, 'notification', PERSON_IDS.sam);
  await office.task(approval);
  await fanOut.round();
  expect((await sam.next()).value).toMatchObject({ topic: 'notification', id: PERSON_IDS.sam });
});
