import { decodeCursor, encodeCursor, InvalidCursorError, pageSize, toPage } from './pagination';

describe('cursors', () => {
  it('come back as they were', () => {
    expect(decodeCursor(encodeCursor(['a', 1]), 2)).toEqual(['a', 1]);
  });

  it.each(['', 'rubbish', encodeCursor(['a']), Buffer.from('{}').toString('base64url')])(
    'refuses %j',
    (cursor) => {
      expect(() => decodeCursor(cursor, 2)).toThrow(InvalidCursorError);
    },
  );
});

describe('toPage', () => {
  it('knows from one row too many that there is a next page', () => {
    const page = toPage([1, 2, 3], 2, String, (row) => [row]);
    const cursors = [encodeCursor([1]), encodeCursor([2])];
    expect(page).toEqual({ items: ['1', '2'], cursors, endCursor: cursors[1], hasNextPage: true });
    const empty = { items: [], cursors: [], endCursor: null, hasNextPage: false };
    expect(toPage([], 2, String, (row) => [row])).toEqual(empty);
  });

  it.each([0, 101, 1.5])('refuses a page of %d', (first) => {
    expect(() => pageSize({ first })).toThrow(/1 to 100/);
  });
});
