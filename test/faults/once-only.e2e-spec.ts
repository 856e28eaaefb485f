import {
  complete,
  ended,
  eventually,
  listTasks,
  signalsIn,
  startSystem,
  startWorkflow,
  tasksOf,
  type TestSystem,
} from '../harness';

describe('One task per call, one resume per decision', () => {
  let system: TestSystem;
  beforeAll(async () => (system = await startSystem()));
  afterAll(() => system?.stop());

  test('a repeated createTask finds its task; the same key with another spec is a conflict', async () => {
    const bot = system.agent('demo');
    const workflowId = await startWorkflow(bot, 'repeated-creation', { title: 'Once' });
    const { result } = await ended(bot, workflowId);

    expect(result.again).toBe(result.first);
    expect(result.refusal).toBe('task.request_key_conflict');
    const created = await system.rows('SELECT id, title FROM tasks WHERE workflow_id LIKE $1', [
      `%${workflowId}`,
    ]);
    expect(created).toEqual([{ id: result.first, title: 'Once' }]);
    expect(await system.rows('SELECT kind FROM task_events WHERE task_id = $1', [result.first])).toHaveLength(
      1,
    );
  });

  test('a repeated start is one execution; the same key with another input is a conflict', async () => {
    const bot = system.agent('demo');
    const start = (title: string) => startWorkflow(bot, 'one-task', { title }, 'order-1');
    const ids = await Promise.all([start('Repeated'), start('Repeated'), start('Repeated')]);

    expect(new Set(ids).size).toBe(1);
    await tasksOf(bot, ids[0] ?? '', 1);
    await expect(start('Different')).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'workflow.key_conflict',
    });
  });

  test('a decision that is delivered twice is one signal and one answer', async () => {
    const sam = await system.person('sam@demo.test');
    const workflowId = await startWorkflow(system.agent('demo'), 'parallel-tasks', {
      questions: ['first', 'second'],
    });
    await tasksOf(sam, workflowId, 2);
    const decide = async (title: string) => {
      const tasks = await listTasks(sam, { workflowId });
      const { id } = tasks.find((task) => task.title === title) ?? {};
      await complete(sam, id as string, { answer: title }, { claim: true });
      return id as string;
    };
    const isDelivered = async (taskId: string) =>
      (await system.rows(`SELECT FROM outbox WHERE task_id = $1 AND status = 'delivered'`, [taskId]))
        .length === 1;

    const first = await decide('first');
    await eventually(() => isDelivered(first));
    await system.rows(`UPDATE outbox SET status = 'pending', available_at = now() WHERE task_id = $1`, [
      first,
    ]);
    await eventually(() => isDelivered(first));
    await decide('second');

    expect((await ended(sam, workflowId)).result).toEqual({ answers: ['first', 'second'] });
    expect(await signalsIn(system.temporal, system.tenantId('demo'), workflowId)).toBe(2);
  });

  test('the same completion twice, by operation id, is one decision and one answer', async () => {
    const sam = await system.person('sam@demo.test');
    const workflowId = await startWorkflow(system.agent('demo'), 'one-task', { title: 'Double click' });
    const [task] = await tasksOf(sam, workflowId, 1);
    const click = () =>
      complete(sam, task?.id as string, { answer: 'ok' }, { claim: true, operationId: 'click-1' });
    const answers = await Promise.all([click(), click()]);

    expect(answers.map(({ status }) => status as string)).toEqual(['COMPLETED', 'COMPLETED']);
    expect((await ended(sam, workflowId)).result).toMatchObject({ answer: 'ok' });
    expect(await signalsIn(system.temporal, system.tenantId('demo'), workflowId)).toBe(1);
  });
});
