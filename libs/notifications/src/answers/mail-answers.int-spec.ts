import { AnswerSettingsService } from '@orkestra/tenancy';
import { MailOffice } from '../../../../test/harness/mail-office';
import { codeOf, digestOf, type Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import type { Inbox } from '../../../../test/harness/servers/mail-server';
import { MailAnswers } from './mail-answers.service';

const DAY = 24 * 3_600_000;
const approval = { form: undefined, approval: { payload: PAYLOAD } };

let post: MailOffice;
let office: Office;
let mail: Inbox;
let answers: MailAnswers;
beforeAll(async () => {
  post = await MailOffice.open();
  ({ office, mail } = post);
  answers = office.app.get(MailAnswers);
});
afterAll(() => post?.close());

const from = { remoteAddress: '203.0.113.7', userAgent: 'Mail' };
let count = 0;

/** A task that Sam alone is asked about, and the token of his mail. */
async function mailed(spec: object = {}, to = 'sam'): Promise<{ id: string; token: string }> {
  const title = `Task ${(count += 1)}.`;
  const { id } = await office.task({ ...approval, assignTo: { user: `${to}@a.test` }, ...spec, title });
  await post.expand();
  office.clock.pass(10 * 60_000);
  await post.send();
  return { id, token: tokensFor(title, to)[0] ?? '' };
}

function tokensFor(title: string, to: string): string[] {
  const found = mail.mails.find((one) => one.to === `${to}@a.test` && one.text.includes(title));
  return [...(found?.text ?? '').matchAll(/answers\?token=([\w-]+)/g)].map(([, token = '']) => token);
}

const approve = (token: string) => answers.answer(token, { action: 'approve' }, from);
const reject = (token: string, reason?: string) => answers.answer(token, { action: 'reject', reason }, from);

it('answers as the person to whom it was sent, and only once, whatever is pressed afterwards', async () => {
  const { id, token } = await mailed();
  expect(await answers.look(token)).toMatchObject({ kind: 'open', payloadDigest: digestOf(PAYLOAD) });
  expect(await reject(token)).toMatchObject({ kind: 'invalid', fields: [{ pointer: '/reason' }] });
  expect(await approve(token)).toMatchObject({ kind: 'done', task: { outcome: 'approved' } });
  expect(await reject(token, 'No')).toMatchObject({
    kind: 'already_decided',
    ended: { what: 'approved', own: true },
  });
  expect(await approve(token)).toMatchObject({ kind: 'done', repeated: true });
  expect(
    await office.rows('SELECT voter_id, channel, evidence FROM task_decisions WHERE task_id = $1', [id]),
  ).toMatchObject([
    { voter_id: PERSON_IDS.sam, channel: 'email', evidence: { address: '203.0.113.7', userAgent: 'Mail' } },
  ]);
  expect(
    await office.rows('SELECT channel, outcome, proof FROM answer_attempts WHERE task_id = $1 ORDER BY id', [
      id,
    ]),
  ).toEqual(
    ['invalid', 'done', 'already_decided', 'done'].map((outcome) => ({
      channel: 'email',
      outcome,
      proof: 'sealed link',
    })),
  );
});

it('takes no link that was changed, cut off, made for something else, or is old', async () => {
  const { token } = await mailed();
  const bytes = Buffer.from(token, 'base64url');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  const unsubscribe = /unsubscribe\?token=([\w-]+)/.exec(mail.mails.at(-1)?.text ?? '')?.[1] ?? '';
  expect(unsubscribe).not.toBe('');
  for (const forged of [
    bytes.toString('base64url'),
    token.slice(0, -4),
    unsubscribe,
    '',
    '????',
    'A'.repeat(500),
  ]) {
    expect(await codeOf(approve(forged))).toBe('answers.invalid_link');
    expect(await codeOf(answers.look(forged))).toBe('answers.invalid_link');
  }
  office.clock.pass(14 * DAY);
  expect(await codeOf(approve(token))).toBe('answers.expired_link');
});

it('is dead when the task has changed, is with somebody else, or is over', async () => {
  const moved = await mailed();
  await office.handover.assign(office.people.ada, { taskId: moved.id, to: { user: 'lee@a.test' } });
  expect(await approve(moved.token)).toMatchObject({
    kind: expect.stringMatching(/gone|not_allowed|changed/),
  });
  expect((await office.tasks.get(office.people.lee, moved.id)).status).toBe('RESERVED');
  const changed = await mailed();
  await office.control.setPriority(office.people.ada, { taskId: changed.id, priority: 3 });
  expect(await answers.look(changed.token)).toMatchObject({ kind: 'changed' });
  expect(await approve(changed.token)).toMatchObject({ kind: 'changed' });
  const over = await mailed();
  await office.control.cancel(office.people.ada, { taskId: over.id, reason: 'x' });
  expect(await approve(over.token)).toMatchObject({
    kind: 'already_decided',
    ended: { what: 'cancelled', by: null },
  });
});

it('answers for nobody who was put out since', async () => {
  const { token, id } = await mailed({}, 'max');
  await office.rows('UPDATE users SET active = false WHERE id = $1', [PERSON_IDS.max]);
  expect(await approve(token)).toMatchObject({ kind: 'inactive' });
  expect(await answers.look(token)).toMatchObject({ kind: 'inactive' });
  expect(await office.history(id)).toEqual(['created']);
});

it('decides once where a link is pressed many times at once', async () => {
  const { id, token } = await mailed();
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => approve(token)));
  expect(outcomes.map(({ kind }) => kind)).toEqual(Array(5).fill('done'));
  expect(await office.told(id)).toEqual(['task.closed']);
});

