import { createTask, eventually, startSystem, type TestSystem } from '../harness';
import { type Inbox, startMailServer } from '../harness/servers/mail-server';

const forSam = { assignTo: { user: 'sam@demo.test' }, approval: { payload: { amount: 1 } } };
const idOf = (source: string) => /^Message-ID: (\S+)/im.exec(source)?.[1];

describe('Notifications when the worker is killed', () => {
  let mail: Inbox;
  let system: TestSystem;
  beforeAll(async () => {
    mail = await startMailServer();
    system = await startSystem({ env: { MAIL_URL: mail.url } });
    const sam = await system.person('sam@demo.test');
    await sam.graphql(
      'mutation ($input: SetNotificationPreferencesInput!) { setNotificationPreferences(input: $input) { __typename } }',
      { input: { preferences: [{ kind: 'APPROVAL_ASKED', channel: 'email', mode: 'ON', delaySeconds: 0 }] } },
    );
  });
  afterAll(async () => {
    await system?.stop();
    await mail?.close();
  });

  const pending = () => system.rows(`SELECT id FROM notification_deliveries WHERE status = 'pending'`);
  const shown = async () => (await system.rows('SELECT event_id FROM notifications')).length;

  test('between taking an event and telling of it: nothing is lost, and nothing told twice', async () => {
    await system.kill('worker');
    await createTask(system.agent('demo'), { title: 'While nobody listens', ...forSam });
    expect(await system.rows(`SELECT FROM notification_events WHERE kind = 'created'`)).toHaveLength(1);
    await system.restart('worker');
    await eventually(() => mail.mails.find(({ text }) => text.includes('While nobody listens')));
    await eventually(async () => (await pending()).length === 0);
    expect(await shown()).toBe(1);
    expect(mail.mails).toHaveLength(1);
  });

  test('between sending a mail and writing it down: it comes at most once more, with the same id', async () => {
    const before = mail.mails.length;
    const taken = mail.keepSilent();
    await createTask(system.agent('demo'), { title: 'Sent and not written down', ...forSam });
    await taken;
    await system.kill('worker');
    expect(await pending()).toHaveLength(1);
    mail.answerAgain();
    // Whoever died holds the lease still: the test does not wait for its end.
    await system.rows('UPDATE notification_deliveries SET available_at = now()');
    await system.restart('worker');
    await eventually(async () => (await pending()).length === 0);
    const ids = mail.mails.slice(before).map(({ source }) => idOf(source));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await shown()).toBe(2);
  });
});
