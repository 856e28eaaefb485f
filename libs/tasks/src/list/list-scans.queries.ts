import type { TenantContext } from '@orkestra/tenancy';
import type { TaskFilter } from './task-filter';
import { Conditions } from './list-conditions.queries';
import type { Order, Parameters } from './task-order';
import { type Source, sourcesOf } from './list-sources.queries';

/** A scan among many reads at least so far. */
const LEAST_READ = 200;

interface Cut {
  /** How many tasks are wanted. */
  rows: number;
  /** The condition that continues after a cursor. */
  after: string;
  /** How many rows all scans together may read while they look for tasks that no index picks out. */
  read: number;
}

/**
 * The scans whose merged rows are the list. A row that `fits` is one of the list's. A scan which `ends` at a row
 * has read as far as it may: what the list holds behind that row is not known.
 */
export function scansOf(
  ctx: TenantContext,
  filter: TaskFilter,
  order: Order,
  parameters: Parameters,
  cut: Cut,
): string[] {
  const sources = sourcesOf(new Conditions(ctx, filter, order, parameters));
  const walks = sources.reduce((sum, { each }) => sum + (each?.count ?? 1), 0);
  const most = Math.max(LEAST_READ, cut.rows, Math.floor(cut.read / walks));
  return sources.map((source) => scan(source, order, cut, most));
}

function scan({ from, where, rest, each }: Source, order: Order, { rows, after }: Cut, most: number): string {
  const keys = order.columns.map((column) => `s.${column}`).join(', ');
  const sorted = sortedBy(order, 's.');
  const known = ['s.tenant_id = $1', ...where, after].join(' AND ');
  const fits = `(${rest.join(' AND ')})`;
  const walk =
    rest.length === 0
      ? `SELECT ${keys}, true AS fits, false AS ends FROM ${from} WHERE ${known} ORDER BY ${sorted} LIMIT ${rows}`
      : `SELECT ${keys}, ${fits} AS fits, s.nth = ${most} AS ends
         FROM (SELECT s.*, row_number() OVER (ORDER BY ${sorted}) AS nth FROM ${from} WHERE ${known}
               ORDER BY ${sorted} LIMIT ${most}) s
         WHERE ${fits} OR s.nth = ${most} ORDER BY ${sorted} LIMIT ${rows}`;
  if (each === undefined) return `(${walk})`;
  return `(SELECT e.* FROM unnest(${each.parameter}::uuid[]) AS p(id) CROSS JOIN LATERAL (${walk}) e)`;
}

export function sortedBy({ columns, descending }: Order, table = ''): string {
  return columns.map((column) => `${table}${column}${descending ? ' DESC' : ''}`).join(', ');
}
