import { SystemDatabase } from '@orkestra/core';
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { Office, PERSON_IDS } from '../../../../test/harness/office';
import { answering, isSignedBy, WebhookReceiver } from '../../../../test/harness/servers/webhook-receiver';
import { TestAuthority } from '../../../../test/harness/servers/test-authority';
import {
  FanOut,
  MOST_WEBHOOK_TESTS,
  NotificationsModule,
  NotificationsService,
  WebhookDispatcher,
  WebhookEndpoints,
  WebhookLog,
  WebhookQueue,
  WebhookTests,
} from '..';
import type { NotificationEvent } from '../events/notification-event';
import { WebhookExpander } from './webhook-expander.service';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const INPUT = { description: '', eventTypes: [], taskTypes: [], withContent: false };

let office: Office;
let receiver: WebhookReceiver;
let endpoints: WebhookEndpoints;
let log: WebhookLog;
beforeEach(async () => {
  office = await Office.open(8, [NotificationsModule], { OUTBOUND_ALLOWED_NETWORKS: '127.0.0.1' });
  await office.rows(`UPDATE users SET role = 'admin' WHERE id = $1`, [PERSON_IDS.ada]);
  receiver = await WebhookReceiver.start();
  endpoints = office.app.get(WebhookEndpoints);
  log = office.app.get(WebhookLog);
  jest.spyOn(Date, 'now').mockImplementation(() => office.clock.now().getTime());
});
afterEach(async () => {
  jest.restoreAllMocks();
  await office?.close();
  await receiver?.close();
});

const work = async () => {
  while (await office.app.get(FanOut).round());
  const dispatcher = office.app.get(WebhookDispatcher);
  do await dispatcher.idle();
  while (await dispatcher.round());
  await dispatcher.idle();
};
const endpoint = async (more: object = {}, ctx = office.people.ada) =>
  endpoints.create(ctx, { ...INPUT, url: receiver.url, ...more });
const entries = async (endpointId: string) => (await log.list(office.people.ada, { endpointId })).items;
const one = async (id: string) => (await endpoints.list(office.people.ada)).find((each) => each.id === id);
const audited = async () => {
  const rows = await office.rows<{ action: string }>(
    `SELECT action FROM audit_events WHERE action LIKE 'webhook.%' ORDER BY id`,
  );
  return rows.map(({ action }) => action.replace('webhook.', ''));
};

it('switches an endpoint off where nothing has arrived for three days, tells its admins, and loses nothing', async () => {
  const { ada } = office.people;
  const { endpoint: made } = await endpoint();
  const { endpoint: other } = await endpoint({
    eventTypes: ['webhook.disabled'],
    url: `${receiver.url}?other`,
  });
  receiver.react = answering(500);
  await office.task();
  await work();
  expect(await one(made.id)).toMatchObject({
    disabledAt: null,
    problem: 'It answered 500.',
    failingSince: office.clock.now(),
  });
  for (let hours = 0; hours < 90; hours += 6) {
    office.clock.pass(6 * HOUR_MS);
    await work();
  }
  expect(await one(made.id)).toMatchObject({ disabledReason: 'failing' });
  const tries = receiver.received.filter(({ body }) => body.type === 'task.created');
  expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
  expect(tries.length).toBeGreaterThan(5);
  const told = await office.app.get(NotificationsService).list(ada, {});
  expect(told.items).toMatchObject([
    { kind: 'webhook_disabled', params: { endpointId: made.id, reason: 'failing' } },
  ]);
  expect(await office.app.get(NotificationsService).countUnread(office.people.sam)).toBe(0);
  expect((await entries(other.id))[0]).toMatchObject({
    type: 'webhook.disabled',
    request: { data: { endpointId: made.id, reason: 'failing' } },
  });
  receiver.react = answering(204);
  const before = receiver.received.length;
  office.clock.pass(30 * HOUR_MS);
  await work();
  expect(receiver.received.slice(before).map(({ body }) => body.type)).not.toContain('task.created');
  await endpoints.enable(ada, made.id, true);
  if ((await entries(made.id))[0]?.status === 'dead')
    await log.replayFailed(ada, made.id, new Date(office.clock.now().getTime() - 10 * DAY_MS));
  await work();
  expect((await entries(made.id)).map(({ status }) => status)).toEqual(['sent']);
  expect(await one(made.id)).toMatchObject({ disabledReason: null, failingSince: null });
});

it('keeps an endpoint on that gets anything at all in three days', async () => {
  const { endpoint: made } = await endpoint();
  for (let day = 0; day < 6; day += 1) {
    receiver.react = answering(day % 2 === 0 ? 500 : 200);
    await office.task();
    await work();
    office.clock.pass(DAY_MS);
  }
  expect(await one(made.id)).toMatchObject({ disabledAt: null });
});

it('switches an endpoint off that answers 410, at once', async () => {
  const { endpoint: made } = await endpoint();
  receiver.react = answering(410);
  await office.task();
  await office.task();
  await work();
  expect(await one(made.id)).toMatchObject({ disabledReason: 'gone' });
  expect(await audited()).toEqual(['created', 'disabled']);
  const before = receiver.received.length;
  await office.task();
  office.clock.pass(DAY_MS);
  await work();
  expect(receiver.received).toHaveLength(before);
});

