import { decodeCursor, InvalidCursorError, isUuid } from '@orkestra/core';
import { isClosed, TASK_STATUSES } from '../task/task-status';
import type { TaskFilter } from './task-filter';
import { InvalidTaskFilterError } from '../task/task.errors';

/** What a list can be sorted by; equal tasks are told apart by id, so that a page never repeats or skips one. */
export const TASK_ORDERS = [
  'DUE_ASC',
  'DUE_DESC',
  'PRIORITY_DESC',
  'PRIORITY_ASC',
  'CREATED_DESC',
  'CREATED_ASC',
  'CLOSED_DESC',
] as const;

export type TaskOrder = (typeof TASK_ORDERS)[number];

export type Column = 'due_at' | 'rank' | 'created_at' | 'closed_at' | 'id';

/** In which order a list runs, and so what its cursor holds. */
export interface Order {
  name: TaskOrder;
  /** The keyset columns; the last one is the task's id. */
  columns: readonly [Column, ...Column[]];
  descending: boolean;
  /** Which tasks the list is of, and so which indexes it reads. */
  part: 'open' | 'closed' | 'all';
}

const COLUMNS = {
  DUE: ['due_at', 'rank', 'id'],
  // The rank is the priority turned round, so that the most urgent and then the soonest come first.
  PRIORITY: ['rank', 'due_at', 'id'],
  CREATED: ['created_at', 'id'],
  CLOSED: ['closed_at', 'id'],
} as const;
const CASTS: Record<Column, string> = {
  due_at: 'timestamptz',
  rank: 'smallint',
  created_at: 'timestamptz',
  closed_at: 'timestamptz',
  id: 'uuid',
};

/** @throws InvalidTaskFilterError when no list runs so */
export function orderOf(filter: TaskFilter, wanted?: TaskOrder | null): Order {
  const part = partOf(filter);
  const name = wanted ?? DEFAULTS[part];
  if (!ORDERS_OF[part].includes(name)) throw new InvalidTaskFilterError(REFUSALS[part]);
  const [key, direction] = name.split('_') as [keyof typeof COLUMNS, 'ASC' | 'DESC'];
  return {
    name,
    columns: COLUMNS[key],
    descending: direction === (key === 'PRIORITY' ? 'ASC' : 'DESC'),
    part,
  };
}

const DEFAULTS = { open: 'DUE_ASC', closed: 'CLOSED_DESC', all: 'CREATED_ASC' } as const;
const ORDERS_OF: Record<Order['part'], readonly TaskOrder[]> = {
  open: TASK_ORDERS.filter((name) => name !== 'CLOSED_DESC'),
  closed: ['CLOSED_DESC'],
  all: ['CREATED_ASC', 'CREATED_DESC'],
};
const REFUSALS: Record<Order['part'], string> = {
  open: 'Open tasks have not been closed: order them by due date, priority or creation.',
  closed: 'Closed tasks are listed by when they were closed: leave out `orderBy`, or take CLOSED_DESC.',
  all: 'The tasks of one workflow are listed by creation: take CREATED_ASC or CREATED_DESC.',
};

function partOf({ status = [], workflowId, candidate }: TaskFilter): Order['part'] {
  const closed = status.filter(isClosed).length;
  if (closed > 0 && candidate)
    throw new InvalidTaskFilterError('A closed task has no candidates. Leave out `candidate`.');
  if (workflowId !== undefined) return 'all';
  if (closed === 0) return 'open';
  if (closed < status.length)
    throw new InvalidTaskFilterError('Ask for open statuses or for closed ones, not for both in one list.');
  return 'closed';
}

/** The statuses that the list must tell apart, or null when it is of all tasks of its part. */
export function statusesOf({ status }: TaskFilter, { part }: Order): string[] | null {
  if (!status?.length) return null;
  const all = TASK_STATUSES.filter((one) => part === 'all' || isClosed(one) === (part === 'closed'));
  return all.every((one) => status.includes(one)) ? null : status;
}

/** The condition that continues after a cursor, as one row comparison. */
export function keyset({ name, columns, descending }: Order, cursor: string, parameters: Parameters): string {
  const [order, ...values] = decodeCursor(cursor, columns.length + 1);
  if (order !== name) throw new InvalidCursorError();
  const bounds = columns.map(
    (column, index) => `${parameters.add(checked(values[index], CASTS[column]))}::${CASTS[column]}`,
  );
  return `(${columns.map((column) => `s.${column}`).join(', ')}) ${descending ? '<' : '>'} (${bounds.join(', ')})`;
}

/** A cursor is a caller's text: only what Postgres will read as the column's type may reach it. */
function checked(value: unknown, cast: string): string {
  if (typeof value === 'string' && FITS[cast]?.(value)) return value;
  throw new InvalidCursorError();
}

const FITS: Record<string, (value: string) => boolean> = {
  uuid: isUuid,
  smallint: (value) => /^-?\d{1,4}$/.test(value),
  timestamptz: (value) => value === 'infinity' || isTimestamp(value),
};

/** Whether a cursor's text is a moment as Postgres writes it, on a day that there is. */
function isTimestamp(value: string): boolean {
  const [, day = ''] =
    /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d){0,2}$/.exec(
      value,
    ) ?? [];
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && !day.startsWith('0000');
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
