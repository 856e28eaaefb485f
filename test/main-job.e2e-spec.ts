import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ApiClient,
  claim,
  complete,
  ended,
  eventually,
  listTasks,
  readTask,
  startSystem,
  startWorkflow,
} from './harness';
import { taskOf, type TestSystem } from './harness';

const QUESTION = 'My parcel from order 4711 arrived crushed and the vase inside is in pieces. What now?';

describe('The main job: a bot that is not sure asks a person', () => {
  let system: TestSystem;
  let bot: ApiClient;
  let sam: ApiClient;

  beforeAll(async () => {
    system = await startSystem();
    bot = system.agent('demo');
    sam = await system.person('sam@demo.test');
  });
  afterAll(() => system?.stop());

  test('question → task → claim → complete → the workflow has the answer', async () => {
    const conversation = 'mutation { createConversation(input: { channel: CHAT }) { conversation { id } } }';
    const conversationId = (await bot.graphql(conversation)).createConversation.conversation.id as string;
    const workflowId = await startWorkflow(bot, 'customer-support', { question: QUESTION, conversationId });
    const task = await taskOf(sam, workflowId);
    expect(task).toMatchObject({ status: 'READY', group: { key: 'support-l1' } });
    expect(JSON.stringify(task.context)).toContain(QUESTION);
    expect(task.allowedActions).toContain('CLAIM');
    const ofTask = 'query ($id: ID!) { task(id: $id) { conversation { id } } }';
    expect((await sam.graphql(ofTask, { id: task.id })).task.conversation).toEqual({ id: conversationId });

    expect(await claim(sam, task.id)).toMatchObject({
      status: 'RESERVED',
      assignee: { email: 'sam@demo.test' },
    });
    const done = await complete(sam, task.id, { answer: 'We send a new vase today.' });
    expect(done).toMatchObject({ status: 'COMPLETED', decision: { channel: 'graphql' } });

    const execution = await ended(bot, workflowId);
    expect(execution).toMatchObject({ status: 'COMPLETED', error: null });
    expect(JSON.stringify(execution.result)).toContain('We send a new vase today.');
    await eventually(async () => (await readTask(sam, task.id)).delivery === 'DELIVERED');
  });

  test('a question that the knowledge base answers needs nobody', async () => {
    const workflowId = await startWorkflow(bot, 'customer-support', {
      question: 'How do I reset my password?',
    });
    expect(await ended(bot, workflowId)).toMatchObject({ status: 'COMPLETED' });
    expect(await listTasks(sam, { workflowId })).toEqual([]);
  });

  test('the inbox and the agent are told live', async () => {
    const inbox = await sam.subscribe(
      'subscription { taskUpdated(filter: { group: "support-l1" }) { kind taskId task { id status title } } }',
    );
    const workflowId = await startWorkflow(bot, 'one-task', { title: 'Live?' });
    const run = await bot.subscribe(
      'subscription ($id: ID!) { workflowUpdated(id: $id) { status result } }',
      {
        id: workflowId,
      },
    );
    const { taskUpdated } = await inbox.next((update) => update.taskUpdated.task?.title === 'Live?');
    await complete(sam, taskUpdated.taskId, { answer: 'yes' }, { claim: true });

    await inbox.next(
      ({ taskUpdated: { task } }) => task?.id === taskUpdated.taskId && task.status === 'COMPLETED',
    );
    const { workflowUpdated } = await run.next((update) => update.workflowUpdated.status === 'COMPLETED');
    expect(workflowUpdated.result).toMatchObject({ answer: 'yes', by: 'Sam Okafor' });
  });

  test('gateway and worker export the metrics that the docs name, and no others', async () => {
    const page = readFileSync(join(__dirname, '../docs/guides/operating.md'), 'utf8');
    const rows = [...page.matchAll(/^\| (`orkestra_.*?) \| (both|worker) \|/gm)];
    const named = (cells: RegExpMatchArray[]) =>
      cells.flatMap(([, cell = '']) => cell.match(/orkestra_[a-z_]+/g) ?? []).sort();
    expect(rows.length).toBeGreaterThan(5);
    const exported = async (app: 'gateway' | 'worker') => {
      const text = await (await fetch(`${system.url(app)}/metrics`)).text();
      return [...text.matchAll(/^# TYPE (orkestra_\w+) /gm)].map(([, name = '']) => name).sort();
    };
    expect(await exported('worker')).toEqual(named(rows));
    expect(await exported('gateway')).toEqual(named(rows.filter(([, , where]) => where === 'both')));
    const alerts = /```yaml\n(.*?)```/s.exec(page)?.[1] ?? '';
    const asked = new Set(alerts.match(/(orkestra|process|nodejs)_[a-z0-9_]+/g));
    const all = await (await fetch(`${system.url('worker')}/metrics`)).text();
    expect([...asked].filter((name) => !all.includes(`# TYPE ${name} `))).toEqual([]);
  });
});
