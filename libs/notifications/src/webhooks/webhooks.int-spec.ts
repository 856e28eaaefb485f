import { CommentsService } from '@orkestra/tasks';
import { Office } from '../../../../test/harness/office';
import {
  answering,
  hanging,
  isSignedBy,
  WebhookReceiver,
} from '../../../../test/harness/servers/webhook-receiver';
import {
  FanOut,
  NotificationsModule,
  WebhookDispatcher,
  WebhookEndpoints,
  WebhookLog,
  WebhookSender,
} from '..';

const HOUR_MS = 3_600_000;
const INPUT = { description: '', eventTypes: [], taskTypes: [], withContent: false };

let office: Office;
let receiver: WebhookReceiver;
let endpoints: WebhookEndpoints;
let log: WebhookLog;
beforeEach(async () => {
  office = await Office.open(8, [NotificationsModule], { OUTBOUND_ALLOWED_NETWORKS: '127.0.0.1' });
  receiver = await WebhookReceiver.start();
  endpoints = office.app.get(WebhookEndpoints);
  log = office.app.get(WebhookLog);
  office.app.get(WebhookSender).timeoutMs = 500;
  // The library of the receivers goes by the clock of the machine.
  jest.spyOn(Date, 'now').mockImplementation(() => office.clock.now().getTime());
});
afterEach(async () => {
  jest.restoreAllMocks();
  await office?.close();
  await receiver?.close();
});

const expand = async () => {
  while (await office.app.get(FanOut).round());
};
/** Expands what happened, and sends what is due until nothing is. */
const work = async () => {
  await expand();
  const dispatcher = office.app.get(WebhookDispatcher);
  do await dispatcher.idle();
  while (await dispatcher.round());
  await dispatcher.idle();
};
const endpoint = async (more: object = {}, ctx = office.people.ada) =>
  endpoints.create(ctx, { ...INPUT, url: receiver.url, ...more });
const entries = async (endpointId: string, ctx = office.people.ada) =>
  (await log.list(ctx, { endpointId })).items;

it('tells a program of what happens in order, by ids, signed', async () => {
  const { endpoint: made, secret } = await endpoint();
  const { sam } = office.people;
  const task = await office.task({ title: 'Refund of Mrs Miller', type: 'refund' });
  await office.tasks.claim(sam, { taskId: task.id });
  await office.app.get(CommentsService).add(sam, { taskId: task.id, text: 'Between us' });
  await office.tasks.complete(sam, { taskId: task.id, data: { answer: 'Yes, to Mrs Miller' } });
  await work();
  expect(receiver.types).toEqual(['task.created', 'task.claimed', 'task.comment_added', 'task.completed']);
  expect(receiver.received.every((one) => isSignedBy(secret, one))).toBe(true);
  expect(isSignedBy(`whsec_${Buffer.alloc(24).toString('base64')}`, receiver.received[0]!)).toBe(false);
  const history = await office.rows<{ id: string }>(
    'SELECT id FROM task_events WHERE task_id = $1 ORDER BY id DESC LIMIT 1',
    [task.id],
  );
  expect(receiver.received[3]?.body).toEqual({
    type: 'task.completed',
    version: 1,
    timestamp: office.clock.now().toISOString(),
    data: {
      eventId: history[0]?.id,
      actor: { kind: 'user', id: sam.principal.id },
      ...{
        taskId: task.id,
        taskType: 'refund',
        workflowId: 'case',
        conversationId: null,
        outcome: 'completed',
      },
    },
  });
  expect(receiver.received.map(({ text }) => text).join()).not.toMatch(/Miller|Between/);
  expect((await entries(made.id)).map(({ status, tries }) => [status, tries[0]?.status])).toEqual(
    Array(4).fill(['sent', 204]),
  );
});

it('tells an endpoint of the events and tasks that it asks for, and no other tenant', async () => {
  await endpoint({ eventTypes: ['task.claimed'], taskTypes: ['refund'] });
  await endpoint({}, office.olga);
  for (const type of ['refund', 'complaint']) {
    const { id } = await office.task({ type });
    await office.tasks.claim(office.people.sam, { taskId: id });
  }
  await work();
  expect(receiver.types).toEqual(['task.claimed']);
  expect(receiver.received[0]?.body.data).toMatchObject({ taskType: 'refund' });
});

it('says what tasks and comments say only where an endpoint asks for it, and keeps none of it', async () => {
  const { endpoint: made } = await endpoint({ withContent: true });
  const { id } = await office.task({ title: 'Refund of Mrs Miller' });
  await office.app.get(CommentsService).add(office.people.sam, { taskId: id, text: 'Look' });
  await work();
  expect(receiver.received.map(({ body }) => body.data['content'])).toMatchObject([
    { task: { title: 'Refund of Mrs Miller' }, comment: null },
    { task: { title: 'Refund of Mrs Miller' }, comment: { text: 'Look' } },
  ]);
  const rows = await office.rows<{ line: string }>('SELECT d::text AS line FROM webhook_deliveries d');
  expect(rows.map(({ line }) => line).join()).not.toMatch(/Miller|Look/);
  expect(JSON.stringify(await entries(made.id))).not.toMatch(/Miller|Look/);
});

