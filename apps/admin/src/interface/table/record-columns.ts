import { isRecord } from '../values/is-record';
import { inReadingOrder, isEmptyValue } from '../values/readable';

const mostColumns = 12;

export type Row = Record<string, unknown>;

/** The columns of a list of records as a table; null for what makes none: a single one, or records of many kinds. */
export function columnsOf(items: readonly unknown[], asWritten: boolean): string[] | null {
  if (items.length < 2 || !items.every(isRecord)) return null;
  const names = new Map<string, unknown>();
  for (const item of items) {
    for (const [name, value] of Object.entries(item)) {
      if (isEmptyValue(names.get(name))) names.set(name, value);
    }
  }
  const filled = items.reduce((count, item) => count + Object.keys(item).length, 0);
  const isSparse = filled * 2 < names.size * items.length;
  if (names.size === 0 || names.size > mostColumns || isSparse) return null;
  const one = Object.fromEntries(names);
  return asWritten ? Object.keys(one) : inReadingOrder(one).map(([name]) => name);
}

export interface Sorting {
  column: string;
  descending: boolean;
}

/** The positions of the rows in the order of a column; what has nothing there comes last either way. */
export function sortedPositions(rows: readonly Row[], sorting: Sorting | null): number[] {
  const positions = rows.map((_, index) => index);
  if (!sorting) return positions;
  const { column, descending } = sorting;
  const valueAt = (position: number): unknown => rows[position]?.[column];
  return positions.sort((one, other) => {
    const [left, right] = [valueAt(one), valueAt(other)];
    if (isEmptyValue(left) || isEmptyValue(right)) {
      return Number(isEmptyValue(left)) - Number(isEmptyValue(right));
    }
    return descending ? compared(right, left) : compared(left, right);
  });
}

function compared(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return textOf(one).localeCompare(textOf(other), undefined, { numeric: true });
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}
