import type { TestingModule } from '@nestjs/testing';
import { TasksService } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { asAdmin } from '../../../../test/harness';
import { TestDomain } from '../../../../test/harness/domain';
import { WorkflowsService } from '..';

let domain: TestDomain;
let gateway: TestingModule;
let workflows: WorkflowsService;
let sam: TenantContext;
let olga: TenantContext;

beforeAll(async () => {
  domain = await TestDomain.start();
  gateway = await domain.gateway();
  await domain.worker();
  workflows = gateway.get(WorkflowsService);
  sam = await domain.person(gateway, 'demo', 'sam@demo.test');
  olga = await domain.person(gateway, 'other', 'olga@other.test');
}, 90_000);

afterAll(() => domain?.close());

const wait = { timeoutMs: 20_000 };

/** Past Orkestra, as somebody with access to Temporal could: the execution has no row. */
async function startInTemporal(workflowId: string, type: string, tenantId: string, input: unknown) {
  const { workflow } = domain.namespace.client;
  const memo = { orkestra: { tenantId, correlationId: 'forged', starter: { kind: 'service', id: 'x' } } };
  const taskQueue = 'orkestra:@orkestra/test-workflows';
  return workflow.start(type, { workflowId, taskQueue, memo, args: [input] });
}

async function count(sql: string, values: unknown[] = []): Promise<number> {
  return asAdmin(async (admin) => (await admin.query(sql, values)).rowCount ?? 0, domain.database.adminUrl);
}

it('finds the task again under the same request key, and refuses another under it', async () => {
  const { id } = await workflows.start(sam, { type: 'repeated-creation', input: { title: 'Once' } });
  const { result } = await workflows.awaitClosed(sam, id, wait);
  const { first, again, refusal } = result as Record<string, string>;
  expect(again).toBe(first);
  expect(refusal).toBe('task.request_key_conflict');
  const created = await gateway.get(TasksService).list(sam, { workflowId: `${sam.tenantId}/${id}` }, {});
  expect(created.items.map((task) => task.id)).toEqual([first]);
});

it('fails the workflow, and says why, when its task is refused', async () => {
  const { id } = await workflows.start(sam, { type: 'one-task', input: { title: '' } });
  const ended = await workflows.awaitClosed(sam, id, wait);
  expect(ended).toMatchObject({ status: 'failed', result: null, error: { type: 'task.invalid_spec' } });
  expect(ended.error?.message).toContain('title');
});

it('never acts for a tenant other than that of the workflow', async () => {
  const handle = await startInTemporal(`${olga.tenantId}/forged`, 'one-task', sam.tenantId, {
    title: 'Forged',
  });
  await expect(handle.result()).rejects.toMatchObject({ cause: { type: 'activity.foreign_tenant' } });
  expect(await count(`SELECT FROM tasks WHERE title = 'Forged'`)).toBe(0);
});

it('leaves an execution without a row, such as a child, without one', async () => {
  const handle = await startInTemporal('child-of-mine', 'echo', sam.tenantId, 'hi');
  await expect(handle.result()).resolves.toEqual({ echo: 'hi' });
  expect(await count(`SELECT FROM workflow_executions WHERE key = 'child-of-mine'`)).toBe(0);
});

it('records the first end only', async () => {
  const { id } = await workflows.start(sam, { type: 'echo', input: 1 });
  const { revision, closedAt } = await workflows.awaitClosed(sam, id, wait);
  await workflows.close(sam, id, { status: 'failed', error: { type: 'late', message: 'late' } });
  expect(await workflows.get(sam, id)).toMatchObject({ status: 'completed', revision, closedAt });
});

it('keeps what a workflow returned, also what Postgres cannot', async () => {
  const { id } = await workflows.start(sam, { type: 'one-task', input: { title: 'To close' } });
  await workflows.close(sam, `${sam.tenantId}/${id}`, {
    status: 'completed',
    result: { text: 'a\0b\ud800' },
  });
  expect(await workflows.get(sam, id)).toMatchObject({
    status: 'completed',
    result: { text: 'a\ufffdb\ufffd' },
  });
});
