import { TenantDatabase } from '@orkestra/core';
import { NotificationsModule } from '..';
import { digestOf, Office, PAYLOAD, PERSON_IDS, type PersonName } from '../../../../test/harness/office';
import type { Answer } from './answer';
import { AnswerAttempts } from './answer-attempts.store';
import { AnswerDesk } from './answer-desk.service';

let office: Office;
let desk: AnswerDesk;
beforeAll(async () => {
  office = await Office.open(8, [NotificationsModule]);
  desk = office.app.get(AnswerDesk);
});
afterAll(() => office?.close());

let clicks = 0;
const proof = { passed: true, result: 'v0' };
const ask = () => office.task({ form: undefined, approval: { payload: PAYLOAD } });

function click(who: PersonName, taskId: string, more: Partial<Answer> = {}): Answer {
  const { tenantId } = office.bot;
  const origin = { channel: 'slack', account: 'U1', team: 'T1', actedAt: office.clock.now(), proof } as const;
  const action = 'approve' as const;
  const key = `click-${(clicks += 1)}`;
  return { tenantId, personId: PERSON_IDS[who], taskId, action, key, expectedRevision: 1, origin, ...more };
}

const attempts = (taskId: string) =>
  office.rows<{ id: string; outcome: string | null; code: string | null; person_id: string }>(
    'SELECT * FROM answer_attempts WHERE task_id = $1 ORDER BY id',
    [taskId],
  );

it('decides as the person, by the channel, and the record of the click is what let them in', async () => {
  const { id } = await ask();
  expect(await desk.answer(click('sam', id))).toMatchObject({
    kind: 'done',
    task: { outcome: 'approved', assigneeId: PERSON_IDS.sam },
    repeated: false,
  });
  const [attempt] = await attempts(id);
  expect(attempt).toMatchObject({
    ...{ channel: 'slack', account: 'U1', team: 'T1', acted_at: office.clock.now(), action: 'approve' },
    ...{ person_id: PERSON_IDS.sam, proved: true, proof: 'v0', outcome: 'done', code: null },
  });
  expect(
    await office.rows('SELECT voter_id, channel, evidence FROM task_decisions WHERE task_id = $1', [id]),
  ).toMatchObject([{ voter_id: PERSON_IDS.sam, channel: 'slack', evidence: { credentialId: attempt?.id } }]);
  expect(
    await office.rows('SELECT channel, credential_id FROM audit_events WHERE target_id = $1', [id]),
  ).toEqual([{ channel: 'slack', credential_id: attempt?.id }]);
  expect(await office.told(id)).toEqual(['task.closed']);
});

it('does a click once that comes twice, at once or later, and says so', async () => {
  const { id } = await ask();
  const same = click('sam', id);
  const both = await Promise.all([desk.answer(same), desk.answer(same), desk.answer(same)]);
  expect(both.map(({ kind }) => kind)).toEqual(['done', 'done', 'done']);
  expect(await desk.answer(same)).toMatchObject({ kind: 'done', repeated: true });
  expect(await office.history(id)).toEqual(['created', 'approved']);
  expect(await office.told(id)).toEqual(['task.closed']);
  expect(await attempts(id)).toHaveLength(4);
});

it('does not take a task again by an old click that comes again', async () => {
  const { id } = await office.task();
  const same = click('sam', id, { action: 'claim' });
  await desk.answer(same);
  await office.tasks.release(office.people.sam, { taskId: id });
  expect(await desk.answer(same)).toMatchObject({ kind: 'done', repeated: true, task: { status: 'READY' } });
});

it('tells who comes late who decided what and when', async () => {
  const { id } = await ask();
  await office.approvals.reject(office.people.lee, {
    taskId: id,
    payloadDigest: digestOf(PAYLOAD),
    reason: 'Too much',
  });
  expect(await desk.answer(click('sam', id))).toMatchObject({
    kind: 'already_decided',
    ended: { what: 'rejected', by: 'Lee', at: office.clock.now(), own: false },
  });
  expect(await desk.look({ ...personOf('sam'), channel: 'slack', credentialId: 'look' }, id)).toMatchObject({
    kind: 'already_decided',
    ended: { what: 'rejected' },
  });
});

it('refuses what was shown in another version, or not at all', async () => {
  const { id } = await ask();
  await office.control.setPriority(office.people.eva, { taskId: id, priority: 90 });
  expect(await desk.answer(click('sam', id))).toMatchObject({
    kind: 'changed',
    code: 'task.revision_conflict',
  });
  const unbound = { expectedRevision: undefined };
  expect(await desk.answer(click('sam', id, unbound))).toMatchObject({ code: 'answers.nothing_shown' });
  const old = { ...unbound, payloadDigest: digestOf({ refund: 1 }) };
  expect(await desk.answer(click('sam', id, old))).toMatchObject({
    kind: 'changed',
    code: 'task.payload_changed',
  });
  const shown = { ...unbound, payloadDigest: digestOf(PAYLOAD) };
  expect(await desk.answer(click('sam', id, shown))).toMatchObject({ kind: 'done' });
});

