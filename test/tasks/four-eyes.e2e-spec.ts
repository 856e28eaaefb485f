import {
  type ApiClient,
  createTask,
  eventually,
  forbidden,
  type Json,
  listTasks,
  run,
  startSystem,
  type TestSystem,
} from '../harness';
import { type Agent, connect } from '../mcp/mcp-client';

const RECORDS = `id status revision allowedActions isOwnRequest selfApproval onBehalfOf { displayName }
  approval { payloadDigest votes { seenAt selfApproval } } seenBy { user { displayName } firstSeenAt shownDigest }
  decision { channel seenAt shownDigest selfApproval evidence { credentialId } }
  events(first: 20) { edges { node { kind differences { field after } } } }`;

let system: TestSystem;
let agent: Agent;
let bot: ApiClient;
let sam: ApiClient;
let lee: ApiClient;
let ada: ApiClient;

beforeAll(async () => {
  system = await startSystem({ processes: ['gateway', 'worker', 'mcp'] });
  agent = await connect('v2 client, 2026 era, HTTP', system);
  bot = system.agent('demo');
  [sam, lee, ada] = await Promise.all([
    system.person('sam@demo.test'),
    system.person('lee@demo.test'),
    system.person('ada@demo.test'),
  ]);
});
afterAll(async () => {
  await agent?.close();
  await system?.stop();
});

const read = async (by: ApiClient, id: string): Promise<Json> =>
  (await by.graphql(`query ($id: ID!) { task(id: $id) { ${RECORDS} } }`, { id })).task as Json;
const digestOf = (task: Json) => (task.approval as { payloadDigest: string }).payloadDigest;
const policy = (value: string, by = ada) =>
  by.graphql(
    'mutation ($p: SelfApprovalPolicy!) { setSelfApproval(input: { policy: $p }) { settings { selfApproval } } }',
    { p: value },
  );
const mark = (by: ApiClient, taskId: string, revision: number) =>
  by.graphql(
    'mutation ($input: MarkTaskSeenInput!) { markTaskSeen(input: $input) { task { seenBy { firstSeenAt } } } }',
    { input: { taskId, revision } },
  );

test('an approval that a program asks for somebody is decided by somebody else, and shows how', async () => {
  const approval = { payload: { refund: 40 } };
  const spec = { title: 'Refund?', assignTo: { group: 'support-l1' }, approval, onBehalfOf: 'sam@demo.test' };
  const taskId = await createTask(bot, spec);
  const shown = await read(sam, taskId);
  expect(shown).toMatchObject({
    isOwnRequest: true,
    selfApproval: 'FORBID',
    onBehalfOf: { displayName: 'Sam Okafor' },
  });
  expect(shown.allowedActions).not.toEqual(expect.arrayContaining(['APPROVE', 'CLAIM', 'REJECT']));
  const payloadDigest = digestOf(shown);
  await expect(run(sam, 'approveTask', { taskId, payloadDigest })).rejects.toMatchObject(
    forbidden('self_approval'),
  );

  expect(await read(lee, taskId)).toMatchObject({ isOwnRequest: false, seenBy: [] });
  await mark(lee, taskId, 1);
  await expect(mark(lee, taskId, 7)).rejects.toMatchObject({ code: 'CONFLICT' });
  const { seenBy } = await read(lee, taskId);
  const [{ firstSeenAt, shownDigest }] = seenBy as [{ firstSeenAt: string; shownDigest: string }];
  await run(lee, 'approveTask', { taskId, payloadDigest });
  const decision = { channel: 'graphql', seenAt: firstSeenAt, shownDigest, selfApproval: false };
  expect(await read(lee, taskId)).toMatchObject({ decision: { ...decision, evidence: null } });
  // Others' sights and what let them in are for admins.
  expect(await read(ada, taskId)).toMatchObject({
    decision: { ...decision, evidence: expect.any(Object) },
    seenBy: [{ user: { displayName: expect.any(String) }, firstSeenAt }],
  });
});

test('where the workspace lets it pass with a warning, the history says so', async () => {
  await expect(policy('WARN', sam)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await policy('WARN');
  const taskId = await createTask(bot, {
    title: 'Mine',
    assignTo: { group: 'support-l1' },
    approval: { payload: 1 },
    onBehalfOf: 'sam@demo.test',
  });
  const task = await read(sam, taskId);
  expect(task.allowedActions).toContain('APPROVE');
  await run(sam, 'approveTask', { taskId, payloadDigest: digestOf(task) });
  const { decision, approval, events } = await read(sam, taskId);
  expect(decision).toMatchObject({ selfApproval: true });
  expect(approval).toMatchObject({ votes: [{ selfApproval: true }] });
  const { edges } = events as { edges: { node: { kind: string; differences: object[] } }[] };
  expect(edges[0]?.node.differences).toContainEqual({ field: 'onBehalfOf', after: 'Sam Okafor' });
  expect(edges.at(-1)?.node.differences).toContainEqual({ field: 'selfApproval', after: 'own request' });
  await policy('FORBID');
});

test('an agent says for whom it acts, also when it starts a workflow', async () => {
  const asked = await agent.callTool('approval_request', {
    idempotency_key: 'for-sam',
    calls: [{ call_id: 'a', tool: 'refund', arguments: { amount: 40 } }],
    assign_to: { group: 'support-l1' },
    on_behalf_of: 'sam@demo.test',
  });
  const taskId = asked.structuredContent.task_id as string;
  const task = await read(sam, taskId);
  expect(task).toMatchObject({ isOwnRequest: true, onBehalfOf: { displayName: 'Sam Okafor' } });
  expect(task.allowedActions).not.toContain('CLAIM_AND_COMPLETE');
  expect((await read(lee, taskId)).allowedActions).toContain('CLAIM_AND_COMPLETE');

  const started = await agent.callTool('workflow_start', {
    type: 'one-task',
    input: { title: 'Started for Sam' },
    idempotency_key: 'started-for-sam',
    on_behalf_of: 'sam@demo.test',
  });
  const workflowId = started.structuredContent.workflow_id as string;
  const [made] = await eventually(async () => {
    const found = await listTasks(sam, { workflowId });
    return found.length > 0 && found;
  });
  expect(await read(sam, made?.id as string)).toMatchObject({ onBehalfOf: { displayName: 'Sam Okafor' } });
  const query = 'query ($id: ID!) { workflow(id: $id) { onBehalfOf { displayName } } }';
  expect((await bot.graphql(query, { id: workflowId })).workflow).toEqual({
    onBehalfOf: { displayName: 'Sam Okafor' },
  });

  const unknown = await agent.callTool('workflow_start', {
    type: 'one-task',
    input: { title: 'For nobody' },
    idempotency_key: 'for-nobody',
    on_behalf_of: 'olga@other.test',
  });
  expect(unknown.isError).toBe(true);
});
