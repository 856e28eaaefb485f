import {
  claim,
  complete,
  ended,
  eventually,
  signalsIn,
  startSystem,
  startWorkflow,
  taskOf,
  type TestSystem,
} from '../harness';

/** Makes every commit of a decision take a second, so that a kill can fall into it. */
const SLOW_COMMIT = `
  CREATE FUNCTION slow_commit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(1); RETURN NULL; END';
  CREATE CONSTRAINT TRIGGER slow_commit AFTER INSERT ON outbox DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION slow_commit()`;
const COMMITTING = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`;

describe('kill -9 in the middle', () => {
  let system: TestSystem;
  beforeAll(async () => (system = await startSystem()));
  afterAll(() => system?.stop());

  const askedTask = async (title: string) => {
    const workflowId = await startWorkflow(system.agent('demo'), 'one-task', { title });
    const sam = await system.person('sam@demo.test');
    return { workflowId, sam, task: await taskOf(sam, workflowId) };
  };
  const signals = (workflowId: string) => signalsIn(system.temporal, system.tenantId('demo'), workflowId);

  test('of the worker, while a task waits: the decision reaches the workflow when a worker is back', async () => {
    const { workflowId, sam, task } = await askedTask('Worker dies');
    await system.kill('worker', 'SIGKILL');
    await claim(sam, task.id);
    await complete(sam, task.id, { answer: 'decided meanwhile' });
    await system.restart('worker');

    expect((await ended(sam, workflowId)).result).toMatchObject({ answer: 'decided meanwhile' });
    expect(await signals(workflowId)).toBe(1);
  });

  test.each([1, 2, 3])(
    'of the gateway, right after a decision: the workflow resumes once (round %i)',
    async (round) => {
      const { workflowId, sam, task } = await askedTask(`Gateway dies ${round}`);
      await complete(sam, task.id, { answer: `round ${round}` }, { claim: true });
      await system.kill('gateway', 'SIGKILL');
      await system.restart('gateway');

      const again = await system.person('sam@demo.test');
      expect((await ended(again, workflowId)).result).toMatchObject({ answer: `round ${round}` });
      expect(await signals(workflowId)).toBe(1);
      expect(await system.rows('SELECT FROM task_decisions WHERE task_id = $1', [task.id])).toHaveLength(1);
    },
  );

  test('of the gateway between the commit and the delivery: the relay delivers', async () => {
    const { workflowId, sam, task } = await askedTask('Nothing delivered');
    await system.rows(SLOW_COMMIT);
    const answer = complete(sam, task.id, { answer: 'from the outbox' }, { claim: true }).catch(
      () => 'no answer',
    );
    await eventually(async () => (await system.rows(COMMITTING)).length === 1, { everyMs: 10 });
    await system.kill('gateway', 'SIGKILL');
    expect(await answer).toBe('no answer');
    // Postgres finishes a commit whose client is gone; DROP waits for it.
    await system.rows('DROP TRIGGER slow_commit ON outbox');
    await system.restart('gateway');

    const again = await system.person('sam@demo.test');
    expect((await ended(again, workflowId)).result).toMatchObject({ answer: 'from the outbox' });
    expect(await signals(workflowId)).toBe(1);
  });
});
