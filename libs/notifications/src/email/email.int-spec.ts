import { SystemDatabase } from '@orkestra/core';
import { headerOf, MailOffice } from '../../../../test/harness/mail-office';
import { type Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import type { Inbox } from '../../../../test/harness/servers/mail-server';
import { DeliveryLog, Dispatcher, NotificationsService, PreferencesService } from '..';

const MINUTE = 60_000;
const approval = { form: undefined, approval: { payload: PAYLOAD } };

let post: MailOffice;
let office: Office;
let mail: Inbox;
beforeEach(async () => {
  post = await MailOffice.open();
  ({ office, mail } = post);
});
afterEach(() => post?.close());

it('writes after ten minutes to whoever has not seen it, and to nobody else', async () => {
  const { id } = await office.task({ ...approval, title: 'Refund of 40 €' });
  await post.expand();
  await post.send();
  expect(post.received()).toEqual([]);
  await office.app.get(NotificationsService).markRead(office.people.sam, null);
  office.clock.pass(10 * MINUTE);
  await post.send();
  expect(post.received()).toEqual(['eva', 'kim', 'lee']);
  expect((await post.reasons()).sort()).toEqual(['dropped read', 'sent', 'sent', 'sent']);
  const [first] = mail.mails;
  const { text = '', source = '' } = first ?? {};
  expect(text).toContain(`https://o.test/tasks/${id}`);
  expect(headerOf(source, 'Auto-Submitted')).toBe('auto-generated');
  expect(headerOf(source, 'Subject')).toContain('Refund');
  expect(first?.from).toBe('orkestra@o.test');
  expect(text).toMatch(/prefers-color-scheme: dark/);
  expect(text).toMatch(/Content-Type: text\/plain/);
});

it('puts all mails of a task into one thread, each with an id of its own', async () => {
  const { id } = await office.task({ assignTo: { user: 'sam@a.test' }, sla: { timeoutMs: 5 * MINUTE } });
  await post.expand();
  office.clock.pass(10 * MINUTE);
  await post.send();
  await office.timers.advance(office.engine, id);
  await post.expand();
  office.clock.pass(10 * MINUTE);
  await post.send();
  const mine = mail.mails.filter(({ to }) => to === 'sam@a.test').map(({ source }) => source);
  expect(mine).toHaveLength(2);
  const [one, other] = mine.map((source) => ({
    id: headerOf(source, 'Message-ID'),
    references: headerOf(source, 'References'),
    subject: headerOf(source, 'Subject'),
  }));
  expect(one?.references).toBe(`<task.${id}.${PERSON_IDS.sam}@o.test>`);
  expect(other?.references).toBe(one?.references);
  expect(other?.subject).toBe(one?.subject);
  expect(other?.id).not.toBe(one?.id);
});

it('turns nothing that people wrote into markup', async () => {
  await office.task({ ...approval, title: '<img src=x onerror=alert(1)> & Co' });
  await post.expand();
  office.clock.pass(10 * MINUTE);
  await post.send();
  const text = mail.mails[0]?.text ?? '';
  const html = text.slice(text.indexOf('<html'));
  expect(html).toContain('&lt;img src=x');
  expect(html).not.toContain('<img');
});

it('asks again right before it sends: what is done, in other hands, hidden or left behind is dropped', async () => {
  const tasks = await Promise.all(
    ['done', 'taken', 'open'].map((title) => office.task({ ...approval, title })),
  );
  const [done, taken] = tasks;
  await post.expand();
  await office.control.cancel(office.people.eva, { taskId: done?.id ?? '', reason: 'x' });
  await office.tasks.claim(office.people.sam, { taskId: taken?.id ?? '' });
  await office.rows('UPDATE users SET active = false WHERE id = $1', [PERSON_IDS.kim]);
  await office.rows('DELETE FROM group_members WHERE user_id = $1', [PERSON_IDS.lee]);
  office.clock.pass(10 * MINUTE);
  await post.send();
  expect(post.received()).toEqual(['eva', 'sam', 'sam']);
  const why = await post.reasons();
  expect(new Set(why)).toEqual(
    new Set(['sent', 'dropped done', 'dropped taken', 'dropped deactivated', 'dropped not_visible']),
  );
});

it('sends one mail with a count for what is asked again and again', async () => {
  const { sam } = office.people;
  const { id } = await office.task(approval);
  for (let time = 0; time < 6; time += 1) {
    await office.tasks.claim(sam, { taskId: id });
    await office.tasks.release(sam, { taskId: id });
    await post.expand();
  }
  office.clock.pass(10 * MINUTE);
  await post.send();
  expect(post.received()).toEqual(['eva', 'kim', 'lee', 'sam']);
  const text = mail.mails.find(({ to }) => to === 'eva@a.test')?.text ?? '';
  expect(text).toContain('7 times');
});

it('puts what is not urgent into one digest at the hour that the person wants', async () => {
  const preferences = office.app.get(PreferencesService);
  const { max } = office.people;
  await preferences.setHours(max, {
    timeZone: 'Europe/Berlin',
    quietFrom: null,
    quietUntil: null,
    quietWeekends: false,
    digestAt: 17 * 60,
  });
  await preferences.set(max, [{ kind: 'completed', channel: 'email', mode: 'daily' }]);
  for (const title of ['One', 'Two']) {
    const { id } = await office.task({ title }, { by: max });
    await office.tasks.claim(office.people.sam, { taskId: id });
    await office.tasks.complete(office.people.sam, { taskId: id, data: { answer: 'Yes' } });
  }
  await post.expand();
  office.clock.passTo('2027-03-01T15:59:00Z');
  await post.send();
  expect(post.received()).toEqual([]);
  office.clock.passTo('2027-03-01T16:00:00Z');
  await post.send();
  expect(post.received()).toEqual(['max']);
  const { text = '', source = '' } = mail.mails[0] ?? {};
  expect(headerOf(source, 'Subject')).toContain('2_notifications');
  expect(text).toContain('One');
  expect(text).toContain('Two');
});

it('holds everything back in quiet hours but the list in the app', async () => {
  await office.app.get(PreferencesService).setHours(office.people.eva, {
    timeZone: 'UTC',
    quietFrom: 9 * 60,
    quietUntil: 12 * 60,
    quietWeekends: false,
    digestAt: 480,
  });
  await office.task(approval);
  await post.expand();
  expect(await office.app.get(NotificationsService).countUnread(office.people.eva)).toBe(1);
  office.clock.pass(60 * MINUTE);
  await post.send();
  expect(post.received()).not.toContain('eva');
  office.clock.passTo('2027-03-01T12:00:00Z');
  await post.send();
  expect(post.received()).toContain('eva');
});

it('tries again what the server refuses for now, and gives up what it refuses for good until it is replayed', async () => {
  await office.task({ assignTo: { user: 'sam@a.test' } });
  await post.expand();
  office.clock.pass(10 * MINUTE);
  mail.refuse(451);
  await post.send();
  expect(await post.reasons()).toEqual(['pending SMTP 451']);
  office.clock.pass(10 * MINUTE);
  mail.refuse(550);
  await post.send();
  expect(await post.reasons()).toEqual(['dead SMTP 550']);
  const log = office.app.get(DeliveryLog);
  const { items } = await log.list(office.people.ada, {});
  const failed = { channel: 'email', status: 'dead', reason: 'SMTP 550', personName: 'sam' };
  expect(items).toMatchObject([{ ...failed, taskTitle: expect.any(String) as string }]);
  expect((await log.list(office.people.ada, { channel: 'email' })).items).toEqual(items);
  for (const channel of ['push', 'no such\0'])
    expect((await log.list(office.people.ada, { channel })).items).toEqual([]);
  expect((await log.list(office.olga, {})).items).toEqual([]);
  const id = items[0]?.id ?? '';
  await expect(log.replay(office.olga, [id])).rejects.toMatchObject({ kind: 'not_found' });
  await expect(log.replay(office.people.sam, [id])).rejects.toMatchObject({ kind: 'forbidden' });
  mail.refuse(undefined);
  await log.replay(office.people.ada, [id]);
  await post.send();
  expect(post.received()).toEqual(['sam']);
  expect(await post.reasons()).toEqual(['sent']);
});

it('sends once more, with the same id, what was sent and not written down; and never loses it', async () => {
  await office.task({ assignTo: { user: 'sam@a.test' } });
  await post.expand();
  office.clock.pass(10 * MINUTE);
  const database = office.app.get(SystemDatabase);
  const query = database.query.bind(database);
  const dies = jest.spyOn(database, 'query').mockImplementation(async (sql, parameters) => {
    if (sql.includes('SET status = $2')) throw new Error('The process is gone');
    return query(sql, parameters);
  });
  await expect(office.app.get(Dispatcher).round()).rejects.toThrow('gone');
  dies.mockRestore();
  expect(post.received()).toEqual(['sam']);
  expect(await post.reasons()).toEqual(['pending']);
  await post.send();
  expect(post.received()).toEqual(['sam']);
  office.clock.pass(5 * MINUTE);
  await post.send();
  await post.send();
  const ids = mail.mails.map(({ source }) => headerOf(source, 'Message-ID'));
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  expect(await post.reasons()).toEqual(['sent']);
});

it('goes to one process of several', async () => {
  for (let n = 0; n < 5; n += 1) await office.task({ ...approval, title: `No ${n}` });
  await post.expand();
  office.clock.pass(10 * MINUTE);
  await Promise.all(Array.from({ length: 4 }, () => post.send()));
  expect(mail.mails).toHaveLength(20);
});
