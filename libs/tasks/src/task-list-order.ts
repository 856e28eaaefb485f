import { decodeCursor, InvalidCursorError, isUuid } from '@orkestra/core';
import { isClosed } from './task.state';
import type { TaskFilter } from './task-filter';
import { InvalidTaskFilterError } from './tasks.errors';

/** In which order a list runs, and so what its cursor holds. */
export interface Order {
  /** The keyset columns; the last one is the task's id. */
  columns: readonly { sql: string; cast: string }[];
  descending: boolean;
}

export const BY_DUE: Order = {
  columns: [
    { sql: 'due_at', cast: 'timestamptz' },
    { sql: 'rank', cast: 'smallint' },
    { sql: 'id', cast: 'uuid' },
  ],
  descending: false,
};
export const BY_CLOSED: Order = {
  columns: [
    { sql: 'closed_at', cast: 'timestamptz' },
    { sql: 'id', cast: 'uuid' },
  ],
  descending: true,
};
const BY_CREATED: Order = { columns: [{ sql: 'id', cast: 'uuid' }], descending: false };

export function orderOf({ status, workflowId, candidate }: TaskFilter): Order {
  if (workflowId !== undefined) return BY_CREATED;
  const closed = (status ?? []).filter(isClosed).length;
  if (closed === 0) return BY_DUE;
  if (closed < (status ?? []).length) {
    throw new InvalidTaskFilterError('Ask for open statuses or for closed ones, not for both in one list.');
  }
  if (candidate) throw new InvalidTaskFilterError('A closed task has no candidates. Leave out `candidate`.');
  return BY_CLOSED;
}

/** The condition that continues after a cursor, as one row comparison. */
export function keyset(order: Order, cursor: string, parameters: Parameters): string {
  const values = decodeCursor(cursor, order.columns.length);
  if (values.some((value) => typeof value !== 'string') || !isUuid(values.at(-1)))
    throw new InvalidCursorError();
  const columns = order.columns.map(({ sql }) => `s.${sql}`).join(', ');
  const bounds = order.columns.map(
    ({ cast }, index) => `${parameters.add(checked(values[index], cast))}::${cast}`,
  );
  return `(${columns}) ${order.descending ? '<' : '>'} (${bounds.join(', ')})`;
}

/** A cursor is a caller's text: only what Postgres will read as the column's type may reach it. */
function checked(value: unknown, cast: string): unknown {
  const text = String(value);
  const fits =
    cast === 'timestamptz'
      ? text === 'infinity' || /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:?\d\d)?$/.test(text)
      : cast !== 'smallint' || /^-?\d{1,4}$/.test(text);
  if (!fits) throw new InvalidCursorError();
  return text;
}

/** Collects the values of a query; each gets the next `$n`. */
export class Parameters {
  readonly values: unknown[];

  constructor(tenantId: string) {
    this.values = [tenantId];
  }

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
