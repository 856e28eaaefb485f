import { randomBytes } from 'node:crypto';
import { Config, digest, loadConfig } from '@orkestra/core';
import { DataKeys, KeyEncryption, LocalKeyEncryption } from '@orkestra/tenancy';
import { asAdmin } from '../../../../test/harness';
import { codeOf, Office, PERSON_IDS, TASK } from '../../../../test/harness/office';
import { testContext } from '../../../tenancy/src/testing';
import { Outbox, RevealService, TaskDetailsService, TaskTimersService } from '..';

const IBAN = 'DE89370400440532013000';
const CARD = '4000123412341234';
const MASK = '••••';
const FORM = {
  iban: { type: 'text', required: true, sensitive: true },
  note: { type: 'text' },
} as const;
const CONTEXT = { customer: { iban: IBAN, name: 'Eve' }, cards: [{ number: CARD }, { number: CARD }] };
const SENSITIVE = ['/customer/iban', '/cards/*/number'];

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office?.close());

const ask = (spec: object = {}) =>
  office.task({ form: FORM, context: CONTEXT, sensitiveContext: SENSITIVE, ...spec });
const answer = (taskId: string) =>
  office.tasks.complete(office.people.sam, { taskId, data: { iban: IBAN, note: 'ok' }, claim: true });
const payloads = async (taskId: string) =>
  (await office.app.get(TaskDetailsService).payloads(office.people.sam, [taskId])).get(taskId);
const reveal = (taskId: string, path: string, who = office.people.sam, reason?: string) =>
  office.app.get(RevealService).reveal(who, { taskId, path, reason });

const actor = () =>
  ({ tenantId: office.bot.tenantId, kind: 'operator', id: 'Robin', channel: 'cli' }) as const;

/** The tables in which some row has one of the texts. */
async function tablesWith(...texts: string[]): Promise<string[]> {
  return asAdmin(async (admin) => {
    const tables = await admin.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const sql = `SELECT FROM ${name} t WHERE EXISTS (
        SELECT FROM unnest($1::text[]) AS x WHERE strpos(lower(t::text), lower(x)) > 0) LIMIT 1`;
      if ((await admin.query(sql, [texts])).rowCount !== 0) found.push(name);
    }
    return found;
  }, office.database.adminUrl);
}

it('stand in no table, and everybody who looks sees masks', async () => {
  const { id } = await ask();
  await office.tasks.claim(office.people.sam, { taskId: id });
  const draft = await office.drafts.save(office.people.sam, {
    taskId: id,
    data: { iban: IBAN, note: 'half' },
    expectedVersion: 0,
  });
  expect(draft.data).toEqual({ note: 'half' });
  await office.tasks.complete(office.people.sam, { taskId: id, data: { iban: IBAN, note: 'ok' } });
  expect(await tablesWith(IBAN, CARD)).toEqual([]);
  expect(await tablesWith('Eve')).toEqual(expect.arrayContaining(['task_payloads', 'task_search']));
  expect(await payloads(id)).toMatchObject({
    context: { customer: { iban: MASK, name: 'Eve' }, cards: [{ number: MASK }, { number: MASK }] },
    result: { iban: MASK, note: 'ok' },
  });
  expect((await office.tasks.closed(office.people.ada, id))?.data).toEqual({ iban: MASK, note: 'ok' });
});

it('reach the workflow that asked, by whichever way', async () => {
  const rows: unknown[] = [];
  const outbox = office.app.get(Outbox);
  const listening = outbox.appended.subscribe(({ message }) => rows.push(message?.data));
  const { id } = await ask();
  await answer(id);
  listening.unsubscribe();
  const data = { iban: IBAN, note: 'ok' };
  expect(rows).toEqual([data]);
  office.clock.pass(60_000);
  const [row] = await outbox.claimDue(5, 1_000);
  expect((await outbox.message(row!))?.data).toEqual(data);
  expect((await office.tasks.closed(office.engine, id))?.data).toEqual(data);
  const task = await office.tasks.get(office.engine, id);
  const progress = await office.app.get(TaskTimersService).progressOf(office.engine, task);
  expect(progress.closed?.data).toEqual(data);
});

