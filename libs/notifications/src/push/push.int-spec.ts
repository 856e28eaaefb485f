import type { Agent } from 'node:https';
import { Outbound, SystemDatabase } from '@orkestra/core';
import { SecretBox, type TenantContext } from '@orkestra/tenancy';
import { Office, PAYLOAD, PERSON_IDS } from '../../../../test/harness/office';
import { PushService } from '../../../../test/harness/servers/push-service';
import {
  Dispatcher,
  FanOut,
  NotificationAddresses,
  NotificationsModule,
  PreferencesService,
  PushDevices,
} from '..';
import { PushKeyStore } from './push-keys.service';

const SETTINGS = {
  PUSH_CONTACT: 'mailto:ops@o.test',
  PUSH_SERVICES: 'localhost',
  OUTBOUND_ALLOWED_NETWORKS: '127.0.0.0/8,::1',
  PUBLIC_URL: 'https://o.test',
};
const MINUTE = 60_000;

let service: PushService;
let office: Office;
let devices: PushDevices;
beforeEach(async () => {
  service = await PushService.start();
  office = await open();
  devices = office.app.get(PushDevices);
});
afterEach(async () => {
  await office?.close();
  await service?.close();
});

/** An office that trusts the push service's certificate, as it trusts those of the real ones. */
async function open(settings: Record<string, string> = SETTINGS): Promise<Office> {
  const opened = await Office.open(8, [NotificationsModule], settings);
  const { agents } = opened.app.get<Outbound, { agents: { 'https:': Agent } }>(Outbound);
  agents['https:'].options.ca = service.authority;
  return opened;
}

const connect = (person: TenantContext, browser: string) =>
  devices.connect(person, service.subscribe(browser), `Chrome on ${browser}`);
const labels = async (person: TenantContext) =>
  (await office.app.get(NotificationAddresses).list(person)).map(({ label }) => label);

async function tellAll(): Promise<void> {
  while (await office.app.get(FanOut).round());
  while (await office.app.get(Dispatcher).round());
}
async function ask(title = 'Refund of 40 € to Ms Miller'): Promise<string> {
  const { id } = await office.task({ form: undefined, approval: { payload: PAYLOAD }, title });
  await tellAll();
  office.clock.pass(MINUTE);
  await tellAll();
  return id;
}
const deliveries = () =>
  office.rows<{ status: string; reason: string | null; wait: number }>(
    `SELECT status, reason, extract(epoch FROM available_at - at)::integer AS wait
     FROM notification_deliveries WHERE channel = 'push'`,
  );

it('reaches every device of who has connected one, after a minute, and says nothing but what kind of thing it is', async () => {
  const { sam } = office.people;
  await connect(sam, 'laptop');
  await connect(sam, 'phone');
  await office.task({ form: undefined, approval: { payload: PAYLOAD }, title: 'Too early' });
  await tellAll();
  expect(service.pushed).toEqual([]);
  const id = await ask();
  expect(service.faults).toEqual([]);
  const mine = service.pushed.filter(({ payload }) => payload['path'] === `/tasks/${id}`);
  expect(mine.map(({ browser }) => browser).sort()).toEqual(['laptop', 'phone']);
  const [first] = mine;
  expect(first?.payload).toMatchObject({ title: expect.any(String), body: 'An approval is asked of you' });
  expect(JSON.stringify(service.pushed)).not.toMatch(/Refund|Miller|bot/);
  expect(first?.headers).toMatchObject({ ttl: '86400', urgency: 'high' });
  expect(first?.claims.sub).toBe('mailto:ops@o.test');
  expect(first?.publicKey).toBe(await devices.publicKey(sam));
});

it('takes the place of what it said of the same task before, and tells the push service of no task', async () => {
  const { sam } = office.people;
  await connect(sam, 'laptop');
  await connect(sam, 'phone');
  const id = await ask();
  await office.tasks.claim(office.people.lee, { taskId: id });
  await office.tasks.release(office.people.lee, { taskId: id });
  await tellAll();
  office.clock.pass(MINUTE);
  await tellAll();
  await ask('Another');
  expect(service.faults).toEqual([]);
  const places = (browser: string) => {
    const mine = service.pushed.filter((push) => push.browser === browser);
    return mine.map(({ headers, payload }) => ({ topic: headers['topic'], tag: payload['tag'] }));
  };
  const [asked, again, other] = places('laptop');
  expect(again).toEqual(asked);
  expect([other?.topic, other?.tag]).not.toContain(asked?.topic);
  expect(other?.tag).not.toBe(asked?.tag);
  expect(places('phone')[0]?.topic).not.toBe(asked?.topic);
  expect(JSON.stringify(service.pushed.map(({ headers }) => headers))).not.toContain(id);
});

it('forgets a device that the push service no longer knows, and says so where there is no other', async () => {
  const { sam } = office.people;
  await connect(sam, 'laptop');
  await connect(sam, 'phone');
  service.answer('phone', { status: 410 });
  await ask();
  expect(await labels(sam)).toEqual(['Chrome on laptop']);
  service.answer('laptop', { status: 404 });
  await ask();
  expect(await labels(sam)).toEqual([]);
  expect(await deliveries()).toMatchObject([
    { status: 'sent' },
    { status: 'dead', reason: 'The push service says 404.' },
  ]);
});

