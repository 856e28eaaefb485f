import { encodeCursor, isPrepared, uuidsStartingWith } from '@orkestra/core';
import { TenancyModule } from '@orkestra/tenancy';
import { Client, escapeLiteral, type QueryResult } from 'pg';
import { fillTasks } from '../testing/fill-tasks';
import { asAdmin } from '../../../../test/harness';
import { startServices, type TestServices } from '../../../../test/harness/services';
import { testContext } from '../../../tenancy/src/testing';
import { countsQuery } from './task-counts.service';
import { TASKS_BETWEEN } from './task-ids.queries';
import type { TaskFilter } from './task-filter';
import { listQuery } from './task-list.queries';
import { type TaskOrder, TASK_ORDERS } from './task-order';
import { TasksModule } from '../tasks.module';
import { TasksService } from '../tasks.service';

const TENANT = '00000000-0000-7000-8000-00000000000a';
const SAM = '00000000-0000-7000-8000-000000000051';
const GROUPS = Array.from({ length: 10 }, (_, n) => ({
  id: `00000000-0000-7000-8000-10000000000${n}`,
  key: `g${n}`,
  role: 'member' as const,
}));
const member = testContext({ tenantId: TENANT, principal: { id: SAM, groups: GROUPS.slice(1, 3) } });
const admin = testContext({ tenantId: TENANT, principal: { id: SAM, role: 'admin' } });
const OPEN = TASK_ORDERS.filter((order) => order !== 'CLOSED_DESC');
let parts: TestServices;
let app: Client;

beforeAll(async () => {
  parts = await startServices([TenancyModule, TasksModule]);
  await asAdmin(async (client) => {
    await client.query(`
      INSERT INTO tenants (id, slug, name) VALUES ('${TENANT}', 'a', 'A');
      INSERT INTO users (tenant_id, id, email, display_name) VALUES ('${TENANT}', '${SAM}', 'sam@a.test', 'Sam');
      INSERT INTO groups (tenant_id, id, key, name) VALUES
        ${GROUPS.map(({ id, key }) => `('${TENANT}', '${id}', '${key}', 'G')`).join()};`);
    const groupIds = GROUPS.map(({ id }) => id);
    await fillTasks(client, { tenantId: TENANT, userId: SAM, groupIds, open: 100_000, closed: 100_000 });
  }, parts.database.adminUrl);
  app = new Client({ connectionString: parts.database.databaseUrl });
  await app.connect();
  await app.query(`SELECT set_config('app.tenant', $1, false)`, [TENANT]);
}, 240_000);

afterAll(async () => {
  await app?.end();
  await parts?.close();
});

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Node[];
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

type Explained = QueryResult<{ 'QUERY PLAN': [{ Plan: Node }] }>;
const EXPLAIN = 'EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON)';

const explainPlanned = ({ sql, parameters }: { sql: string; parameters: unknown[] }): Promise<Explained> =>
  app.query(`${EXPLAIN} ${sql}`, parameters);

/** With the plan that serves all values, as the servers run what is prepared. */
async function explainPlannedOnce({ sql, parameters }: { sql: string; parameters: unknown[] }) {
  const literal = (value: unknown) =>
    value instanceof Date
      ? escapeLiteral(value.toISOString())
      : escapeLiteral(Array.isArray(value) ? `{${value.join()}}` : String(value));
  await app.query(`SET plan_cache_mode = force_generic_plan; PREPARE planned AS ${sql}`);
  try {
    return await app.query<Explained['rows'][number]>(
      `${EXPLAIN} EXECUTE planned (${parameters.map(literal).join()})`,
    );
  } finally {
    await app.query('DEALLOCATE planned; RESET plan_cache_mode');
  }
}

