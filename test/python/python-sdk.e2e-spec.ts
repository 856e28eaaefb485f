import { join } from 'node:path';
import { misfit, saidIn } from '../contract/wire-check';
import {
  type ApiClient,
  complete,
  ended,
  eventually,
  type Json,
  readTask,
  readTaskPage,
  readWorkflow,
  run,
  signalsIn,
  startSystem,
  startWorkflow,
  taskOf,
  tasksOf,
  type TestSystem,
} from '../harness';
import { PythonEnvironment } from './python-environment';
import { PythonWorker } from './python-worker';

const folder = join(__dirname, 'project');

describe('Workflows in Python', () => {
  let system: TestSystem;
  let python: PythonEnvironment;
  let worker: PythonWorker;
  let ada: ApiClient;
  let sam: ApiClient;
  beforeAll(async () => {
    [system, python] = await Promise.all([
      startSystem({ env: { WORKFLOW_PROJECTS: folder } }),
      PythonEnvironment.make(),
    ]);
    worker = new PythonWorker(python, system.namespace, { folder });
    await worker.start();
    [ada, sam] = await Promise.all([system.person('ada@demo.test'), system.person('sam@demo.test')]);
  });
  afterEach(() => {
    expect(worker?.log() ?? '').not.toMatch(/Traceback|Failed activation/);
  });
  afterAll(async () => {
    await worker?.kill();
    await system?.stop();
  });

  const start = (type: string, input: object = {}) => startWorkflow(system.agent('demo'), type, input);
  const idOf = (workflowId: string) => `${system.tenantId('demo')}/${workflowId}`;
  const handleOf = (workflowId: string) => system.temporal.workflow.getHandle(idOf(workflowId));
  const answer = (taskId: unknown, text: string) =>
    complete(sam, taskId as string, { answer: text }, { claim: true });
  const resultOf = async (workflowId: string) => (await ended(ada, workflowId)).result as unknown;
  const historyOf = (workflowId: string) => handleOf(workflowId).fetchHistory();

  test('a person answers, and the workflow goes on exactly once with what they said', async () => {
    const workflowId = await start('py-question', { question: 'Who pays?' });
    const { id } = await taskOf(ada, workflowId);
    expect(await handleOf(workflowId).query('orkestra.isWaitingFor', 'Who pays?')).toBe(true);
    await answer(id, 'We do');
    const result = { answer: 'We do', by: 'Sam Okafor', kept: 'remembered We do' };
    expect(await ended(ada, workflowId)).toMatchObject({ status: 'COMPLETED', result });
    await eventually(async () => (await readTask(ada, id as string)).delivery === 'DELIVERED');
    expect(await signalsIn(system.temporal, system.tenantId('demo'), workflowId)).toBe(1);
    const { events } = await historyOf(workflowId);
    const calls = events?.flatMap(
      ({ activityTaskScheduledEventAttributes: one }) => one?.activityType?.name ?? [],
    );
    expect(calls).toEqual(['createTask', 'remember', 'closeExecution']);
  });

  test('what is no input of the workflow is refused before it starts', async () => {
    await expect(start('py-question', { question: 'x' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('a worker that crashed while a workflow waited goes on with it', async () => {
    const workflowId = await start('py-question', { question: 'Still there?' });
    const { id } = await taskOf(ada, workflowId);
    await worker.kill();
    await answer(id, 'Yes');
    await worker.start();
    expect(await resultOf(workflowId)).toMatchObject({ answer: 'Yes' });
    expect(await tasksOf(ada, workflowId, 1)).toHaveLength(1);
  });

  test('whatever a request can hold is what the contract says', async () => {
    const workflowId = await start('py-everything');
    await eventually(async () => (await tasksOf(ada, workflowId, 1))[0]?.group.key === 'support-l2');
    const task = await taskOf(ada, workflowId);
    const max = await system.person('max@demo.test');
    const data = { kind: 'b', amount: 12.5, iban: 'DE01' };
    await complete(max, task.id as string, data, { claim: true });
    const result = { data: { ...data, fixed: 'as it is' }, starter: 'service', id: workflowId };
    expect(await resultOf(workflowId)).toEqual(result);
    expect(task.context).toMatchObject({ customer: { since: '2026-01-02T00:00:00+00:00' }, tags: ['x'] });
    const said = saidIn(await historyOf(workflowId));
    expect(said.flatMap((one) => misfit(one) ?? [])).toEqual([]);
    expect(said.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'memo',
        'createTask.input',
        'header',
        'reassignTask.output',
        'orkestra.taskClosed',
      ]),
    );
  });

  test('a task whose time ends raises in Python', async () => {
    const workflowId = await start('py-expiring');
    const told = 'TaskExpiredError: The task "Quick!" expired before anybody decided it';
    expect(await resultOf(workflowId)).toMatch(told);
  });

  test('what the server or JSON does not take is refused with its code', async () => {
    const told = (await resultOf(await start('py-refused'))) as string[];
    expect(told).toEqual([
      expect.stringMatching(/^TaskRefusedError directory.unknown_group: .*no-such-group/),
      'ApplicationError task.invalid_spec: context/amount is nan, which JSON does not have.',
      expect.stringMatching(/^ApplicationError task.invalid_spec: context\/amount has more digits/),
      expect.stringMatching(/^ApplicationError payload.too_large: The input of "createTask" holds/),
    ]);
  });

  test('two people vote, one asks for changes, and Python makes the next version', async () => {
    const workflowId = await start('py-offer');
    const taskId = (await taskOf(ada, workflowId)).id as string;
    const lee = await system.person('lee@demo.test');
    const approvalFor = async (client: ApiClient) => (await readTaskPage(client, taskId)).approval as Json;
    const { payloadDigest } = await approvalFor(lee);
    await run(lee, 'requestTaskChanges', { taskId, payloadDigest, reason: 'Cheaper' });
    await eventually(async () => (await approvalFor(lee)).payloadDigest !== payloadDigest);
    for (const voter of [sam, lee]) {
      await run(voter, 'approveTask', { taskId, payloadDigest: (await approvalFor(voter)).payloadDigest });
    }
    expect(await resultOf(workflowId)).toEqual({ amount: 90, votes: ['Sam Okafor', 'Lee Tanaka'] });
  });

  test('a cancelled workflow ends as cancelled and takes its tasks along', async () => {
    const workflowId = await start('py-parallel', { questions: ['One?', 'Two?'] });
    await tasksOf(ada, workflowId, 2);
    await eventually(() => handleOf(workflowId).query('orkestra.isWaitingFor', 'Two?'));
    await handleOf(workflowId).cancel();
    expect(await ended(ada, workflowId)).toMatchObject({ status: 'CANCELLED' });
    const tasks = await tasksOf(ada, workflowId, 2);
    expect(tasks.map(({ status }): unknown => status)).toEqual(['CANCELLED', 'CANCELLED']);
    expect(saidIn(await historyOf(workflowId)).flatMap((one) => misfit(one) ?? [])).toEqual([]);
  });

  test('each of several questions gets its own answer', async () => {
    const workflowId = await start('py-parallel', { questions: ['One?', 'Two?'] });
    const tasks = await tasksOf(ada, workflowId, 2);
    for (const title of ['Two?', 'One?']) await answer(tasks.find((task) => task.title === title)?.id, title);
    expect(await resultOf(workflowId)).toEqual(['One?', 'Two?']);
  });

  test('a question stays the same one across runs, and its answer finds the run', async () => {
    const workflowId = await start('py-endless', { runs: 0 });
    const { id } = await taskOf(ada, workflowId);
    const { runId } = await handleOf(workflowId).describe();
    await handleOf(workflowId).signal('go-on');
    await eventually(async () => (await handleOf(workflowId).describe()).runId !== runId);
    await answer(id, 'Yes');
    expect(await resultOf(workflowId)).toEqual({ answer: 'Yes', runs: 1, others: [] });
    expect(await tasksOf(ada, workflowId, 1)).toHaveLength(1);
  });

  test("a child has its parent's tenant", async () => {
    const workflowId = await start('py-parent');
    const child = await eventually(() =>
      handleOf(`${workflowId}-child`)
        .describe()
        .catch(() => undefined),
    );
    expect(child.searchAttributes).toMatchObject({ OrkestraTenant: [system.tenantId('demo')] });
    await answer((await taskOf(ada, `${workflowId}-child`)).id, 'Mine');
    expect(await resultOf(workflowId)).toMatchObject({ child: { answer: 'Mine', by: 'Sam Okafor' } });
  });

  test('a task that somebody cancels fails the workflow with a readable message', async () => {
    const workflowId = await start('py-failing');
    const { id } = await taskOf(ada, workflowId);
    await run(ada, 'cancelTask', { taskId: id, reason: 'Not needed' });
    const error = {
      type: 'TaskCancelledError',
      message: 'The task "Cancel me" was cancelled: Not needed',
    };
    expect(await ended(ada, workflowId)).toMatchObject({ status: 'FAILED', error });
    expect((await readWorkflow(ada, workflowId)).error).toEqual(error);
  });
});
