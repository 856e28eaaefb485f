import { toConnection } from './connection';

const page = { items: ['a', 'b'], cursors: ['1', '2'], endCursor: '2', hasNextPage: true };

test('a page knows where it begins and ends, and whether one came before it', () => {
  expect(toConnection(page, {})).toEqual({
    edges: [
      { cursor: '1', node: 'a' },
      { cursor: '2', node: 'b' },
    ],
    pageInfo: { startCursor: '1', endCursor: '2', hasPreviousPage: false, hasNextPage: true },
  });
  expect(toConnection(page, { after: '0' }).pageInfo.hasPreviousPage).toBe(true);
  const nothing = { startCursor: null, endCursor: null, hasPreviousPage: false, hasNextPage: false };
  expect(toConnection(null, { after: null })).toEqual({ edges: [], pageInfo: nothing });
});
