import { AttachmentsService, CommentsService, ReceiptsService } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { Readable } from 'node:stream';
import { asAdmin } from '../../../../test/harness';
import { codeOf, digestOf, Office, PERSON_IDS } from '../../../../test/harness/office';
import { LegalHolds, PrivacyModule, RetentionService, RetentionSweep } from '..';

const SECRET = 'DE89370400440532013000';
const PAYLOAD = { iban: SECRET };

let office: Office;
let retention: RetentionService;
let sweep: RetentionSweep;
let ada: TenantContext;
beforeEach(async () => {
  office = await Office.open(8, [PrivacyModule]);
  retention = office.app.get(RetentionService);
  sweep = office.app.get(RetentionSweep);
  ada = office.people.ada;
});
afterEach(() => office?.close());

const days = (most: number | null) => ({ tasks: most, conversations: most, executions: most });
const DAY = `interval '1 day'`;

/** The tables in which some row has the secret. */
async function tablesWith(text = SECRET): Promise<string[]> {
  return asAdmin(async (admin) => {
    const tables = await admin.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rowCount } = await admin.query(
        `SELECT FROM ${name} t WHERE strpos(lower(t::text), lower($1)) > 0 LIMIT 1`,
        [text],
      );
      if (rowCount !== 0) found.push(name);
    }
    return found.sort();
  }, office.database.adminUrl);
}

/** A decided task with the secret wherever one can write. */
async function decided(daysAgo: number): Promise<string> {
  const { sam } = office.people;
  const { id } = await office.task({
    description: `Of ${SECRET}`,
    context: { account: SECRET },
    form: undefined,
    approval: { payload: PAYLOAD },
  });
  await office.app.get(CommentsService).add(sam, { taskId: id, text: `It is ${SECRET}` });
  await office.app
    .get(AttachmentsService)
    .add(sam, id, { name: `${SECRET}.txt`, content: Readable.from(['x']), declaredType: undefined });
  await office.tasks.claim(sam, { taskId: id });
  await office.drafts.save(sam, { taskId: id, data: { note: SECRET }, expectedVersion: 0 });
  await office.approvals.approve(sam, {
    taskId: id,
    payloadDigest: digestOf(PAYLOAD),
    reason: `As of ${SECRET}`,
  });
  await office.rows(`UPDATE outbox SET status = 'delivered' WHERE task_id = $1`, [id]);
  await closedBefore(id, daysAgo);
  return id;
}

const closedBefore = (taskId: string, daysAgo: number) =>
  office.rows(`UPDATE tasks SET closed_at = now() - $2 * ${DAY} WHERE id = $1`, [taskId, daysAgo]);

async function conversation(daysAgo: number): Promise<string> {
  const [{ id }] = (await office.rows<{ id: string }>(`
    WITH c AS (
      INSERT INTO conversations (tenant_id, id, request_key, spec_digest, channel, title, participants, metadata,
        created_by_kind, created_by_id, created_by_name, created_at, updated_at)
      VALUES ('${ada.tenantId}', gen_random_uuid(), gen_random_uuid()::text, '', 'chat', 'About ${SECRET}', '[]', '{}',
        'service', 'bot', 'bot', now(), now() - ${daysAgo} * ${DAY}) RETURNING tenant_id, id
    ), m AS (
      INSERT INTO messages (tenant_id, conversation_id, number, id, role, author, recorded_by_kind, recorded_by_id,
        recorded_by_name, created_at)
      SELECT tenant_id, id, 1, ('0100' || substr(gen_random_uuid()::text, 5))::uuid, 'user', 'Eve', 'service', 'bot', 'bot',
        now() - ${daysAgo} * ${DAY} FROM c RETURNING tenant_id, id
    ), p AS (
      INSERT INTO message_payloads (tenant_id, message_id, body, digest, created_at)
      SELECT tenant_id, id, '{"text": "${SECRET}"}', '', now() - ${daysAgo} * ${DAY} FROM m
    ) SELECT id FROM c`)) as [{ id: string }];
  return id;
}

const execution = (key: string, daysAgo: number) =>
  office.rows(`
    INSERT INTO workflow_executions (tenant_id, key, type, task_queue, status, request_digest, input, result,
      started_by_kind, started_by_id, started_by_name, correlation_id, started_at, closed_at)
    VALUES ('${ada.tenantId}', '${key}', 'x', 'q', 'completed', '', '{"of": "${SECRET}"}', '{"of": "${SECRET}"}',
      'service', 'bot', 'bot', 'c', now(), now() - ${daysAgo} * ${DAY})`);

async function sweepAll(): Promise<void> {
  while (await sweep.sweep());
}

