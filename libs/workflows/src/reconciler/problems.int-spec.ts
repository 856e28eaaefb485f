import { LiveBus } from '@orkestra/core';
import { TasksService } from '@orkestra/tasks';
import { eventually } from '../../../../test/harness';
import { bundleFixtures, bundleSource, OWN_QUEUE, startOwnWorker } from '../../../../test/harness/own-worker';
import { ReconcilerBench } from '../../../../test/harness/reconciler';
import { CatalogueService, WorkflowControlService, WorkflowsService } from '..';
import { WorkflowProblems } from '../worker';

let bench: ReconcilerBench;
let workflows: WorkflowsService;

beforeAll(async () => {
  bench = await ReconcilerBench.start();
  workflows = bench.gateway.get(WorkflowsService);
}, 90_000);
afterAll(() => bench?.close());

const publish = (name: string, queue: string) =>
  bench.gateway.get(CatalogueService).publish([{ name, version: '1' }], queue);
const counts = () => bench.worker.get(WorkflowProblems).count();

describe('a workflow whose queue nobody polls', () => {
  it('is shown with the queue, and a cancellation ends it', async () => {
    await publish('of-nobody', 'nobodys-queue');
    const { id, problem } = await workflows.start(bench.lee, { type: 'of-nobody' });
    expect(problem).toBeNull();
    const told = bench.gateway.get(LiveBus).subscribe(bench.lee.tenantId);
    await bench.roundUntil(({ queue_unpolled }) => queue_unpolled === 1);
    // Whoever looks at an execution hears of its queue.
    await eventually(async () => {
      const { value } = await told.next();
      return value?.kind === 'queue' && value.id === 'nobodys-queue';
    });
    told.end();
    const message = expect.stringContaining('No worker polls the queue "nobodys-queue"') as string;
    expect(await workflows.get(bench.lee, id)).toMatchObject({
      status: 'running',
      problem: { code: 'no_worker', message, since: expect.any(Date) as Date },
    });
    const healthy = await bench.waiting(bench.lee, 'Healthy');
    expect(await workflows.get(bench.lee, healthy.workflowId)).toMatchObject({ problem: null });
    expect(await counts()).toMatchObject({ queues: 1 });

    const control = bench.gateway.get(WorkflowControlService);
    const ended = await control.cancel(bench.lee, { id, reason: 'Nobody does it' });
    expect(ended).toMatchObject({
      status: 'terminated',
      error: { message: 'Nobody does it' },
      problem: null,
    });
    const { status } = await bench.handle(`${bench.lee.tenantId}/${id}`).describe();
    expect(status.name).toBe('TERMINATED');
    await bench.round();
    expect(await counts()).toMatchObject({ queues: 0 });
    expect(await bench.round()).toEqual({});
  });
});

describe('a workflow whose code has changed under it', () => {
  const changed = `
    const { workflow, workflows } = require('@orkestra/sdk');
    const { sleep } = require('@temporalio/workflow');
    exports.default = workflows(workflow('handed-on', () => sleep('1 hour')));`;

  it('is shown with the reason until code that fits is back', async () => {
    const [fitting, other] = [await bundleFixtures(), await bundleSource(changed)];
    const before = await startOwnWorker(bench.domain.namespace, fitting);
    await publish('handed-on', OWN_QUEUE);
    const input = { title: 'Decided after the change' };
    const workflowId = await bench.startWorkflow(bench.lee, { type: 'handed-on', input });
    const task = await bench.taskOf(bench.lee, workflowId, input.title);
    await eventually(async () => (await bench.task(bench.lee, task)).revision > 1);
    await before.stop();

    const sam = await bench.domain.person(bench.gateway, 'demo', 'sam@demo.test');
    const after = await startOwnWorker(bench.domain.namespace, other);
    await bench.gateway.get(TasksService).complete(sam, { taskId: task.id, data: {} });
    await bench.roundUntil(({ workflow_failing }) => workflow_failing === 1);
    expect(await workflows.get(bench.lee, workflowId)).toMatchObject({
      status: 'running',
      problem: { code: 'code_failing', message: expect.stringContaining('does not fit') as string },
    });
    expect(await counts()).toMatchObject({ code_failing: 1 });
    // Told once, not at every round.
    expect(await bench.round()).toEqual({});
    await after.stop();

    const repaired = await startOwnWorker(bench.domain.namespace, fitting);
    expect(await bench.handle(workflowId).result()).toBe('completed');
    await bench.round();
    expect(await workflows.get(bench.lee, workflowId)).toMatchObject({ status: 'completed', problem: null });
    expect(await counts()).toMatchObject({ code_failing: 0 });
    await repaired.stop();
  });
});
