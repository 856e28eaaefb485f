import type { TenantContext } from '@orkestra/tenancy';
import { Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import {
  type ChannelMessage,
  Dispatcher,
  FanOut,
  NotificationAddresses,
  NotificationChannel,
  NotificationsModule,
  type SendResult,
} from '..';
import { CHANNELS } from '../channels/channel-registry.service';

/** Keeps what it is given, and answers as it is told. */
class Pigeons extends NotificationChannel {
  readonly name = 'pigeon';
  readonly enabled = true;
  override readonly addressed = true;
  readonly defaultDelaySeconds = 0;
  readonly flown: ChannelMessage[] = [];
  answer: SendResult = { outcome: 'sent' };

  send(message: ChannelMessage): Promise<SendResult> {
    this.flown.push(message);
    return Promise.resolve(this.answer);
  }
}

let office: Office;
let addresses: NotificationAddresses;
let pigeons: Pigeons;
beforeEach(async () => {
  office = await Office.open(8, [NotificationsModule]);
  addresses = office.app.get(NotificationAddresses);
  pigeons = new Pigeons();
  office.app.get<NotificationChannel[]>(CHANNELS).push(pigeons);
});
afterEach(() => office?.close());

const loft = (key: string) => ({ channel: 'pigeon', key, label: `Loft ${key}`, details: { loft: key } });
const connect = (person: TenantContext, key: string) => addresses.connect(person, loft(key));

async function tellAll(): Promise<void> {
  while (await office.app.get(FanOut).round());
  while (await office.app.get(Dispatcher).round());
}
const askForApproval = () => office.task({ form: undefined, approval: { payload: PAYLOAD } });
const statuses = () =>
  office.rows<{ status: string; reason: string | null }>(
    `SELECT status, reason FROM notification_deliveries WHERE channel = 'pigeon'`,
  );

it('is planned only for who has connected an address, and gets all of theirs', async () => {
  const { sam } = office.people;
  await connect(sam, 'north');
  await connect(sam, 'south');
  await askForApproval();
  await tellAll();
  expect(pigeons.flown.map(({ recipient }) => recipient.personId)).toEqual([PERSON_IDS.sam]);
  expect(pigeons.flown[0]?.addresses.map(({ details }) => details)).toEqual([
    { loft: 'north' },
    { loft: 'south' },
  ]);
});

it('forgets an address that the other side no longer knows', async () => {
  const { sam } = office.people;
  const { id } = await connect(sam, 'north');
  await connect(sam, 'south');
  pigeons.answer = { outcome: 'sent', gone: [id] };
  await askForApproval();
  await tellAll();
  expect((await addresses.list(sam)).map(({ label }) => label)).toEqual(['Loft south']);
});

it('sends nothing to what was disconnected before it went out', async () => {
  const { sam } = office.people;
  const { id } = await connect(sam, 'north');
  await askForApproval();
  while (await office.app.get(FanOut).round());
  await addresses.disconnect(sam, id);
  await tellAll();
  expect(await statuses()).toEqual([{ status: 'dropped', reason: 'not_connected' }]);
  expect(pigeons.flown).toEqual([]);
});

it('belongs to one person, who alone sees it and disconnects it', async () => {
  const { sam, lee } = office.people;
  const { id } = await connect(sam, 'north');
  await expect(connect(lee, 'north')).rejects.toMatchObject({ code: 'notifications.address_taken' });
  await expect(addresses.disconnect(lee, id)).rejects.toMatchObject({
    code: 'notifications.address_not_found',
  });
  expect(await addresses.list(lee)).toEqual([]);
  await expect(addresses.list(office.engine)).rejects.toMatchObject({ code: 'auth.people_only' });
  expect(await addresses.ownersOf('pigeon', 'north')).toEqual([
    { tenantId: sam.tenantId, personId: PERSON_IDS.sam, addressId: id },
  ]);
  await office.rows('UPDATE users SET active = false WHERE id = $1', [PERSON_IDS.sam]);
  expect(await addresses.ownersOf('pigeon', 'north')).toEqual([]);
});

it('keeps the details where nobody reads them, and not elsewhere', async () => {
  const { sam } = office.people;
  await connect(sam, 'north');
  await connect(sam, 'south');
  const [row] = await office.rows<{ details: Buffer }>('SELECT details FROM notification_addresses');
  expect(row?.details.toString('latin1')).not.toContain('north');
  // Moved to another row they do not open: there is nowhere left to send it to.
  await office.rows(`UPDATE notification_addresses SET key = 'moved' WHERE key = 'north'`);
  await askForApproval();
  await tellAll();
  expect(pigeons.flown[0]?.addresses.map(({ details }) => details)).toEqual([{ loft: 'south' }]);
});

it('takes twenty for each channel, and the same again', async () => {
  const { sam } = office.people;
  for (let number = 0; number < 20; number += 1) await connect(sam, `nest ${number}`);
  await connect(sam, 'nest 3');
  await expect(connect(sam, 'nest 20')).rejects.toMatchObject({ code: 'notifications.too_many_addresses' });
});
