import {
  decodeCursor,
  InvalidCursorError,
  type Page,
  type PageRequest,
  pageSize,
  queryRows,
  toPage,
} from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import {
  EXECUTION_COLUMNS,
  type ExecutionRow,
  type ExecutionStatus,
  type ExecutionView,
  toExecutionView,
} from '../workflow/execution-view';

export interface ExecutionFilter {
  type?: string | undefined;
  status?: readonly ExecutionStatus[] | undefined;
}

/** One page of a tenant's executions by one index scan, the latest start first. */
export async function listExecutions(
  em: EntityManager,
  tenantId: string,
  { type, status }: ExecutionFilter,
  page: PageRequest,
): Promise<Page<ExecutionView>> {
  const size = pageSize(page);
  const parameters: unknown[] = [tenantId, size + 1];
  // Postgres refuses a text with a NUL; no type has one.
  const conditions = ['tenant_id = $1', ...(type?.includes('\0') ? ['false'] : [])];
  const add = (condition: (first: number) => string, ...values: unknown[]) => {
    conditions.push(condition(parameters.length + 1));
    parameters.push(...values);
  };
  if (type !== undefined && !type.includes('\0')) add((n) => `type = $${n}`, type);
  if (status !== undefined) add((n) => `status = ANY($${n}::text[])`, status);
  if (page.after) add((n) => `(started_at, key) < ($${n}, $${n + 1})`, ...readCursor(page.after));
  const rows = await queryRows<ExecutionRow>(
    em,
    `SELECT ${EXECUTION_COLUMNS} FROM workflow_executions WHERE ${conditions.join(' AND ')}
     ORDER BY started_at DESC, key DESC LIMIT $2`,
    parameters,
  );
  return toPage(rows, size, toExecutionView, ({ startedAt, id }) => [startedAt.toISOString(), id]);
}

/** @throws InvalidCursorError */
function readCursor(cursor: string): [Date, string] {
  const [at, key] = decodeCursor(cursor, 2);
  const startedAt = new Date(typeof at === 'string' ? at : NaN);
  if (Number.isNaN(startedAt.getTime()) || typeof key !== 'string' || key.includes('\0'))
    throw new InvalidCursorError();
  return [startedAt, key];
}
