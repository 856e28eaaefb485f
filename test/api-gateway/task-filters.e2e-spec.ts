import fc from 'fast-check';
import { TenancyModule, type TenantContext } from '@orkestra/tenancy';
import {
  isClosed,
  maySee,
  TaskCounts,
  type TaskFilter,
  type TaskOrder,
  TaskSearch,
  TasksModule,
  TasksService,
  type TaskStatus,
  type TaskView,
} from '@orkestra/tasks';
import { matchesFilter } from '../../libs/tasks/src/list/task-matching';
import { TASK_COLUMNS, type TaskRow, toTaskView } from '../../libs/tasks/src/task/task-view';
import { testContext } from '../../libs/tenancy/src/testing';
import { asAdmin } from '../harness';
import { startServices, type TestServices } from '../harness/services';
import {
  GROUPS,
  insertRandomTasks,
  PRIORITIES,
  TENANT,
  TIMES,
  TYPES,
  USERS,
  WORDS,
  WORKFLOWS,
} from './random-tasks';

const SEED = Date.now() % 2 ** 31;
const OPEN: TaskStatus[] = ['READY', 'RESERVED', 'IN_PROGRESS', 'SUSPENDED'];
const CLOSED: TaskStatus[] = ['COMPLETED', 'CANCELLED', 'EXPIRED'];
const inGroups = (...indexes: number[]) =>
  indexes.map((index) => ({ ...GROUPS[index]!, role: 'member' as const }));
const [SAM, LEE] = USERS as [string, string];
const PRINCIPALS: Record<string, TenantContext['principal']> = {
  member: { kind: 'user', id: SAM, displayName: 'Sam', role: 'operator', groups: inGroups(0, 1) },
  loner: { kind: 'user', id: LEE, displayName: 'Lee', role: 'operator', groups: [] },
  admin: { kind: 'user', id: LEE, displayName: 'Lee', role: 'admin', groups: inGroups(2) },
  program: {
    kind: 'service',
    id: '00000000-0000-7000-8000-000000000061',
    displayName: 'Bot',
    role: 'operator',
    groups: [],
  },
};
const contexts = Object.entries(PRINCIPALS).map(([name, principal]) => ({
  name,
  ctx: testContext({ tenantId: TENANT, principal }),
}));

let parts: TestServices;
let views: TaskView[];

beforeAll(async () => {
  parts = await startServices([TenancyModule, TasksModule]);
  views = await asAdmin(async (client) => {
    await insertRandomTasks(client, SEED, 400);
    return (await client.query<TaskRow>(`SELECT ${TASK_COLUMNS} FROM tasks t`)).rows.map(toTaskView);
  }, parts.database.adminUrl);
});
afterAll(() => parts?.close());

const range = <T>(values: readonly T[]) => ({
  from: fc.option(fc.nat(values.length - 1), { nil: undefined }),
  size: fc.option(fc.integer({ min: 1, max: values.length }), { nil: undefined }),
});
const times = fc.record(range(TIMES)).map(({ from, size }) => ({
  from: TIMES[from ?? -1],
  until: size === undefined ? undefined : TIMES[(from ?? 0) + size],
}));
const priorities = fc.record(range(PRIORITIES)).map(({ from, size }) => ({
  min: PRIORITIES[from ?? -1],
  max: size === undefined ? undefined : PRIORITIES[(from ?? 0) + size],
}));
const filters = fc.record(
  {
    status: fc.oneof(fc.subarray(OPEN), fc.subarray(CLOSED)),
    holder: fc.constantFrom<Partial<TaskFilter>>(
      { assignedToMe: true },
      { unassigned: true },
      { assignee: SAM },
      { assignee: 'U2@a.test ' },
    ),
    candidate: fc.boolean(),
    group: fc.constantFrom('g1', 'g2', GROUPS[2]!.id),
    workflowId: fc.constantFrom(...WORKFLOWS),
    type: fc.constantFrom(...TYPES),
    priority: priorities,
    due: times,
    created: times,
    text: fc.constantFrom(...WORDS, `${WORDS[0]} ${WORDS[1]}`, `${WORDS[2]} -${WORDS[0]}`),
  },
  { requiredKeys: [] },
);
type Drawn = (typeof filters extends fc.Arbitrary<infer T> ? T : never) & object;

const toFilter = ({ holder, ...filter }: Drawn): TaskFilter => ({ ...filter, ...holder });
const isMeant = ({ candidate, status = [] }: TaskFilter) => !(candidate && status.some(isClosed));

