import { GROUPS, Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import { FanOut, NotificationsModule, NotificationsService } from '..';

const approval = { form: undefined, approval: { payload: PAYLOAD } };

let office: Office;
let fanOut: FanOut;
let inbox: NotificationsService;
beforeEach(async () => {
  office = await Office.open(8, [NotificationsModule]);
  fanOut = office.app.get(FanOut);
  inbox = office.app.get(NotificationsService);
});
afterEach(() => office?.close());

it('shows everybody their own, page by page, with the task as they may see it', async () => {
  const { sam, lee } = office.people;
  for (let n = 0; n < 3; n += 1) await office.task({ ...approval, title: `No ${n}` });
  await fanOut.round();
  const first = await inbox.list(sam, { first: 2 });
  expect(first.items.map(({ taskTitle, kind, actor }) => [taskTitle, kind, actor?.displayName])).toEqual([
    ['No 2', 'approval_asked', ''],
    ['No 1', 'approval_asked', ''],
  ]);
  const second = await inbox.list(sam, { first: 2, after: first.endCursor });
  expect(second).toMatchObject({ items: [{ taskTitle: 'No 0', readAt: null }], hasNextPage: false });
  expect(await inbox.markRead(sam, [first.items[0]?.id ?? ''])).toBe(2);
  expect((await inbox.list(sam, { unread: true })).items).toHaveLength(2);
  expect(await inbox.countUnread(lee)).toBe(3);
  expect(await inbox.markUnread(sam, first.items[0]?.id ?? '')).toBe(3);
  expect(await inbox.markRead(sam, null)).toBe(0);
  expect(await inbox.countUnread(lee)).toBe(3);
  await office.rows('DELETE FROM group_members WHERE user_id = $1 AND group_id = $2', [
    PERSON_IDS.lee,
    GROUPS.l1,
  ]);
  expect((await inbox.list(lee, {})).items[0]).toMatchObject({ taskTitle: null });
});

it('keeps tenants apart, and programs out', async () => {
  await office.task(approval);
  await fanOut.round();
  const [mine] = (await inbox.list(office.people.sam, {})).items;
  const id = mine?.id ?? '';
  expect(await inbox.countUnread(office.olga)).toBe(0);
  await expect(inbox.markUnread(office.olga, id)).rejects.toMatchObject({ code: 'notifications.not_found' });
  await inbox.markRead(office.olga, [id]);
  expect((await inbox.list(office.people.sam, { unread: true })).items).toHaveLength(1);
  await expect(inbox.list(office.bot, {})).rejects.toMatchObject({ kind: 'forbidden' });
});

it('leaves alone what is marked unread while something newer of the same is', async () => {
  const { sam, eva } = office.people;
  const { id } = await office.task(approval);
  await fanOut.round();
  const [older] = (await inbox.list(eva, {})).items;
  await inbox.markRead(eva, null);
  await office.tasks.claim(sam, { taskId: id });
  await office.tasks.release(sam, { taskId: id });
  await fanOut.round();
  expect(await inbox.markUnread(eva, older?.id ?? '')).toBe(1);
});
