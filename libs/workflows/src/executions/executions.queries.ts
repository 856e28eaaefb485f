import {
  decodeCursor,
  encodeCursor,
  InvalidCursorError,
  type Page,
  type PageRequest,
  pageSize,
  prepared,
  queryRows,
} from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import {
  EXECUTION_COLUMNS,
  type ExecutionRow,
  type ExecutionStatus,
  type ExecutionView,
  toExecutionView,
} from '../workflow/execution-view';
import { type ExecutionAccess, type ExecutionReference, seesAll } from './execution-access.service';
import { REFERENCE } from './execution-ids.queries';

export interface ExecutionFilter {
  type?: string | undefined;
  status?: readonly ExecutionStatus[] | undefined;
}

type Reference = ExecutionReference & { startedAt: Date };
type Place = [startedAt: Date, key: string];

/** Executions that a page may look through for those that a person may see. */
const LOOKED_THROUGH = [200, 1_000, 1_000];

/**
 * The latest start first. What a person may see is looked for in a bounded number of executions: a page can be short,
 * or empty, and yet not the last.
 */
export async function listExecutions(
  em: EntityManager,
  ctx: TenantContext,
  access: ExecutionAccess,
  filter: ExecutionFilter,
  request: PageRequest,
): Promise<Page<ExecutionView>> {
  const size = pageSize(request);
  const found: Reference[] = [];
  let last: Place | null = request.after ? readCursor(request.after) : null;
  let isEnd = false;
  for (const most of seesAll(ctx) ? [size + 1] : LOOKED_THROUGH) {
    const rows: Reference[] = await readReferences(em, ctx.tenantId, filter, last, most);
    found.push(...(await access.visibleOf(em, ctx, rows)));
    const furthest = rows.at(-1);
    if (furthest !== undefined) last = placeOf(furthest);
    isEnd = rows.length < most;
    if (isEnd || found.length > size) break;
  }
  const kept = found.slice(0, size);
  const cursors = kept.map((reference) => writeCursor(placeOf(reference)));
  const isFull = found.length > size;
  const endCursor = isFull || isEnd || last === null ? (cursors.at(-1) ?? null) : writeCursor(last);
  const byId = await findExecutions(
    em,
    ctx.tenantId,
    kept.map(({ id }) => id),
  );
  const items = kept.flatMap(({ id }) => byId.get(id) ?? []);
  return { items, cursors, endCursor, hasNextPage: isFull || !isEnd };
}

/** The executions among the keys, by key. */
export async function findExecutions(
  em: EntityManager,
  tenantId: string,
  keys: readonly string[],
): Promise<Map<string, ExecutionView>> {
  if (keys.length === 0) return new Map();
  const rows = await queryRows<ExecutionRow>(em, FIND_EXECUTIONS, [tenantId, keys]);
  return new Map(rows.map((row) => [row.id, toExecutionView(row)]));
}

const FIND_EXECUTIONS = prepared(
  `SELECT ${EXECUTION_COLUMNS} FROM workflow_executions WHERE tenant_id = $1 AND key = ANY($2::text[])`,
);

/** By one index scan, without what executions carry. */
async function readReferences(
  em: EntityManager,
  tenantId: string,
  { type, status }: ExecutionFilter,
  after: Place | null,
  most: number,
): Promise<Reference[]> {
  // Postgres refuses a text with a NUL; no type has one.
  if (type?.includes('\0')) return [];
  const parameters: unknown[] = [tenantId, most];
  const add = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = ['tenant_id = $1'];
  if (type !== undefined) conditions.push(`type = ${add(type)}`);
  if (status !== undefined) conditions.push(`status = ANY(${add(status)}::text[])`);
  if (after !== null) conditions.push(`(started_at, key) < (${add(after[0])}, ${add(after[1])})`);
  return queryRows<Reference>(
    em,
    `SELECT ${REFERENCE}, started_at AS "startedAt" FROM workflow_executions WHERE ${conditions.join(' AND ')}
     ORDER BY started_at DESC, key DESC LIMIT $2`,
    parameters,
  );
}

function placeOf({ startedAt, id }: Reference): Place {
  return [startedAt, id];
}

function writeCursor([startedAt, key]: Place): string {
  return encodeCursor([startedAt.toISOString(), key]);
}

/** @throws InvalidCursorError */
function readCursor(cursor: string): Place {
  const [at, key] = decodeCursor(cursor, 2);
  const startedAt = new Date(typeof at === 'string' ? at : NaN);
  if (Number.isNaN(startedAt.getTime()) || typeof key !== 'string' || key.includes('\0'))
    throw new InvalidCursorError();
  return [startedAt, key];
}
