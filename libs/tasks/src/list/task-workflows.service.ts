import { Injectable } from '@nestjs/common';
import { pageSize, queryRows, TenantDatabase } from '@orkestra/core';
import { requireScope, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { TASK_COLUMNS, type TaskRow, toTaskView, type TaskView } from '../task/task-view';
import { Conditions } from './list-conditions.queries';
import { orderOf, Parameters } from './task-order';

/** How many tasks of one workflow are looked at for one that the principal may see. */
const LOOKED_AT = 1_000;

/** The tasks of workflows, and which workflows a person may see because of one. Workflows are named by Temporal's id. */
@Injectable()
export class TaskWorkflows {
  constructor(private readonly database: TenantDatabase) {}

  /** The ids of those that asked for a task which the principal may see; in the transaction that is open already. */
  async visible(
    em: EntityManager,
    ctx: TenantContext,
    workflowIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    if (workflowIds.length === 0) return new Set();
    const parameters = new Parameters(ctx.tenantId);
    const ids = parameters.add(workflowIds);
    const rows = await queryRows<{ id: string }>(
      em,
      `SELECT w.id FROM unnest(${ids}::text[]) AS w (id) WHERE (SELECT true FROM (
         SELECT t.tenant_id, t.id, t.assignee_id, t.owner_id, t.group_id, t.created_by_id
         FROM tasks t WHERE t.tenant_id = $1 AND t.workflow_id = w.id ORDER BY t.id DESC LIMIT ${LOOKED_AT}) s
         WHERE ${isVisible(ctx, parameters)} LIMIT 1)`,
      parameters.values,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The first tasks of each workflow that the principal may see, in the order of their creation; made for batching. */
  async tasksOf(
    ctx: TenantContext,
    workflowIds: readonly string[],
    first: number,
  ): Promise<Map<string, TaskView[]>> {
    requireScope(ctx, 'tasks:read');
    const size = pageSize({ first });
    const parameters = new Parameters(ctx.tenantId);
    const ids = parameters.add(workflowIds);
    const rows = await this.database.query<TaskRow>(
      ctx,
      `SELECT ${TASK_COLUMNS} FROM unnest(${ids}::text[]) AS w (id) CROSS JOIN LATERAL (
           SELECT s.id FROM (
             SELECT t.tenant_id, t.id, t.created_at, t.assignee_id, t.owner_id, t.group_id, t.created_by_id
             FROM tasks t WHERE t.tenant_id = $1 AND t.workflow_id = w.id
             ORDER BY t.created_at, t.id LIMIT ${LOOKED_AT}) s
           WHERE ${isVisible(ctx, parameters)} ORDER BY s.created_at, s.id LIMIT ${size}) found
         JOIN tasks t ON t.tenant_id = $1 AND t.id = found.id ORDER BY t.created_at, t.id`,
      parameters.values,
    );
    const found = new Map<string, TaskView[]>(workflowIds.map((id) => [id, []]));
    for (const row of rows) if (row.workflowId !== null) found.get(row.workflowId)?.push(toTaskView(row));
    return found;
  }
}

function isVisible(ctx: TenantContext, parameters: Parameters): string {
  return ['true', ...new Conditions(ctx, {}, orderOf({}), parameters).visible('s')].join(' AND ');
}
