import { type Connection, mergeEdges } from './merge-edges';

const page = (ids: string, hasNextPage: boolean): Connection => ({
  edges: [...ids].map((cursor) => ({ cursor })),
  pageInfo: { endCursor: ids.at(-1) ?? null, hasNextPage },
});
const merged = (existing: Connection | undefined, incoming: Connection, after?: string): string => {
  const { edges, pageInfo } = mergeEdges(existing, incoming, after, ({ cursor }) => cursor);
  return `${edges.map(({ cursor }) => cursor).join('')}${pageInfo.hasNextPage ? '…' : '.'}${pageInfo.endCursor ?? ''}`;
};

describe('mergeEdges', () => {
  it('takes the first page as it is and appends the next one', () => {
    expect(merged(undefined, page('abc', true))).toBe('abc…c');
    expect(merged(page('abc', true), page('de', false), 'c')).toBe('abcde.e');
  });

  it('shows a task once when it comes again on the next page', () => {
    expect(merged(page('abc', true), page('cd', false), 'c')).toBe('abcd.d');
  });

  it('replaces the head on a re-read and keeps what was loaded below it', () => {
    expect(merged(page('abcdef', true), page('nac', true))).toBe('nacdef…f');
  });

  it('drops what the server no longer has when the re-read reached the end', () => {
    expect(merged(page('abcdef', false), page('ac', false))).toBe('ac.c');
    expect(merged(page('abc', false), page('', false))).toBe('.');
  });

  it('starts anew when the re-read shares no seam with what was loaded', () => {
    expect(merged(page('abc', true), page('xyz', true))).toBe('xyz…z');
  });
});