it('wants a reason for a rejection, and takes the same click with one', async () => {
  const { id } = await ask();
  const same = click('sam', id, { action: 'reject' });
  expect(await desk.answer(same)).toMatchObject({ kind: 'invalid', code: 'task.invalid_command' });
  expect(await desk.answer({ ...same, text: 'No budget' })).toMatchObject({
    kind: 'done',
    task: { outcome: 'rejected', outcomeReason: 'No budget' },
  });
});

it('says to whom it is not given why, and what they may do', async () => {
  const { id } = await ask();
  await office.tasks.claim(office.people.lee, { taskId: id });
  expect(await desk.answer(click('sam', id, { expectedRevision: 2 }))).toMatchObject({
    kind: 'not_allowed',
    code: 'task.already_claimed',
    message: 'lee holds this task.',
    allowed: [],
  });
  expect(await desk.answer(click('max', id))).toEqual({ kind: 'gone' });
  expect(await desk.answer(click('sam', PERSON_IDS.sam))).toEqual({ kind: 'gone' });
  expect((await attempts(id)).map(({ outcome, code }) => [outcome, code])).toEqual([
    ['not_allowed', 'task.already_claimed'],
    ['gone', null],
  ]);
});

it('does nothing for who is put out, for another tenant, or without proof', async () => {
  const { id } = await ask();
  await office.rows('UPDATE users SET active = false WHERE id = $1', [PERSON_IDS.kim]);
  expect(await desk.answer(click('kim', id))).toMatchObject({ kind: 'inactive' });
  const foreign = { tenantId: office.olga.tenantId };
  expect(await desk.answer(click('sam', id, foreign))).toMatchObject({ kind: 'inactive' });
  const olga = { ...foreign, personId: office.olga.principal.id };
  expect(await desk.answer(click('sam', id, olga))).toEqual({ kind: 'gone' });
  const { origin } = click('sam', id);
  const forged = { origin: { ...origin, proof: { passed: false, result: 'bad signature' } } };
  expect(await desk.answer(click('sam', id, forged))).toMatchObject({ code: 'answers.unproved' });
  expect(await office.history(id)).toEqual(['created']);
});

it('lets nobody in whose workspace is closed', async () => {
  const { id } = await ask();
  await office.rows(`UPDATE tenants SET status = 'suspended' WHERE slug = 'a'`);
  expect(await desk.answer(click('sam', id))).toMatchObject({ kind: 'inactive' });
  await office.rows(`UPDATE tenants SET status = 'active' WHERE slug = 'a'`);
});

it('comments, claims and completes by the same rules', async () => {
  const { id } = await office.task();
  const act = (more: Partial<Answer>) =>
    desk.answer(click('sam', id, { expectedRevision: undefined, ...more }));
  expect(await act({ action: 'comment', text: 'On it' })).toMatchObject({ kind: 'done' });
  expect(await act({ action: 'complete', data: {} })).toMatchObject({
    kind: 'invalid',
    code: 'task.invalid_data',
  });
  expect(await act({ action: 'claim' })).toMatchObject({ kind: 'done', task: { status: 'RESERVED' } });
  expect(await act({ action: 'complete', data: { answer: 'Yes' } })).toMatchObject({
    kind: 'done',
    task: { outcome: 'completed' },
  });
  expect(await office.history(id)).toEqual(['created', 'comment_added', 'claimed', 'completed']);
  expect(
    await office.rows('SELECT DISTINCT channel FROM task_events WHERE kind <> $2 AND task_id = $1', [
      id,
      'created',
    ]),
  ).toEqual([{ channel: 'slack' }]);
});

it('shows what can be done now, and the payload to bind it to', async () => {
  const { id } = await ask();
  const look = await desk.look({ ...personOf('sam'), channel: 'slack', credentialId: 'look' }, id);
  expect(look).toMatchObject({ kind: 'open', payload: PAYLOAD, payloadDigest: digestOf(PAYLOAD) });
  expect(look.kind === 'open' && look.allowed).toEqual(
    expect.arrayContaining(['approve', 'reject', 'claim']),
  );
  expect(await attempts(id)).toEqual([]);
});

it('writes down what never came to an answer; one tenant does not see the other’s', async () => {
  const { id } = await ask();
  const store = office.app.get(AnswerAttempts);
  await store.refuse({ ...click('sam', id), personId: null }, 'chat.account_not_linked');
  expect(await attempts(id)).toMatchObject([
    { person_id: null, outcome: 'refused', code: 'chat.account_not_linked' },
  ]);
  const seen = await office.app
    .get(TenantDatabase)
    .query(office.olga, 'SELECT id FROM answer_attempts WHERE task_id = $1', [id]);
  expect(seen).toEqual([]);
});

function personOf(who: PersonName): { tenantId: string; personId: string } {
  return { tenantId: office.bot.tenantId, personId: PERSON_IDS[who] };
}
