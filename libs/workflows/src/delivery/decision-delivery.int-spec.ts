import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { TestingModule } from '@nestjs/testing';
import { LiveBus } from '@orkestra/core';
import { type AppendedRow, DeadLettersService, Outbox, TasksService, type TaskView } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { asAdmin, eventually } from '../../../../test/harness';
import { TestDomain } from '../../../../test/harness/domain';
import { OwnTemporal } from '../../../../test/harness/servers/own-temporal';
import { testRun } from '../../../../test/harness/run/test-run';
import { DecisionDeliveryService, WorkflowsService } from '..';

let temporal: OwnTemporal;
let domain: TestDomain;
let gateway: TestingModule;
let workflows: WorkflowsService;
let tasks: TasksService;
let sam: TenantContext;

beforeAll(async () => {
  temporal = await OwnTemporal.start(mkdtempSync(join(testRun.folder, 'delivery-')));
  domain = await TestDomain.start(temporal.address);
  gateway = await domain.gateway();
  await domain.worker();
  workflows = gateway.get(WorkflowsService);
  tasks = gateway.get(TasksService);
  sam = await domain.person(gateway, 'demo', 'sam@demo.test');
}, 90_000);

afterAll(async () => {
  await domain?.close();
  await temporal?.stop();
});

const wait = { timeoutMs: 30_000 };
const decide = (task: TaskView, data: object = { answer: 'Yes' }) =>
  tasks.complete(sam, { taskId: task.id, data, claim: true });

/** A workflow that waits for one task. */
async function waiting(title: string): Promise<{ workflowId: string; task: TaskView }> {
  const { id } = await workflows.start(sam, { type: 'one-task', input: { title } });
  const filter = { workflowId: `${sam.tenantId}/${id}` };
  const task = await eventually(async () => (await tasks.list(sam, filter, {})).items[0]);
  return { workflowId: id, task };
}

/** The rows that this process writes from now on, with nobody to deliver them until `resume()`. */
function withoutFastPath(): { rows: AppendedRow[]; resume(): void } {
  const outbox = gateway.get(Outbox);
  const observers = [...outbox.appended.observers];
  const rows: AppendedRow[] = [];
  outbox.appended.observers.splice(0);
  const subscription = outbox.appended.subscribe((row) => void rows.push(row));
  return {
    rows,
    resume: () => {
      subscription.unsubscribe();
      outbox.appended.observers.push(...observers);
    },
  };
}

async function signals(workflowId: string): Promise<number> {
  const handle = domain.namespace.client.workflow.getHandle(`${sam.tenantId}/${workflowId}`);
  const { events } = await handle.fetchHistory();
  return (events ?? []).filter((event) => event.workflowExecutionSignaledEventAttributes).length;
}

interface Row {
  status: string;
  attempts: number;
  last_error: string | null;
}

async function outboxOf(taskId: string): Promise<Row> {
  const sql = 'SELECT status, attempts, last_error FROM outbox WHERE task_id = $1';
  return asAdmin(
    async (admin) => (await admin.query<Row>(sql, [taskId])).rows[0] as Row,
    domain.database.adminUrl,
  );
}

const settled = (taskId: string, status: string) =>
  eventually(async () => (await outboxOf(taskId)).status === status);

it('resumes the workflow at once, and records its end', async () => {
  const { workflowId, task } = await waiting('Fast');
  await decide(task, { answer: 'Yes', score: 4 });
  const ended = await workflows.awaitClosed(sam, workflowId, wait);
  expect(ended).toMatchObject({ status: 'completed', result: { answer: 'Yes', score: 4 } });
  await settled(task.id, 'delivered');
  // The relay counts each of its attempts: it had no part in this.
  expect((await outboxOf(task.id)).attempts).toBe(0);
});

it('tells whoever looks at the task that its workflow has heard of the decision', async () => {
  const { task } = await waiting('Told');
  const messages = gateway.get(LiveBus).subscribe(sam.tenantId);
  const { revision } = await decide(task);
  const kinds: string[] = [];
  for await (const message of messages) {
    // That it was created can still be on its way.
    if (message.id !== task.id || message.kind === 'created') continue;
    kinds.push(message.kind);
    if (message.kind !== 'delivered') continue;
    expect(message).toMatchObject({ topic: 'task', revision });
    break;
  }
  expect(kinds).toEqual(['completed', 'delivered']);
});

