import {
  type ApiClient,
  complete,
  ended,
  type Json,
  run,
  signalsIn,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from '../harness';
import { Barrier } from '../harness/system/barrier';

const CROWD = Array.from({ length: 50 }, (_, index) => index);

describe('Many at once, through the public doors', () => {
  let system: TestSystem;
  let ada: ApiClient;
  let people: ApiClient[];
  beforeAll(async () => {
    system = await startSystem();
    ada = await system.person('ada@demo.test');
    people = [await system.person('sam@demo.test'), await system.person('lee@demo.test')];
  });
  afterAll(() => system?.stop());

  const ask = async (title: string) => {
    const workflowId = await startWorkflow(system.agent('demo'), 'sla-task', { title });
    return { workflowId, id: (await taskOf(ada, workflowId)).id as string };
  };
  const personOf = (index: number) => people[index % people.length] as ApiClient;
  const signals = (workflowId: string) => signalsIn(system.temporal, system.tenantId('demo'), workflowId);
  const settled = (work: Promise<Json>): Promise<Json> => work.catch((error: Json) => error);

  test('50 claims have one winner, and the others hear who holds the task', async () => {
    const { id } = await ask('Claimed by one');
    const answers = await Promise.all(
      CROWD.map((index) => settled(run(personOf(index), 'claimTask', { taskId: id }))),
    );
    const [won, ...others] = answers.filter((answer) => answer['status'] === 'RESERVED');
    expect(others).toEqual([]);
    const { displayName } = won?.['assignee'] as { displayName: string };
    const lost = answers.filter((answer) => answer !== won);
    expect(lost).toHaveLength(49);
    for (const answer of lost) {
      expect(answer).toMatchObject({ code: 'CONFLICT', reason: 'task.already_claimed' });
      expect(answer['message']).toContain(displayName);
    }
  });

  test('50 completions give one decision and one resume', async () => {
    const { workflowId, id } = await ask('Decided by one');
    const answers = await Promise.all(
      CROWD.map((index) => settled(complete(personOf(index), id, { answer: `${index}` }, { claim: true }))),
    );
    const won = answers.flatMap((answer, index) => (answer['status'] === 'COMPLETED' ? [`${index}`] : []));
    expect(won).toHaveLength(1);
    expect((await ended(ada, workflowId)).result).toMatchObject({ answer: won[0] });
    expect(await signals(workflowId)).toBe(1);
    expect(await system.rows('SELECT FROM task_decisions WHERE task_id = $1', [id])).toHaveLength(1);
  });

  test('a completion against a cancellation has one outcome that everybody agrees on', async () => {
    const tasks = [];
    for (let round = 0; round < 8; round += 1) tasks.push(await ask(`Wanted by two: ${round}`));
    for (const [round, { workflowId, id }] of tasks.entries()) {
      const decide = () => settled(complete(personOf(round), id, { answer: 'Yes' }, { claim: true }));
      const cancel = () => settled(run(ada, 'cancelTask', { taskId: id, reason: 'No more' }));
      const answers = await Promise.all(round % 2 ? [cancel(), decide()] : [decide(), cancel()]);
      const [row] = await system.rows<{ outcome: string }>('SELECT outcome FROM tasks WHERE id = $1', [id]);
      const { result } = await ended(ada, workflowId);
      expect((result as Json)['outcome']).toBe(row?.outcome);
      const lost = answers.filter((answer) => answer['code'] === 'CONFLICT');
      expect(lost).toMatchObject([{ reason: 'task.closed' }]);
      expect(await signals(workflowId)).toBe(1);
      const decisions = await system.rows('SELECT FROM task_decisions WHERE task_id = $1', [id]);
      expect(decisions).toHaveLength(row?.outcome === 'completed' ? 1 : 0);
    }
  });

  test('a worker that stands still in the middle of a transaction stops nobody', async () => {
    const chain = [{ action: 'escalate', fromDueMs: 0, to: { group: 'support-l2' } }];
    const input = { title: 'Escalated by a frozen worker', sla: { timeoutMs: 3_600_000, chain } };
    const workflowId = await startWorkflow(system.agent('demo'), 'sla-task', input);
    const { id } = await taskOf(ada, workflowId);
    const when = 'NEW.escalation_level > OLD.escalation_level';
    const barrier = await Barrier.raise(system, [{ on: 'AFTER UPDATE', table: 'tasks', when }]);
    const dueAt = new Date(Date.now() + 2_000).toISOString();
    await run(ada, 'setTaskDueDate', { taskId: id, dueAt });
    await barrier.holds(1);
    system.signal('worker', 'SIGSTOP');
    try {
      await barrier.lift();
      // More than the gateway has connections wait for the task that the worker holds, and others want only to read.
      const cancel = () => settled(run(ada, 'cancelTask', { taskId: id, reason: 'No more' }));
      const answers = await Promise.all(CROWD.slice(0, 12).map(cancel));
      expect(answers.filter(({ status }) => status === 'CANCELLED')).toHaveLength(1);
      expect(answers.filter(({ reason }) => reason === 'task.closed')).toHaveLength(11);
      const people = await Promise.all(CROWD.map((index) => personOf(index).graphql('{ viewer { id } }')));
      expect(people).toHaveLength(50);
    } finally {
      system.signal('worker', 'SIGCONT');
    }
    expect((await ended(ada, workflowId)).result).toMatchObject({ outcome: 'cancelled' });
    expect(await signals(workflowId)).toBe(1);
    expect(await system.rows('SELECT escalation_level FROM tasks WHERE id = $1', [id])).toEqual([
      { escalation_level: 0 },
    ]);
  });
});
