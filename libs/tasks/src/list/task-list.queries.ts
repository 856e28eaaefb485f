import {
  encodeCursor,
  prepared,
  type Page,
  type PageRequest,
  pageSize,
  queryRows,
  type Reader,
} from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { checkTaskFilter, type TaskFilter } from './task-filter';
import { keyset, type Order, orderOf, Parameters, type TaskOrder } from './task-order';
import { scansOf, sortedBy } from './list-scans.queries';
import { TASK_COLUMNS, type TaskRow, toTaskView, type TaskView } from '../task/task-view';

export interface TaskPageRequest extends PageRequest {
  /** Default: open tasks by due date, closed ones by when they were closed, those of a workflow by creation. */
  orderBy?: TaskOrder | null | undefined;
}

interface ListRow extends TaskRow {
  cursor: string[];
  fits: boolean | null;
  ends: boolean;
}

/**
 * Rows that a page may read while it looks for tasks which no index picks out. Few at first, since most pages are
 * full soon and Postgres sorts a whole queue rather than walk far in it; then enough for what is rare.
 */
const READ = [1_000, 10_000] as const;

/**
 * Reads a page by keyset: its cost grows neither with the number of tasks nor with how far one has paged.
 * A page can be short, or empty, and yet not the last: then many tasks were looked through that are not the list's.
 */
export async function listTasks(
  em: EntityManager | Reader,
  ctx: TenantContext,
  filter: TaskFilter,
  request: TaskPageRequest,
): Promise<Page<TaskView>> {
  const size = pageSize(request);
  let page: Page<TaskView> = { items: [], cursors: [], endCursor: request.after ?? null, hasNextPage: true };
  for (const read of READ) {
    const more = { ...request, first: size - page.items.length, after: page.endCursor };
    const { sql, parameters, order } = listQuery(ctx, filter, more, read);
    const next = toTaskPage(await queryRows<ListRow>(em, sql, parameters), more.first, order);
    page = {
      items: [...page.items, ...next.items],
      cursors: [...page.cursors, ...next.cursors],
      endCursor: next.endCursor ?? page.cursors.at(-1) ?? null,
      hasNextPage: next.hasNextPage,
    };
    if (!page.hasNextPage || page.items.length === size) break;
  }
  return page;
}

/** The page's query: a few index scans, merged, and only then the tasks themselves. */
export function listQuery(
  ctx: TenantContext,
  filter: TaskFilter,
  request: TaskPageRequest,
  read: number = READ[0],
) {
  checkTaskFilter(filter);
  const rows = pageSize(request) + 1;
  const order = orderOf(filter, request.orderBy);
  const parameters = new Parameters(ctx.tenantId);
  const after = request.after ? keyset(order, request.after, parameters) : 'true';
  const keys = order.columns.join(', ');
  const scans = scansOf(ctx, filter, order, parameters, { rows, after, read });
  const sql = `
    WITH page AS (
      SELECT ${keys}, bool_or(fits) AS fits, bool_or(ends) AS ends FROM (${scans.join(' UNION ALL ')}) scans
      GROUP BY ${keys} ORDER BY ${sortedBy(order)} LIMIT ${rows}
    )
    SELECT ${TASK_COLUMNS}, page.fits, page.ends,
           json_build_array(${order.columns.map((column) => `page.${column}::text`).join(', ')}) AS cursor
    FROM page JOIN tasks t ON t.tenant_id = $1 AND t.id = page.id
    ORDER BY ${sortedBy(order, 'page.')}`;
  return { sql: isStartOfTab(filter, request) ? prepared(sql) : sql, parameters: parameters.values, order };
}

/**
 * What each inbox begins with, again and again. Its order is the one of the indexes that find its tasks, so whatever a
 * person has, no plan is better than walking along them; for other orders sorting can be.
 */
function isStartOfTab(filter: TaskFilter, { after, orderBy }: TaskPageRequest): boolean {
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined);
  const tab = asked.length === 1 && (asked[0]?.[0] === 'candidate' || asked[0]?.[0] === 'assignedToMe');
  return tab && asked[0]?.[1] === true && !after && (orderBy ?? 'DUE_ASC') === 'DUE_ASC';
}

function toTaskPage(rows: readonly ListRow[], size: number, { name }: Order): Page<TaskView> {
  const end = rows.findIndex(({ ends }) => ends);
  const known = end === -1 ? rows : rows.slice(0, end + 1);
  const fitting = known.filter(({ fits }) => fits);
  const kept = fitting.slice(0, size);
  const cursorOf = ({ cursor }: ListRow) => encodeCursor([name, ...cursor]);
  const goesOn = fitting.length > size;
  const last = goesOn || end === -1 ? kept.at(-1) : rows[end];
  return {
    items: kept.map(toTaskView),
    cursors: kept.map(cursorOf),
    endCursor: last === undefined ? null : cursorOf(last),
    hasNextPage: goesOn || end !== -1,
  };
}
