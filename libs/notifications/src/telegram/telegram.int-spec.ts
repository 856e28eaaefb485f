import type { TenantContext } from '@orkestra/tenancy';
import { Office, PAYLOAD } from '../../../../test/harness/office';
import { BOT_TOKEN, TelegramServer } from '../../../../test/harness/servers/telegram-server';
import {
  ChannelRegistry,
  ConnectCodes,
  ConnectDesk,
  Dispatcher,
  FanOut,
  NotificationAddresses,
  type NotificationChannel,
  NotificationsModule,
} from '..';
import { MOST_CHARACTERS, textOf } from './telegram.words';

const MINUTE = 60_000;

let telegram: TelegramServer;
let office: Office;
let codes: ConnectCodes;
beforeEach(async () => {
  telegram = await TelegramServer.start();
  office = await Office.open(8, [NotificationsModule], {
    TELEGRAM_BOT_TOKEN: BOT_TOKEN,
    TELEGRAM_URL: telegram.url,
    OUTBOUND_ALLOWED_NETWORKS: '127.0.0.1',
    PUBLIC_URL: 'https://o.test',
  });
  codes = office.app.get(ConnectCodes);
});
afterEach(async () => {
  await office?.close();
  await telegram?.close();
});

const channel = (): NotificationChannel => {
  const found = office.app.get(ChannelRegistry).find('telegram');
  if (found === undefined) throw new Error('Telegram is not set up');
  return found;
};
/** What the worker does again and again. */
const listen = () => channel().receive?.(office.app.get(ConnectDesk).of('telegram'));
const codeOf = async (person: TenantContext) => (await codes.start(person, 'telegram')).code ?? '';
const labels = async (person: TenantContext) =>
  (await office.app.get(NotificationAddresses).list(person)).map(({ label }) => label);
const replies = (chatId: number) =>
  telegram.sent.filter((one) => one.chatId === chatId).map(({ text }) => text);

async function connect(person: TenantContext, chatId: number): Promise<void> {
  telegram.write(chatId, `/start ${await codeOf(person)}`);
  await listen();
  telegram.sent.length = 0;
}
async function ask(title: string): Promise<string> {
  const { id } = await office.task({ form: undefined, approval: { payload: PAYLOAD }, title });
  while (await office.app.get(FanOut).round());
  office.clock.pass(2 * MINUTE);
  while (await office.app.get(Dispatcher).round());
  return id;
}
const deliveries = () =>
  office.rows<{ status: string; reason: string | null; wait: number }>(
    `SELECT status, reason FROM notification_deliveries WHERE channel = 'telegram'`,
  );

it('connects who sends the code that they were given, from a link or typed in, and once', async () => {
  const { sam, lee } = office.people;
  const start = await codes.start(sam, 'telegram');
  expect(start.url).toBe(`https://t.me/orkestra_bot?start=${start.code}`);
  expect(start.code).toMatch(/^[0-9A-Z]{10}$/);
  telegram.write(7, `/start ${start.code}`);
  await listen();
  expect(replies(7)).toEqual(['Connected. You are told here from now on; /stop ends it.']);
  expect(await labels(sam)).toEqual(['@user7']);
  telegram.write(8, start.code ?? '');
  await listen();
  expect(replies(8)[0]).toContain('not known');
  // Small letters, a space and O for 0, as people type.
  const typed = (await codeOf(lee)).toLowerCase().replace(/0/g, 'o');
  telegram.write(9, `${typed.slice(0, 5)} ${typed.slice(5)}`);
  await listen();
  expect(await labels(lee)).toEqual(['@user9']);
  const audit = await office.rows(
    `SELECT channel FROM audit_events WHERE action = 'notifications.address_connected'`,
  );
  expect(audit).toEqual([{ channel: 'telegram' }, { channel: 'telegram' }]);
});

it('takes no code that is old, replaced, of another channel, or guessed; and gives out few', async () => {
  const { sam } = office.people;
  const [old, second] = [await codeOf(sam), await codeOf(sam)];
  telegram.write(7, `/start ${old}`);
  office.clock.pass(11 * MINUTE);
  telegram.write(7, `/start ${second}`);
  telegram.write(7, '/start AAAAAAAAAA');
  await listen();
  expect(replies(7).every((text) => text.includes('not known'))).toBe(true);
  const third = await codeOf(sam);
  const elsewhere = await office.app
    .get(ConnectDesk)
    .of('pigeon')
    .redeem(third, { key: '1', label: 'x', details: {} });
  expect(elsewhere.connected).toBe(false);
  for (let more = 0; more < 4; more += 1) await codeOf(sam);
  await expect(codeOf(sam)).rejects.toMatchObject({ code: 'notifications.too_many_codes', kind: 'limited' });
  const [row] = await office.rows<{ code_hash: Buffer }>('SELECT code_hash FROM notification_connect_codes');
  expect(row?.code_hash).toHaveLength(32);
  expect(await labels(sam)).toEqual([]);
});

