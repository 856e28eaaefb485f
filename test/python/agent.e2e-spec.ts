import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { json } from 'node:stream/consumers';
import {
  type ApiClient,
  ended,
  type Json,
  readTaskPage,
  run,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from '../harness';
import { testRun } from '../harness/run/test-run';
import { PythonEnvironment } from './python-environment';
import { PythonWorker } from './python-worker';

const folder = resolve(__dirname, '../../examples/python-agent');
/** Server and worker encrypt what Temporal keeps, each with code of its own. */
const CODEC = { TEMPORAL_CODEC: 'on', TEMPORAL_CODEC_KEY: Buffer.alloc(32, 7).toString('base64') };
const PROPOSED = { order: 'A-17', amount: 24.5, why: 'It came broken' };

interface Turn {
  content: string | { content: string }[];
}

/** Looks the order up, proposes to pay, and says what came of it: a model that follows a script, over HTTP. */
function reply(messages: Turn[]): object[] {
  const last = messages.at(-1)!.content;
  if (messages.length === 1) return [use('look_up_order', { order: 'A-17' })];
  if (messages.length === 3) return [use('pay_back', PROPOSED)];
  return [{ type: 'text', text: `Done. ${(last as { content: string }[])[0]!.content}` }];
}

/** All that a history holds, bytes too, as text. */
function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(textOf).join('\n');
}

const use = (name: string, input: object) => ({ type: 'tool_use', id: `call-${name}`, name, input });

function startModel(): Promise<Server> {
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const content = reply((body as { messages: Turn[] }).messages);
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ content }));
    });
  });
  return new Promise((resolved) => server.listen(0, '127.0.0.1', () => resolved(server)));
}

describe('The agent in Python that asks before it acts', () => {
  const payments = join(mkdtempSync(join(testRun.folder, 'payments-')), 'payments.jsonl');
  const paid = () =>
    existsSync(payments)
      ? readFileSync(payments, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Json)
      : [];
  let model: Server;
  let system: TestSystem;
  let worker: PythonWorker;
  let ada: ApiClient;
  let sam: ApiClient;
  beforeAll(async () => {
    const [started, python, listening] = await Promise.all([
      startSystem({ env: { WORKFLOW_PROJECTS: folder, ...CODEC } }),
      PythonEnvironment.make(),
      startModel(),
    ]);
    [system, model] = [started, listening];
    const { port } = model.address() as AddressInfo;
    const env = { MODEL_URL: `http://127.0.0.1:${port}`, PAYMENTS: payments, ...CODEC };
    worker = new PythonWorker(python, system.namespace, { folder, env });
    await worker.start();
    [ada, sam] = await Promise.all([system.person('ada@demo.test'), system.person('sam@demo.test')]);
  });
  afterAll(async () => {
    await worker?.kill();
    model?.close();
    await system?.stop();
  });

  const input = { order: 'A-17', complaint: 'The cup came broken.' };
  const ask = async () => {
    const workflowId = await startWorkflow(system.agent('demo'), 'refund-agent', input);
    const taskId = (await taskOf(ada, workflowId)).id as string;
    const { payload, payloadDigest } = (await readTaskPage(sam, taskId)).approval as Json;
    expect(payload).toEqual(PROPOSED);
    return { workflowId, vote: { taskId, payloadDigest } };
  };

  test('does nothing when a person says no', async () => {
    const { workflowId, vote } = await ask();
    await run(sam, 'rejectTask', { ...vote, reason: 'Ask for a photo' });
    const answer = 'Done. Not paid, a person said no: Ask for a photo';
    expect((await ended(ada, workflowId)).result).toEqual({ answer });
    expect(paid()).toEqual([]);
  });

  test('pays once when a person says yes, also over a crash', async () => {
    const { workflowId, vote } = await ask();
    expect(paid()).toEqual([]);
    await worker.kill();
    await run(sam, 'approveTask', vote);
    await worker.start();
    expect((await ended(ada, workflowId)).result).toEqual({ answer: 'Done. Paid 24.50 back.' });
    expect(paid()).toEqual([PROPOSED]);
    const handle = system.temporal.workflow.getHandle(`${system.tenantId('demo')}/${workflowId}`);
    const kept = textOf((await handle.fetchHistory()).events);
    expect(kept).toContain('binary/encrypted');
    expect(kept).not.toContain('came broken');
  });
});
