import {
  type ApiClient,
  claim,
  ended,
  eventually,
  type Json,
  readTask,
  startSystem,
  startWorkflow,
  type TestSystem,
} from '../harness';
import { issueKey } from './issue-key';
import { type Agent, connect, connectAt } from './mcp-client';

const HTTP = 'v2 client, 2026 era, HTTP';

let system: TestSystem;
let ada: ApiClient;
let agent: Agent;
let second: Agent;
let stranger: Agent;

beforeAll(async () => {
  system = await startSystem({ processes: ['gateway', 'worker', 'mcp', 'mcp2'] });
  ada = await system.person('ada@demo.test');
  [agent, second, stranger] = await Promise.all([
    connect(HTTP, system),
    connectAt('mcp2', system),
    connect(HTTP, system, system.apiKey('other')),
  ]);
});
afterAll(async () => {
  await Promise.all([agent, second, stranger].map((one) => one?.close()));
  await system?.stop();
});

const call = async (name: string, args: Json, by = agent): Promise<Json> => {
  const { isError, content, structuredContent } = await by.callTool(name, args);
  expect([name, isError ? content[0]?.text : 'ok']).toEqual([name, 'ok']);
  return structuredContent;
};
const refusal = async (name: string, args: Json, by = agent): Promise<string> => {
  const { isError, content } = await by.callTool(name, args);
  expect([name, isError]).toEqual([name, true]);
  return content[0]?.text ?? '';
};
/** All items of a list, page by page. */
async function all(name: string, args: Json, by = agent): Promise<Json[]> {
  const items: Json[] = [];
  let cursor: string | null | undefined;
  do {
    const page: Json = await call(name, { ...args, ...(cursor ? { cursor } : {}) }, by);
    expect((page.items as Json[]).length).toBeLessThanOrEqual(args.limit as number);
    items.push(...(page.items as Json[]));
    cursor = page.next_cursor as string | null;
  } while (cursor !== null);
  return items;
}
const startCounting = (key: string) =>
  call('workflow_start', { type: 'counted-signals', idempotency_key: key });