it('connects one account to one person of a workspace, and nobody who has left', async () => {
  const { sam, lee, kim } = office.people;
  await connect(sam, 7);
  telegram.write(7, `/start ${await codeOf(lee)}`);
  await listen();
  expect(replies(7)[0]).toContain('connected to somebody else');
  const code = await codeOf(kim);
  await office.rows('UPDATE users SET active = false WHERE id = $1', [kim.principal.id]);
  telegram.write(8, `/start ${code}`);
  await listen();
  expect(replies(8)[0]).toContain('not known');
  // Of another workspace it is another account.
  telegram.write(7, `/start ${await codeOf(office.olga)}`);
  await listen();
  expect(await labels(office.olga)).toEqual(['@user7']);
  expect(await labels(sam)).toEqual(['@user7']);
});

it('connects no group, where everybody would read it', async () => {
  telegram.write(-5, `/start ${await codeOf(office.people.sam)}`, 'group');
  await listen();
  expect(replies(-5)).toEqual(['Write to me in a chat of your own.']);
  expect(await labels(office.people.sam)).toEqual([]);
});

it('says what has happened, with a button to the task, and makes no markup of what people wrote', async () => {
  await connect(office.people.sam, 7);
  const id = await ask('<b>Refund</b> & "Co" </i>');
  expect(telegram.refused).toEqual([]);
  expect(telegram.sent).toEqual([
    {
      chatId: 7,
      text: 'An approval is asked of you\n<b>Refund</b> & "Co" </i>\nA',
      button: { text: 'Open in Orkestra', url: `https://o.test/tasks/${id}` },
    },
  ]);
  expect(await deliveries()).toEqual([{ status: 'sent', reason: null }]);
});

it('says little enough, however much there is to say', () => {
  const item = {
    kind: 'commented' as const,
    count: 3,
    at: new Date(),
    actorName: '&'.repeat(300),
    task: { id: '1', title: '<'.repeat(500), dueAt: null },
    workflowKey: null,
    conversationId: null,
    params: {},
    url: 'https://o.test/tasks/1',
  };
  const message = {
    id: '1',
    tenant: { id: '1', name: '>'.repeat(300) },
    recipient: { personId: '1', email: 'a@b.c', displayName: 'A', language: 'en', timeZone: 'UTC' },
    addresses: [],
    items: Array.from({ length: 100 }, () => item),
  };
  const read = (text: string) => text.replace(/<[^>]*>/g, '').replace(/&\w+;/g, '.');
  expect(read(textOf(message)).length).toBeLessThanOrEqual(MOST_CHARACTERS);
  expect(textOf(message)).toContain('And 80 more');
  expect(read(textOf({ ...message, items: [item] })).length).toBeLessThanOrEqual(MOST_CHARACTERS);
});

it('forgets who has blocked the bot, waits as long as it is told to, and ends when they say so', async () => {
  const { sam, lee, eva } = office.people;
  await connect(sam, 7);
  telegram.throttle(600);
  await ask('Throttled');
  expect(await deliveries()).toEqual([
    { status: 'pending', reason: 'Telegram says 429: Too Many Requests: retry after 600' },
  ]);
  telegram.throttle(undefined);
  office.clock.pass(9 * MINUTE);
  while (await office.app.get(Dispatcher).round());
  expect(telegram.sent).toEqual([]);
  office.clock.pass(MINUTE);
  while (await office.app.get(Dispatcher).round());
  expect(telegram.sent).toHaveLength(1);

  telegram.block(7);
  await ask('Blocked');
  expect(await labels(sam)).toEqual([]);
  await connect(lee, 8);
  telegram.write(8, '/stop');
  await listen();
  expect(replies(8)).toEqual(['You are told nothing here any more.']);
  expect(await labels(lee)).toEqual([]);
  await connect(eva, 9);
  telegram.block(9, true);
  await listen();
  expect(await labels(eva)).toEqual([]);
});

it('never says its token, whatever goes wrong', async () => {
  await telegram.close();
  const failed = await codes.start(office.people.sam, 'telegram').catch((error: unknown) => error);
  expect(failed).toMatchObject({ code: 'notifications.telegram_unavailable' });
  expect(JSON.stringify(failed, Object.getOwnPropertyNames(failed))).not.toContain(BOT_TOKEN);
  telegram = await TelegramServer.start();
});
