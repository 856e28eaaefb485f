import { isUuid } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { TaskFilter } from './task-filter';
import { BY_CLOSED, BY_DUE, type Order, type Parameters } from './task-list-order';

/** One index scan that yields tasks in the list's order; a list merges a few of them. */
export interface Scan {
  from: string;
  where: string;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
const INBOX = `(SELECT c.tenant_id, c.principal_id, c.claimable, c.open, c.role, c.due_at, c.rank, c.task_id AS id
                FROM task_candidates c) s`;

/** The scans whose merged results are the list. */
export function scansOf(
  ctx: TenantContext,
  filter: TaskFilter,
  order: Order,
  parameters: Parameters,
): Scan[] {
  return new Scans(ctx, filter, order, parameters).all();
}

class Scans {
  private readonly me: string;
  /** The principal's groups, or the one among them that the filter names. */
  private readonly groups: string[];
  private readonly seesAll: boolean;

  constructor(
    ctx: TenantContext,
    private readonly filter: TaskFilter,
    private readonly order: Order,
    private readonly parameters: Parameters,
  ) {
    const { kind, role, id, groups } = ctx.principal;
    this.me = isUuid(id) ? id : NOBODY;
    this.groups = groups.filter(({ key }) => key === (filter.group ?? key)).map((group) => group.id);
    this.seesAll = kind !== 'user' || role === 'admin';
  }

  all(): Scan[] {
    const { workflowId, candidate, assignedToMe, group } = this.filter;
    if (workflowId !== undefined) return [this.ofWorkflow(workflowId)];
    if (candidate) return this.claimable();
    if (assignedToMe) return [this.held()];
    if (this.seesAll) return [this.tasks(group === undefined ? 'true' : this.inGroup('s'))];
    return [this.held(), ...this.queues(), ...(this.order === BY_DUE ? this.inboxes('s.open') : [])];
  }

  private ofWorkflow(workflowId: string): Scan {
    const mine =
      () => `(s.assignee_id = ${this.add(this.me)} OR s.group_id = ANY(${this.add(this.groups)}::uuid[])
      OR EXISTS (SELECT FROM task_candidates v WHERE v.tenant_id = s.tenant_id AND v.task_id = s.id
                 AND v.role = 'candidate' AND v.principal_id = ANY(${this.add([this.me, ...this.groups])}::uuid[])))`;
    return this.tasks(
      `s.workflow_id = ${this.add(workflowId)} AND ${this.seesAll ? 'true' : mine()} AND ${this.inGroup('s')}`,
    );
  }

  private claimable(): Scan[] {
    const { status } = this.filter;
    if (status !== undefined && !status.includes('READY')) return [{ from: 'tasks s', where: 'false' }];
    const excluded = `s.id IN (SELECT x.task_id FROM task_candidates x WHERE x.tenant_id = $1
                               AND x.principal_id = ${this.add(this.me)} AND x.role = 'excluded')`;
    return this.inboxes(`s.claimable AND NOT ${excluded}`);
  }

  private held(): Scan {
    return this.tasks(`s.assignee_id = ${this.add(this.me)} AND ${this.inGroup('s')}`);
  }

  private queues(): Scan[] {
    return this.groups.map((id) => this.tasks(`s.group_id = ${this.add(id)}`));
  }

  /** The candidate rows of the principal and of each of their groups, which sort like the tasks. */
  private inboxes(state: string): Scan[] {
    const status = this.status('o');
    const own =
      this.filter.group === undefined && status === 'true'
        ? 'true'
        : `EXISTS (SELECT FROM tasks o WHERE o.tenant_id = s.tenant_id AND o.id = s.id
                   AND ${status} AND ${this.inGroup('o')})`;
    return [this.me, ...this.groups].map((id) => ({
      from: INBOX,
      where: `${state} AND s.role = 'candidate' AND s.principal_id = ${this.add(id)} AND ${own}`,
    }));
  }

  private tasks(where: string): Scan {
    const part = this.order === BY_DUE ? 's.closed_at IS NULL AND' : '';
    const closed = this.order === BY_CLOSED ? 's.closed_at IS NOT NULL AND' : '';
    return { from: 'tasks s', where: `${part} ${closed} ${this.status('s')} AND ${where}` };
  }

  private status(table: string): string {
    const { status } = this.filter;
    return status?.length ? `${table}.status = ANY(${this.add(status)}::text[])` : 'true';
  }

  private inGroup(table: string): string {
    const { group } = this.filter;
    if (group === undefined) return 'true';
    return `${table}.group_id = (SELECT id FROM groups WHERE tenant_id = $1 AND key = ${this.add(group)})`;
  }

  private add(value: unknown): string {
    return this.parameters.add(value);
  }
}
