import { SystemDatabase } from '@orkestra/core';
import { startMailServer, type Inbox } from '../../../../test/harness/servers/mail-server';
import { Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import {
  DeliveryLog,
  Dispatcher,
  FanOut,
  NotificationDefaults,
  NotificationsModule,
  NotificationsService,
  PreferencesService,
  UnsubscribeService,
} from '..';

const MINUTE = 60_000;
const approval = { form: undefined, approval: { payload: PAYLOAD } };

let mail: Inbox;
let office: Office;
let fanOut: FanOut;
let dispatcher: Dispatcher;
beforeEach(async () => {
  mail = await startMailServer();
  await open();
});
afterEach(async () => {
  await office?.close();
  await mail?.close();
});

async function open(more: Record<string, string> = {}): Promise<void> {
  const settings = {
    ...more,
    MAIL_URL: mail.url,
    MAIL_FROM: 'Orkestra <orkestra@o.test>',
    PUBLIC_URL: 'https://o.test',
  };
  office = await Office.open(8, [NotificationsModule], settings);
  fanOut = office.app.get(FanOut);
  dispatcher = office.app.get(Dispatcher);
  await office.rows(`UPDATE users SET role = 'admin' WHERE id = $1`, [PERSON_IDS.ada]);
}

const expand = async () => {
  while (await fanOut.round());
};
const send = async () => {
  while (await dispatcher.round());
};
const received = () => mail.mails.map(({ to }) => to.replace('@a.test', '')).sort();
const header = (source: string, name: string) =>
  new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, 'im')
    .exec(source)?.[1]
    ?.replace(/\r?\n\s+/g, ' ')
    .trim();
const reasons = async () =>
  (
    await office.rows<{ person_id: string; status: string; reason: string | null }>(
      'SELECT person_id, status, reason FROM notification_deliveries ORDER BY id',
    )
  ).map(({ status, reason }) => (reason === null ? status : `${status} ${reason}`));

it('writes after ten minutes to whoever has not seen it, and to nobody else', async () => {
  const { id } = await office.task({ ...approval, title: 'Refund of 40 €' });
  await expand();
  await send();
  expect(received()).toEqual([]);
  await office.app.get(NotificationsService).markRead(office.people.sam, null);
  office.clock.pass(10 * MINUTE);
  await send();
  expect(received()).toEqual(['eva', 'kim', 'lee']);
  expect((await reasons()).sort()).toEqual(['dropped read', 'sent', 'sent', 'sent']);
  const [first] = mail.mails;
  const { text = '', source = '' } = first ?? {};
  expect(text).toContain(`https://o.test/tasks/${id}`);
  expect(header(source, 'Auto-Submitted')).toBe('auto-generated');
  expect(header(source, 'Subject')).toContain('Refund');
  expect(first?.from).toBe('orkestra@o.test');
  expect(text).toMatch(/prefers-color-scheme: dark/);
  expect(text).toMatch(/Content-Type: text\/plain/);
});

it('puts all mails of a task into one thread, each with an id of its own', async () => {
  const { id } = await office.task({ assignTo: { user: 'sam@a.test' }, sla: { timeoutMs: 5 * MINUTE } });
  await expand();
  office.clock.pass(10 * MINUTE);
  await send();
  await office.timers.advance(office.engine, id);
  await expand();
  office.clock.pass(10 * MINUTE);
  await send();
  const mine = mail.mails.filter(({ to }) => to === 'sam@a.test').map(({ source }) => source);
  expect(mine).toHaveLength(2);
  const [one, other] = mine.map((source) => ({
    id: header(source, 'Message-ID'),
    references: header(source, 'References'),
    subject: header(source, 'Subject'),
  }));
  expect(one?.references).toBe(`<task.${id}.${PERSON_IDS.sam}@o.test>`);
  expect(other?.references).toBe(one?.references);
  expect(other?.subject).toBe(one?.subject);
  expect(other?.id).not.toBe(one?.id);
});

it('turns nothing that people wrote into markup', async () => {
  await office.task({ ...approval, title: '<img src=x onerror=alert(1)> & Co' });
  await expand();
  office.clock.pass(10 * MINUTE);
  await send();
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
  await expand();
  await office.control.cancel(office.people.eva, { taskId: done?.id ?? '', reason: 'x' });
  await office.tasks.claim(office.people.sam, { taskId: taken?.id ?? '' });
  await office.rows('UPDATE users SET active = false WHERE id = $1', [PERSON_IDS.kim]);
  await office.rows('DELETE FROM group_members WHERE user_id = $1', [PERSON_IDS.lee]);
  office.clock.pass(10 * MINUTE);
  await send();
  expect(received()).toEqual(['eva', 'sam', 'sam']);
  const why = await reasons();
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
    await expand();
  }
  office.clock.pass(10 * MINUTE);
  await send();
  expect(received()).toEqual(['eva', 'kim', 'lee', 'sam']);
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
  await expand();
  office.clock.passTo('2027-03-01T15:59:00Z');
  await send();
  expect(received()).toEqual([]);
  office.clock.passTo('2027-03-01T16:00:00Z');
  await send();
  expect(received()).toEqual(['max']);
  const { text = '', source = '' } = mail.mails[0] ?? {};
  expect(header(source, 'Subject')).toContain('2_notifications');
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
  await expand();
  expect(await office.app.get(NotificationsService).countUnread(office.people.eva)).toBe(1);
  office.clock.pass(60 * MINUTE);
  await send();
  expect(received()).not.toContain('eva');
  office.clock.passTo('2027-03-01T12:00:00Z');
  await send();
  expect(received()).toContain('eva');
});

