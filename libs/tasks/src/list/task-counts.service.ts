import { Injectable } from '@nestjs/common';
import { Clock, prepared, TenantDatabase } from '@orkestra/core';
import { requireScope, seesAllRole, type TenantContext } from '@orkestra/tenancy';
import type { TaskFilter } from './task-filter';
import { orderOf, Parameters } from './task-order';
import { scansOf } from './list-scans.queries';

/** Nothing is counted further than this: it stands for "this many or more". */
export const MOST_COUNTED = 1_000;
/** An admin sees every queue of the tenant, up to this many. */
const MOST_GROUPS = 100;

/** How much waits; each number is at most `MOST_COUNTED`. */
export interface TaskCountsView {
  /** Open tasks that the principal holds. */
  assignedToMe: number;
  /** What the principal may claim, or vote on. */
  claimable: number;
  /** Open tasks that the principal may see and whose due date has passed. */
  overdue: number;
  /** The queues in the order of their keys: a member's own, or the tenant's first hundred. */
  byGroup: { groupId: string; open: number; unclaimed: number }[];
}

@Injectable()
export class TaskCounts {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  /** All numbers of an inbox in one query that reads indexes alone, up to `MOST_COUNTED` entries for each. */
  async read(ctx: TenantContext): Promise<TaskCountsView> {
    requireScope(ctx, 'tasks:read');
    const { sql, parameters } = countsQuery(ctx, this.clock.now());
    const [counts] = await this.database.query<TaskCountsView>(ctx, sql, parameters);
    return counts as TaskCountsView;
  }
}

export function countsQuery(ctx: TenantContext, now: Date) {
  const parameters = new Parameters(ctx.tenantId);
  const count = (filter: TaskFilter) => {
    const cut = { rows: MOST_COUNTED, after: 'true', read: 10 * MOST_COUNTED };
    const scans = scansOf(ctx, filter, orderOf(filter), parameters, cut);
    return `(SELECT count(*)::int FROM (
      SELECT id FROM (${scans.join(' UNION ALL ')}) scans WHERE fits GROUP BY id LIMIT ${MOST_COUNTED}) counted)`;
  };
  const sql = `SELECT ${count({ assignedToMe: true })} AS "assignedToMe", ${count({ candidate: true })} AS claimable,
    ${count({ due: { until: now } })} AS overdue, ${byGroup(ctx, parameters)} AS "byGroup"`;
  return { sql: prepared(sql), parameters: parameters.values };
}

function byGroup({ principal: { kind, role, groups } }: TenantContext, parameters: Parameters): string {
  const seesAll = kind !== 'user' || seesAllRole(role);
  const mine = seesAll ? 'true' : `id = ANY(${parameters.add(groups.map(({ id }) => id))}::uuid[])`;
  const count = (condition: string) => `(SELECT count(*)::int FROM (
    SELECT FROM tasks s WHERE s.tenant_id = $1 AND s.group_id = g.id AND ${condition} LIMIT ${MOST_COUNTED}) counted)`;
  return `(SELECT coalesce(json_agg(json_build_object('groupId', g.id, 'open', ${count('s.closed_at IS NULL')},
      'unclaimed', ${count(`s.status = 'READY'`)}) ORDER BY g.key), '[]')
    FROM (SELECT id, key FROM groups WHERE tenant_id = $1 AND deleted_at IS NULL AND ${mine} ORDER BY key LIMIT ${MOST_GROUPS}) g)`;
}
