import { AttachmentsService, CommentsService } from '@orkestra/tasks';
import { Readable } from 'node:stream';
import {
  AuditExport,
  AuditFileCheck,
  AuditSeals,
  actorFrom,
  EvidenceKeys,
  publicKeysIn,
} from '@orkestra/tenancy';
import { asAdmin } from '../../../../test/harness';
import { codeOf, digestOf, Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import { testContext } from '../../../tenancy/src/testing';
import { ErasureProgress, LegalHolds, PersonErasure, PrivacyModule } from '..';

const SAM = PERSON_IDS.sam;
const EMAIL = 'sam@a.test';

let office: Office;
let erasure: PersonErasure;
let holds: LegalHolds;
beforeEach(async () => {
  office = await Office.open(8, [PrivacyModule]);
  erasure = office.app.get(PersonErasure);
  holds = office.app.get(LegalHolds);
});
afterEach(() => office?.close());

const ada = () => office.people.ada;
const sam = () => ({
  ...office.people.sam,
  principal: { ...office.people.sam.principal, displayName: 'Samuel Soto' },
});
const samFrom = (remoteAddress: string) =>
  testContext({
    tenantId: ada().tenantId,
    channel: 'graphql',
    remoteAddress,
    principal: sam().principal,
  });

/** Sam has worked, from an address, and has left. */
async function workedAndLeft(): Promise<string> {
  const them = samFrom('203.0.113.77');
  await office.rows(`UPDATE users SET display_name = 'Samuel Soto' WHERE id = $1`, [SAM]);
  const { id } = await office.task({ form: undefined, approval: { payload: PAYLOAD } });
  await office.approvals.approve(them, { taskId: id, payloadDigest: digestOf(PAYLOAD) });
  const { id: other } = await office.task();
  const comments = office.app.get(CommentsService);
  await comments.add(them, { taskId: other, text: 'Looks good' });
  const files = office.app.get(AttachmentsService);
  const note = () => ({ name: 'a.txt', content: Readable.from(['x']), declaredType: undefined });
  await files.add(them, other, note());
  const { id: attachmentId } = await files.add(them, other, note());
  await files.remove(ada(), { taskId: other, attachmentId });
  await office.tasks.claim(them, { taskId: other, operationId: 'claim-1' });
  await office.drafts.save(them, { taskId: other, data: { answer: 'Y' }, expectedVersion: 0 });
  await office.tasks.release(them, { taskId: other });
  await office.tasks.complete(them, { taskId: other, data: { answer: 'Yes' }, claim: true });
  await office.rows('UPDATE users SET active = false WHERE id = $1', [SAM]);
  return id;
}

async function erase(): Promise<void> {
  const { code } = await erasure.request(ada(), SAM, EMAIL);
  await erasure.confirm(ada(), { personId: SAM, email: EMAIL, code });
  while (await erasure.sweep());
}

/** The tables in which some row has the text. */
async function tablesWith(...texts: string[]): Promise<string[]> {
  return asAdmin(async (admin) => {
    const tables = await admin.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rowCount } = await admin.query(
        `SELECT FROM ${name} t WHERE EXISTS (SELECT FROM unnest($1::text[]) AS x WHERE strpos(t::text, x) > 0) LIMIT 1`,
        [texts],
      );
      if (rowCount !== 0) found.push(name);
    }
    return found.sort();
  }, office.database.adminUrl);
}

async function checkedChain() {
  await office.app.get(AuditSeals).seal(ada().tenantId);
  const keys = await office.app.get(EvidenceKeys).list();
  const file = new AuditFileCheck({ keys: publicKeysIn(keys.map(({ pem }) => pem).join('\n')) });
  for await (const line of office.app.get(AuditExport).lines(actorFrom(ada()))) file.add(line.trimEnd());
  return file.report();
}

it('leaves neither name nor address in any table, and the chain whole', async () => {
  const taskId = await workedAndLeft();
  await office.app.get(AuditSeals).seal(ada().tenantId);
  const traces = ['Samuel Soto', EMAIL, '203.0.113.77'];
  expect(await tablesWith(...traces)).toEqual(
    expect.arrayContaining(['audit_events', 'task_decisions', 'task_events_rest', 'users']),
  );
  expect((await checkedChain()).erased).toBe(0);
  await erase();
  expect(await tablesWith(...traces)).toEqual([]);
  expect(
    await office.rows('SELECT voter_id, voter_name FROM task_decisions WHERE task_id = $1', [taskId]),
  ).toEqual([{ voter_id: SAM, voter_name: 'Erased person' }]);
  const report = await checkedChain();
  expect(report).toMatchObject({ ok: true, findings: [], trusted: true });
  expect(report.erased).toBeGreaterThan(1);
  const left = await office.rows('SELECT finished_at IS NOT NULL AS finished FROM person_erasures');
  expect(left).toEqual([{ finished: true }]);
});

it('changes nothing of what others did', async () => {
  const lee = office.people.lee;
  const { id } = await office.task();
  await office.tasks.complete(lee, { taskId: id, data: { answer: 'Mine' }, claim: true });
  await workedAndLeft();
  const before = await office.rows('SELECT * FROM task_events WHERE task_id = $1 ORDER BY id', [id]);
  await erase();
  expect(await office.rows('SELECT * FROM task_events WHERE task_id = $1 ORDER BY id', [id])).toEqual(before);
  expect(await office.rows(`SELECT display_name FROM users WHERE id = '${PERSON_IDS.lee}'`)).toEqual([
    { display_name: 'lee' },
  ]);
});

