import { Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import {
  type ChannelMessage,
  Dispatcher,
  FanOut,
  NotificationChannel,
  NotificationsModule,
  NotificationsService,
  type SendResult,
} from '..';
import { CHANNELS } from '../channels/channel-registry.service';

const MINUTE = 60_000;
const approval = { form: undefined, approval: { payload: PAYLOAD } };
const FOR_SAM = { ...approval, assignTo: { user: 'sam@a.test' } };

/** Keeps what it is given: what is asked here is what reaches any channel at all. */
class KeepingChannel extends NotificationChannel {
  readonly enabled = true;
  readonly taken: ChannelMessage[] = [];

  constructor(
    readonly name: string,
    readonly defaultDelaySeconds: number,
  ) {
    super();
  }

  send(message: ChannelMessage): Promise<SendResult> {
    this.taken.push(message);
    return Promise.resolve({ outcome: 'sent' });
  }

  get told(): string[] {
    return this.taken.map(({ recipient }) => recipient.displayName).sort();
  }
}

let office: Office;
let chat: KeepingChannel;
let push: KeepingChannel;
let letter: KeepingChannel;
beforeEach(async () => open());
afterEach(() => office?.close());

async function open(settings: Record<string, string> = {}): Promise<void> {
  office = await Office.open(8, [NotificationsModule], settings);
  chat = new KeepingChannel('chat', 0);
  push = new KeepingChannel('push', 60);
  letter = new KeepingChannel('letter', 600);
  office.app.get<NotificationChannel[]>(CHANNELS, { strict: false }).push(chat, push, letter);
}

async function settle(): Promise<void> {
  while (await office.app.get(FanOut).round());
  while (await office.app.get(Dispatcher).round());
}

const told = () => [chat, push, letter].map(({ taken }) => taken.length);

it('goes by one channel after the other, and by none any more once it was read in the app', async () => {
  await office.task(FOR_SAM);
  await settle();
  expect(told()).toEqual([1, 0, 0]);
  office.clock.pass(MINUTE);
  await settle();
  expect(told()).toEqual([1, 1, 0]);
  await office.app.get(NotificationsService).markRead(office.people.sam, null);
  office.clock.pass(10 * MINUTE);
  await settle();
  expect(told()).toEqual([1, 1, 0]);
});

it('goes by no channel any more once it was answered, from wherever', async () => {
  const { id } = await office.task({ ...FOR_SAM, form: { answer: { type: 'text' } }, approval: undefined });
  await settle();
  await office.tasks.complete(office.people.sam, { taskId: id, data: {} });
  office.clock.pass(10 * MINUTE);
  await settle();
  expect(told()).toEqual([1, 0, 0]);
});

it('goes by every channel to whoever has not seen it', async () => {
  await office.task(approval);
  for (const minutes of [0, 1, 9]) {
    office.clock.pass(minutes * MINUTE);
    await settle();
  }
  expect([chat.told, push.told, letter.told]).toEqual(Array(3).fill(['eva', 'kim', 'lee', 'sam']));
});

it('reaches one address alone in test mode, by whatever channel', async () => {
  await office.close();
  await open({ NOTIFY_ONLY: 'Eva@a.test' });
  await office.task(approval);
  await settle();
  office.clock.pass(10 * MINUTE);
  await settle();
  expect([chat.told, push.told, letter.told]).toEqual([['eva'], ['eva'], ['eva']]);
  const rows = await office.rows<{ reason: string | null }>(
    'SELECT reason FROM notification_deliveries WHERE person_id <> $1',
    [PERSON_IDS.eva],
  );
  expect(rows).toHaveLength(9);
  expect(new Set(rows.map(({ reason }) => reason))).toEqual(new Set(['test_mode']));
});
