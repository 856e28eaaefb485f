import {
  complete,
  ended,
  eventually,
  type ApiClient,
  type Json,
  readTask,
  run,
  signalsIn,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from '../harness';
import { Barrier, type Point } from '../harness/system/barrier';

const FAR = 3_600_000;
const SOON = 3_000;
const ofWorker = `NEW.kind IN ('created', 'escalated', 'expired')`;
const ofGateway = `NEW.kind IN ('created', 'completed')`;
const step = (action: string) => `NEW.action = '${action}' AND NEW.status = 'done'`;

/** Where the worker writes: the creation of a task, its escalation and its expiry. */
const WORKER_POINTS: [string, number, Point[]][] = [
  [
    'the task',
    3,
    [
      { on: 'AFTER INSERT', table: 'tasks', when: 'true' },
      {
        on: 'AFTER UPDATE',
        table: 'tasks',
        when: `NEW.escalation_level > OLD.escalation_level OR NEW.status = 'EXPIRED'`,
      },
    ],
  ],
  [
    'who may take it and what it carries',
    2,
    [
      { on: 'AFTER INSERT', table: 'task_payloads', when: 'true' },
      { on: 'AFTER INSERT', table: 'task_candidates', when: `NEW.principal_id IS NOT NULL` },
    ],
  ],
  ['the event', 3, [{ on: 'AFTER INSERT', table: 'task_events', when: ofWorker }]],
  [
    'the steps of its chain',
    3,
    [
      { on: 'AFTER INSERT', table: 'task_steps', when: `NEW.action = 'notify'` },
      { on: 'AFTER UPDATE', table: 'task_steps', when: `(${step('escalate')}) OR (${step('expire')})` },
    ],
  ],
  [
    'what has to be delivered',
    1,
    [{ on: 'AFTER INSERT', table: 'outbox', when: `NEW.kind = 'task.closed'` }],
  ],
  ['the commit', 3, [{ on: 'AFTER INSERT', table: 'task_events', when: ofWorker, commit: true }]],
];

/** Where the gateway writes: the creation of a task outside workflows, and a decision. */
const GATEWAY_POINTS: [string, number, Point[]][] = [
  [
    'the task',
    2,
    [
      { on: 'AFTER INSERT', table: 'tasks', when: 'true' },
      { on: 'AFTER UPDATE', table: 'tasks', when: `NEW.status = 'COMPLETED'` },
    ],
  ],
  ['the payloads', 2, [{ on: 'AFTER INSERT', table: 'task_payloads', when: 'true' }]],
  ['the event', 2, [{ on: 'AFTER INSERT', table: 'task_events', when: ofGateway }]],
  ['the decision', 1, [{ on: 'AFTER INSERT', table: 'task_decisions', when: 'true' }]],
  ['the steps of its chain', 1, [{ on: 'AFTER INSERT', table: 'task_steps', when: 'true' }]],
  ['what has to be delivered', 2, [{ on: 'AFTER INSERT', table: 'outbox', when: 'true' }]],
  ['the commit', 2, [{ on: 'AFTER INSERT', table: 'task_events', when: ofGateway, commit: true }]],
  ['the delivery', 1, [{ on: 'BEFORE UPDATE', table: 'outbox', when: `NEW.status = 'delivered'` }]],
];

describe('kill -9 at every write', () => {
  let system: TestSystem;
  let ada: ApiClient;
  let sam: ApiClient;
  let max: ApiClient;
  beforeAll(async () => {
    system = await startSystem();
    [ada, sam, max] = (await Promise.all(
      ['ada', 'sam', 'max'].map((name) => system.person(`${name}@demo.test`)),
    )) as [ApiClient, ApiClient, ApiClient];
  });
  afterAll(() => system?.stop());

  const start = (title: string, sla?: object) =>
    startWorkflow(system.agent('demo'), 'sla-task', { title, sla });
  const signals = (workflowId: string) => signalsIn(system.temporal, system.tenantId('demo'), workflowId);
  const written = async (from: string, taskId: string) =>
    (await system.rows(`SELECT FROM ${from} AND task_id = $1`, [taskId])).length;
  const events = (kind: string, taskId: string) => written(`task_events WHERE kind = '${kind}'`, taskId);
  const dueIn = (taskId: string, ms: number) =>
    run(ada, 'setTaskDueDate', { taskId, dueAt: new Date(Date.now() + ms).toISOString() });

  test.each(WORKER_POINTS)(
    'of the worker at %s',
    async (name, held, points) => {
      const later = (action: string, to?: object) => ({
        timeoutMs: FAR,
        chain: [{ action, fromDueMs: 0, to }],
      });
      const escalating = await start(`Escalates: ${name}`, later('escalate', { group: 'support-l2' }));
      const expiring = await start(`Expires: ${name}`, later('expire'));
      const [escalated, expired] = await Promise.all([taskOf(sam, escalating), taskOf(sam, expiring)]);
      const barrier = await Barrier.raise(system, points);
      await Promise.all([dueIn(escalated.id as string, SOON), dueIn(expired.id as string, SOON)]);
      const created = await start(`Created: ${name}`, {
        timeoutMs: FAR,
        chain: [{ action: 'notify', fromDueMs: -1_000 }],
      });
      await barrier.holds(held);
      await system.kill('worker', 'SIGKILL');
      await barrier.lift();
      await barrier.settled();
      await system.restart('worker');

      // The creation: one task, and one resume when it is decided. Temporal waits before it gives up on a lost worker.
      const found = () => taskOf(sam, created).catch(() => undefined);
      const task = await eventually(found, { timeoutMs: 90_000 });
      await complete(sam, task.id as string, { answer: 'Sam' }, { claim: true });
      expect((await ended(sam, created)).result).toMatchObject({ outcome: 'completed', answer: 'Sam' });
      const made = await system.rows('SELECT id FROM tasks WHERE title = $1', [`Created: ${name}`]);
      expect(made).toEqual([{ id: task.id }]);
      expect(await events('created', task.id as string)).toBe(1);
      expect(await signals(created)).toBe(1);

      // The escalation: one level, and those who have it now decide.
      await eventually(async () => (await events('sla_breached', escalated.id as string)) === 1, {
        timeoutMs: 40_000,
      });
      expect(await events('escalated', escalated.id as string)).toBe(1);
      await complete(max, escalated.id as string, { answer: 'Max' }, { claim: true });
      expect((await ended(max, escalating)).result).toMatchObject({ outcome: 'completed', answer: 'Max' });
      const [row] = await system.rows('SELECT escalation_level FROM tasks WHERE id = $1', [escalated.id]);
      expect(row).toEqual({ escalation_level: 1 });
      expect(await signals(escalating)).toBe(1);

      // The expiry: one end, which the workflow and the table agree on.
      expect((await ended(sam, expiring)).result).toMatchObject({ outcome: 'expired' });
      expect((await readTask(sam, expired.id as string)).status).toBe('EXPIRED');
      expect(await events('expired', expired.id as string)).toBe(1);
      expect(await written(`outbox WHERE kind = 'task.closed'`, expired.id as string)).toBe(1);
    },
    240_000,
  );

  test.each(GATEWAY_POINTS)('of the gateway at %s', async (name, held, points) => {
    const workflowId = await start(`Decided: ${name}`);
    const { id } = (await taskOf(sam, workflowId)) as { id: string };
    const barrier = await Barrier.raise(system, points);
    const decide = () => complete(sam, id, { answer: name }, { claim: true, operationId: `decide ${name}` });
    const spec = { title: `Alone: ${name}`, assignTo: { group: 'support-l1' }, sla: { timeoutMs: FAR } };
    const create = () => run(sam, 'createTask', { spec, key: name });
    const tries = [decide(), create()].map((work) => work.catch(() => 'no answer'));
    await barrier.holds(held);
    await system.kill('gateway', 'SIGKILL');
    const answers: unknown[] = await Promise.all(tries);
    await barrier.lift();
    await barrier.settled();
    await system.restart('gateway');
    // Whoever got no answer asks again.
    const decided: Json = await decide();
    const alone: Json = await create();
    if (answers[0] !== 'no answer') expect(answers[0]).toMatchObject({ revision: decided['revision'] });

    expect((await ended(sam, workflowId)).result).toMatchObject({ outcome: 'completed', answer: name });
    expect(await signals(workflowId)).toBe(1);
    for (const from of [
      'task_decisions WHERE true',
      `task_payloads WHERE kind = 'result'`,
      `task_events WHERE kind = 'completed'`,
      `outbox WHERE kind = 'task.closed'`,
    ]) {
      expect([from, await written(from, id)]).toEqual([from, 1]);
    }
    expect(await system.rows('SELECT id FROM tasks WHERE title = $1', [spec.title])).toEqual([
      { id: alone['id'] },
    ]);
    expect(await events('created', alone['id'] as string)).toBe(1);
    const timers = system.temporal.workflow.getHandle(`${system.tenantId('demo')}/task-${alone['id']}`);
    await eventually(async () => (await timers.describe()).status.name === 'RUNNING');
  });
});
