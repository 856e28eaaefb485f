import { headerOf, MailOffice } from '../../../../test/harness/mail-office';
import { type Office, PAYLOAD } from '../../../../test/harness/office';
import type { Inbox } from '../../../../test/harness/servers/mail-server';
import { PreferencesService } from '..';

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

const mailsOf = (name: string) => mail.mails.filter(({ to }) => to === `${name}@a.test`);
const forSam = { ...approval, assignTo: { user: 'sam@a.test' } };

async function ask(count: number, everyMs: number, spec: object = forSam, by = office.bot): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await office.task({ ...spec, title: `No ${n + 1}` }, { by });
    await post.expand();
    office.clock.pass(everyMs);
  }
}

it('tells of seventy approvals that an agent asks for in a minute by one mail, with a list and a count', async () => {
  await ask(70, 800);
  office.clock.pass(9 * MINUTE);
  await post.send();
  // The first is due, and takes along what is due within the minute.
  office.clock.pass(5 * MINUTE);
  await post.send();
  const [one, ...others] = mailsOf('sam');
  expect(others).toEqual([]);
  expect(headerOf(one?.source ?? '', 'Subject')).toContain('70_notifications');
  expect(one?.text).toContain('No 1<');
  expect(one?.text).toContain('No 20<');
  expect(one?.text).not.toContain('No 21<');
  expect(one?.text).toContain('And 50 more');
  expect(new Set(await post.reasons())).toEqual(new Set(['sent']));
});

it('leaves a few each by itself, in the thread of its task', async () => {
  await ask(5, 1_000);
  office.clock.pass(10 * MINUTE);
  await post.send();
  expect(mailsOf('sam')).toHaveLength(5);
  expect(mailsOf('sam').every(({ source }) => headerOf(source, 'References') !== undefined)).toBe(true);
});

it('takes no more than a minute of them, and nothing of another actor or kind along', async () => {
  await ask(4, 1_000);
  await ask(4, 1_000, forSam, office.people.max);
  office.clock.pass(2 * MINUTE);
  await ask(4, 1_000);
  office.clock.pass(8 * MINUTE);
  await post.send();
  expect(mailsOf('sam')).toHaveLength(8);
  office.clock.pass(10 * MINUTE);
  await post.send();
  expect(mailsOf('sam')).toHaveLength(12);
});

it('stays one mail when the server refuses for now', async () => {
  await ask(30, 100);
  office.clock.pass(10 * MINUTE);
  mail.refuse(451);
  await post.send();
  expect(new Set(await post.reasons())).toEqual(new Set(['pending SMTP 451']));
  mail.refuse(undefined);
  office.clock.pass(10 * MINUTE);
  await post.send();
  expect(mailsOf('sam')).toHaveLength(1);
});

it('puts a digest of more than one round into one mail', async () => {
  const preferences = office.app.get(PreferencesService);
  await preferences.set(office.people.sam, [{ kind: 'approval_asked', channel: 'email', mode: 'hourly' }]);
  await ask(60, 100);
  office.clock.pass(60 * MINUTE);
  await post.send();
  expect(mailsOf('sam')).toHaveLength(1);
  expect(headerOf(mailsOf('sam')[0]?.source ?? '', 'Subject')).toContain('60_notifications');
});

it('leaves out of a burst what was read, is done or is in other hands by then', async () => {
  await ask(8, 100);
  const [read] = await office.rows<{ event_id: string }>(
    'SELECT event_id FROM notifications ORDER BY event_id LIMIT 1',
  );
  await office.rows('UPDATE notifications SET read_at = now() WHERE event_id = $1', [read?.event_id]);
  office.clock.pass(10 * MINUTE);
  await post.send();
  expect(mailsOf('sam')).toHaveLength(1);
  expect(headerOf(mailsOf('sam')[0]?.source ?? '', 'Subject')).toContain('7_notifications');
  expect((await post.reasons()).filter((reason) => reason === 'dropped read')).toHaveLength(1);
});

it('sends a burst once, however many processes look for it', async () => {
  await ask(50, 100, approval);
  office.clock.pass(10 * MINUTE);
  await Promise.all(Array.from({ length: 4 }, () => post.send()));
  const told = mail.mails.flatMap(({ text }) => {
    const more = /And (\d+) more/.exec(text)?.[1];
    return [...new Set(text.match(/No \d+</g) ?? [])].length + Number(more ?? 0);
  });
  expect(told.reduce((sum, count) => sum + count, 0)).toBe(200);
  expect(mail.mails.length).toBeLessThan(60);
});

it('holds a burst together by a channel that waits for nothing as well', async () => {
  const preferences = office.app.get(PreferencesService);
  await preferences.set(office.people.sam, [], [{ channel: 'email', delaySeconds: 0 }]);
  for (let n = 0; n < 35; n += 1) {
    await ask(1, 1_000);
    await post.send();
  }
  expect(mailsOf('sam')).toHaveLength(5);
  office.clock.pass(MINUTE);
  await post.send();
  expect(mailsOf('sam')).toHaveLength(6);
  expect(headerOf(mailsOf('sam')[5]?.source ?? '', 'Subject')).toContain('30_notifications');
});
