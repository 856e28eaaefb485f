import { headerOf, MailOffice } from '../../../../test/harness/mail-office';
import { type Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import type { Inbox } from '../../../../test/harness/servers/mail-server';
import { NotificationDefaults, PreferencesService, UnsubscribeService } from '..';

const MINUTE = 60_000;
const approval = { form: undefined, approval: { payload: PAYLOAD } };

let post: MailOffice;
let office: Office;
let mail: Inbox;
beforeEach(async () => open());
afterEach(() => post?.close());

async function open(settings: Record<string, string> = {}): Promise<void> {
  post = await MailOffice.open(settings);
  ({ office, mail } = post);
}

it('is turned off by the link in the mail, which nobody can forge, and not against what admins have locked', async () => {
  await office.task(approval);
  await post.expand();
  office.clock.pass(10 * MINUTE);
  await post.send();
  const source = mail.mails.find(({ to }) => to === 'eva@a.test')?.source ?? '';
  expect(headerOf(source, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  const link = headerOf(source, 'List-Unsubscribe') ?? '';
  const token = /token=([\w-]+)>/.exec(link)?.[1] ?? '';
  const unsubscribe = office.app.get(UnsubscribeService);
  expect(unsubscribe.look(token)).toEqual({ channel: 'email', kinds: ['approval_asked'] });
  const forged = token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA');
  await expect(unsubscribe.use(forged)).rejects.toMatchObject({ code: 'notifications.invalid_link' });
  await unsubscribe.use(token);
  await unsubscribe.use(token);
  await office.task(approval);
  await post.expand();
  office.clock.pass(10 * MINUTE);
  await post.send();
  expect(post.received().filter((name) => name === 'eva')).toHaveLength(1);
  expect(post.received().filter((name) => name === 'sam')).toHaveLength(2);

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
  await post.close();
  await open({ NOTIFY_ONLY: 'Eva@a.test' });
  await office.task(approval);
  await post.expand();
  office.clock.pass(10 * MINUTE);
  await post.send();
  expect(post.received()).toEqual(['eva']);
  expect((await post.reasons()).sort()).toEqual([...Array<string>(3).fill('dropped test_mode'), 'sent']);
});

it('writes nothing to itself, and lets nothing go back to where it came from unless it is told to', async () => {
  await post.close();
  await open({ MAIL_BOUNCES_TO: '<>' });
  await office.rows(`UPDATE users SET email = 'orkestra@o.test' WHERE id = $1`, [PERSON_IDS.lee]);
  for (const user of [PERSON_IDS.sam, PERSON_IDS.lee]) await office.task({ assignTo: { user } });
  await post.expand();
  office.clock.pass(10 * MINUTE);
  await post.send();
  expect(mail.mails.map(({ from, to }) => [from, to])).toEqual([['', 'sam@a.test']]);
  expect((await post.reasons()).sort()).toEqual(['dead Orkestra writes no mail to itself.', 'sent']);
});
