import {
  type ApiClient,
  claim,
  complete,
  ended,
  type Json,
  readTask,
  startSystem,
  startWorkflow,
  taskOf,
} from '../harness';
import { type TestSystem } from '../harness';

describe('A decision, its event and its outbox row commit together or not at all', () => {
  let system: TestSystem;
  let sam: ApiClient;
  beforeAll(async () => {
    system = await startSystem();
    sam = await system.person('sam@demo.test');
    await system.rows(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the disk is full at /var/lib/secret'; END $$`);
  });
  afterAll(() => system?.stop());

  const claimedTask = async (title: string) => {
    const workflowId = await startWorkflow(system.agent('demo'), 'one-task', { title });
    const task = await taskOf(sam, workflowId);
    await claim(sam, task.id);
    return { workflowId, id: task.id as string };
  };
  const written = async (taskId: string) => ({
    decisions: await count('task_decisions', taskId),
    results: await count(`task_payloads WHERE kind = 'result' AND`, taskId),
    completedEvents: await count(`task_events WHERE kind = 'completed' AND`, taskId),
    outbox: await count('outbox', taskId),
  });
  const count = async (from: string, taskId: string) => {
    const where = from.includes('WHERE') ? from : `${from} WHERE`;
    return (await system.rows(`SELECT FROM ${where} task_id = $1`, [taskId])).length;
  };

  test.each(['task_decisions', 'task_payloads', 'task_events', 'outbox'])(
    'when %s cannot be written, nothing is, and the person may try again',
    async (table) => {
      const { workflowId, id } = await claimedTask(`Fails at ${table}`);
      const before = await written(id);
      await system.rows(
        `CREATE TRIGGER refuse BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse()`,
      );
      const attempt: Promise<Json> = complete(sam, id, { answer: 'kept' });
      await expect(attempt).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
      await system.rows(`DROP TRIGGER refuse ON ${table}`);

      expect(before).toEqual({ decisions: 0, results: 0, completedEvents: 0, outbox: 0 });
      expect(await written(id)).toEqual(before);
      expect(await readTask(sam, id)).toMatchObject({ status: 'RESERVED', revision: 2 });

      await complete(sam, id, { answer: 'kept' });
      expect(await written(id)).toEqual({ decisions: 1, results: 1, completedEvents: 1, outbox: 1 });
      expect((await ended(sam, workflowId)).result).toMatchObject({ answer: 'kept' });
    },
  );

  test('an error that nobody foresaw is shown without its text and logged with its correlation id', async () => {
    const { id } = await claimedTask('Unforeseen');
    await system.rows('CREATE TRIGGER refuse BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION refuse()');
    const error = await complete(sam, id, { answer: 'x' }).catch((thrown: Json) => thrown);
    await system.rows('DROP TRIGGER refuse ON outbox');

    const [{ message, extensions }] = error.errors as [{ message: string; extensions: Json }];
    expect(message).toBe('Internal error');
    expect(JSON.stringify(error.errors)).not.toContain('disk is full');
    const lines = system.logs('gateway').split('\n');
    const ofRequest = lines.filter((line) => line.includes(extensions.correlationId as string));
    expect(ofRequest.join('\n')).toContain('disk is full');
  });
});