it('resumes once when the fast path and the relay both deliver', async () => {
  const { workflowId, task } = await waiting('Twice');
  const own = withoutFastPath();
  await decide(task);
  own.resume();
  const [row] = own.rows as [AppendedRow];
  const delivery = gateway.get(DecisionDeliveryService);
  await Promise.all([delivery.deliver(row, 5_000), delivery.deliver(row, 5_000)]);
  // As if nobody had settled it: the relay delivers it a third time.
  const again = `UPDATE outbox SET status = 'pending', available_at = now() WHERE id = $1 AND status = 'delivered' RETURNING id`;
  await settled(task.id, 'delivered');
  await asAdmin((admin) => admin.query(again, [row.id]), domain.database.adminUrl);
  await settled(task.id, 'delivered');
  expect((await outboxOf(task.id)).attempts).toBe(1);
  await workflows.awaitClosed(sam, workflowId, wait);
  expect(await signals(workflowId)).toBe(1);
});

it('leaves to the relay what the writer could not deliver', async () => {
  const { workflowId, task } = await waiting('Relayed');
  const own = withoutFastPath();
  await decide(task);
  own.resume();
  const ended = await workflows.awaitClosed(sam, workflowId, wait);
  expect(ended).toMatchObject({ status: 'completed', result: { answer: 'Yes' } });
  expect((await outboxOf(task.id)).attempts).toBe(1);
  expect(await signals(workflowId)).toBe(1);
});

it('ends a decision as moot when its workflow is gone', async () => {
  const { workflowId, task } = await waiting('Terminated');
  await domain.namespace.client.workflow.getHandle(`${sam.tenantId}/${workflowId}`).terminate();
  await decide(task);
  await settled(task.id, 'moot');
});

it('shows dead letters and delivers them when they are replayed', async () => {
  const { workflowId, task } = await waiting('Dead');
  const own = withoutFastPath();
  await decide(task);
  own.resume();
  const [row] = own.rows as [AppendedRow];
  const kill = `UPDATE outbox SET status = 'dead', last_error = 'broken' WHERE id = $1`;
  await asAdmin((admin) => admin.query(kill, [row.id]), domain.database.adminUrl);
  const letters = gateway.get(DeadLettersService);
  const ada = await domain.person(gateway, 'demo', 'ada@demo.test');
  expect((await letters.list(ada, {})).items).toEqual([
    expect.objectContaining({ id: row.id, taskId: task.id, lastError: 'broken' }),
  ]);
  expect(await letters.replay(ada, [row.id])).toEqual([row.id]);
  expect(await workflows.awaitClosed(sam, workflowId, wait)).toMatchObject({ status: 'completed' });
});

it('keeps decisions and starts while Temporal is away, and carries them out when it is back', async () => {
  const { workflowId, task } = await waiting('Outage');
  await temporal.stop();
  const done = await decide(task);
  expect(done.status).toBe('COMPLETED');
  const start = { type: 'echo', input: 'later', key: 'in-the-outage' };
  const refused = { kind: 'unavailable', code: 'workflow.unavailable', details: { key: start.key } };
  await expect(workflows.start(sam, start)).rejects.toMatchObject(refused);
  expect(await workflows.get(sam, start.key)).toMatchObject({ status: 'starting' });
  await eventually(async () => (await outboxOf(task.id)).last_error !== null);

  await temporal.start();
  const ended = await workflows.awaitClosed(sam, workflowId, wait);
  expect(ended).toMatchObject({ status: 'completed', result: { answer: 'Yes' } });
  expect(await signals(workflowId)).toBe(1);
  expect((await outboxOf(task.id)).attempts).toBeLessThan(5);
  const later = await workflows.awaitClosed(sam, start.key, wait);
  expect(later).toMatchObject({ status: 'completed', result: { echo: 'later' } });
}, 120_000);
