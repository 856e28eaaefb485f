import { TasksService } from '@orkestra/tasks';
import { AnswerSettingsService, GuestEntrance } from '@orkestra/tenancy';
import { eventually } from '../../../../test/harness/eventually';
import { MailOffice } from '../../../../test/harness/mail-office';
import { codeOf, type Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import { GuestAnswers } from './guest-answers.service';
import { GuestSessions, type KnownGuest } from './guest-sessions.service';
import type { GuestAction } from './guest-view';
import { GuestsService } from './guests.service';

const DAY = 24 * 3_600_000;
const approval = { form: undefined, approval: { payload: PAYLOAD } };

let post: MailOffice;
let office: Office;
let guests: GuestsService;
let sessions: GuestSessions;
let answers: GuestAnswers;
beforeAll(async () => {
  post = await MailOffice.open();
  ({ office } = post);
  guests = office.app.get(GuestsService);
  sessions = office.app.get(GuestSessions);
  answers = office.app.get(GuestAnswers);
  await office.app.get(AnswerSettingsService).set(office.people.ada, { guests: true });
});
afterAll(() => post?.close());

const from = { remoteAddress: '203.0.113.9' };
let count = 0;

async function invited(
  taskId: string,
  actions: GuestAction[] = ['approve', 'reject', 'comment'],
): Promise<{ id: string; token: string; email: string }> {
  const email = `guest${(count += 1)}@outside.test`;
  const { guest, link } = await guests.invite(office.people.eva, {
    taskId,
    email,
    name: 'Gil Outside',
    actions,
  });
  expect(link).toBeNull();
  expect(guest).toMatchObject({ email, status: 'invited', actions, invitedBy: 'eva' });
  const mail = await eventually(() => post.mail.mails.find(({ to }) => to === email));
  return { id: guest.id, email, token: /guest\?token=([\w-]+)/.exec(mail.text)?.[1] ?? '' };
}

async function arrived(
  taskId: string,
  actions?: GuestAction[],
): Promise<{ id: string; guest: KnownGuest; session: string }> {
  const { id, token } = await invited(taskId, actions);
  return { id, ...(await sessions.open(token, from)) };
}

const act = (guest: KnownGuest, action: GuestAction, more: object = {}) =>
  answers.answer(guest, { action, expectedRevision: 1, key: `page-${(count += 1)}`, ...more }, from);

it('lets a guest decide the one task, in their own name, and shows it in history and audit', async () => {
  const { id } = await office.task(approval);
  const { id: guestId, guest } = await arrived(id);
  expect(await answers.look(guest)).toMatchObject({
    kind: 'open',
    payload: PAYLOAD,
    allowed: ['approve', 'reject'],
  });
  expect(await act(guest, 'comment', { text: 'Seen' })).toMatchObject({ kind: 'done' });
  expect(await act(guest, 'approve')).toMatchObject({
    kind: 'done',
    task: { outcome: 'approved', assigneeId: null },
  });
  expect(await office.history(id)).toEqual(['created', 'guest_invited', 'comment_added', 'approved']);
  expect(
    await office.rows(
      'SELECT voter_id, voter_name, channel, evidence FROM task_decisions WHERE task_id = $1',
      [id],
    ),
  ).toMatchObject([
    { voter_id: guestId, voter_name: 'Gil Outside (guest)', channel: 'guest', evidence: { role: 'guest' } },
  ]);
  const audited = await office.rows(
    'SELECT action, actor_id FROM audit_events WHERE target_id = $1 ORDER BY id',
    [id],
  );
  expect(audited).toEqual([
    { action: 'guest.invited', actor_id: PERSON_IDS.eva },
    { action: 'guest.arrived', actor_id: guestId },
    { action: 'task.approved', actor_id: guestId },
  ]);
  expect(await office.told(id)).toEqual(['task.closed']);
});

it('lets them decide in place of whoever holds the task, and complete its form', async () => {
  const { id } = await office.task();
  const { guest } = await arrived(id, ['complete']);
  await office.tasks.claim(office.people.sam, { taskId: id });
  expect(await act(guest, 'complete', { data: {}, expectedRevision: 2 })).toMatchObject({ kind: 'invalid' });
  expect(await act(guest, 'complete', { data: { answer: 'Yes' }, expectedRevision: 2 })).toMatchObject({
    kind: 'done',
    task: { outcome: 'completed', assigneeId: PERSON_IDS.sam },
  });
});

it('gives them nothing else: no other task, no other action, no tasks of their own', async () => {
  const { id } = await office.task(approval);
  const other = await office.task(approval);
  const { guest } = await arrived(id, ['comment']);
  expect(await act(guest, 'approve')).toMatchObject({ kind: 'not_allowed', code: 'task.guest_may_not' });
  const ctx = await office.app.get(GuestEntrance).enter({ ...guest, credentialId: guest.guestId });
  if (ctx === undefined) throw new Error('The guest was not let in');
  const tasks = office.app.get(TasksService);
  expect(await codeOf(tasks.get(ctx, other.id))).toBe('auth.guest_elsewhere');
  expect((await tasks.get(ctx, id)).id).toBe(id);
  expect(await codeOf(tasks.list(ctx, {}, { first: 10 }))).toBe('auth.guest_elsewhere');
  expect(await codeOf(tasks.create(ctx, { title: 'Of a guest' }))).toBe('auth.guest_elsewhere');
  expect(await codeOf(office.control.cancel(ctx, { taskId: id, reason: 'x' }))).toBe('task.guest_may_not');
  expect(await codeOf(office.tasks.claim(ctx, { taskId: id }))).toBe('task.guest_may_not');
  const decides = await arrived(id, ['approve']);
  expect(await act(decides.guest, 'comment', { text: 'x' })).toMatchObject({ kind: 'not_allowed' });
  expect(await office.history(id)).toEqual(['created', 'guest_invited', 'guest_invited']);
});

it('works once: the link is spent by whoever comes first, and cannot be made up', async () => {
  const { id } = await office.task(approval);
  const { token } = await invited(id);
  expect((await sessions.look(token)).taskId).toBe(id);
  const both = await Promise.all([codeOf(sessions.open(token, from)), codeOf(sessions.open(token, from))]);
  expect(both.sort()).toEqual(['guests.invalid_link', 'no error']);
  expect(await codeOf(sessions.look(token))).toBe('guests.invalid_link');
  for (const forged of ['', 'x', 'A'.repeat(43)]) {
    expect(await codeOf(sessions.look(forged))).toBe('guests.invalid_link');
    expect(await sessions.by(forged)).toBeUndefined();
  }
  // The link is no session.
  expect(await sessions.by(token)).toBeUndefined();
});

it('ends when it is revoked, when its time is over, and when the workspace wants no guests', async () => {
  const { id } = await office.task(approval);
  const { id: guestId, session, guest } = await arrived(id);
  expect(await codeOf(guests.revoke(office.olga, guestId))).toBe('guests.not_found');
  expect(await codeOf(guests.revoke(office.people.max, guestId))).toBe('task.not_found');
  expect(await codeOf(guests.revoke(office.people.sam, guestId))).toBe('guests.invite_forbidden');
  expect(await guests.revoke(office.people.eva, guestId)).toMatchObject({ status: 'revoked' });
  expect(await codeOf(guests.revoke(office.people.eva, guestId))).toBe('guests.not_found');
  expect(await sessions.by(session)).toBeUndefined();
  const settings = office.app.get(AnswerSettingsService);
  await settings.set(office.people.ada, { guests: false });
  expect(await answers.look(guest)).toMatchObject({ kind: 'inactive' });
  expect(await act(guest, 'approve')).toMatchObject({ kind: 'inactive' });
  const again = { taskId: id, email: 'x@y.test', name: 'X', actions: ['approve' as const] };
  expect(await codeOf(guests.invite(office.people.eva, again))).toBe('guests.forbidden');
  await settings.set(office.people.ada, { guests: true });
  const late = await arrived(id);
  office.clock.pass(7 * DAY);
  expect(await sessions.by(late.session)).toBeUndefined();
  const { items } = await guests.list(office.people.sam, id, {});
  expect(items.map(({ status }) => status)).toEqual(['ended', 'revoked']);
});

it('is not for everybody to invite, nor for every task', async () => {
  const { people } = office;
  const { id } = await office.task(approval);
  const given = { taskId: id, email: 'new@outside.test', name: 'New', actions: ['approve' as const] };
  const code = (who = people.eva, more: object = {}) => codeOf(guests.invite(who, { ...given, ...more }));
  expect(await code(people.sam)).toBe('guests.invite_forbidden');
  expect(await code(people.max)).toBe('task.not_found');
  expect(await code(office.olga)).toMatch(/forbidden|not_found/);
  expect(await codeOf(guests.invite(office.bot, given))).toBe('auth.people_only');
  expect(await code(people.eva, { email: 'Sam@a.test' })).toBe('guests.has_account');
  expect(await code(people.eva, { email: 'no address' })).toBe('guests.invalid');
  expect(await code(people.eva, { name: ' ' })).toBe('guests.invalid');
  expect(await code(people.eva, { days: 31 })).toBe('guests.invalid');
  expect(await code(people.eva, { actions: ['complete'] })).toBe('guests.not_for_guests');
  const files = await office.task({ form: { paper: { type: 'file' } } });
  expect(await code(people.eva, { taskId: files.id, actions: ['complete'] })).toBe('guests.not_for_guests');
  const vote = await office.task({ ...approval, approval: { payload: PAYLOAD, quorum: { rule: 'all' } } });
  expect(await code(people.ada, { taskId: vote.id })).toBe('guests.not_for_guests');
  // Whoever asked for it does not have it approved by a friend of theirs.
  const own = await office.task({ ...approval, assignTo: { group: 'l2' } }, { by: people.eva });
  expect(await code(people.eva, { taskId: own.id })).toBe('guests.invite_forbidden');
  expect(await code()).toBe('no error');
});

it('comes too late to a task that is decided', async () => {
  const { id } = await office.task(approval);
  const { guest } = await arrived(id);
  await office.control.cancel(office.people.eva, { taskId: id, reason: 'x' });
  expect(await act(guest, 'approve')).toMatchObject({
    kind: 'already_decided',
    ended: { what: 'cancelled' },
  });
  expect(await answers.look(guest)).toMatchObject({ kind: 'already_decided' });
});