/** What a query did, as the role app: the rows of tables that it read, those that it sorted, the blocks it touched. */
async function explain(query: { sql: string; parameters: unknown[] }) {
  const explained = await (isPrepared(query.sql) ? explainPlannedOnce(query) : explainPlanned(query));
  const root = explained.rows[0]!['QUERY PLAN'][0].Plan;
  const nodes = nodesOf(root);
  const scans = nodes.filter((node) => node['Relation Name']?.startsWith('task'));
  const rows = (node: Node) =>
    (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  const sorted = nodes
    .filter((node) => node['Node Type'].endsWith('Sort'))
    .flatMap((node) => node.Plans ?? []);
  return {
    kinds: scans.filter(rows).map((node) => node['Node Type']),
    mostRead: Math.max(0, ...scans.map(rows)),
    mostSorted: Math.max(0, ...sorted.map(rows)),
    blocks: root['Shared Hit Blocks'] + root['Shared Read Blocks'],
  };
}

const list = (ctx: typeof member, filter: TaskFilter, orderBy?: TaskOrder, after?: string) =>
  explain(listQuery(ctx, filter, { first: 50, orderBy, after }));

async function cursorAt(ctx: typeof member, filter: TaskFilter, orderBy?: TaskOrder): Promise<string> {
  const { sql, parameters, order } = listQuery(ctx, filter, { first: 100, orderBy });
  const { rows } = await app.query<{ cursor: string[] }>(sql, parameters);
  return encodeCursor([order.name, ...(rows.at(-1)?.cursor ?? [])]);
}

type List = [name: string, ctx: typeof member, filter: TaskFilter];
const soon = { from: new Date(Date.now() + 3_600_000), until: new Date(Date.now() + 7_200_000) };

describe('with 100,000 open and 100,000 closed tasks, as the role app', () => {
  const open: List[] = [
    ['what a member may claim', member, { candidate: true }],
    ['what a member may claim in one queue', member, { group: 'g1', candidate: true }],
    ['what a member holds', member, { assignedToMe: true }],
    ['what a user holds', admin, { assignee: 'sam@a.test' }],
    ['all that a member may see', member, {}],
    ['a queue of theirs', member, { group: 'g1' }],
    ['a queue, as an admin', admin, { group: 'g5' }],
    ['what nobody holds', admin, { unassigned: true }],
    ['a type', admin, { type: 'type-3' }],
    ['a rare type', admin, { type: 'rare' }],
    ['all of the tenant', admin, {}],
    ['what is urgent and waits', admin, { priority: { min: 90 }, status: ['READY'] }],
  ];
  const fixed: List[] = [
    ['the closed ones of a member', member, { status: ['COMPLETED'] }],
    ['the closed ones of the tenant', admin, { status: ['COMPLETED', 'CANCELLED', 'EXPIRED'] }],
    ['the closed ones of a type', admin, { status: ['COMPLETED'], type: 'type-3' }],
    ['the tasks of a workflow', admin, { workflowId: 'filling-77' }],
    ['those of them that a member may see', member, { workflowId: 'filling-81' }],
    ['what is due in an hour', admin, { due: soon }],
  ];
  it.each([...open, ...fixed])(
    '%s: index scans that read and sort about a page',
    async (name, ctx, filter) => {
      for (const order of fixed.some(([other]) => other === name) ? [undefined] : OPEN) {
        for (const after of [undefined, await cursorAt(ctx, filter, order)]) {
          const { kinds, ...did } = await list(ctx, filter, order, after);
          expect({ order, others: kinds.filter((kind) => !kind.startsWith('Index')) }).toEqual({
            order,
            others: [],
          });
          expect(did.mostRead).toBeLessThanOrEqual(1_000);
          expect(did.mostSorted).toBeLessThanOrEqual(1_000);
          expect(did.blocks).toBeLessThan(2_500);
        }
      }
    },
  );

  it.each(['', '0', 'f'])('ids that begin with "%s": no more than are asked for', async (prefix) => {
    const parameters = [TENANT, ...(uuidsStartingWith(prefix) ?? []), 101];
    const { kinds, mostRead } = await explain({ sql: TASKS_BETWEEN, parameters });
    expect(kinds.filter((kind) => !kind.startsWith('Index'))).toEqual([]);
    expect(mostRead).toBeLessThanOrEqual(101);
  });

  it.each<List>([
    ['a rare status', admin, { status: ['SUSPENDED'] }],
    ['a rare type among what a member may see', member, { type: 'rare' }],
    ['a queue of others', member, { group: 'g5' }],
    ['what nobody has', member, { type: 'no-such-type', candidate: true }],
  ])('%s: a page looks no further than its bound', async (_name, ctx, filter) => {
    for (const [read, most] of [
      [1_000, 2_500],
      [10_000, 25_000],
    ] as const) {
      const { sql, parameters } = listQuery(ctx, filter, { first: 50 }, read);
      const { mostRead, blocks } = await explain({ sql, parameters });
      expect(mostRead).toBeLessThanOrEqual(2 * read);
      expect(blocks).toBeLessThan(most * 2);
    }
  });

  it('finds everything rare, page by page, once', async () => {
    const found: string[] = [];
    const pages: number[] = [];
    let after: string | null = null;
    do {
      const page = await parts.services.get(TasksService).list(member, { type: 'rare' }, { first: 3, after });
      found.push(...page.items.map(({ title }) => title));
      pages.push(page.items.length);
      after = page.hasNextPage ? page.endCursor : null;
    } while (after !== null);
    expect(pages.some((items) => items < 3)).toBe(true);
    const rare = Array.from({ length: 50 }, (_, n) => 7 + n * 1_999);
    const theirs = rare.filter((n) => n % 10 === 1 || n % 10 === 2 || n % 1_000 === 0);
    // By due date, which follows the number.
    expect(found).toEqual(theirs.map((n) => `Refund for order ${n}`));
  });

  it.each<[string, TaskFilter, number]>([
    ['one word that every task has', { text: 'refund' }, 9_000],
    ['a word that one task has', { text: '77777' }, 300],
    ['a closed task among all', { text: '177777', status: ['COMPLETED'] }, 300],
    ['no task at all', { text: 'nothing' }, 300],
    ['a phrase', { text: '"order 777"' }, 300],
    ['words joined by marks', { text: 'for/order-777' }, 300],
    ['an address whose words no task has together', { text: 'https://order.refund/for?order=1' }, 3_000],
    ['a phrase of frequent words that no task has', { text: '"order refund"' }, 3_000],
    ['frequent words but not one of them', { text: 'order -refund' }, 3_000],
  ])('search for %s: a bounded number of blocks', async (_name, filter, most) => {
    for (const ctx of [member, admin]) {
      const { blocks, kinds } = await list(ctx, filter);
      expect(kinds).not.toContain('Seq Scan');
      expect(blocks).toBeLessThan(most);
    }
  });

  it.each([
    ['a member', member],
    ['an admin', admin],
  ])('the counts of %s read indexes alone, up to the cap', async (_name, ctx) => {
    // As autovacuum does from time to time; before that Postgres has no use for indexes alone.
    await asAdmin((client) => client.query('VACUUM tasks, task_candidates'), parts.database.adminUrl);
    const query = countsQuery(ctx, new Date(Date.now() + 3_600_000));
    expect(isPrepared(query.sql)).toBe(true);
    const did = await explain(query);
    expect(new Set(did.kinds)).toEqual(new Set(['Index Only Scan']));
    expect(did.mostRead).toBeLessThanOrEqual(10_000);
    expect(did.blocks).toBeLessThan(5_000);
  });
});
