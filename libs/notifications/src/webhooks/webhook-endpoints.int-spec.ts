import { Office } from '../../../../test/harness/office';
import { MOST_WEBHOOK_ENDPOINTS, NotificationsModule, WebhookEndpoints, WebhookLog, WebhookTests } from '..';

const INPUT = { description: '', eventTypes: [], taskTypes: [], withContent: false };

let office: Office;
let endpoints: WebhookEndpoints;
let log: WebhookLog;
beforeEach(async () => {
  office = await Office.open(8, [NotificationsModule]);
  endpoints = office.app.get(WebhookEndpoints);
  log = office.app.get(WebhookLog);
});
afterEach(() => office?.close());

const endpoint = async (more: object = {}) =>
  endpoints.create(office.people.ada, { ...INPUT, url: 'https://hooks.test', ...more });
const audited = async () => {
  const rows = await office.rows<{ action: string }>(
    `SELECT action FROM audit_events WHERE action LIKE 'webhook.%' ORDER BY id`,
  );
  return rows.map(({ action }) => action.replace('webhook.', ''));
};

it('keeps tenants apart, and everybody out who is no admin', async () => {
  const { ada, sam } = office.people;
  const { endpoint: made } = await endpoint();
  const [entry] = await office.rows<{ id: string }>(
    `INSERT INTO webhook_deliveries (tenant_id, id, endpoint_id, event_id, type, ordering_key, data, at, status,
       available_at, settled_at)
     VALUES ($1, gen_random_uuid(), $2, gen_random_uuid(), 'task.created', 'k', '{}', now(), 'dead', now(), now())
     RETURNING id`,
    [ada.tenantId, made.id],
  );
  const { olga, bot } = office;
  expect(await endpoints.list(olga)).toEqual([]);
  const tests = office.app.get(WebhookTests);
  const missing = { kind: 'not_found' };
  await expect(log.list(olga, { endpointId: made.id })).rejects.toMatchObject(missing);
  await expect(endpoints.update(olga, made.id, { url: 'https://evil.test' })).rejects.toMatchObject(missing);
  await expect(endpoints.rotate(olga, made.id, 1)).rejects.toMatchObject(missing);
  await expect(endpoints.delete(olga, made.id)).rejects.toMatchObject(missing);
  await expect(log.replay(olga, entry?.id ?? '')).rejects.toMatchObject(missing);
  await expect(log.replayFailed(olga, made.id, new Date(0))).rejects.toMatchObject(missing);
  await expect(tests.send(olga, made.id)).rejects.toMatchObject(missing);
  for (const ctx of [sam, bot]) {
    await expect(endpoints.list(ctx)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(log.list(ctx, { endpointId: made.id })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(tests.send(ctx, made.id)).rejects.toMatchObject({ kind: 'forbidden' });
  }
  await endpoints.update(ada, made.id, { description: 'Ours' });
  await endpoints.delete(ada, made.id);
  expect(await audited()).toEqual(['created', 'changed', 'deleted']);
  expect(await office.rows('SELECT FROM webhook_deliveries')).toEqual([]);
});

it('takes no address that is none, no type that it does not know, and not any number of endpoints', async () => {
  for (const [field, wrong] of [
    ['url', 'ftp://a.test'],
    ['url', 'https://a:b@a.test'],
    ['url', 'nonsense'],
    ['url', `https://a.test/${'x'.repeat(2_000)}`],
    ['eventTypes', ['task.eaten']],
    ['description', 'x'.repeat(201)],
  ] as const)
    await expect(endpoint({ [field]: wrong })).rejects.toMatchObject({ code: 'webhooks.invalid_endpoint' });
  for (let n = 0; n < MOST_WEBHOOK_ENDPOINTS; n += 1) await endpoint();
  await expect(endpoint()).rejects.toMatchObject({ code: 'webhooks.too_many_endpoints' });
  const { id = '' } = (await endpoints.list(office.people.ada))[0] ?? {};
  await expect(endpoints.rotate(office.people.ada, id, 169)).rejects.toMatchObject({
    code: 'webhooks.invalid_overlap',
  });
  for (let n = 0; n < 4; n += 1) await endpoints.rotate(office.people.ada, id, 24);
  await expect(endpoints.rotate(office.people.ada, id, 24)).rejects.toMatchObject({
    code: 'webhooks.too_many_secrets',
  });
});