it('tries again what the server refuses for now, and gives up what it refuses for good until it is replayed', async () => {
  await office.task({ assignTo: { user: 'sam@a.test' } });
  await expand();
  office.clock.pass(10 * MINUTE);
  mail.refuse(451);
  await send();
  expect(await reasons()).toEqual(['pending SMTP 451']);
  office.clock.pass(10 * MINUTE);
  mail.refuse(550);
  await send();
  expect(await reasons()).toEqual(['dead SMTP 550']);
  const log = office.app.get(DeliveryLog);
  const { items } = await log.list(office.people.ada, {});
  expect(items).toMatchObject([{ channel: 'email', status: 'dead', reason: 'SMTP 550', personName: 'sam' }]);
  expect((await log.list(office.olga, {})).items).toEqual([]);
  const id = items[0]?.id ?? '';
  await expect(log.replay(office.olga, [id])).rejects.toMatchObject({ kind: 'not_found' });
  await expect(log.replay(office.people.sam, [id])).rejects.toMatchObject({ kind: 'forbidden' });
  mail.refuse(undefined);
  await log.replay(office.people.ada, [id]);
  await send();
  expect(received()).toEqual(['sam']);
  expect(await reasons()).toEqual(['sent']);
});

it('sends once more, with the same id, what was sent and not written down; and never loses it', async () => {
  await office.task({ assignTo: { user: 'sam@a.test' } });
  await expand();
  office.clock.pass(10 * MINUTE);
  const database = office.app.get(SystemDatabase);
  const query = database.query.bind(database);
  const dies = jest.spyOn(database, 'query').mockImplementation(async (sql, parameters) => {
    if (sql.includes('SET status = $2')) throw new Error('The process is gone');
    return query(sql, parameters);
  });
  await expect(dispatcher.round()).rejects.toThrow('gone');
  dies.mockRestore();
  expect(received()).toEqual(['sam']);
  expect(await reasons()).toEqual(['pending']);
  await send();
  expect(received()).toEqual(['sam']);
  office.clock.pass(5 * MINUTE);
  await send();
  await send();
  const ids = mail.mails.map(({ source }) => header(source, 'Message-ID'));
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  expect(await reasons()).toEqual(['sent']);
});

it('goes to one process of several', async () => {
  for (let n = 0; n < 5; n += 1) await office.task({ ...approval, title: `No ${n}` });
  await expand();
  office.clock.pass(10 * MINUTE);
  await Promise.all(Array.from({ length: 4 }, () => send()));
  expect(mail.mails).toHaveLength(20);
});

it('is turned off by the link in the mail, which nobody can forge, and not against what admins have locked', async () => {
  await office.task(approval);
  await expand();
  office.clock.pass(10 * MINUTE);
  await send();
  const source = mail.mails.find(({ to }) => to === 'eva@a.test')?.source ?? '';
  expect(header(source, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  const link = header(source, 'List-Unsubscribe') ?? '';
  const token = /token=([\w-]+)>/.exec(link)?.[1] ?? '';
  const unsubscribe = office.app.get(UnsubscribeService);
  expect(unsubscribe.look(token)).toEqual({ channel: 'email', kinds: ['approval_asked'] });
  const forged = token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA');
  await expect(unsubscribe.use(forged)).rejects.toMatchObject({ code: 'notifications.invalid_link' });
  await unsubscribe.use(token);
  await unsubscribe.use(token);
  await office.task(approval);
  await expand();
  office.clock.pass(10 * MINUTE);
  await send();
  expect(received().filter((name) => name === 'eva')).toHaveLength(1);
  expect(received().filter((name) => name === 'sam')).toHaveLength(2);

  const defaults = office.app.get(NotificationDefaults);
  await expect(
    defaults.set(office.people.eva, [{ kind: 'approval_asked', channel: 'email', mode: 'on', locked: true }]),
  ).rejects.toMatchObject({ kind: 'forbidden' });
  await defaults.set(office.people.ada, [
    { kind: 'approval_asked', channel: 'email', mode: 'on', locked: true },
  ]);
  await expect(unsubscribe.use(token)).rejects.toMatchObject({ code: 'notifications.locked' });
  const preferences = office.app.get(PreferencesService);
  await expect(
    preferences.set(office.people.eva, [{ kind: 'approval_asked', channel: 'email', mode: 'off' }]),
  ).rejects.toMatchObject({ code: 'notifications.locked' });
  const view = await preferences.get(office.people.eva);
  expect(
    view.preferences.find(({ kind, channel }) => kind === 'approval_asked' && channel === 'email'),
  ).toMatchObject({
    mode: 'on',
    locked: true,
    chosen: false,
  });
});

it('writes to one address alone while somebody tries the installation out', async () => {
  await office.close();
  await open({ NOTIFY_ONLY: 'Eva@a.test' });
  await office.task(approval);
  await expand();
  office.clock.pass(10 * MINUTE);
  await send();
  expect(received()).toEqual(['eva']);
  expect((await reasons()).sort()).toEqual([...Array<string>(3).fill('dropped test_mode'), 'sent']);
});

it('writes nothing to itself, and lets nothing go back to where it came from unless it is told to', async () => {
  await office.close();
  await open({ MAIL_BOUNCES_TO: '<>' });
  await office.rows(`UPDATE users SET email = 'orkestra@o.test' WHERE id = $1`, [PERSON_IDS.lee]);
  for (const user of [PERSON_IDS.sam, PERSON_IDS.lee]) await office.task({ assignTo: { user } });
  await expand();
  office.clock.pass(10 * MINUTE);
  await send();
  expect(mail.mails.map(({ from, to }) => [from, to])).toEqual([['', 'sam@a.test']]);
  expect((await reasons()).sort()).toEqual(['dead Orkestra writes no mail to itself.', 'sent']);
});
