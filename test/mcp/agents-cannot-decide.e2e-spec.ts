import {
  type ApiClient,
  complete,
  createTask,
  ended,
  type Json,
  readTask,
  readWorkflow,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from '../harness';
import { issueKey } from './issue-key';
import { type Agent, connect } from './mcp-client';

const HTTP = 'v2 client, 2026 era, HTTP';
const ANSWER = { answer: 'Yes' };

let system: TestSystem;
let ada: ApiClient;
/** The tenant's agent, with every scope that it has from the start. */
let agent: Agent;
/** The same principal, by a second key that may decide. */
let again: Agent;
/** Another service that may decide. */
let clerk: Agent;

beforeAll(async () => {
  system = await startSystem({ processes: ['gateway', 'worker', 'mcp'] });
  ada = await system.person('ada@demo.test');
  const withKey = async (name: string) => {
    const scopes = [
      'tasks:read',
      'tasks:write',
      'tasks:complete',
      'workflows:read',
      'workflows:start',
    ] as const;
    return connect(HTTP, system, (await issueKey(system, name, scopes)).key);
  };
  [agent, again, clerk] = await Promise.all([
    connect(HTTP, system),
    withKey('support-bot'),
    withKey('clerk'),
  ]);
});
afterAll(async () => {
  await Promise.all([agent, again, clerk].map((one) => one?.close()));
  await system?.stop();
});

let keys = 0;
async function ownTask(more: object = {}): Promise<string> {
  const args = {
    idempotency_key: `own-${(keys += 1)}`,
    title: 'Refund?',
    form: { answer: { type: 'text', required: true } },
    assign_to: { group: 'support-l1' },
    ...more,
  };
  return (await agent.callTool('task_create', args)).structuredContent.task.task_id as string;
}

async function refusal(by: Agent, tool: string, args: Json): Promise<string> {
  const { isError, content } = await by.callTool(tool, args);
  expect([tool, isError]).toEqual([tool, true]);
  return content[0]?.text ?? '';
}

async function isStillOpen(taskId: string): Promise<void> {
  expect(await readTask(ada, taskId)).toMatchObject({ status: 'READY', assignee: null, decision: null });
}

const BY_PEOPLE = /^FORBIDDEN: Only a person may claim, release or complete this task\.\nNext: /;

describe('An agent cannot decide', () => {
  test('what it created, with the scope or without it', async () => {
    const task_id = await ownTask();
    expect(await refusal(agent, 'task_complete', { task_id, data: ANSWER })).toMatch(
      /^FORBIDDEN: .*tasks:complete/,
    );
    expect(await refusal(again, 'task_complete', { task_id, data: ANSWER })).toMatch(BY_PEOPLE);
    // Nor is anybody asked in its place.
    expect(await refusal(again, 'task_complete', { task_id })).toMatch(BY_PEOPLE);
    await isStillOpen(task_id);
  });

  test('by claiming, which its list does not even show', async () => {
    const task_id = await ownTask();
    for (const one of [agent, again, clerk]) {
      expect((await one.listTools()).map(({ name }) => name as string)).not.toContain('task_claim');
      expect(await refusal(one, 'task_claim', { task_id })).toMatch(BY_PEOPLE);
    }
    await isStillOpen(task_id);
  });

  test('by sending it to itself', async () => {
    const task_id = await ownTask();
    const { principal } = (await agent.callTool('whoami', {})).structuredContent;
    for (const user of [principal.id, 'support-bot']) {
      expect(await refusal(agent, 'task_reassign', { task_id, user })).toMatch(
        /^BAD_USER_INPUT: .*no active user/,
      );
    }
    await isStillOpen(task_id);
  });

  test.each([
    ['task_complete', { data: ANSWER, principal: { kind: 'user', id: 'sam' } }],
    ['task_complete', { data: ANSWER, tenant_id: 'x', channel: 'graphql' }],
    ['task_complete', { data: ANSWER, scopes: ['tasks:complete'] }],
    ['task_claim', { as: 'sam@demo.test' }],
    ['task_cancel', { created_by: 'sam' }],
    ['task_reassign', { group: 'support-l2', decidable_by: 'anyone' }],
  ])('by %s with %j, which is no argument', async (tool, forged) => {
    const task_id = await ownTask();
    const text = await refusal(again, tool, { task_id, ...forged });
    expect(text).toMatch(/^BAD_USER_INPUT: /);
    expect(text).toMatch(/is not known here/);
    await isStillOpen(task_id);
  });

  test('by making tasks that anyone may decide', async () => {
    const args = { idempotency_key: 'open', title: 'x', form: { answer: { type: 'text' } } };
    for (const name of ['decidable_by', 'decidableBy']) {
      expect(await refusal(agent, 'task_create', { ...args, [name]: 'anyone' })).toMatch(/^BAD_USER_INPUT: /);
    }
    const byGraphql = createTask(system.agent('demo'), { title: 'x', decidableBy: 'anyone' });
    await expect(byGraphql).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'task.decidable_by_forbidden',
    });
    expect(await system.rows(`SELECT FROM tasks WHERE decidable_by = 'anyone'`)).toEqual([]);
  });

  test('by another service, where people are to decide', async () => {
    const task_id = await ownTask();
    expect(await refusal(clerk, 'task_complete', { task_id, data: ANSWER })).toMatch(BY_PEOPLE);
    expect(await refusal(clerk, 'task_reassign', { task_id, group: 'support-l2' })).toMatch(/^FORBIDDEN: /);
    expect(await refusal(clerk, 'task_cancel', { task_id })).toMatch(/^FORBIDDEN: /);
    await isStillOpen(task_id);
  });

  test('by comments or drafts', async () => {
    const task_id = await ownTask();
    const comment = { task_id, text: '{"answer":"Yes"}', idempotency_key: 'c' };
    const { structuredContent } = await agent.callTool('task_add_comment', comment);
    expect((await agent.callTool('task_add_comment', comment)).structuredContent).toEqual(structuredContent);
    const draft = system
      .agent('demo')
      .graphql('mutation ($input: SaveTaskDraftInput!) { saveTaskDraft(input: $input) { draft { data } } }', {
        input: { taskId: task_id, data: ANSWER, expectedVersion: 0 },
      });
    await expect(draft).rejects.toMatchObject({ code: 'FORBIDDEN', reason: 'task.draft_for_people' });
    await isStillOpen(task_id);
  });

  test('the tasks of a workflow that it started, also where programs may', async () => {
    await agent.callTool('workflow_start', {
      type: 'program-task',
      input: { title: 'Own workflow' },
      idempotency_key: 'own-workflow',
    });
    const { id } = await taskOf(ada, 'own-workflow');
    expect(await refusal(again, 'task_complete', { task_id: id, data: ANSWER })).toMatch(BY_PEOPLE);
    await isStillOpen(id as string);
  });

  test("by sending the SDK's own signals, over MCP or GraphQL", async () => {
    await agent.callTool('workflow_start', {
      type: 'one-task',
      input: { title: 'Signals' },
      idempotency_key: 'signals',
    });
    const { id } = await taskOf(ada, 'signals');
    const payload = { taskId: id, outcome: 'completed', data: ANSWER, completedAt: new Date().toISOString() };
    for (const signal of ['orkestra.taskClosed', 'orkestra.taskChanged', '__temporal_cancel']) {
      const args = { workflow_id: 'signals', signal, payload };
      expect(await refusal(agent, 'workflow_signal', args)).toMatch(/^FORBIDDEN: .*people decide tasks/);
      for (const client of [system.agent('demo'), ada]) {
        const sent = client.graphql(
          'mutation ($input: SignalWorkflowInput!) { signalWorkflow(input: $input) { workflow { id } } }',
          { input: { id: 'signals', signal, payload } },
        );
        await expect(sent).rejects.toMatchObject({ code: 'FORBIDDEN', reason: 'workflow.reserved_signal' });
      }
    }
    await isStillOpen(id as string);
    expect(await readWorkflow(ada, 'signals')).toMatchObject({ status: 'RUNNING' });
  });
});