it('erases what was written and keeps who decided what, when and on what', async () => {
  const id = await decided(40);
  await conversation(40);
  await execution('old', 40);
  await office.rows('DELETE FROM task_operations');
  const receipt = () => office.app.get(ReceiptsService).of(office.people.sam, id);
  const before = await receipt();
  const decision = () =>
    office.rows(
      `SELECT voter_id, vote, decided_at, encode(result_digest, 'hex') AS result, encode(payload_digest, 'hex') AS payload
       FROM task_decisions WHERE task_id = $1`,
      [id],
    );
  const decisions = await decision();
  expect(await tablesWith()).toEqual([
    'conversations',
    'message_payloads',
    'task_attachments',
    'task_comments',
    'task_decisions',
    'task_drafts',
    'task_events_rest',
    'task_payloads',
    'task_search',
    'tasks',
    'workflow_executions',
  ]);
  await sweepAll();
  expect(await tablesWith()).not.toEqual([]);
  await retention.set(ada, days(30));
  await sweepAll();
  expect(await tablesWith()).toEqual([]);
  expect(await decision()).toEqual(decisions);
  expect(decisions).toMatchObject([{ voter_id: PERSON_IDS.sam, vote: 'approved' }]);
  expect(await receipt()).toEqual(before);
  expect(await office.history(id)).toContain('approved');
  // The file goes with the sweep of files.
  expect(await office.rows('SELECT count(*)::int AS files FROM stray_files')).toEqual([{ files: 1 }]);
  const [audited] = await office.rows<{ details: object }>(
    `SELECT details FROM audit_events WHERE action = 'retention.erased'`,
  );
  expect(audited?.details).toEqual({ tasks: 1, messages: 1, conversations: 1, executions: 1 });
});

it('leaves what is younger, open, not yet delivered, or of another tenant', async () => {
  await retention.set(ada, days(30));
  const young = await decided(20);
  const open = await office.task({ context: { account: SECRET } });
  const undelivered = await decided(40);
  await office.rows(`UPDATE outbox SET status = 'pending' WHERE task_id = $1`, [undelivered]);
  await conversation(20);
  await execution('young', 20);
  const theirs = await office.task({}, { by: office.olga });
  const all = () =>
    office.rows('SELECT tenant_id, task_id, kind, body::text FROM task_payloads ORDER BY 1, 2, 3');
  const before = await all();
  await sweepAll();
  expect(await all()).toEqual(before);
  expect(new Set(before.map(({ task_id: taskId }) => taskId))).toEqual(
    new Set([young, open.id, undelivered, theirs.id]),
  );
  expect(await tablesWith()).toEqual(expect.arrayContaining(['conversations', 'workflow_executions']));
});

it.each(['task', 'tenant'] as const)('waits while a legal hold is on the %s', async (kind) => {
  await retention.set(ada, days(30));
  const id = await decided(40);
  const talk = await conversation(40);
  await execution('case', 40);
  await office.rows(
    `UPDATE tasks SET conversation_id = '${talk}', workflow_id = '${ada.tenantId}/case' WHERE id = '${id}'`,
  );
  const other = await decided(40);
  const holds = office.app.get(LegalHolds);
  const hold = await holds.place(ada, { taskId: kind === 'task' ? id : undefined, reason: 'Lawsuit 7' });
  const before = await tablesWith();
  await sweepAll();
  const left = await office.rows(`SELECT id FROM tasks WHERE erased_at IS NOT NULL`);
  expect(left).toEqual(kind === 'task' ? [{ id: other }] : []);
  expect(await tablesWith()).toEqual(before);
  await holds.release(ada, hold.id);
  await sweepAll();
  await office.rows('DELETE FROM task_operations');
  expect(await tablesWith()).toEqual([]);
});

it('is set by admins, in days, and audited', async () => {
  expect(await retention.get(ada)).toEqual(days(null));
  expect(await retention.set(ada, { tasks: 90 })).toEqual({ ...days(null), tasks: 90 });
  expect(await retention.set(ada, { executions: 7 })).toEqual({ ...days(null), tasks: 90, executions: 7 });
  expect(await retention.set(ada, { tasks: null })).toEqual({ ...days(null), executions: 7 });
  expect(await retention.get(office.olga)).toEqual(days(null));
  const refused = [
    retention.set(ada, { tasks: 0 }),
    retention.set(ada, { tasks: 1.5 }),
    retention.set(ada, { executions: 3_651 }),
    retention.set(office.people.sam, { tasks: 5 }),
    retention.set(office.bot, { tasks: 5 }),
  ];
  expect(await Promise.all(refused.map(codeOf))).toEqual([
    ...Array<string>(3).fill('privacy.invalid_retention'),
    'auth.role_forbids',
    'auth.people_only',
  ]);
  const audited = await office.rows(
    `SELECT details FROM audit_events WHERE action = 'settings.retention_changed' ORDER BY id`,
  );
  expect(audited).toHaveLength(3);
});
