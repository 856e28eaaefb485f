import { isUuid } from '@orkestra/core';
import { isWorkingRole, seesAllRole, type TenantContext } from '@orkestra/tenancy';
import type { TaskFilter, TimeRange } from './task-filter';
import { type Column, type Order, type Parameters, statusesOf } from './task-order';

/** A filter's conditions as SQL, each added to the parameters of the query when it is asked for. */
export class Conditions {
  /** The principal's id, or one that nobody has where the principal is no user. */
  readonly me: string;
  /** Whether the principal may take any task at all. */
  private readonly takes: boolean;
  /** Admins, auditors and programs. */
  readonly seesAll: boolean;
  readonly groupIds: string[];
  /** An id where it is known without a look-up: for the principal's own groups. */
  private readonly groupName: string | undefined;

  constructor(
    { principal }: TenantContext,
    readonly filter: TaskFilter,
    readonly order: Order,
    private readonly parameters: Parameters,
  ) {
    this.me = isUuid(principal.id) ? principal.id : '00000000-0000-0000-0000-000000000000';
    this.takes = principal.kind !== 'user' || isWorkingRole(principal.role);
    this.seesAll = principal.kind !== 'user' || seesAllRole(principal.role);
    this.groupIds = principal.groups.map(({ id }) => id);
    const name = filter.group?.trim().toLowerCase();
    const own = principal.groups.find(({ id, key }) => id === name || key === name);
    this.groupName = own?.id ?? name;
  }

  /** Whether the filter is about one queue, and the principal is a member of it. */
  get inOwnGroup(): boolean {
    return this.groupName !== undefined && this.groupIds.includes(this.groupName);
  }

  /** Where the list begins and ends in an index that runs in its order. */
  bounds(): string[] {
    const first = this.order.columns[0];
    if (first !== 'closed_at') return this.range(first);
    const from = this.filter.created?.from;
    // A task ends after it was made; the hour allows for clocks that differ.
    return from == null ? [] : [`s.closed_at >= ${this.add(from)}::timestamptz - interval '1 hour'`];
  }

  /** The other conditions on what lists are sorted by, which stands beside the candidates as well. */
  ofSorted(): string[] {
    const others = (['due_at', 'rank', 'created_at'] as const).filter(
      (column) => column !== this.order.columns[0],
    );
    return others.flatMap((column) => this.range(column));
  }

  status(table: string): string[] {
    const statuses = statusesOf(this.filter, this.order);
    return statuses === null ? [] : [`${table}.status = ANY(${this.add(statuses)}::text[])`];
  }

  type(table: string): string[] {
    const { type } = this.filter;
    return type === undefined ? [] : [`${table}.type = ${this.add(type)}::text`];
  }

  workflow(table: string): string[] {
    const { workflowId } = this.filter;
    return workflowId === undefined ? [] : [`${table}.workflow_id = ${this.add(workflowId)}::text`];
  }

  group(table: string): string[] {
    const name = this.groupName;
    if (name === undefined) return [];
    const key = this.add(name);
    const id = isUuid(name)
      ? `${key}::uuid`
      : `(SELECT id FROM groups WHERE tenant_id = $1 AND key = ${key}::text)`;
    return [`${table}.group_id = ${id}`];
  }

  assignee(table: string): string[] {
    const { assignedToMe, assignee, unassigned } = this.filter;
    if (unassigned) return [`${table}.assignee_id IS NULL`];
    if (assignedToMe) return [`${table}.assignee_id = ${this.add(this.me)}::uuid`];
    if (assignee === undefined) return [];
    const name = this.add(assignee.trim().toLowerCase());
    const id = isUuid(assignee.trim())
      ? `${name}::uuid`
      : `(SELECT id FROM users WHERE tenant_id = $1 AND email = ${name}::text)`;
    return [`${table}.assignee_id = ${id}`];
  }

  /** That the principal may claim the task, or vote on it. */
  claimable(table: string): string[] {
    if (!this.filter.candidate) return [];
    return [
      `${table}.status = 'READY'`,
      this.isCandidate(table),
      ...this.mayTake(table, `${table}.quorum IS NOT NULL`),
    ];
  }

  /** What keeps a candidate from a task that waits: being excluded, having asked for it or voted, or only looking on. */
  mayTake(table: string, isVoting: string): string[] {
    if (!this.takes) return ['false'];
    const excluded = `FROM task_candidates x WHERE x.tenant_id = $1 AND x.role = 'excluded' AND x.open
      AND x.principal_id = ${this.add(this.me)}::uuid`;
    const asked = `FROM task_candidates x WHERE x.tenant_id = $1 AND x.role = 'requester' AND x.open
      AND x.principal_id = ${this.add(this.me)}::uuid`;
    const forbidden = `(SELECT coalesce(settings ->> 'selfApproval', 'forbid') = 'forbid' FROM tenants WHERE id = $1)`;
    // Scalar sub-queries, since the planner may turn EXISTS into a join that reads all of the person's rows.
    return [
      `((SELECT true ${excluded} LIMIT 1) IS NULL OR (SELECT true ${excluded} AND x.task_id = ${table}.id) IS NULL)`,
      `((SELECT true ${asked} LIMIT 1) IS NULL OR NOT ${forbidden}
        OR (SELECT true ${asked} AND x.task_id = ${table}.id) IS NULL)`,
      `(NOT ${isVoting} OR (SELECT true FROM task_decisions v WHERE v.tenant_id = ${table}.tenant_id AND v.task_id = ${table}.id
        AND v.voter_id = ${this.add(this.me)}::text AND v.round + 0 =
        (SELECT r.round FROM tasks r WHERE r.tenant_id = v.tenant_id AND r.id = v.task_id)) IS NULL)`,
    ];
  }

  /** That the principal may see the task; the same as `maySee`. */
  visible(table: string): string[] {
    if (this.seesAll) return [];
    const me = this.add(this.me);
    return [
      `(${table}.assignee_id = ${me}::uuid OR ${table}.owner_id = ${me}::uuid OR ${table}.created_by_id = ${me}::text
        OR ${table}.group_id = ANY(${this.add(this.groupIds)}::uuid[]) OR ${this.isCandidate(table)})`,
    ];
  }

  add(value: unknown): string {
    return this.parameters.add(value);
  }

  private isCandidate(table: string): string {
    return `coalesce((SELECT true FROM task_candidates c WHERE c.tenant_id = ${table}.tenant_id
      AND c.task_id = ${table}.id AND c.role = 'candidate'
      AND c.principal_id = ANY(${this.add([this.me, ...this.groupIds])}::uuid[]) LIMIT 1), false)`;
  }

  private range(column: Column): string[] {
    const { due, priority, created } = this.filter;
    if (column === 'due_at') {
      // A task without a due date has 'infinity' in the table, and is in no range.
      const dated = due?.from != null && due.until == null ? [`s.due_at < 'infinity'`] : [];
      return [...this.times('due_at', due), ...dated];
    }
    if (column === 'created_at') return this.times('created_at', created);
    if (column !== 'rank') return [];
    return [
      ...(priority?.max == null ? [] : [`s.rank >= ${this.add(100 - priority.max)}::smallint`]),
      ...(priority?.min == null ? [] : [`s.rank <= ${this.add(100 - priority.min)}::smallint`]),
    ];
  }

  private times(column: Column, { from, until }: TimeRange = {}): string[] {
    return [
      ...(from == null ? [] : [`s.${column} >= ${this.add(from)}::timestamptz`]),
      ...(until == null ? [] : [`s.${column} < ${this.add(until)}::timestamptz`]),
    ];
  }
}
