import { TaskHandoverService, TasksService, TaskWorkflows } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { codeOf, people, TaskPeople } from '../../../../test/harness/task-people';
import { testContext } from '../../../tenancy/src/testing';
import { WorkflowControlService, WorkflowsModule, WorkflowsService } from '..';

const { sam, lee, max, ada, olga, bot } = people;
const engine = testContext({
  tenantId: sam.tenantId,
  channel: 'workflow',
  principal: { kind: 'system', id: 'system', displayName: 'Orkestra', role: 'admin' },
});

let desk: TaskPeople;
let workflows: WorkflowsService;

beforeAll(async () => {
  desk = await TaskPeople.start({}, [WorkflowsModule]);
  workflows = desk.get(WorkflowsService);
});
afterAll(() => desk?.close());

const insert = (keys: string, count: number, { tenantId, principal }: TenantContext) =>
  desk.rows(
    `INSERT INTO workflow_executions (tenant_id, key, type, task_queue, status, request_digest, started_by_kind,
       started_by_id, started_by_name, correlation_id, started_at, input, result)
     SELECT $1, ${keys}, 't', 'q', 'running', '', $2, $3, 's', 'c', now() + n * interval '1 ms', '{"salary": 1}', '2'
     FROM generate_series(1, $4::int) n`,
    [tenantId, principal.kind, principal.id, count],
  );
const taskOf = (key: string, spec: object = {}) =>
  desk
    .get(TasksService)
    .create(
      engine,
      { title: 'Of it', form: {}, assignTo: { group: 'support-l1' }, ...spec },
      { workflowId: `${sam.tenantId}/${key}` },
    );
const sees = async (ctx: TenantContext, id: string) => (await codeOf(workflows.get(ctx, id))) === 'no error';
const whoSees = async (id: string) => {
  const everybody = { sam, lee, max, ada, olga, bot, engine };
  const seen = await Promise.all(
    Object.entries(everybody).map(async ([n, ctx]) => (await sees(ctx, id)) && n),
  );
  return seen.filter((name) => name !== false);
};

it('is seen by its starter, by who sees one of its tasks, by admins and programs, and is unknown to others', async () => {
  await insert(`'payroll'`, 1, lee);
  expect(await whoSees('payroll')).toEqual(['lee', 'ada', 'bot', 'engine']);
  expect(await codeOf(workflows.get(sam, 'payroll'))).toBe('workflow.not_found');
  await insert(`'refund'`, 1, bot);
  const task = await taskOf('refund');
  expect(await whoSees('refund')).toEqual(['sam', 'lee', 'ada', 'bot', 'engine']);
  // The sight of it goes with the task.
  await desk.get(TaskHandoverService).forward(ada, { taskId: task.id, to: { group: 'support-l2' } });
  expect(await whoSees('refund')).toEqual(['max', 'ada', 'bot', 'engine']);
});

it('is no more told by waiting, by lists, by ids or by acting on it', async () => {
  await insert(`'secret'`, 1, lee);
  const waited = workflows.awaitClosed(sam, 'secret', { timeoutMs: 10 });
  expect(await codeOf(waited)).toBe('workflow.not_found');
  const control = desk.get(WorkflowControlService);
  expect(await codeOf(control.signal(sam, { id: 'secret', signal: 'x' }))).toBe('workflow.not_found');
  expect(await codeOf(control.cancel(sam, { id: 'secret' }))).toBe('workflow.not_found');
  const listed = async (ctx: TenantContext) => (await workflows.list(ctx, {}, {})).items.map(({ id }) => id);
  expect(await listed(sam)).not.toContain('secret');
  expect(await listed(lee)).toContain('secret');
  expect(await workflows.idsStartingWith(sam, 'sec', 5)).toEqual([]);
  expect(await workflows.idsStartingWith(sam, '', 5)).not.toContain('secret');
  expect(await workflows.idsStartingWith(lee, 'sec', 5)).toEqual(['secret']);
});

it('is listed in pages that may be short, which a person can follow to the end', async () => {
  await insert(`'others-' || n`, 2_500, bot);
  const own = ['others-3', 'others-1250', 'others-2499'];
  for (const id of own) await taskOf(id);
  const seen: string[] = [];
  let after: string | null = null;
  let pages = 0;
  do {
    const page: Awaited<ReturnType<WorkflowsService['list']>> = await workflows.list(
      sam,
      { type: 't' },
      { first: 2, after },
    );
    seen.push(...page.items.map(({ id }) => id));
    after = page.hasNextPage ? page.endCursor : null;
    pages += 1;
  } while (after !== null);
  expect(seen.filter((id) => id.startsWith('others-'))).toEqual(own.reverse());
  expect(new Set(seen).size).toBe(seen.length);
  expect(pages).toBeLessThan(6);
});

it('shows its tasks as far as the viewer may see them, of many workflows at once', async () => {
  await insert(`'pair-' || n`, 2, bot);
  const first = await taskOf('pair-1');
  const second = await taskOf('pair-1', { assignTo: { group: 'support-l2' } });
  const third = await taskOf('pair-2');
  const idsOf = async (ctx: TenantContext, size: number) => {
    const keys = ['pair-1', 'pair-2', 'none'].map((key) => `${sam.tenantId}/${key}`);
    const found = await desk.get(TaskWorkflows).tasksOf(ctx, keys, size);
    return keys.map((key) => found.get(key)?.map(({ id }) => id));
  };
  expect(await idsOf(ada, 20)).toEqual([[first.id, second.id], [third.id], []]);
  expect(await idsOf(ada, 1)).toEqual([[first.id], [third.id], []]);
  expect(await idsOf(sam, 20)).toEqual([[first.id], [third.id], []]);
  expect(await idsOf(max, 20)).toEqual([[second.id], [], []]);
  expect(await idsOf(olga, 20)).toEqual([[], [], []]);
});