test('a task that workflow code lets programs decide is decided by another service, on the record', async () => {
  const workflow = await startWorkflow(await system.person('sam@demo.test'), 'program-task', {
    title: 'Open',
  });
  const { id } = await taskOf(ada, workflow);
  const args = { task_id: id, data: ANSWER, idempotency_key: 'decision' };
  const { structuredContent } = await clerk.callTool('task_complete', args);
  expect(structuredContent).toMatchObject({
    decided: true,
    task: { status: 'COMPLETED', assignee_id: null },
  });
  expect((await clerk.callTool('task_complete', args)).structuredContent).toEqual(structuredContent);
  expect(await ended(ada, workflow)).toMatchObject({ result: { data: ANSWER, by: 'clerk' } });
  const decisions = await system.rows(
    'SELECT voter_kind, voter_name, channel FROM task_decisions WHERE task_id = $1',
    [id],
  );
  expect(decisions).toEqual([{ voter_kind: 'service', voter_name: 'clerk', channel: 'mcp' }]);
});

test('an approval takes a verdict about what was shown', async () => {
  const payload = { refund: 40 };
  const workflow = await startWorkflow(await system.person('sam@demo.test'), 'program-task', {
    title: 'Approve',
    payload,
  });
  const { id } = await taskOf(ada, workflow);
  const { task } = (await clerk.callTool('task_get', { task_id: id })).structuredContent;
  expect(task.approval).toMatchObject({ payload, payload_digest: expect.stringMatching(/^[\da-f]{64}$/) });
  const verdict = { task_id: id, verdict: 'reject', payload_digest: task.approval.payload_digest };
  expect(await refusal(clerk, 'task_complete', { task_id: id, verdict: 'approve' })).toMatch(
    /payload_digest/,
  );
  const other = { ...verdict, verdict: 'approve', payload_digest: 'a'.repeat(64) };
  expect(await refusal(clerk, 'task_complete', other)).toMatch(/^CONFLICT: .*not what you were shown/);
  expect(await refusal(clerk, 'task_complete', { task_id: id, data: ANSWER })).toMatch(
    /^CONFLICT: .*approval/,
  );
  expect(await refusal(clerk, 'task_complete', verdict)).toMatch(/^BAD_USER_INPUT: .*say why/);
  await isStillOpen(id as string);
  const done = await clerk.callTool('task_complete', { ...verdict, reason: 'Too much' });
  expect(done.structuredContent).toMatchObject({ decided: true, task: { outcome: 'rejected' } });
  expect(await ended(ada, workflow)).toMatchObject({ status: 'COMPLETED', result: { by: 'clerk' } });
});

test('a task that a person holds is left to them', async () => {
  const sam = await system.person('sam@demo.test');
  const workflow = await startWorkflow(sam, 'program-task', { title: 'Held' });
  const { id } = await taskOf(ada, workflow);
  await sam.graphql('mutation ($input: ClaimTaskInput!) { claimTask(input: $input) { task { id } } }', {
    input: { taskId: id },
  });
  expect(await refusal(clerk, 'task_complete', { task_id: id, data: ANSWER })).toMatch(
    /^CONFLICT: Sam Okafor holds/,
  );
  await complete(sam, id as string, ANSWER);
});
