import { ApprovalsService, CommentsService } from '@orkestra/tasks';
import { AnswerSettingsService, GuestEntrance } from '@orkestra/tenancy';
import { codeOf, digestOf, Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import { rowsOfPerson } from '../../../../test/harness/rows-of-person';
import { LegalHolds, PersonErasure, PrivacyModule, RetentionService, RetentionSweep } from '..';

const SAM = PERSON_IDS.sam;
const EMAIL = 'sam@a.test';
const NAME = 'Samuel Soto';
const GUEST = '00000000-0000-7000-8000-0000000000f1';
/** All by which anybody could tell who it was. */
const TRACES = [NAME, EMAIL, 'U-of-sam', 'samuel.soto', 'ext-of-sam', '203.0.113.77'];

let office: Office;
let erasure: PersonErasure;
beforeEach(async () => {
  office = await Office.open(8, [PrivacyModule]);
  erasure = office.app.get(PersonErasure);
});
afterEach(() => office?.close());

const tenant = () => office.people.ada.tenantId;

async function tablesWith(texts: readonly string[]): Promise<string[]> {
  const tables = await office.rows<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  const holds = 'EXISTS (SELECT FROM unnest($1::text[]) x WHERE strpos(t::text, x) > 0)';
  const each = tables.map(
    ({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM ${name} t WHERE ${holds})`,
  );
  const found = await office.rows<{ name: string }>(each.join(' UNION ALL '), [texts]);
  return found.map(({ name }) => name);
}

async function leave(): Promise<void> {
  await office.rows(`UPDATE users SET active = false, display_name = $2 WHERE id = $1`, [SAM, NAME]);
}

async function erase(): Promise<void> {
  const { code } = await erasure.request(office.people.ada, SAM, EMAIL);
  await erasure.confirm(office.people.ada, { personId: SAM, email: EMAIL, code });
  while (await erasure.sweep());
}

/** Of one person, a row in every table that came with notifications, and what a directory has told of them. */
async function toldAndReached(person: 'sam' | 'lee', name: string): Promise<void> {
  await office.rows(
    rowsOfPerson({ tenant: tenant(), id: PERSON_IDS[person], account: `U-of-${person}`, name }),
  );
}

/** Invited before they had an account, they have decided a task and said something about it. */
async function actedAsGuest(): Promise<string> {
  await office.app.get(AnswerSettingsService).set(office.people.ada, { guests: true });
  const { id: taskId } = await office.task({ form: undefined, approval: { payload: PAYLOAD } });
  await invite(taskId, GUEST, EMAIL);
  const pass = { tenantId: tenant(), guestId: GUEST, name: NAME, taskId, credentialId: GUEST };
  const ctx = await office.app
    .get(GuestEntrance)
    .enter({ ...pass, actions: ['approve', 'comment'] }, { remoteAddress: '203.0.113.77' });
  if (ctx === undefined) throw new Error('The guest was not let in');
  await office.app.get(CommentsService).add(ctx, { taskId, text: 'Looks good' });
  await office.app.get(ApprovalsService).approve(ctx, { taskId, payloadDigest: digestOf(PAYLOAD) });
  return taskId;
}

async function invite(taskId: string, id: string, email: string): Promise<void> {
  await office.rows(
    `INSERT INTO task_guests (tenant_id, id, task_id, email, name, actions, invited_by, created_at, expires_at, link_hash)
     VALUES ($1, $2, $3, $4, $5, '{approve}', $6, now(), now() + interval '1 day', sha256($4::text::bytea))`,
    [tenant(), id, taskId, email, NAME, PERSON_IDS.eva],
  );
}

it('leaves nothing of what a person was told, where they were reached, and what their directory has told', async () => {
  await toldAndReached('sam', NAME);
  await toldAndReached('lee', 'Lee Lang');
  await leave();
  const of = (person: string) =>
    Promise.all(
      OWNED.map(async ([table, column]) => {
        const sql = `SELECT count(*)::int AS n FROM ${table} WHERE ${column} = $1`;
        return [table, (await office.rows<{ n: number }>(sql, [person]))[0]?.n];
      }),
    );
  const one = OWNED.map(([table]) => [table, 1]);
  expect([await of(SAM), await of(PERSON_IDS.lee)]).toEqual([one, one]);
  expect(await tablesWith(TRACES)).toEqual(
    expect.arrayContaining(['answer_attempts', 'chat_link_requests', 'notification_addresses', 'users']),
  );
  const lees = await tablesWith(['Lee Lang', 'U-of-lee']);
  await erase();
  expect(await tablesWith(TRACES)).toEqual([]);
  expect(await of(SAM)).toEqual(OWNED.map(([table]) => [table, 0]));
  // What somebody else has stays as it is.
  expect(await of(PERSON_IDS.lee)).toEqual(one);
  expect(await tablesWith(['Lee Lang', 'U-of-lee'])).toEqual(lees);
  // That somebody answered stays written down: by the account's click, and by the one nobody knew.
  const attempts = await office.rows(
    'SELECT person_id, account, team FROM answer_attempts ORDER BY person_id, account',
  );
  expect(attempts).toEqual([
    { person_id: SAM, account: null, team: null },
    { person_id: PERSON_IDS.lee, account: 'U-of-lee', team: 'T1' },
    { person_id: null, account: 'U-of-lee', team: 'T1' },
    { person_id: null, account: null, team: null },
  ]);
});

it('forgets them as the guest that they once were, and nobody else who was one', async () => {
  const taskId = await actedAsGuest();
  await invite(taskId, '00000000-0000-7000-8000-0000000000f2', 'gil@outside.test');
  await leave();
  expect(await tablesWith(TRACES)).toEqual(
    expect.arrayContaining(['audit_events', 'task_comments', 'task_decisions', 'task_guests']),
  );
  await office.rows(`UPDATE task_guests SET name = 'Gil' WHERE email = 'gil@outside.test'`);
  await erase();
  expect(await tablesWith(TRACES)).toEqual([]);
  const guests = await office.rows(
    'SELECT name, email, link_hash IS NULL AS ended, expires_at <= now() AS over FROM task_guests ORDER BY id',
  );
  expect(guests).toEqual([
    { name: 'Erased person', email: `${GUEST}@erased.invalid`, ended: true, over: true },
    { name: 'Gil', email: 'gil@outside.test', ended: false, over: false },
  ]);
  expect(await office.rows('SELECT voter_id, voter_name FROM task_decisions')).toEqual([
    { voter_id: GUEST, voter_name: 'Erased person' },
  ]);
});

it('waits for a legal hold on a task whose guest they were', async () => {
  const taskId = await actedAsGuest();
  await leave();
  const holds = office.app.get(LegalHolds);
  const hold = await holds.place(office.people.ada, { taskId, reason: 'Lawsuit 7' });
  expect(await codeOf(erase())).toBe('privacy.legal_hold');
  await holds.release(office.people.ada, hold.id);
  await erase();
  expect(await tablesWith(TRACES)).toEqual([]);
});

it('forgets where guests could be reached with the days of their task, and not before', async () => {
  const taskId = await actedAsGuest();
  const days = { tasks: 30, conversations: null, executions: null };
  await office.app.get(RetentionService).set(office.people.ada, days);
  const age = (count: number) =>
    office.rows(`UPDATE tasks SET closed_at = now() - interval '${count} days' WHERE id = $1`, [taskId]);
  await office.rows(`UPDATE outbox SET status = 'delivered', settled_at = now()`);
  const mails = () => office.rows('SELECT email, name FROM task_guests');
  await age(29);
  await office.app.get(RetentionSweep).sweep();
  expect(await mails()).toEqual([{ email: EMAIL, name: NAME }]);
  await age(31);
  await office.app.get(RetentionSweep).sweep();
  expect(await mails()).toEqual([{ email: `${GUEST}@erased.invalid`, name: NAME }]);
});

/** Tables that say of a person what erasing leaves, and why. */
const LEFT: Readonly<Record<string, string>> = {
  api_keys: 'who made a key, and for whom it acts: an id; its uses go',
  message_appends: 'who has recorded which messages: an id, and a digest',
  person_erasures: 'that they were erased: ids and times',
  standing_rules: 'who has granted a rule: an id; the name beside it is replaced',
  task_candidates: 'who could decide a task: an id',
  task_steps: 'whom a step names: an id',
  task_views: 'when whoever decided saw what: an id, times and a digest, on which decisions rest',
  tasks: 'who has a task, and for whom it was asked: ids',
  tool_requests: 'for whom an agent asked: an id',
};

/** What is about a person: it refers to them, or holds by what they can be reached or recognised. */
const ABOUT_PEOPLE = `
  SELECT DISTINCT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
    AND (a.attname ~ '^(user|person|principal|account|voter)_id$' OR a.attname ~ '^(email|account|address|remote_address|user_agent)$'
      OR EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f'
                 AND k.confrelid = 'users'::regclass AND a.attnum = ANY (k.conkey) AND a.attname <> 'tenant_id'))
  ORDER BY 1`;

async function unknownToErasure(): Promise<string[]> {
  const about = await office.rows<{ name: string }>(ABOUT_PEOPLE);
  expect(about.length).toBeGreaterThan(30);
  const statements = await office.rows<{ text: string }>('SELECT statements_to_erase() AS text');
  const known = statements.map(({ text }) => /^(?:DELETE FROM|UPDATE) (\w+)/.exec(text)?.[1]);
  return about.map(({ name }) => name).filter((name) => !known.includes(name) && !(name in LEFT));
}

it('knows every table that is about people, or there is a reason why not', async () => {
  expect(await unknownToErasure()).toEqual([]);
  await office.rows('CREATE TABLE forgotten_follows (tenant_id uuid NOT NULL, person_id uuid NOT NULL)');
  await office.rows('CREATE TABLE forgotten_mails (tenant_id uuid NOT NULL, email text)');
  expect(await unknownToErasure()).toEqual(['forgotten_follows', 'forgotten_mails']);
});

it('may reach every table of tenants', async () => {
  const unreached = await office.rows(`
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = c.relname || '_erasure')`);
  expect(unreached).toEqual([]);
});

/** Tables whose rows belong to one person, and go with them. */
const OWNED = [
  ['notifications', 'person_id'],
  ['notification_deliveries', 'person_id'],
  ['notification_preferences', 'person_id'],
  ['notification_settings', 'person_id'],
  ['notification_rules', 'person_id'],
  ['notification_delays', 'person_id'],
  ['notification_addresses', 'person_id'],
  ['notification_connect_codes', 'person_id'],
  ['chat_messages', 'person_id'],
  ['external_identities', 'user_id'],
  ['sso_tests', 'started_by'],
] as const;
