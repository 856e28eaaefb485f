import { eventually } from '../../../../test/harness/eventually';
import { FixtureGateway } from '../../test/fixture-gateway';
import { Relayed } from '../../test/relayed-client';

const UPDATED = 'notifications/resources/updated';
const MODERN = { pin: '2026-07-28' };
const TASK = 'orkestra://tasks/1';

describe('a relayed connection', () => {
  let gateway: FixtureGateway;
  let relayed: Relayed;

  beforeEach(async () => {
    gateway = new FixtureGateway();
    gateway.tools.set('echo', ({ text }) => Promise.resolve(String(text)));
    await gateway.start();
    relayed = new Relayed(gateway.url);
  });
  afterEach(async () => {
    await relayed.close();
    await gateway.crash();
  });

  const updatesOf = (uri: string) => relayed.notifications(UPDATED).filter((params) => params['uri'] === uri);

  describe('of the 2025 era', () => {
    const subscribed = async () => {
      const client = await relayed.connect('legacy');
      await eventually(() => relayed.streams === 1);
      await client.subscribeResource({ uri: TASK });
      return client;
    };

    it('brings updates, and progress with its call', async () => {
      const client = await subscribed();
      await gateway.update(TASK);
      await eventually(() => updatesOf(TASK).length === 1);
      gateway.tools.set('slow', async (_, { mcpReq }) => {
        const progressToken = mcpReq._meta?.progressToken ?? 'none';
        await mcpReq.notify({ method: 'notifications/progress', params: { progressToken, progress: 1 } });
        return 'done';
      });
      const beats: number[] = [];
      const call = { name: 'slow', arguments: {} };
      await client.callTool(call, { onprogress: ({ progress }) => void beats.push(progress) });
      expect(beats).toEqual([1]);
    });

    it('renews a lost session unseen, subscribes again and says what may have been missed', async () => {
      const client = await subscribed();
      await client.subscribeResource({ uri: 'orkestra://tasks/2' });
      await client.unsubscribeResource({ uri: 'orkestra://tasks/2' });
      await gateway.crash();
      await gateway.start();
      await eventually(() => updatesOf(TASK).length === 1);
      expect(gateway.subscribers(TASK)).toBe(1);
      expect(gateway.subscribers('orkestra://tasks/2')).toBe(0);
      expect(relayed.notifications('notifications/tools/list_changed')).toHaveLength(1);
      await gateway.update(TASK);
      await eventually(() => updatesOf(TASK).length === 2);
      const answers = relayed.toClient.filter((one) => 'id' in one && String(one.id).startsWith('orkestra'));
      expect(answers).toEqual([]);
      expect(await client.callTool({ name: 'echo', arguments: { text: 'on' } })).toMatchObject({
        content: [{ text: 'on' }],
      });
      expect(gateway.sessions.size).toBe(1);
    });

    it('opens the stream again when only the connection broke', async () => {
      await subscribed();
      gateway.cut();
      await eventually(() => updatesOf(TASK).length === 1);
      expect(gateway.received.filter((method) => method === 'initialize')).toHaveLength(1);
      await gateway.update(TASK);
      await eventually(() => updatesOf(TASK).length === 2);
    });

    it('cancels a call at the gateway, and passes on nothing that still comes of it', async () => {
      const client = await relayed.connect('legacy');
      const ended = endOfCall(gateway, 'wait');
      const abort = new AbortController();
      const call = client.callTool({ name: 'wait', arguments: {} }, { signal: abort.signal });
      await eventually(() => gateway.received.includes('tools/call'));
      abort.abort();
      await expect(call).rejects.toThrow();
      await ended;
    });
  });

  describe('of the 2026 era', () => {
    const listening = async (filter = { resourceSubscriptions: [TASK], toolsListChanged: true }) => {
      const client = await relayed.connect(MODERN);
      return { client, subscription: await client.listen(filter) };
    };
    const acknowledged = 'notifications/subscriptions/acknowledged';

    it('brings what is listened to', async () => {
      await listening();
      await gateway.update(TASK);
      await gateway.update('orkestra://tasks/2');
      await eventually(() => updatesOf(TASK).length === 1);
      expect(relayed.notifications(UPDATED)).toHaveLength(1);
    });

    it.each(['crash', 'stop'] as const)('listens again after a %s, unseen', async (end) => {
      const { client } = await listening();
      await gateway[end]();
      await gateway.start();
      await eventually(() => updatesOf(TASK).length === 1);
      expect(relayed.notifications('notifications/tools/list_changed')).toHaveLength(1);
      expect(relayed.notifications(acknowledged)).toHaveLength(1);
      await gateway.update(TASK);
      await eventually(() => updatesOf(TASK).length === 2);
      await client.callTool({ name: 'echo', arguments: { text: 'on' } });
    });

    it('stops listening when the client does, and does not begin again', async () => {
      const { client, subscription } = await listening();
      await subscription.close();
      await eventually(() => relayed['connection']['listening'].size === 0);
      await gateway.update(TASK);
      await client.callTool({ name: 'echo', arguments: { text: 'on' } });
      expect(updatesOf(TASK)).toEqual([]);
      expect(gateway.received.filter((method) => method === 'subscriptions/listen')).toHaveLength(1);
    });

    it('cancels a call by closing its stream', async () => {
      const client = await relayed.connect(MODERN);
      const ended = endOfCall(gateway, 'wait');
      const abort = new AbortController();
      const call = client.callTool({ name: 'wait', arguments: {} }, { signal: abort.signal });
      await eventually(() => gateway.received.includes('tools/call'));
      abort.abort();
      await expect(call).rejects.toThrow();
      await ended;
    });
  });

  it('reads no further while the client does not', async () => {
    const client = await relayed.connect('legacy');
    let sent = 0;
    gateway.tools.set('flood', async (_, { mcpReq }) => {
      const progressToken = mcpReq._meta?.progressToken ?? 'none';
      for (; sent < 100; sent += 1) {
        const params = { progressToken, progress: sent, message: 'x'.repeat(100_000) };
        await mcpReq.notify({ method: 'notifications/progress', params });
      }
      return 'done';
    });
    let read = () => {};
    relayed.clientIsReady = new Promise((resolve) => (read = resolve));
    const before = relayed.toClient.length;
    const call = client.callTool({ name: 'flood', arguments: {} }, { onprogress: () => undefined });
    await eventually(() => sent === 100);
    // A round trip past the relay, in which all of it could have come.
    await fetch(gateway.url);
    expect(relayed.toClient.length - before).toBe(0);
    read();
    await call;
    expect(relayed.notifications('notifications/progress')).toHaveLength(100);
  });

  it('has 100 calls open at most, and says so', async () => {
    const client = await relayed.connect(MODERN);
    const ended = endOfCall(gateway, 'wait');
    const abort = new AbortController();
    const wait = () => client.callTool({ name: 'wait', arguments: {} }, { signal: abort.signal });
    const open = Array.from({ length: 100 }, () => wait().catch(() => undefined));
    await eventually(() => gateway.received.filter((method) => method === 'tools/call').length === 100);
    await expect(client.callTool({ name: 'echo', arguments: {} })).rejects.toThrow(/100 calls are open/);
    abort.abort();
    await Promise.all([...open, ended]);
    await expect(client.callTool({ name: 'echo', arguments: { text: 'on' } })).resolves.toMatchObject({});
  });

  it('answers a call that the gateway died under', async () => {
    const client = await relayed.connect('legacy');
    void endOfCall(gateway, 'wait');
    const call = client.callTool({ name: 'wait', arguments: {} });
    const lost = expect(call).rejects.toThrow(/Call again with the same arguments/);
    await eventually(() => gateway.received.includes('tools/call'));
    await gateway.crash();
    await lost;
    await gateway.start();
  });
});

/** Adds a tool that waits until its call ends; resolves when a first one has. */
function endOfCall(gateway: FixtureGateway, name: string): Promise<void> {
  return new Promise((resolve) => {
    gateway.tools.set(
      name,
      (_, { mcpReq }) =>
        new Promise((_done, reject) => {
          mcpReq.signal.addEventListener('abort', () => {
            resolve();
            reject(new Error('cancelled'));
          });
        }),
    );
  });
}
