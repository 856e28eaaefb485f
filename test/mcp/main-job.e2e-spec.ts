import { type ApiClient, complete, eventually, type Json, startSystem, type TestSystem } from '../harness';
import { type Agent, AGENT_KINDS, connect } from './mcp-client';

describe('The main job by MCP', () => {
  let system: TestSystem;
  let sam: ApiClient;
  let agent: Agent | undefined;

  beforeAll(async () => {
    system = await startSystem({ processes: ['gateway', 'worker', 'mcp'] });
    sam = await system.person('sam@demo.test');
  });
  afterEach(async () => {
    await agent?.close();
    agent = undefined;
  });
  afterAll(() => system?.stop());

  test.each(AGENT_KINDS)('%s: workflow → task → a person answers → the agent has it', async (kind) => {
    agent = await connect(kind, system);
    const key = kind.replace(/[^a-z0-9]+/g, '-');
    const started = await agent.callTool('workflow_start', {
      type: 'one-task',
      input: { title: 'Refund this order?' },
      idempotency_key: key,
    });
    expect(started.structuredContent).toMatchObject({ workflow_id: key, type: 'one-task' });

    const task = await openTaskOf(agent, key);
    const answering = agent.callTool('task_await', { task_id: task, timeout_seconds: 50 });
    const ending = agent.callTool('workflow_await', { workflow_id: key, timeout_seconds: 50 });
    await complete(sam, task, { answer: 'Yes, refund it.' }, { claim: true });

    expect((await answering).structuredContent).toMatchObject({
      done: true,
      task: {
        status: 'COMPLETED',
        result: { answer: 'Yes, refund it.' },
        decided_by: { display_name: 'Sam Okafor' },
      },
    });
    const ended = await ending;
    expect(ended.isError).toBeFalsy();
    expect(ended.structuredContent).toMatchObject({
      done: true,
      workflow: { status: 'completed', result: { answer: 'Yes, refund it.' }, open_tasks: [] },
    });
    expect(ended.content[0]?.text).toContain('Yes, refund it.');
  });

  test('the support bot is not sure, and hands its question to the people of support', async () => {
    agent = await connect('v1 client, HTTP', system);
    await agent.callTool('workflow_start', {
      type: 'customer-support',
      input: {
        question: 'My parcel from order 4711 arrived crushed and the vase inside is in pieces. What now?',
      },
      idempotency_key: 'vase',
    });
    const task_id = await openTaskOf(agent, 'vase');
    const { task } = (await agent.callTool('task_get', { task_id })).structuredContent;
    expect(JSON.stringify(task.context)).toContain('crushed');
    const ending = agent.callTool('workflow_await', { workflow_id: 'vase', timeout_seconds: 50 });
    await complete(sam, task_id, { answer: 'We send a new vase today.' }, { claim: true });
    const { done, workflow } = (await ending).structuredContent;
    expect([done, workflow.status]).toEqual([true, 'completed']);
    expect(JSON.stringify(workflow.result)).toContain('We send a new vase today.');
  });

  test('a gateway that is killed loses no wait: after its restart the agent gets what was decided meanwhile', async () => {
    agent = await connect('v2 client, 2026 era, HTTP', system);
    const { task } = (
      await agent.callTool('task_create', {
        title: 'Decided while nobody can wait',
        idempotency_key: 'killed',
        assign_to: { group: 'support-l1' },
      })
    ).structuredContent;
    const wait = { task_id: task.task_id as string, timeout_seconds: 50 };
    const beats: number[] = [];
    const giveUp = new AbortController();
    const onprogress = ({ progress }: { progress: number }) => void beats.push(progress);
    const waiting = agent.callTool('task_await', wait, { onprogress, signal: giveUp.signal });
    const cut = expect(waiting).rejects.toThrow();
    await eventually(() => beats.length > 0);
    await system.kill('mcp');
    // The client would hope for its stream until its own time is up.
    giveUp.abort();
    await cut;
    await complete(sam, wait.task_id, {}, { claim: true });
    await system.restart('mcp');
    const again = await agent.callTool('task_await', wait);
    expect(again.structuredContent).toMatchObject({
      done: true,
      task: { status: 'COMPLETED', decided_by: { display_name: 'Sam Okafor' } },
    });
  });

  test('a wait that ends too early is an answer, with a progress beat before it, whatever the client', async () => {
    const waits = AGENT_KINDS.map(async (kind) => {
      const waiting = await connect(kind, system);
      const create = { title: 'Nobody answers this', idempotency_key: `beat ${kind}`.replace(/\W+/g, '-') };
      const { task } = (await waiting.callTool('task_create', create)).structuredContent;
      const beats: string[] = [];
      const answer = await waiting.callTool(
        'task_await',
        { task_id: task.task_id, timeout_seconds: 6 },
        { onprogress: ({ message }) => void beats.push(message ?? '') },
      );
      await waiting.close();
      return { kind, taskId: task.task_id as string, beats, answer };
    });
    for (const { kind, taskId, beats, answer } of await Promise.all(waits)) {
      expect({ kind, beats }).toEqual({ kind, beats: ['Waiting for a person to decide the task (5 s)'] });
      expect(answer.isError).toBeFalsy();
      expect(answer.structuredContent).toMatchObject({ done: false, task: { status: 'READY' } });
      expect(answer.structuredContent.waited_ms).toBeGreaterThanOrEqual(5_900);
      expect(answer.structuredContent.next_action).toContain(`Call task_await with task_id "${taskId}"`);
    }
  });
});

/** The workflow's first task, as `workflow_get` shows it. */
async function openTaskOf(agent: Agent, workflowId: string): Promise<string> {
  const task = await eventually(async () => {
    const { structuredContent } = await agent.callTool('workflow_get', { workflow_id: workflowId });
    return structuredContent.workflow.open_tasks[0] as Json | undefined;
  });
  return task.task_id as string;
}
