import { type Page, type PageRequest, pageSize, queryRows, toPage } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { TaskFilter } from './task-filter';
import { keyset, orderOf, Parameters } from './task-list-order';
import { scansOf } from './task-list-scans';
import { TASK_COLUMNS, type TaskRow, toTaskView, type TaskView } from './task-view';

/** Reads a page by keyset: its cost does not grow with the number of tasks, nor with how far one has paged. */
export async function listTasks(
  em: EntityManager,
  ctx: TenantContext,
  filter: TaskFilter,
  request: PageRequest,
): Promise<Page<TaskView>> {
  const { sql, parameters } = listQuery(ctx, filter, request);
  const rows = await queryRows<TaskRow & { cursor: string[] }>(em, sql, parameters);
  return toPage(
    rows,
    pageSize(request),
    ({ cursor: _, ...row }) => toTaskView(row),
    ({ cursor }) => cursor,
  );
}

/** The page's query: a few index scans, merged, and only then the tasks themselves. */
export function listQuery(ctx: TenantContext, filter: TaskFilter, request: PageRequest) {
  const limit = pageSize(request) + 1;
  const order = orderOf(filter);
  const parameters = new Parameters(ctx.tenantId);
  const after = request.after ? keyset(order, request.after, parameters) : 'true';
  const keys = order.columns.map(({ sql }) => sql).join(', ');
  const sorted = (table: string) =>
    order.columns.map(({ sql }) => `${table}${sql} ${order.descending ? 'DESC' : 'ASC'}`).join(', ');
  const scans = scansOf(ctx, filter, order, parameters).map(
    ({ from, where }) =>
      `(SELECT ${keys} FROM ${from} WHERE s.tenant_id = $1 AND ${where} AND ${after}
        ORDER BY ${sorted('')} LIMIT ${limit})`,
  );
  const sql = `
    WITH page AS (
      SELECT DISTINCT ${keys} FROM (${scans.join(' UNION ALL ')}) scans ORDER BY ${sorted('')} LIMIT ${limit}
    )
    SELECT ${TASK_COLUMNS}, json_build_array(${order.columns.map((c) => `t.${c.sql}::text`).join(', ')}) AS cursor
    FROM page JOIN tasks t ON t.tenant_id = $1 AND t.id = page.id
    ORDER BY ${sorted('t.')}`;
  return { sql, parameters: parameters.values };
}
