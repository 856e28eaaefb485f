import type { TestingModule } from '@nestjs/testing';
import { encodeCursor, decodeCursor } from '@orkestra/core';
import { TasksService } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { asAdmin, eventually } from '../../../../test/harness';
import { TestDomain } from '../../../../test/harness/domain';
import { type HistoryEvent, WorkflowControlService, WorkflowHistoryService, WorkflowsService } from '..';

let domain: TestDomain;
let gateway: TestingModule;
let workflows: WorkflowsService;
let control: WorkflowControlService;
let history: WorkflowHistoryService;
let sam: TenantContext;
let olga: TenantContext;

beforeAll(async () => {
  domain = await TestDomain.start();
  gateway = await domain.gateway();
  await domain.worker();
  workflows = gateway.get(WorkflowsService);
  control = gateway.get(WorkflowControlService);
  history = gateway.get(WorkflowHistoryService);
  sam = await domain.person(gateway, 'demo', 'sam@demo.test');
  olga = await domain.person(gateway, 'other', 'olga@other.test');
}, 90_000);
afterAll(() => domain?.close());

async function all(ctx: TenantContext, id: string, first: number): Promise<HistoryEvent[]> {
  const items: HistoryEvent[] = [];
  let after: string | null = null;
  do {
    const page = await history.list(ctx, id, { first, after });
    expect(page.items.length).toBeLessThanOrEqual(first);
    items.push(...page.items);
    after = page.nextCursor;
  } while (after !== null);
  return items;
}

const told = (items: HistoryEvent[]) =>
  items.map(({ what, name }) => (name === null ? what : `${what}: ${name}`));

/** The workflow has been signalled this often, and has failed. */
async function failed(ctx: TenantContext, key: string, signals: number): Promise<string> {
  const { id } = await workflows.start(ctx, { type: 'counted-signals', key });
  for (let n = 0; n < signals; n += 1) {
    await control.signal(ctx, { id, signal: 'add', payload: 'secret-payload' });
  }
  await control.signal(ctx, { id, signal: 'fail' });
  expect(await workflows.awaitClosed(ctx, id, { timeoutMs: 30_000 })).toMatchObject({ status: 'failed' });
  return id;
}

it('tells in plain words what happened, page by page, and no values', async () => {
  const id = await failed(sam, 'long', 60);
  const items = await eventually(async () => {
    const read = await all(sam, id, 50);
    return read.at(-1)?.what === 'workflow failed' && read;
  });
  expect(told(items.slice(0, 1))).toEqual(['workflow started: counted-signals']);
  expect(items.filter(({ name }) => name === 'add')).toHaveLength(60);
  expect(items.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['timer started for 0 s', 'timer fired']),
  );
  expect(items.at(-1)?.message).toContain('It was told to fail');
  expect(JSON.stringify(items)).not.toMatch(/secret-payload|orkestra\./);
  const ids = items.map((event) => event.id);
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  expect(await all(sam, id, 7)).toEqual(items);
});

it('says of tasks what people would say', async () => {
  const { id } = await workflows.start(sam, { type: 'one-task', input: { title: 'Words' }, key: 'words' });
  const tasks = gateway.get(TasksService);
  const task = await eventually(async () => {
    const page = await tasks.list(sam, { workflowId: `${sam.tenantId}/${id}` }, {});
    return page.items[0];
  });
  await tasks.complete(sam, { taskId: task.id, data: { answer: 'secret-answer' }, claim: true });
  await workflows.awaitClosed(sam, id, { timeoutMs: 30_000 });
  const items = await eventually(async () => {
    const read = await all(sam, id, 50);
    return read.at(-1)?.what === 'workflow completed' && read;
  });
  expect(told(items)).toEqual([
    'workflow started: one-task',
    'a task was asked for',
    'a task was decided, cancelled or expired',
    'workflow completed',
  ]);
  expect(JSON.stringify(items)).not.toMatch(/secret-answer|orkestra\./);
});

it('keeps to the tenant: its workflows, and its cursors', async () => {
  const mine = await failed(sam, 'shared', 3);
  const other = await failed(sam, 'another', 3);
  await failed(olga, 'shared', 5);
  const refused = { kind: 'invalid', code: 'pagination.invalid_cursor' };
  const { nextCursor } = await history.list(sam, mine, { first: 2 });
  expect((await history.list(sam, mine, { first: 2, after: nextCursor })).items).toHaveLength(2);
  await expect(history.list(olga, 'shared', { after: nextCursor })).rejects.toMatchObject(refused);
  await expect(history.list(sam, other, { after: nextCursor })).rejects.toMatchObject(refused);
  await expect(history.list(olga, other, {})).rejects.toMatchObject({ code: 'workflow.not_found' });
  const [runId, token, after, signature] = decodeCursor(nextCursor ?? '', 4);
  for (const forged of [
    [runId, token, 0, signature],
    ['00000000-0000-0000-0000-000000000000', token, after, signature],
    [runId, 'AAAA', after, signature],
    [runId, token, after, ''],
    [1, 2, 3, 4],
  ]) {
    const read = history.list(sam, mine, { after: encodeCursor(forged) });
    await expect(read).rejects.toMatchObject(refused);
  }
});

it('says so when Temporal has forgotten the run, and nothing when it has not begun', async () => {
  await asAdmin(
    (admin) =>
      admin.query(
        `INSERT INTO workflow_executions (tenant_id, key, type, task_queue, status, request_digest, started_by_kind,
           started_by_id, started_by_name, correlation_id, started_at)
         SELECT $1, v.status, 'echo', 'none', v.status, '', 'user', $2, 'Sam', 'x', now() + interval '1 hour'
         FROM (VALUES ('starting'), ('completed')) AS v (status)`,
        [sam.tenantId, sam.principal.id],
      ),
    domain.database.adminUrl,
  );
  const gone = history.list(sam, 'completed', {});
  await expect(gone).rejects.toMatchObject({ kind: 'not_found', code: 'workflow.history_gone' });
  expect(await history.list(sam, 'starting', {})).toEqual({ runId: null, items: [], nextCursor: null });
  const signal = control.signal(sam, { id: 'starting', signal: 'add' });
  await expect(signal).rejects.toMatchObject({ kind: 'unavailable', code: 'workflow.not_started' });
});