it('tries the one again that was not reached, and leaves the other in peace', async () => {
  const { sam } = office.people;
  await connect(sam, 'laptop');
  await connect(sam, 'phone');
  service.answer('phone', { status: 500 });
  await ask();
  expect((await deliveries())[0]).toMatchObject({ status: 'pending' });
  service.answer('phone', undefined);
  office.clock.pass(10 * MINUTE);
  await tellAll();
  expect(service.pushed.map(({ browser }) => browser)).toEqual(['laptop', 'phone']);
  expect((await deliveries())[0]).toMatchObject({ status: 'sent' });
});

it('waits as long as the push service asks for, and gives up what it finds too large', async () => {
  const { sam } = office.people;
  await connect(sam, 'laptop');
  service.answer('laptop', { status: 429, headers: { 'retry-after': '3600' } });
  await ask();
  office.clock.pass(59 * MINUTE);
  service.answer('laptop', { status: 413 });
  await tellAll();
  expect((await deliveries())[0]).toMatchObject({ status: 'pending', reason: 'The push service says 429.' });
  office.clock.pass(MINUTE);
  await tellAll();
  expect((await deliveries())[0]).toMatchObject({ status: 'dead', reason: 'The push service says 413.' });
  expect(await labels(sam)).toEqual(['Chrome on laptop']);
});

it('keeps its keys over a restart, and drops devices that have subscribed with others', async () => {
  const { sam } = office.people;
  const before = await devices.publicKey(sam);
  await connect(sam, 'laptop');
  const [row] = await office.rows<{ secret: Buffer }>('SELECT secret FROM notification_channel_states');
  expect(row?.secret.toString('latin1')).not.toContain('privateKey');
  const anew = new PushKeyStore(office.app.get(SystemDatabase), office.app.get(SecretBox));
  expect((await anew.keys()).publicKey).toBe(before);
  const details = { ...service.subscribe('old'), publicKey: 'another' };
  await office.app
    .get(NotificationAddresses)
    .connect(sam, { channel: 'push', key: 'old', label: 'Old', details });
  await ask();
  expect(service.pushed.map(({ browser }) => browser)).toEqual(['laptop']);
  expect(await labels(sam)).toEqual(['Chrome on laptop']);
});

it('makes one pair of keys, whoever asks at the same time', async () => {
  const parts = [office.app.get(SystemDatabase), office.app.get(SecretBox)] as const;
  const stores = Array.from({ length: 5 }, () => new PushKeyStore(...parts));
  const all = await Promise.all(stores.map(async (store) => (await store.keys()).publicKey));
  expect(new Set(all).size).toBe(1);
});

it.each([
  ['http', (endpoint: string) => endpoint.replace('https', 'http')],
  ['another push service', () => 'https://evil.example/push/1'],
  [
    'a name that only looks like one',
    (endpoint: string) => endpoint.replace('localhost', 'localhost.evil.example'),
  ],
  ['a password in it', (endpoint: string) => endpoint.replace('https://', 'https://a:b@')],
  ['no address', () => 'push'],
])('takes no endpoint with %s', async (_, changed) => {
  const given = service.subscribe('laptop');
  const device = { ...given, endpoint: changed(given.endpoint) };
  await expect(devices.connect(office.people.sam, device, 'x')).rejects.toMatchObject({
    code: 'notifications.invalid_push_device',
  });
});

it('takes no keys that are none', async () => {
  const { sam } = office.people;
  const given = service.subscribe('laptop');
  const noPoint = Buffer.alloc(65, 4).toString('base64url');
  for (const wrong of [{ p256dh: noPoint }, { p256dh: 'AAAA' }, { auth: 'AAAA' }]) {
    await expect(devices.connect(sam, { ...given, ...wrong }, 'x')).rejects.toMatchObject({
      code: 'notifications.invalid_push_device',
    });
  }
});

it('calls nothing behind the firewall, even where the push service is allowed by name', async () => {
  await office.close();
  const { OUTBOUND_ALLOWED_NETWORKS: _, ...closed } = SETTINGS;
  office = await open(closed);
  devices = office.app.get(PushDevices);
  await connect(office.people.sam, 'laptop');
  await ask();
  expect(service.pushed).toEqual([]);
  expect((await deliveries())[0]?.reason).toContain('private network');
});

it('is off until the operator turns it on, and no program reads or connects', async () => {
  await expect(devices.publicKey(office.engine)).rejects.toMatchObject({ code: 'auth.people_only' });
  await expect(connect(office.engine, 'laptop')).rejects.toMatchObject({ code: 'auth.people_only' });
  await office.close();
  office = await open({});
  devices = office.app.get(PushDevices);
  const { sam } = office.people;
  expect(await devices.publicKey(sam)).toBeNull();
  await expect(connect(sam, 'laptop')).rejects.toMatchObject({ code: 'notifications.push_off' });
  const { channels } = await office.app.get(PreferencesService).get(sam);
  expect(channels.map(({ name }) => name)).not.toContain('push');
  expect(PERSON_IDS.sam).toBe(sam.principal.id);
});
