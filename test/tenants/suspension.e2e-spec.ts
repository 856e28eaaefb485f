import { type ApiClient, eventually, startSystem, startWorkflow, type TestSystem } from '../harness';
import { RawSocket } from '../api-gateway/raw-socket';
import { Operator } from './operator';

const SUSPENDED = { code: 'FORBIDDEN', reason: 'tenant.suspended' };

describe('A suspended tenant', () => {
  let system: TestSystem;
  let operator: Operator;
  let sam: ApiClient;
  let bot: ApiClient;

  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway', 'worker', 'mcp'] });
    operator = await Operator.of(system, 'demo');
    sam = await system.person('sam@demo.test');
    bot = system.agent('demo');
  });
  afterAll(async () => {
    await operator?.close();
    await system?.stop();
  });

  const listen = async (tenant: string): Promise<{ closed: Promise<number>; end(): void }> => {
    const abort = new AbortController();
    const headers = {
      authorization: `Bearer ${system.apiKey(tenant)}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    };
    const url = `${system.url('mcp')}/mcp`;
    const params = {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 't', version: '1' },
    };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    const opened = await fetch(url, { method: 'POST', headers, body });
    const session = opened.headers.get('mcp-session-id') ?? '';
    await opened.text();
    const stream = await fetch(url, {
      headers: { ...headers, 'mcp-session-id': session },
      signal: abort.signal,
    });
    expect(stream.status).toBe(200);
    const closed = stream.text().then(
      () => performance.now(),
      () => performance.now(),
    );
    return { closed, end: () => abort.abort() };
  };

  test('is shut at every door within a second, keeps what it has, and goes on when it is resumed', async () => {
    const origin = system.url('gateway');
    const sockets = [
      new RawSocket(origin, { cookie: sam.headers.cookie ?? '', origin }),
      new RawSocket(origin, { authorization: `Bearer ${system.apiKey('demo')}` }),
    ];
    const others = new RawSocket(origin, { authorization: `Bearer ${system.apiKey('other')}` });
    await Promise.all([...sockets, others].map(({ outcome }) => outcome));
    const stream = await listen('demo');

    const began = performance.now();
    await operator.lifeCycle.suspend(operator.actor, 'unpaid');
    expect(await Promise.all(sockets.map((socket) => socket.closed))).toEqual([4401, 4401]);
    expect((await stream.closed) - began).toBeLessThan(1_000);
    expect(performance.now() - began).toBeLessThan(1_000);

    for (const client of [sam, bot])
      await expect(client.graphql('{ viewer { id } }')).rejects.toMatchObject({
        errors: [{ extensions: SUSPENDED }],
      });
    const signIn = await system.anonymous().post('/api/v1/auth/sign-in', system.user('sam@demo.test'));
    expect([signIn.status, await signIn.json()]).toMatchObject([403, { code: 'tenant.suspended' }]);
    const agent = await fetch(`${system.url('mcp')}/mcp`, {
      method: 'POST',
      headers: { authorization: `Bearer ${system.apiKey('demo')}` },
    });
    expect([agent.status, await agent.json()]).toMatchObject([
      403,
      { error: { data: { code: 'tenant.suspended' } } },
    ]);
    const again = new RawSocket(origin, { cookie: sam.headers.cookie ?? '', origin });
    expect(await again.outcome).toMatch(/closed 44/);

    await expect(system.agent('other').graphql('{ viewer { id } }')).resolves.toBeDefined();
    expect(others.isOpen).toBe(true);
    others.end();

    await operator.lifeCycle.resume(operator.actor);
    await expect(sam.graphql('{ viewer { id } }')).resolves.toBeDefined();
  });

  test('loses no task that a workflow asks for meanwhile', async () => {
    const { workflowId } = await pausedStart();
    const waiting = () =>
      system.rows('SELECT id FROM tasks WHERE workflow_id = $1', [
        `${system.tenantId('demo')}/${workflowId}`,
      ]);
    await operator.lifeCycle.suspend(operator.actor, 'again');
    system.signal('worker', 'SIGCONT');
    // The activity has been refused at least once when Temporal says that it waits for its next attempt.
    await eventually(
      async () => {
        const handle = system.temporal.workflow.getHandle(`${system.tenantId('demo')}/${workflowId}`);
        const { raw } = await handle.describe();
        return raw.pendingActivities?.some(({ lastFailure }) => lastFailure?.message?.includes('suspended'));
      },
      { timeoutMs: 60_000 },
    );
    expect(await waiting()).toEqual([]);
    await operator.lifeCycle.resume(operator.actor);
    await eventually(async () => (await waiting()).length === 1, { timeoutMs: 60_000 });
  });

  /** A workflow that is started and does not run yet, since the worker stands still. */
  async function pausedStart(): Promise<{ workflowId: string }> {
    system.signal('worker', 'SIGSTOP');
    const workflowId = await startWorkflow(bot, 'one-task', { title: 'Asked for meanwhile' });
    return { workflowId };
  }
});
