import {
  type ApiClient,
  ended,
  type Json,
  readTask,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from '../harness';
import { issueKey } from './issue-key';
import { type Agent, ASKING, connect } from './mcp-client';

const HTTP = 'v2 client, 2026 era, HTTP';

let system: TestSystem;
let ada: ApiClient;
let agent: Agent;

beforeAll(async () => {
  system = await startSystem({ processes: ['gateway', 'worker', 'mcp'] });
  ada = await system.person('ada@demo.test');
  agent = await connect(HTTP, system);
});
afterAll(async () => {
  await agent?.close();
  await system?.stop();
});

const call = async (name: string, args: Json, by = agent): Promise<Json> => {
  const { isError, content, structuredContent } = await by.callTool(name, args);
  expect([name, isError ? content[0]?.text : 'ok']).toEqual([name, 'ok']);
  return structuredContent;
};
const refusal = async (name: string, args: Json, by: Agent): Promise<string> => {
  const { isError, content } = await by.callTool(name, args);
  expect([name, isError]).toEqual([name, true]);
  return content[0]?.text ?? '';
};

describe('The person at the client', () => {
  let sam: ApiClient;
  let key: string;
  beforeAll(async () => {
    sam = await system.person('sam@demo.test');
    ({ key } = await issueKey(system, 'desk', ['tasks:read', 'tasks:complete']));
  });
  const open = async (more: Json = {}) => {
    const workflow = await startWorkflow(sam, 'program-task', { title: 'Is this fine?', ...more });
    return { workflow, id: (await taskOf(ada, workflow)).id as string };
  };

  test.each(Object.entries(ASKING))(
    '%s: is asked what the form asks, and decides',
    async (_, connectAsking) => {
      const { id, workflow } = await open();
      const asked: Json[] = [];
      const desk = await connectAsking(system, key, {
        answer: (question) => {
          asked.push(question);
          return { action: 'accept', content: { answer: 'Fine', score: 4, sure: true, mood: 'good' } };
        },
      });
      const { decided, task } = await call('task_complete', { task_id: id }, desk);
      expect([decided, task.status]).toEqual([true, 'COMPLETED']);
      expect(asked).toHaveLength(1);
      expect(asked[0]).toMatchObject({
        message: 'Is this fine?',
        requestedSchema: {
          properties: {
            answer: { type: 'string', minLength: 1 },
            score: { type: 'integer', minimum: 1, maximum: 5 },
            sure: { type: 'boolean' },
            mood: { type: 'string', enum: ['good', 'bad'] },
          },
          required: ['answer'],
        },
      });
      expect(asked[0]?.requestedSchema.properties).not.toHaveProperty('tags');
      const data = { answer: 'Fine', score: 4, sure: true, mood: 'good' };
      expect(await ended(ada, workflow)).toMatchObject({ result: { data, by: 'desk' } });
      await desk.close();
    },
  );

  test.each(Object.entries(ASKING).slice(0, 3))(
    '%s: may leave the task as it is',
    async (_, connectAsking) => {
      const { id } = await open();
      for (const action of ['decline', 'cancel']) {
        const desk = await connectAsking(system, key, { answer: () => ({ action }) });
        const answer = await call('task_complete', { task_id: id }, desk);
        expect(answer).toMatchObject({ decided: false, task: { status: 'READY' } });
        expect(answer.next_action).toMatch(/did not answer, and the task is as it was/);
        await desk.close();
      }
      expect(await readTask(ada, id)).toMatchObject({ status: 'READY', revision: 1 });
    },
  );

  test('approves what they were shown, and nothing that has changed meanwhile', async () => {
    const { id, workflow } = await open({ payload: { refund: 40 } });
    let message = '';
    const desk = await ASKING['v2 client, 2026 era'](system, key, {
      answer: (question) => {
        message = question.message;
        return { action: 'accept', content: { verdict: 'approve' } };
      },
    });
    expect(await call('task_complete', { task_id: id }, desk)).toMatchObject({
      task: { outcome: 'approved' },
    });
    expect(message).toContain('"refund": 40');
    expect(await ended(ada, workflow)).toMatchObject({ status: 'COMPLETED' });
    await desk.close();
  });

  test('is not asked where nobody can be, or the answer is not theirs to give', async () => {
    const { id } = await open();
    const plain = await connect(HTTP, system, key);
    expect(await refusal('task_complete', { task_id: id }, plain)).toMatch(/^BAD_USER_INPUT: .*give `data`/);
    await plain.close();
    let asked = 0;
    const desk = await ASKING['v1 client'](system, key, {
      answer: () => {
        asked += 1;
        return { action: 'accept', content: { answer: 'Fine', score: 9 } };
      },
    });
    const create = { idempotency_key: 'people', title: 'For people', assign_to: { group: 'support-l1' } };
    const { task_id } = (await call('task_create', create)).task as Json;
    expect(await refusal('task_complete', { task_id }, desk)).toMatch(/^FORBIDDEN: /);
    expect(asked).toBe(0);
    // What they say is checked like any other answer.
    expect(await refusal('task_complete', { task_id: id }, desk)).toMatch(/^BAD_USER_INPUT: [\s\S]*\/score/);
    expect(asked).toBe(1);
    expect(await readTask(ada, id)).toMatchObject({ status: 'READY' });
    await desk.close();
  });
});