it('is asked twice by the same admin, for somebody who has left', async () => {
  const refusals: string[] = [await codeOf(erasure.request(ada(), SAM, EMAIL))];
  await workedAndLeft();
  refusals.push(
    await codeOf(erasure.request(ada(), SAM, 'somebody@a.test')),
    await codeOf(erasure.request(office.people.lee, SAM, EMAIL)),
    await codeOf(erasure.request(office.olga, SAM, EMAIL)),
  );
  const { code } = await erasure.request(ada(), SAM, EMAIL);
  const confirm = (more: object = {}, ctx = ada()) =>
    codeOf(erasure.confirm(ctx, { personId: SAM, email: EMAIL, code, ...more }));
  const { tenantId, principal } = ada();
  const another = testContext({ tenantId, principal: { ...principal, id: PERSON_IDS.max } });
  refusals.push(await confirm({ code: 'x' }), await confirm({}, another));
  office.clock.pass(16 * 60_000);
  refusals.push(await confirm());
  expect(refusals).toEqual([
    'person.state',
    'person.erasure_not_confirmed',
    'auth.role_forbids',
    'person.not_found',
    ...Array<string>(3).fill('person.erasure_not_confirmed'),
  ]);
  expect(await tablesWith('Samuel Soto')).not.toEqual([]);
  await erase();
  expect(await codeOf(erasure.request(ada(), SAM, EMAIL))).toBe('person.state');
  const again = office.rows('UPDATE users SET active = true WHERE id = $1', [SAM]);
  await expect(again).rejects.toThrow('check constraint');
});

it('waits for a legal hold on the workspace or on a task of theirs, and for no other', async () => {
  const taskId = await workedAndLeft();
  const other = await office.task();
  const auditor = testContext({ tenantId: ada().tenantId, principal: { role: 'auditor' } });
  await holds.place(auditor, { taskId: other.id, reason: 'Another matter' });
  for (const on of [{ taskId }, {}]) {
    const hold = await holds.place(auditor, { ...on, reason: 'Lawsuit 7' });
    expect(await codeOf(erasure.request(ada(), SAM, EMAIL))).toBe('privacy.legal_hold');
    await holds.release(auditor, hold.id);
  }
  const { code } = await erasure.request(ada(), SAM, EMAIL);
  await erasure.confirm(ada(), { personId: SAM, email: EMAIL, code });
  const progress = office.app.get(ErasureProgress);
  const late = await holds.place(ada(), { taskId, reason: 'Came late' });
  expect(await progress.of(ada(), SAM)).toEqual({
    confirmedAt: office.clock.now(),
    finishedAt: null,
    held: true,
  });
  expect(await erasure.sweep()).toBe(false);
  expect(await tablesWith('Samuel Soto')).not.toEqual([]);
  await holds.release(ada(), late.id);
  while (await erasure.sweep());
  expect(await tablesWith('Samuel Soto')).toEqual([]);
  expect(await progress.of(ada(), SAM)).toMatchObject({ finishedAt: expect.any(Date), held: false });
  expect(await progress.of(ada(), PERSON_IDS.lee)).toBeNull();
  expect(await codeOf(progress.of(office.people.lee, SAM))).toBe('auth.role_forbids');
  expect(await codeOf(progress.of(office.olga, SAM))).toBe('person.not_found');
});

it('cannot be done past the confirmation, and every table with rows of people can be reached', async () => {
  const system = (statement: string) =>
    asAdmin(async (admin) => {
      await admin.query('SET ROLE orkestra_system');
      await admin.query(statement);
    }, office.database.adminUrl);
  await expect(system(`SELECT erase_person_rows('${ada().tenantId}', '${SAM}', 5)`)).rejects.toThrow(
    'Nobody has confirmed',
  );
  const unreached = await office.rows(`
    SELECT DISTINCT c.relname FROM pg_class c
    JOIN pg_attribute n ON n.attrelid = c.oid AND (n.attname = 'user_id' OR n.attname LIKE '%\\_name' AND EXISTS (
      SELECT FROM pg_attribute i WHERE i.attrelid = c.oid AND i.attname = left(n.attname, -5) || '_id'))
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = c.relname || '_erasure')`);
  expect(unreached).toEqual([]);
});

describe('a legal hold', () => {
  it('is placed and released by those who look after the workspace, and audited', async () => {
    const { id: taskId, title } = await office.task();
    const hold = await holds.place(ada(), { taskId, reason: ' Lawsuit 7 ' });
    expect(hold).toMatchObject({ taskId, taskTitle: title, reason: 'Lawsuit 7', releasedAt: null });
    const page = { first: 10 };
    expect((await holds.list(ada(), { inForce: true }, page)).items).toEqual([hold]);
    expect((await holds.list(office.olga, {}, page)).items).toEqual([]);
    expect(
      await Promise.all(
        [
          holds.place(office.people.sam, { reason: 'x' }),
          holds.place(office.bot, { reason: 'x' }),
          holds.place(office.olga, { taskId, reason: 'x' }),
          holds.place(ada(), { reason: ' ' }),
          holds.release(office.olga, hold.id),
          holds.release(ada(), 'x'),
        ].map(codeOf),
      ),
    ).toEqual([
      'auth.role_forbids',
      'auth.people_only',
      'task.not_found',
      'privacy.invalid_hold',
      'privacy.hold_not_found',
      'privacy.hold_not_found',
    ]);
    await holds.release(ada(), hold.id);
    expect(await codeOf(holds.release(ada(), hold.id))).toBe('privacy.hold_released');
    const audited = await office.rows(
      `SELECT action, target_id FROM audit_events WHERE action LIKE 'legal_hold.%' ORDER BY id`,
    );
    expect(audited).toEqual([
      { action: 'legal_hold.placed', target_id: taskId },
      { action: 'legal_hold.released', target_id: taskId },
    ]);
  });
});
