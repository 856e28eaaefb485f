import { MailOffice } from '../../../../test/harness/mail-office';
import { type Office, PAYLOAD } from '../../../../test/harness/office';
import { DeliveryStore, NotificationRetention } from '..';

const DAY = 86_400_000;
const approval = { form: undefined, approval: { payload: PAYLOAD } };

let post: MailOffice;
let office: Office;
beforeEach(async () => {
  post = await MailOffice.open();
  ({ office } = post);
});
afterEach(() => post?.close());

const left = async (table: string) => (await office.rows(`SELECT FROM ${table}`)).length;

it('forgets what people were told after 90 days, read or not, in parts', async () => {
  await office.task(approval);
  await post.expand();
  await office.rows(
    `UPDATE notifications SET read_at = now() WHERE person_id = (SELECT min(person_id::text)::uuid FROM notifications)`,
  );
  const retention = office.app.get(NotificationRetention);
  // The moment of an event is that of its row, which the test's clock wrote.
  office.clock.pass(89 * DAY);
  expect(await retention.clean(10)).toBe(false);
  expect(await left('notifications')).toBe(4);
  office.clock.pass(2 * DAY);
  expect(await retention.clean(3)).toBe(true);
  expect(await left('notifications')).toBe(1);
  expect(await retention.clean(3)).toBe(false);
  expect(await left('notifications')).toBe(0);
});

it('forgets deliveries a month after they are settled, and none that waits', async () => {
  await office.task({ ...approval, assignTo: { user: 'sam@a.test' } });
  await post.expand();
  office.clock.pass(10 * 60_000);
  await post.send();
  await office.task({ ...approval, assignTo: { user: 'lee@a.test' } });
  await post.expand();
  const store = office.app.get(DeliveryStore);
  office.clock.pass(29 * DAY);
  await store.clean(10);
  expect(await left('notification_deliveries')).toBe(2);
  office.clock.pass(2 * DAY);
  await store.clean(10);
  expect(await post.reasons()).toEqual(['pending']);
});

it('forgets what was answered from outside the app after a year, in parts, whatever came of it', async () => {
  const { tenantId } = office.people.ada;
  const attempt = (days: number, outcome: string | null) =>
    office.rows(
      `INSERT INTO answer_attempts (tenant_id, id, channel, received_at, click, proved, proof, outcome)
       VALUES ($1, gen_random_uuid(), 'slack', $2, '', true, 'v0', $3)`,
      [tenantId, new Date(office.clock.now().getTime() - days * DAY), outcome],
    );
  for (const outcome of ['done', 'refused', null]) await attempt(364, outcome);
  await attempt(0, 'done');
  const retention = office.app.get(NotificationRetention);
  expect(await retention.clean(10)).toBe(false);
  expect(await left('answer_attempts')).toBe(4);
  office.clock.pass(2 * DAY);
  expect(await retention.clean(2)).toBe(true);
  expect(await left('answer_attempts')).toBe(2);
  expect(await retention.clean(2)).toBe(false);
  expect(await office.rows('SELECT outcome FROM answer_attempts')).toEqual([{ outcome: 'done' }]);
});
