import { DomainError } from './process/domain.errors';

/** Items in one page of any list. */
export const LARGEST_PAGE = 100;

/** One page of a keyset-paginated list. */
export interface Page<T> {
  items: T[];
  /** The cursor of each item, to pass as `after`. */
  cursors: string[];
  /** Cursor of the last item; null when the page is empty. */
  endCursor: string | null;
  hasNextPage: boolean;
}

export interface PageRequest {
  /** How many items, 1 to 100; default 20. */
  first?: number;
  after?: string | null;
}

export class InvalidCursorError extends DomainError {
  constructor() {
    super(
      'invalid',
      'pagination.invalid_cursor',
      'The cursor is not one that this list gave out. Start again without `after`.',
    );
  }
}

class InvalidPageSizeError extends DomainError {
  constructor(first: number) {
    super(
      'invalid',
      'pagination.invalid_size',
      `A page holds 1 to ${LARGEST_PAGE} items, not ${first}. Change \`first\`.`,
    );
  }
}

export function pageSize({ first }: PageRequest): number {
  const size = first ?? 20;
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE) throw new InvalidPageSizeError(size);
  return size;
}

export function encodeCursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** @throws InvalidCursorError unless the cursor holds exactly `length` values. */
export function decodeCursor(cursor: string, length: number): unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length) return values;
  } catch {
    // Falls through: whatever is wrong with it, the answer is the same.
  }
  throw new InvalidCursorError();
}

/** Cuts `size + 1` fetched rows into a page. */
export function toPage<Row, T>(
  rows: readonly Row[],
  size: number,
  item: (row: Row) => T,
  cursorOf: (row: Row) => readonly unknown[],
): Page<T> {
  const kept = rows.slice(0, size);
  const cursors = kept.map((row) => encodeCursor(cursorOf(row)));
  return {
    items: kept.map(item),
    cursors,
    endCursor: cursors.at(-1) ?? null,
    hasNextPage: rows.length > size,
  };
}