it('are revealed one by one to whoever may decide, admins and auditors, which is written down', async () => {
  const { sam, ada, max } = office.people;
  const { id } = await ask();
  expect(await reveal(id, '/context/customer/iban', sam, ' To call them ')).toEqual({ value: IBAN });
  const auditor = testContext({ tenantId: sam.tenantId, principal: { id: PERSON_IDS.zoe, role: 'auditor' } });
  expect(await reveal(id, '/context/cards/1/number', auditor)).toEqual({ value: CARD });
  const refused = [
    reveal(id, '/context/customer/name'),
    reveal(id, '/context/customer'),
    reveal(id, '/result/iban'),
    reveal(id, 'x'),
    reveal(id, '/context/customer/iban', max),
    reveal(id, '/context/customer/iban', office.bot),
    reveal(id, '/context/customer/iban', office.olga),
  ];
  expect(await Promise.all(refused.map(codeOf))).toEqual([
    ...Array<string>(4).fill('task.nothing_to_reveal'),
    'task.not_found',
    'task.reveal_forbidden',
    'task.not_found',
  ]);
  await answer(id);
  expect(await codeOf(reveal(id, '/result/iban'))).toBe('task.reveal_forbidden');
  expect(await reveal(id, '/result/iban', ada)).toEqual({ value: IBAN });
  const audited = await office.rows(
    `SELECT actor_id, details FROM audit_events WHERE action = 'task.revealed' ORDER BY id`,
  );
  expect(audited).toEqual([
    { actor_id: PERSON_IDS.sam, details: { path: '/context/customer/iban', reason: 'To call them' } },
    { actor_id: PERSON_IDS.zoe, details: { path: '/context/cards/1/number' } },
    { actor_id: PERSON_IDS.ada, details: { path: '/result/iban' } },
  ]);
});

it('are found in a raw schema, at any depth and in any branch', async () => {
  const schema = {
    type: 'object',
    $defs: { secret: { type: 'string', 'x-sensitive': true } },
    properties: {
      people: { type: 'array', items: { type: 'object', properties: { pin: { $ref: '#/$defs/secret' } } } },
      pay: {
        anyOf: [{ type: 'number' }, { type: 'object', properties: { card: { $ref: '#/$defs/secret' } } }],
      },
    },
  };
  const { id } = await office.task({ form: { schema } });
  const data = { people: [{ pin: '1234-a' }, { pin: '5678-b' }], pay: { card: CARD } };
  await office.tasks.complete(office.people.sam, { taskId: id, data, claim: true });
  expect(await tablesWith(CARD, '1234-a', '5678-b')).toEqual([]);
  expect((await payloads(id))?.result).toEqual({
    people: [{ pin: MASK }, { pin: MASK }],
    pay: { card: MASK },
  });
  expect((await office.tasks.closed(office.engine, id))?.data).toEqual(data);
});

it('leave no digest that could be guessed from the value', async () => {
  const digests = async () => {
    const { id } = await ask({ context: undefined });
    await office.tasks.complete(office.people.sam, { taskId: id, data: { iban: IBAN }, claim: true });
    const [row] = await office.rows<{ digest: string }>(
      `SELECT encode(digest, 'hex') AS digest FROM task_payloads WHERE task_id = $1 AND kind = 'result'`,
      [id],
    );
    return row?.digest;
  };
  expect(await digests()).not.toBe(await digests());
});

it('cannot have what would tell them: a default, or a file', async () => {
  const wrong = (field: object) => codeOf(office.task({ form: { iban: { sensitive: true, ...field } } }));
  expect(await wrong({ type: 'text', default: IBAN })).toBe('task.invalid_spec');
  expect(await wrong({ type: 'file' })).toBe('task.invalid_spec');
  expect(await codeOf(ask({ sensitiveContext: ['customer'] }))).toBe('task.invalid_spec');
});