it('waits while an endpoint is off, and goes on in order', async () => {
  const { ada, sam } = office.people;
  const { endpoint: made } = await endpoint();
  receiver.react = answering(503, { 'retry-after': '60' });
  const { id } = await office.task();
  await office.tasks.claim(sam, { taskId: id });
  await work();
  await endpoints.enable(ada, made.id, false);
  await office.tasks.release(sam, { taskId: id });
  office.clock.pass(DAY_MS);
  receiver.react = answering(200);
  await work();
  expect(receiver.types).toEqual(['task.created']);
  await endpoints.enable(ada, made.id, true);
  await work();
  expect(receiver.types).toEqual(['task.created', 'task.created', 'task.claimed']);
});

it('refuses a certificate that nobody vouches for', async () => {
  // The certificate is valid by the clock of the machine.
  jest.restoreAllMocks();
  const { certificate: cert, key } = await (await TestAuthority.make()).issue('hooks.test');
  const secure = await WebhookReceiver.start({ key, cert });
  try {
    const { endpoint: made } = await endpoint({ url: secure.url });
    await office.task();
    await work();
    expect(secure.received).toEqual([]);
    expect((await entries(made.id))[0]?.tries[0]?.problem).toMatch(
      /did not answer \((UNABLE_TO|SELF_SIGNED|DEPTH_ZERO)/,
    );
  } finally {
    await secure.close();
  }
});

it('tests an endpoint at once, also one that is off, but not without end', async () => {
  const { ada } = office.people;
  const tests = office.app.get(WebhookTests);
  const { endpoint: made, secret } = await endpoint({ eventTypes: ['task.claimed'] });
  await endpoints.enable(ada, made.id, false);
  const { tried, deliveryId } = await tests.send(ada, made.id);
  expect(tried).toMatchObject({ status: 204, problem: null });
  expect(receiver.received[0]).toMatchObject({
    id: deliveryId,
    body: { type: 'webhook.test', data: { endpointId: made.id } },
  });
  expect(isSignedBy(secret, receiver.received[0]!)).toBe(true);
  receiver.react = answering(500);
  for (let n = 1; n < MOST_WEBHOOK_TESTS; n += 1) await tests.send(ada, made.id);
  await expect(tests.send(ada, made.id)).rejects.toMatchObject({
    code: 'webhooks.too_many_tests',
    kind: 'limited',
  });
  expect(await one(made.id)).toMatchObject({ failingSince: null });
  expect((await entries(made.id))[0]).toMatchObject({ status: 'dead', tries: [{ status: 500 }] });
  office.clock.pass(61_000);
  expect((await tests.send(ada, made.id)).tried.status).toBe(500);
});

it('sends once more what somebody wants again, with the same id', async () => {
  const { ada } = office.people;
  const { endpoint: made } = await endpoint();
  await office.task();
  await work();
  const [entry] = await entries(made.id);
  await log.replay(ada, entry?.id ?? '');
  await expect(log.replay(ada, entry?.id ?? '')).rejects.toMatchObject({
    code: 'webhooks.delivery_not_found',
  });
  await work();
  expect(receiver.received.map(({ id }) => id)).toEqual([entry?.id, entry?.id]);
  expect((await entries(made.id))[0]?.tries).toHaveLength(2);
  await office.rows(`UPDATE webhook_deliveries SET status = 'dead'`);
  expect(await log.replayFailed(ada, made.id, office.clock.now())).toEqual({ count: 1, more: false });
  expect((await log.list(ada, { endpointId: made.id, status: 'dead' })).items).toEqual([]);
});

it('writes what a batch of events comes to by one statement, whatever its size', async () => {
  for (let n = 0; n < 3; n += 1) await endpoint();
  const event = (n: number): NotificationEvent => ({
    ...{
      id: randomUUID(),
      tenantId: office.people.ada.tenantId,
      kind: 'claimed',
      taskId: null,
      workflowKey: `w${n}`,
    },
    ...{
      conversationId: null,
      actorKind: 'system',
      actorId: 'system',
      params: {},
      at: office.clock.now(),
      attempts: 0,
    },
  });
  const statements = (events: number): Promise<number> =>
    office.app.get(SystemDatabase).run(async (em) => {
      const asked = jest.spyOn((await em.queryRunner?.connect()) as Client, 'query');
      await office.app.get(WebhookExpander).expand(
        em,
        Array.from({ length: events }, (_, n) => event(n)),
      );
      const count = asked.mock.calls.length;
      asked.mockRestore();
      return count;
    });
  expect([await statements(1), await statements(100)]).toEqual([1, 1]);
  expect(await office.rows('SELECT FROM webhook_deliveries')).toHaveLength(303);
});

it('forgets what is a month old', async () => {
  const { endpoint: made } = await endpoint();
  for (let n = 0; n < 3; n += 1) await office.task();
  await work();
  office.clock.pass(31 * DAY_MS);
  await office.task();
  await work();
  const queue = office.app.get(WebhookQueue);
  expect([await queue.clean(2), await queue.clean(2), await queue.clean(2)]).toEqual([true, false, false]);
  expect(await entries(made.id)).toHaveLength(1);
});
