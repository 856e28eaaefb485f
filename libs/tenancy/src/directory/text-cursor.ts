import { decodeCursor, InvalidCursorError } from '@orkestra/core';

/**
 * The text after which a page begins, in a list that is sorted by one; empty for the first page.
 * @throws InvalidCursorError
 */
export function readTextCursor(cursor: string | null | undefined): string {
  if (cursor == null) return '';
  const [text] = decodeCursor(cursor, 1);
  // Postgres refuses a text with a NUL; no list has one.
  if (typeof text !== 'string' || text.includes('\0')) throw new InvalidCursorError();
  return text;
}
