import { Client } from 'pg';
import { issueContext, type TenantContext } from '../libs/tenancy/src/tenant-context';
import { countsQuery } from '../libs/tasks/src/list/task-counts.service';
import { listQuery } from '../libs/tasks/src/list/task-list.queries';
import type { TaskFilter, TaskOrder } from '@orkestra/tasks';
import type { Stack } from './stack';

export interface Inbox {
  filter: TaskFilter;
  orderBy?: TaskOrder;
}

export interface Query {
  sql: string;
  parameters: unknown[];
}

const PAGE = 50;
/** What a row of the inbox shows. */
const TASKS = `query ($filter: TaskFilter, $orderBy: TaskOrder) {
  tasks(filter: $filter, orderBy: $orderBy, first: ${PAGE}) {
    edges { cursor node { id title description type status outcome priority dueAt createdAt updatedAt closedAt revision
      escalationLevel allowedActions assignee { id displayName } group { id key name } } }
    pageInfo { endCursor hasNextPage } } }`;
/** What the page of a task shows. */
const TASK = `query ($id: ID!) { task(id: $id) {
  id title description type status outcome priority dueAt createdAt revision allowedActions context
  assignee { id displayName } group { id key name } form { schema }
  events(first: 50) { edges { node { id kind at note } } } comments(first: 50) { edges { node { id text } } } } }`;
const COUNTS = `{ taskCounts { assignedToMe claimable overdue cap byGroup { group { key } open unclaimed } } }`;

/** A person who looks at their inbox: through the public API, and what the server then asks Postgres. */
export class InboxReader {
  private first?: Promise<{ tasks: { edges: { node: { id: string } }[] } }>;

  private constructor(
    private readonly stack: Stack,
    private readonly cookie: string,
    private readonly database: Client,
    readonly ctx: TenantContext,
  ) {}

  static async connect(stack: Stack, admin: Client): Promise<InboxReader> {
    const response = await fetch(`${stack.admin}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ tenant: 'demo', email: stack.user.email, password: stack.user.password }),
    });
    if (!response.ok) throw new Error(`Signing in failed: ${await response.text()}`);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const database = new Client({ connectionString: stack.databaseUrl });
    // The stack may stop first, where something failed.
    database.on('error', () => undefined);
    await database.connect();
    return new InboxReader(stack, cookie, database, await contextOf(admin, stack.user.email));
  }

  /** @returns how many tasks the page holds */
  async page({ filter, orderBy }: Inbox): Promise<number> {
    const answer = await this.post<{ tasks: { edges: unknown[] } }>(TASKS, { filter, orderBy });
    return answer.tasks.edges.length;
  }

  /** The page of the first task that they may claim. */
  async task(): Promise<void> {
    const inbox = { filter: { candidate: true } };
    this.first ??= this.post<{ tasks: { edges: { node: { id: string } }[] } }>(TASKS, inbox);
    const id = (await this.first).tasks.edges[0]?.node.id;
    await this.post(TASK, { id });
  }

  async counts(): Promise<number> {
    return (await this.post<{ taskCounts: { claimable: number } }>(COUNTS, {})).taskCounts.claimable;
  }

  /** What the server asks Postgres for a page. */
  pageQuery({ filter, orderBy }: Inbox): Query {
    return listQuery(this.ctx, filter, { first: PAGE, orderBy });
  }

  countsQuery(): Query {
    return countsQuery(this.ctx, new Date());
  }

  /** Asks it in the transaction that the server opens for it. */
  async ask(query: Query): Promise<number> {
    return (await this.inTransaction(query)).length;
  }

  /** How many blocks of 8 KB a query touches: what grows with the data, whatever else the machine does. */
  async blocks({ sql, parameters }: Query): Promise<number> {
    const rows = await this.inTransaction({
      sql: `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`,
      parameters,
    });
    const plan = (rows[0] as { 'QUERY PLAN': { Plan: Record<string, number> }[] })['QUERY PLAN'][0]?.Plan;
    return (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
  }

  close(): Promise<void> {
    return this.database.end();
  }

  private async inTransaction({ sql, parameters }: Query): Promise<unknown[]> {
    await this.database.query('START TRANSACTION');
    await this.database.query(`SELECT set_config('app.tenant', $1, true)`, [this.ctx.tenantId]);
    const { rows } = await this.database.query<object>(sql, parameters);
    await this.database.query('COMMIT');
    return rows;
  }

  private async post<T>(query: string, variables: object): Promise<T> {
    const response = await fetch(this.stack.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.cookie },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: T; errors?: { message: string }[] };
    if (errors?.[0] !== undefined) throw new Error(errors[0].message);
    return data;
  }
}

async function contextOf(admin: Client, email: string): Promise<TenantContext> {
  const { rows } = await admin.query<{ tenantId: string; id: string; groups: { id: string; key: string }[] }>(
    `SELECT u.tenant_id AS "tenantId", u.id, json_agg(json_build_object('id', g.id, 'key', g.key)) AS groups
     FROM users u JOIN tenants t ON t.id = u.tenant_id AND t.slug = 'demo'
     JOIN group_members m ON m.tenant_id = u.tenant_id AND m.user_id = u.id
     JOIN groups g ON g.tenant_id = u.tenant_id AND g.id = m.group_id
     WHERE u.email = $1 GROUP BY 1, 2`,
    [email],
  );
  const [user] = rows;
  if (user === undefined) throw new Error(`${email} is in no group of the demo tenant`);
  return issueContext({
    tenantId: user.tenantId,
    scopes: ['tasks:read'],
    channel: 'graphql',
    correlationId: 'bench',
    principal: {
      kind: 'user',
      id: user.id,
      displayName: email,
      role: 'operator',
      groups: user.groups.map((group) => ({ ...group, role: 'member' })),
    },
  });
}
