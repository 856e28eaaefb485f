import { encodeCursor, InvalidCursorError } from '@orkestra/core';
import { readTextCursor } from './text-cursor';

test('a cursor is a text that can be looked for, or none', () => {
  expect([undefined, null, encodeCursor(['a@b.test'])].map(readTextCursor)).toEqual(['', '', 'a@b.test']);
  for (const cursor of ['bad', encodeCursor(['a\0']), encodeCursor([1])])
    expect(() => readTextCursor(cursor)).toThrow(InvalidCursorError);
});