describe('keys', () => {
  const newKey = () => randomBytes(32).toString('base64');

  it('come in versions: a new one seals, the old ones still open', async () => {
    const before = await ask();
    expect(await office.app.get(DataKeys).rotate(actor())).toEqual({ version: 2, rewrapped: 0 });
    const after = await ask();
    expect(await office.rows('SELECT key_version FROM task_secrets ORDER BY key_version')).toEqual([
      { key_version: 1 },
      { key_version: 2 },
    ]);
    for (const { id } of [before, after])
      expect(await reveal(id, '/context/customer/iban')).toEqual({ value: IBAN });
  });

  it('are wrapped anew with another key of the installation, and of no use without', async () => {
    const { id } = await ask();
    const { DATABASE_URL, SYSTEM_DATABASE_URL } = office.app.get(Config);
    const urls = { NODE_ENV: 'production', DATABASE_URL, SYSTEM_DATABASE_URL };
    const development = office.app.get<LocalKeyEncryption>(KeyEncryption);
    const young = new LocalKeyEncryption(loadConfig({ ...urls, KEY_ENCRYPTION_KEY: newKey() }));
    const both: KeyEncryption = {
      currentId: young.currentId,
      wrap: (key, tenant) => young.wrap(key, tenant),
      unwrap: (key, tenant) => (key.keyId === young.currentId ? young : development).unwrap(key, tenant),
    };
    const rows = () =>
      office.rows<{ bytes: Buffer; keyId: string }>(
        'SELECT secret AS bytes, key_id AS "keyId" FROM data_keys',
      );
    const [first] = await rows();
    await expect(young.unwrap(first!, office.bot.tenantId)).rejects.toMatchObject({
      code: 'secrets.data_key_unreadable',
    });
    Object.assign(office.app.get(DataKeys), { encryption: both });
    expect(await office.app.get(DataKeys).rotate(actor())).toEqual({ version: 2, rewrapped: 1 });
    for (const row of await rows()) expect(await young.unwrap(row, office.bot.tenantId)).toHaveLength(32);
    await expect(young.unwrap((await rows())[0]!, office.olga.tenantId)).rejects.toMatchObject({
      code: 'secrets.data_key_unreadable',
    });
    expect(await reveal(id, '/context/customer/iban')).toEqual({ value: IBAN });
  });

  it('are needed in production', async () => {
    const bare = new LocalKeyEncryption(
      loadConfig({
        NODE_ENV: 'production',
        DATABASE_URL: 'postgres://a/b',
        SYSTEM_DATABASE_URL: 'postgres://a/b',
      }),
    );
    await expect(bare.wrap(randomBytes(32), 'x')).rejects.toMatchObject({
      code: 'secrets.no_key_encryption_key',
    });
  });
});

it('are not found by trying what the digests of requests would be, and repeats are still known', async () => {
  const spec = { title: 'Pay', form: FORM, context: CONTEXT, sensitiveContext: SENSITIVE };
  const make = (context: object = CONTEXT) => office.task({ ...spec, context }, { requestKey: 'pay-1' });
  const { id } = await make();
  expect((await make()).id).toBe(id);
  await expect(make({ ...CONTEXT, cards: [] })).rejects.toMatchObject({ code: 'task.request_key_conflict' });
  const command = { taskId: id, data: { iban: IBAN, note: 'ok' }, claim: true, operationId: 'answer-1' };
  const complete = (changes: object = {}) =>
    office.tasks.complete(office.people.sam, { ...command, ...changes });
  const first = await complete();
  expect(await complete()).toEqual(first);
  await expect(complete({ data: { iban: 'DE1', note: 'ok' } })).rejects.toMatchObject({
    code: 'task.operation_conflict',
  });
  const [kept] = await office.rows<{ spec: Buffer; request: Buffer }>(
    `SELECT t.spec_digest AS spec, o.request_digest AS request FROM tasks t, task_operations o
     WHERE t.id = $1 AND o.operation_id = 'answer-1'`,
    [id],
  );
  expect(kept?.request).not.toEqual(digest({ action: 'claim_and_complete', ...command }));
  expect(kept?.spec).not.toEqual(digest({ ...TASK, ...spec }));
  await office.app.get(DataKeys).rotate(actor());
  expect((await make()).id).toBe(id);
  expect(await complete()).toEqual(first);
});