it('keeps its worth in a vote while others vote, and loses it with a new version', async () => {
  const assignTo = { group: 'l1' };
  const vote = { payload: PAYLOAD, quorum: { rule: 'all' } };
  const { id, token } = await mailed({ assignTo, approval: vote });
  const title = `Task ${count}.`;
  expect(await approve(token)).toMatchObject({ kind: 'done', task: { status: 'READY' } });
  expect(await approve(tokensFor(title, 'lee')[0] ?? '')).toMatchObject({ kind: 'done' });
  const last = tokensFor(title, 'kim')[0] ?? '';
  await office.approvals.requestChanges(office.people.eva, {
    taskId: id,
    payloadDigest: digestOf(PAYLOAD),
    reason: 'Less',
  });
  await office.approvals.answerChanges(office.bot, { taskId: id, payload: { refund: 1 } });
  expect(await answers.look(last)).toMatchObject({ kind: 'changed' });
  expect(await approve(last)).toMatchObject({ kind: 'changed', code: 'task.payload_changed' });
});

it('is turned off for the workspace: no links in new mails, and those that are out are dead', async () => {
  const settings = office.app.get(AnswerSettingsService);
  const { id, token } = await mailed();
  expect(await codeOf(settings.set(office.people.sam, { byMail: false }))).toBe('auth.role_forbids');
  await settings.set(office.people.ada, { byMail: false });
  expect(await codeOf(answers.look(token))).toBe('answers.by_mail_off');
  expect(await codeOf(approve(token))).toBe('answers.by_mail_off');
  expect(await office.rows('SELECT outcome, code FROM answer_attempts WHERE task_id = $1', [id])).toEqual([
    { outcome: 'refused', code: 'answers.by_mail_off' },
  ]);
  expect((await mailed()).token).toBe('');
  await settings.set(office.people.ada, { byMail: true });
  expect(await approve(token)).toMatchObject({ kind: 'done' });
  expect(
    await office.rows(
      `SELECT details FROM audit_events WHERE action = 'settings.answers_changed' ORDER BY id`,
    ),
  ).toMatchObject([{ details: { before: { byMail: true }, after: { byMail: false } } }, {}]);
});

it('has no links where nobody asked for work, and none that a page cannot draw', async () => {
  expect(
    (await mailed({ approval: undefined, form: { file: { type: 'file', required: true } } })).token,
  ).toBe('');
  const secret = { iban: { type: 'text', sensitive: true } };
  expect((await mailed({ approval: undefined, form: secret })).token).toBe('');
  expect((await mailed({ approval: undefined, form: { ok: { type: 'boolean' } } })).token).not.toBe('');
});
