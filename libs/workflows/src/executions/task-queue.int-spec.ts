import type { TestingModule } from '@nestjs/testing';
import { TaskControlService, TasksService } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { eventually } from '../../../../test/harness';
import { TestDomain } from '../../../../test/harness/domain';
import { bundleFixtures, OWN_QUEUE, startOwnWorker } from '../../../../test/harness/own-worker';
import { CatalogueService, WorkflowsService } from '..';

let domain: TestDomain;
let gateway: TestingModule;
let sam: TenantContext;
let own: { stop(): Promise<void> } | undefined;

beforeAll(async () => {
  domain = await TestDomain.start(undefined, { TASK_QUEUE: 'acme' });
  gateway = await domain.gateway();
  await domain.worker();
  sam = await domain.person(gateway, 'demo', 'sam@demo.test');
}, 90_000);
afterAll(async () => {
  await own?.stop();
  await domain?.close();
});

it("reaches the server's activities from a user's own worker, whatever the server's queue is called", async () => {
  own = await startOwnWorker(domain.namespace, await bundleFixtures());
  await gateway.get(CatalogueService).publish(
    [
      { name: 'handed-on', version: '1' },
      { name: 'echo', version: '1' },
    ],
    OWN_QUEUE,
  );
  const workflows = gateway.get(WorkflowsService);
  const { id } = await workflows.start(sam, { type: 'handed-on', input: { title: 'From afar' } });
  const tasks = gateway.get(TasksService);
  const task = await eventually(async () => {
    const { items } = await tasks.list(sam, { workflowId: `${sam.tenantId}/${id}` }, {});
    return items.find(({ assigneeId }) => assigneeId === sam.principal.id);
  });
  await tasks.complete(sam, { taskId: task.id, data: {} });
  const ended = await workflows.awaitClosed(sam, id, { timeoutMs: 20_000 });
  expect(ended).toMatchObject({ status: 'completed', result: 'completed' });
});

it('keeps the timers of a task without a workflow on that queue too', async () => {
  const spec = { title: 'Timed', assignTo: { group: 'support-l1' }, sla: { timeoutMs: 3_600_000 } };
  const task = await gateway.get(TasksService).create(sam, spec);
  const timers = domain.namespace.client.workflow.getHandle(task.timerWorkflowId ?? '');
  await eventually(async () => (await timers.describe()).taskQueue === 'acme');
  await gateway.get(TaskControlService).cancel(sam, { taskId: task.id });
  await expect(timers.result()).resolves.toEqual({ outcome: 'cancelled' });
});
