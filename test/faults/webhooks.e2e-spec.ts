import { createTask, eventually, startSystem, type TestSystem } from '../harness';
import { answering, isSignedBy, WebhookReceiver } from '../harness/servers/webhook-receiver';
import { WebhookAdmin } from '../webhooks/webhook-admin';

const task = { title: 'Refund', assignTo: { group: 'support-l1' } };

describe('Webhooks when the worker is killed', () => {
  let receiver: WebhookReceiver;
  let system: TestSystem;
  let admin: WebhookAdmin;
  let endpoint: { id: string; secret: string };
  beforeAll(async () => {
    receiver = await WebhookReceiver.start();
    system = await startSystem({ env: { OUTBOUND_ALLOWED_NETWORKS: '127.0.0.1' } });
    admin = await WebhookAdmin.of(system);
    endpoint = await admin.create({ url: receiver.url, eventTypes: ['task.created', 'task.cancelled'] });
  });
  afterAll(async () => {
    await system?.stop();
    await receiver?.close();
  });

  const pending = () => system.rows(`SELECT id FROM webhook_deliveries WHERE status = 'pending'`);
  const ids = () => receiver.received.map(({ id }) => id);

  test('before an event is taken up: nothing is lost, and nothing told twice', async () => {
    await system.kill('worker');
    await createTask(system.agent('demo'), task);
    await system.restart('worker');
    await eventually(async () => receiver.received.length > 0 && (await pending()).length === 0);
    expect(receiver.types).toEqual(['task.created']);
    expect(receiver.received.every((one) => isSignedBy(endpoint.secret, one))).toBe(true);
  });

  test('between sending and writing it down: it comes at most once more, with the same id', async () => {
    const before = receiver.received.length;
    // The program has it, and the worker never hears so.
    const taken = new Promise<void>((resolve) => (receiver.react = () => resolve()));
    await createTask(system.agent('demo'), task);
    await taken;
    await system.kill('worker');
    expect(await pending()).toHaveLength(1);
    receiver.react = answering(204);
    // Whoever died holds the lease still: the test does not wait for its end.
    await system.rows('UPDATE webhook_deliveries SET leased_until = now() WHERE leased_until IS NOT NULL');
    await system.restart('worker');
    await eventually(async () => (await pending()).length === 0);
    expect(ids().slice(before)).toHaveLength(2);
    expect(new Set(ids().slice(before)).size).toBe(1);
    expect(await admin.deliveries(endpoint.id)).toMatchObject([
      { status: 'SENT', attempts: 2 },
      { status: 'SENT' },
    ]);
  });

  test('while it sends many: each arrives at least once, at most twice, and in order', async () => {
    const before = receiver.received.length;
    const agent = system.agent('demo');
    const made = await Promise.all(Array.from({ length: 15 }, () => createTask(agent, task)));
    const cancel = 'mutation ($input: CancelTaskInput!) { cancelTask(input: $input) { task { id } } }';
    let killed: Promise<void> | undefined;
    receiver.react = (response) => {
      if (receiver.received.length === before + 8) killed = system.kill('worker');
      answering(204)(response, undefined as never);
    };
    for (const taskId of made) await agent.graphql(cancel, { input: { taskId, reason: 'x' } });
    await eventually(() => Promise.resolve(killed !== undefined));
    await killed;
    await system.rows('UPDATE webhook_deliveries SET leased_until = now() WHERE leased_until IS NOT NULL');
    await system.restart('worker');
    await eventually(
      async () =>
        (await pending()).length === 0 && (await system.rows('SELECT FROM notification_events')).length === 0,
    );
    const told = receiver.received.slice(before);
    const counts = new Map<string, number>();
    for (const { id } of told) counts.set(id, (counts.get(id) ?? 0) + 1);
    expect(counts.size).toBe(30);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(2);
    for (const id of made) {
      const types = told.filter(({ body }) => body.data['taskId'] === id).map(({ body }) => body.type);
      expect([...types].sort().reverse()).toEqual(types);
    }
  });
});