describe('Workflows', () => {
  test('the catalogue is listed in pages, and one kind in full', async () => {
    const items = await all('workflow_types', { limit: 5 });
    expect(items.map(({ type }) => type as string)).toEqual(
      expect.arrayContaining(['customer-support', 'counted-signals', 'one-task']),
    );
    const [support] = await all('workflow_types', { type: 'customer-support', limit: 5 });
    expect(support).toMatchObject({ input_schema: { type: 'object' }, truncated: false });
    expect(await all('workflow_types', { type: 'no-such', limit: 5 })).toEqual([]);
  });

  test('are signalled once per key, cancelled, listed, and tell their history', async () => {
    await startCounting('steered');
    const add = {
      workflow_id: 'steered',
      signal: 'add',
      payload: { secret: 'value' },
      idempotency_key: 'once',
    };
    await Promise.all([call('workflow_signal', add), call('workflow_signal', add, second)]);
    await call('workflow_signal', { workflow_id: 'steered', signal: 'stop' });
    const waited = await call('workflow_await', { workflow_id: 'steered', timeout_seconds: 40 });
    expect(waited.workflow).toMatchObject({ status: 'completed', result: { added: [{ secret: 'value' }] } });
    expect(await refusal('workflow_signal', { ...add, idempotency_key: 'late' })).toMatch(
      /^CONFLICT: The workflow has ended: completed/,
    );
    const history = await eventually(async () => {
      const items = await all('workflow_history', { workflow_id: 'steered', limit: 2 });
      return items.at(-1)?.what === 'workflow completed' && items;
    });
    expect(history.filter(({ name }) => name === 'add')).toHaveLength(1);
    expect(JSON.stringify(history)).not.toMatch(/secret|orkestra\./);

    await startCounting('stopped');
    await call('workflow_cancel', { workflow_id: 'stopped', reason: 'Not needed' });
    const stopped = await call('workflow_await', { workflow_id: 'stopped', timeout_seconds: 40 });
    expect(stopped.workflow).toMatchObject({ status: 'cancelled' });
    expect(await refusal('workflow_cancel', { workflow_id: 'stopped' })).toMatch(/^CONFLICT: .*cancelled/);
    const filter = { type: 'counted-signals', status: ['cancelled'], limit: 20 };
    expect(await all('workflow_list', filter)).toMatchObject([
      { workflow_id: 'stopped', status: 'cancelled', started_by: 'support-bot' },
    ]);
    expect(
      (await all('workflow_list', { limit: 1 })).map(({ workflow_id }) => workflow_id as string),
    ).toEqual(expect.arrayContaining(['stopped', 'steered']));
  });

  test('are steered over GraphQL by whoever started them, and by admins', async () => {
    const [sam, lee] = [await system.person('sam@demo.test'), await system.person('lee@demo.test')];
    const id = await startWorkflow(sam, 'counted-signals', {});
    const tell = (by: ApiClient, name: 'signalWorkflow' | 'cancelWorkflow', input: Json) =>
      by.graphql(
        `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { workflow { id } } }`,
        { input: { id, ...input } },
      );
    await tell(sam, 'signalWorkflow', { signal: 'add', payload: 1, operationId: 'a' });
    for (const name of ['signalWorkflow', 'cancelWorkflow'] as const) {
      const input = name === 'signalWorkflow' ? { signal: 'add' } : {};
      await expect(tell(lee, name, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const olga = await system.person('olga@other.test');
      await expect(tell(olga, name, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await tell(ada, 'cancelWorkflow', { reason: 'x' });
    expect(await ended(sam, id)).toMatchObject({ status: 'CANCELLED' });
    await expect(tell(sam, 'cancelWorkflow', {})).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'workflow.closed',
    });
  });
});

describe('Tasks', () => {
  test('are sent to others while nobody holds them, commented on, and cancelled', async () => {
    const create = { idempotency_key: 'sent', title: 'Sent on', assign_to: { group: 'support-l1' } };
    const { task_id } = (await call('task_create', create)).task as Json;
    await call('task_add_comment', { task_id, text: 'Please look soon.' });
    const sent = { task_id, group: 'support-l2', reason: 'Their field', idempotency_key: 'r' };
    expect((await call('task_reassign', sent)).task).toMatchObject({ status: 'READY' });
    expect(await call('task_reassign', sent, second)).toMatchObject({ task: { status: 'READY' } });
    expect(await refusal('task_reassign', { task_id })).toMatch(/^BAD_USER_INPUT: .*name a user or a group/);
    const max = await system.person('max@demo.test');
    expect(await readTask(max, task_id as string)).toMatchObject({ group: { key: 'support-l2' } });
    await claim(max, task_id as string);
    expect(await refusal('task_reassign', { task_id, group: 'support-l1' })).toMatch(
      /^CONFLICT: Max Novak holds/,
    );
    expect((await call('task_cancel', { task_id, reason: 'Solved' })).task).toMatchObject({
      status: 'CANCELLED',
      outcome: 'cancelled',
    });
    expect(await refusal('task_cancel', { task_id })).toMatch(/^CONFLICT: .*already cancelled/);
  });

  /** Aborted on its way: the client knows nothing of what came of it. */
  async function lost(name: string, args: Json): Promise<void> {
    const abort = new AbortController();
    const first = agent.callTool(name, args, { signal: abort.signal });
    setImmediate(() => abort.abort());
    await first.catch(() => undefined);
  }

  test('and workflows are made once, across two gateways and after a lost answer', async () => {
    const task = { idempotency_key: 'two-gateways', title: 'Once' };
    await lost('task_create', task);
    const made = await Promise.all([agent, second, agent, second].map((by) => call('task_create', task, by)));
    expect(new Set(made.map(({ task: { task_id } }) => task_id as string)).size).toBe(1);
    expect(await system.rows(`SELECT FROM tasks WHERE request_key LIKE '%:two-gateways'`)).toHaveLength(1);
    const start = { type: 'counted-signals', idempotency_key: 'two-gateways' };
    await lost('workflow_start', start);
    await Promise.all([agent, second, agent, second].map((by) => call('workflow_start', start, by)));
    expect(await system.rows(`SELECT FROM workflow_executions WHERE key = 'two-gateways'`)).toHaveLength(1);
    const workflowId = `${system.tenantId('demo')}/two-gateways`;
    const { runId } = await system.temporal.workflow.getHandle(workflowId).describe();
    await call('workflow_start', start, second);
    expect((await system.temporal.workflow.getHandle(workflowId).describe()).runId).toBe(runId);
    for (const tool of ['task_create', 'workflow_start']) {
      const keyless = tool === 'task_create' ? { title: 'x' } : { type: 'echo' };
      expect(await refusal(tool, keyless)).toMatch(/\/idempotency_key/);
    }
  });
});

test('people and groups are listed to those of the tenant', async () => {
  const people = await all('user_list', { limit: 2 });
  expect(people.map(({ display_name }) => display_name as string)).toEqual([
    'Ada Fischer',
    'Lee Tanaka',
    'Max Novak',
    'Sam Okafor',
  ]);
  expect(await all('user_list', { text: 'okaf', limit: 2 })).toMatchObject([
    { email: 'sam@demo.test', groups: ['support-l1'] },
  ]);
  expect((await all('group_list', { limit: 1 })).map(({ key }) => key as string)).toEqual([
    'support-l1',
    'support-l2',
  ]);
  const page = await call('user_list', { limit: 1 });
  const theirs = await call('user_list', { limit: 5, cursor: page.next_cursor }, stranger);
  expect(theirs.items).toMatchObject([{ email: 'olga@other.test' }]);
});

describe('Bad input', () => {
  test('finds nothing of another tenant', async () => {
    await startCounting('theirs');
    const { task_id } = (await call('task_create', { idempotency_key: 'theirs', title: 'Theirs' }))
      .task as Json;
    const { key } = await issueKey(system, 'other-clerk', ['tasks:read', 'tasks:write', 'tasks:complete']);
    const clerk = await connect(HTTP, system, key);
    for (const id of ['theirs', `${system.tenantId('demo')}/theirs`]) {
      for (const tool of ['workflow_history', 'workflow_cancel', 'workflow_signal']) {
        const args = { workflow_id: id, ...(tool === 'workflow_signal' ? { signal: 'add' } : {}) };
        expect(await refusal(tool, args, stranger)).toMatch(/^NOT_FOUND: .+\nNext: /);
      }
    }
    for (const [tool, args] of [
      ['task_reassign', { group: 'support-l1' }],
      ['task_cancel', {}],
      ['task_add_comment', { text: 'x' }],
      ['task_claim', {}],
    ] as const) {
      expect(await refusal(tool, { task_id, ...args }, stranger)).toMatch(/^NOT_FOUND: /);
      expect(await refusal(tool, { task_id: 'no uuid', ...args })).toMatch(/^NOT_FOUND: /);
    }
    expect(await refusal('task_complete', { task_id: 'no uuid', data: {} }, clerk)).toMatch(/^NOT_FOUND: /);
    await clerk.close();
    const { next_cursor } = await call('workflow_history', { workflow_id: 'theirs', limit: 1 });
    await call('workflow_start', { type: 'counted-signals', idempotency_key: 'theirs' }, stranger);
    const stolen = { workflow_id: 'theirs', cursor: next_cursor };
    expect(await refusal('workflow_history', stolen, stranger)).toMatch(/^BAD_USER_INPUT: .*cursor/);
    expect(await readTask(ada, task_id as string)).toMatchObject({ status: 'READY', revision: 1 });
  });

  const HUGE = 'x'.repeat(300_000);
  test.each([
    ['workflow_list', { limit: 51 }],
    ['workflow_list', { limit: '5' }],
    ['workflow_list', { status: ['RUNNING'] }],
    ['workflow_list', { cursor: 'broken' }],
    ['workflow_types', { cursor: 'broken' }],
    ['workflow_types', { limit: 0 }],
    ['workflow_history', { workflow_id: 'theirs', cursor: HUGE.slice(0, 4_000) }],
    ['workflow_history', { workflow_id: HUGE }],
    ['workflow_signal', { workflow_id: 'theirs', signal: '' }],
    ['workflow_signal', { workflow_id: 'theirs', signal: 'add', payload: HUGE }],
    ['workflow_cancel', { workflow_id: 'theirs', reason: HUGE }],
    ['workflow_cancel', {}],
    ['task_reassign', { task_id: 7, group: 'support-l1' }],
    ['task_cancel', { task_id: 'x', reason: HUGE }],
    ['task_add_comment', { task_id: 'x', text: HUGE }],
    ['task_add_comment', { task_id: 'x', text: 'x', mentions: 'sam' }],
    ['user_list', { text: 'x'.repeat(101) }],
    ['user_list', { cursor: 'broken' }],
    ['user_list', { tenant: 'other' }],
    ['group_list', { cursor: 'WyJhIiwiYiJd' }],
  ])('%s refuses %.60j', async (tool, args) => {
    expect(await refusal(tool, args)).toMatch(/^BAD_USER_INPUT: [\s\S]+\nNext: /);
  });

  test('a NUL is found nowhere, and an unknown tool is an error of the protocol', async () => {
    expect(await call('workflow_list', { type: 'a\0' })).toMatchObject({ items: [], next_cursor: null });
    expect(await refusal('workflow_history', { workflow_id: 'a\0' })).toMatch(/^NOT_FOUND/);
    expect(await refusal('user_list', { text: 'a\0' })).toMatch(/^BAD_USER_INPUT/);
    await expect(agent.callTool('task_approve', {})).rejects.toMatchObject({ code: -32602 });
  });
});
