import { randomBytes } from 'node:crypto';
import {
  type ApiClient,
  asAdmin,
  complete,
  ended,
  readTask,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from '../harness';
import { type Agent, connect } from '../mcp/mcp-client';

const CARD = '4000123412341234';
const IBAN = 'DE89370400440532013000';
const MASK = '••••';
const REVEAL = 'mutation ($input: RevealTaskInput!) { revealTask(input: $input) { value } }';

let system: TestSystem;
let sam: ApiClient;
let agent: Agent;

beforeAll(async () => {
  system = await startSystem({
    processes: ['gateway', 'worker', 'mcp'],
    env: { TEMPORAL_CODEC: 'on', TEMPORAL_CODEC_KEY: randomBytes(32).toString('base64') },
  });
  sam = await system.person('sam@demo.test');
  agent = await connect('v1 client, HTTP', system);
});
afterAll(async () => {
  await agent?.close();
  await system?.stop();
});

const reveal = async (who: ApiClient, taskId: string, path: string) =>
  (await who.graphql(REVEAL, { input: { taskId, path } })).revealTask.value as unknown;

/** Tables in which some row holds one of the texts. */
async function tablesWith(...texts: string[]): Promise<string[]> {
  return asAdmin(async (admin) => {
    const tables = await admin.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const sql = `SELECT FROM ${name} t WHERE EXISTS (
        SELECT FROM unnest($1::text[]) AS x WHERE strpos(lower(t::text), lower(x)) > 0) LIMIT 1`;
      if ((await admin.query(sql, [texts])).rowCount !== 0) found.push(name);
    }
    return found;
  }, system.database.adminUrl);
}

/** All texts and bytes of a history, whatever they are encoded in. */
async function historyOf(workflowId: string): Promise<string> {
  const id = `${system.tenantId('demo')}/${workflowId}`;
  const texts: string[] = [];
  const collect = (part: unknown): void => {
    if (typeof part === 'string') texts.push(part);
    else if (ArrayBuffer.isView(part))
      texts.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1'));
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(collect);
  };
  collect(await system.temporal.workflow.getHandle(id).fetchHistory());
  return texts.join('\n');
}

test('sensitive values reach the workflow, and are read nowhere else', async () => {
  const workflowId = await startWorkflow(system.agent('demo'), 'sensitive-task', {});
  const { id, context } = await taskOf(sam, workflowId);
  expect(context).toEqual({ card: MASK, order: 4711 });
  expect(await reveal(sam, id, '/context/card')).toBe(CARD);
  await complete(sam, id, { iban: IBAN, note: 'soon' }, { claim: true });
  const execution = await ended(sam, workflowId);
  expect(execution).toMatchObject({ status: 'COMPLETED', result: { last: '3000', length: IBAN.length } });

  expect(JSON.stringify(await readTask(sam, id))).not.toMatch(new RegExp(`${CARD}|${IBAN}`));
  const { task } = (await agent.callTool('task_get', { task_id: id })).structuredContent;
  expect(task).toMatchObject({ context: { card: MASK }, result: { iban: MASK, note: 'soon' } });
  const ada = await system.person('ada@demo.test');
  expect(await reveal(ada, id, '/result/iban')).toBe(IBAN);
  await expect(reveal(sam, id, '/result/iban')).rejects.toThrow('Sensitive values are for people');

  expect(await tablesWith(CARD, IBAN)).toEqual([]);
  const history = await historyOf(workflowId);
  expect(history).toContain('sensitive-task');
  expect(history).toContain('binary/encrypted');
  expect(history).not.toMatch(new RegExp(`${CARD}|${IBAN}|Where does the refund go`));
});

test('an agent that asks by itself gets a mask as well', async () => {
  const asked = await agent.callTool('task_create', {
    title: 'Which account?',
    assign_to: { group: 'support-l1' },
    form: { iban: { type: 'text', required: true, sensitive: true } },
    context: { customer: { card: CARD } },
    sensitive_context: ['/customer/card'],
    idempotency_key: 'account',
  });
  expect(asked.isError).toBeFalsy();
  const taskId = asked.structuredContent.task.task_id as string;
  await complete(sam, taskId, { iban: IBAN }, { claim: true });
  const { task } = (await agent.callTool('task_await', { task_id: taskId, timeout_seconds: 20 }))
    .structuredContent;
  expect(task).toMatchObject({ context: { customer: { card: MASK } }, result: { iban: MASK } });
  expect(await tablesWith(CARD, IBAN)).toEqual([]);
});

test('signals of people arrive in a workflow whose payloads are encrypted', async () => {
  const ada = await system.person('ada@demo.test');
  const workflowId = await startWorkflow(ada, 'counted-signals', {});
  const signal = (input: object) =>
    ada.graphql(
      'mutation ($input: SignalWorkflowInput!) { signalWorkflow(input: $input) { workflow { id } } }',
      {
        input: { id: workflowId, ...input },
      },
    );
  await signal({ signal: 'add', payload: { word: 'heliotrope' } });
  await signal({ signal: 'stop' });
  expect(await ended(ada, workflowId)).toMatchObject({ result: { added: [{ word: 'heliotrope' }] } });
  const history = await historyOf(workflowId);
  expect(history).toContain('binary/encrypted');
  expect(history).not.toContain('heliotrope');
});