it('lets a later event of a task wait for an earlier one, and others pass', async () => {
  await endpoint();
  const { sam } = office.people;
  const first = await office.task();
  receiver.react = (response, { body }) =>
    answering(body.data['taskId'] === first.id ? 500 : 204)(response, undefined as never);
  await work();
  const second = await office.task();
  await office.tasks.claim(sam, { taskId: first.id });
  await office.tasks.claim(sam, { taskId: second.id });
  await work();
  const told = () =>
    receiver.received.map(({ body }) => [body.type, body.data['taskId'] === first.id ? 1 : 2]);
  expect(told()).toEqual([
    ['task.created', 1],
    ['task.created', 2],
    ['task.claimed', 2],
  ]);
  receiver.react = answering(204);
  office.clock.pass(10_000);
  await work();
  expect(told().slice(3)).toEqual([
    ['task.created', 1],
    ['task.claimed', 1],
  ]);
  expect(receiver.received[3]?.id).toBe(receiver.received[0]?.id);
});

it('holds a later event back while an earlier one is still in the queue of events', async () => {
  await endpoint();
  const { id } = await office.task();
  await office.tasks.claim(office.people.sam, { taskId: id });
  // As if another worker had it, and were slow.
  await office.rows(`CREATE TABLE kept AS SELECT * FROM notification_events WHERE kind = 'created'`);
  await office.rows(`UPDATE notification_events SET available_at = 'infinity' WHERE kind = 'created'`);
  await work();
  expect(receiver.types).toEqual([]);
  await office.rows('UPDATE notification_events SET available_at = NULL');
  await work();
  expect(receiver.types).toEqual(['task.created', 'task.claimed']);
});

it.each([
  ['an error', answering(500, {}, 'No\0pe'), { status: 500, body: 'Nope', problem: 'It answered 500.' }],
  ['nothing', hanging, { status: null, problem: expect.stringContaining('did not answer within 0.5 s') }],
  [
    'a redirect into the private network',
    answering(302, { location: 'http://127.0.0.1:1/' }),
    { status: 302, problem: expect.stringContaining('Redirects are not followed') },
  ],
  [
    'a wrong way of speaking',
    (response) => response.socket?.destroy(),
    { status: null, problem: expect.stringContaining('did not answer (ECONNRESET)') },
  ],
])('tries again after %s, and remembers what came', async (_name, react, expected) => {
  const { endpoint: made } = await endpoint();
  receiver.react = react;
  await office.task();
  await work();
  const [entry] = await entries(made.id);
  expect(entry).toMatchObject({
    status: 'pending',
    attempts: 1,
    tries: [{ url: receiver.url, ...expected }],
  });
  expect(receiver.received).toHaveLength(1);
  receiver.react = answering(200, {}, 'ok');
  office.clock.pass(10_000);
  await work();
  const [again] = await entries(made.id);
  expect(again).toMatchObject({
    status: 'sent',
    attempts: 2,
    nextAt: null,
    tries: [expected, { status: 200, body: 'ok' }],
  });
});

it.each([
  ['large', (write: (text: string) => void) => write('x'.repeat(3_000_000)), 4_096],
  ['slow', (write: (text: string) => void) => write('x'), 1],
])(
  'takes the status of an answer that is %s, and the beginning of what comes',
  async (_name, body, length) => {
    const { endpoint: made } = await endpoint();
    receiver.react = (response) => {
      response.writeHead(200);
      body((text) => response.write(text));
    };
    await office.task();
    await work();
    const [entry] = await entries(made.id);
    expect(entry).toMatchObject({ status: 'sent', tries: [{ status: 200 }] });
    expect(entry?.tries[0]?.body).toHaveLength(length);
  },
);

it('calls nothing in the private network that the operator has not allowed', async () => {
  const { endpoint: made } = await endpoint({ url: receiver.url.replace('127.0.0.1', '127.0.0.3') });
  await office.task();
  await work();
  const [entry] = await entries(made.id);
  expect(entry?.tries[0]?.problem).toContain('lies in a private network');
});

it('signs with both secrets while one takes over from the other', async () => {
  const { endpoint: made, secret: first } = await endpoint();
  const { secret: second } = await endpoints.rotate(office.people.ada, made.id, 24);
  const signers = async () => {
    await office.task();
    await work();
    const last = receiver.received.at(-1)!;
    return [first, second].map((secret) => isSignedBy(secret, last));
  };
  expect(await signers()).toEqual([true, true]);
  expect(receiver.received[0]?.headers['webhook-signature']).toMatch(/^v1,\S{44} v1,\S{44}$/);
  office.clock.pass(24 * HOUR_MS);
  expect(await signers()).toEqual([false, true]);
  await endpoints.rotate(office.people.ada, made.id, 0);
  expect(await signers()).toEqual([false, false]);
  const rows = await office.rows<{ line: string }>('SELECT s::text AS line FROM webhook_secrets s');
  expect(rows).toHaveLength(1);
});