/** By the rules of the product alone: who may see it, whether the filter fits, whether it has the words. */
function expected(ctx: TenantContext, { group, assignee, text, ...filter }: TaskFilter): TaskView[] {
  const resolved = {
    ...filter,
    ...(group === undefined
      ? {}
      : { groupId: GROUPS.find(({ id, key }) => id === group || key === group)?.id ?? '' }),
    ...(assignee === undefined ? {} : { assigneeId: assignee === SAM ? SAM : LEE }),
  };
  return views.filter(
    (task) =>
      maySee(task, ctx.principal) && matchesFilter(task, resolved, ctx.principal) && hasWords(task, text),
  );
}

function hasWords({ title }: TaskView, text: string | undefined): boolean {
  return (text ?? '')
    .split(' ')
    .every((word) => (word.startsWith('-') ? !title.includes(word.slice(1)) : title.includes(word)));
}

type Key = (task: TaskView) => number | string;
const due: Key = ({ dueAt }) => dueAt?.getTime() ?? Infinity;
const urgency: Key = ({ priority }) => -priority;
const created: Key = ({ createdAt }) => createdAt.getTime();
const id: Key = (task) => task.id;
const KEYS: Record<string, Key[]> = {
  DUE: [due, urgency, id],
  PRIORITY: [urgency, due, id],
  CREATED: [created, id],
  CLOSED: [({ closedAt }) => closedAt?.getTime() ?? 0, id],
};

function inOrder(tasks: TaskView[], order: TaskOrder): string[] {
  const [name = '', direction] = order.split('_');
  const keys = KEYS[name] ?? [];
  const turned = (direction === 'DESC') !== (name === 'PRIORITY') ? -1 : 1;
  const compare = (a: TaskView, b: TaskView) => {
    const key = keys.find((of) => of(a) !== of(b)) ?? id;
    return key(a) < key(b) ? -turned : turned;
  };
  return tasks.toSorted(compare).map((task) => task.id);
}

function ordersOf({ status = [], workflowId }: TaskFilter): TaskOrder[] {
  if (workflowId !== undefined) return ['CREATED_ASC', 'CREATED_DESC'];
  if (status.some(isClosed)) return ['CLOSED_DESC'];
  return ['DUE_ASC', 'DUE_DESC', 'PRIORITY_DESC', 'PRIORITY_ASC', 'CREATED_DESC', 'CREATED_ASC'];
}

async function listed(ctx: TenantContext, filter: TaskFilter, orderBy: TaskOrder, first: number) {
  const tasks = parts.services.get(TasksService);
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page = await tasks.list(ctx, filter, { first, after, orderBy });
    ids.push(...page.items.map((task) => task.id));
    after = page.hasNextPage ? page.endCursor : null;
  } while (after !== null);
  return ids;
}

describe(`400 random tasks (seed ${SEED})`, () => {
  it.each(contexts)(
    'the $name is listed exactly what they may see and the filter says, in order',
    async ({ ctx }) => {
      const cases = fc.tuple(
        filters.map(toFilter).filter(isMeant),
        fc.nat(),
        fc.integer({ min: 1, max: 100 }),
      );
      await fc.assert(
        fc.asyncProperty(cases, async ([filter, n, first]) => {
          const orders = ordersOf(filter);
          const order = orders[n % orders.length] as TaskOrder;
          expect(await listed(ctx, filter, order, first)).toEqual(inOrder(expected(ctx, filter), order));
        }),
        { numRuns: 300 },
      );
    },
    300_000,
  );

  it.each(contexts)('the counts of the $name are those of the lists', async ({ ctx }) => {
    const counts = await parts.services.get(TaskCounts).read(ctx);
    const count = (filter: TaskFilter) => expected(ctx, filter).length;
    expect(counts).toMatchObject({
      assignedToMe: count({ assignedToMe: true }),
      claimable: count({ candidate: true }),
      overdue: count({ due: { until: new Date() } }),
    });
    for (const { groupId, open, unclaimed } of counts.byGroup) {
      expect(open).toBe(count({ group: groupId }));
      expect(unclaimed).toBe(count({ group: groupId, status: ['READY'] }));
    }
  });

  it('tells of a single task whether it has the words', async () => {
    const [{ ctx } = contexts[0]!] = contexts;
    const search = parts.services.get(TaskSearch);
    for (const task of views.slice(0, 20)) {
      expect(await search.matches(ctx, task.id, WORDS[0]!)).toBe(hasWords(task, WORDS[0]));
    }
  });
});
