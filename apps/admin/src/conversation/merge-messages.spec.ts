import { mergeMessages, type Messages } from './merge-messages';

const page = (...numbers: number[]): Messages<number> => ({
  edges: numbers,
  pageInfo: { startCursor: `${numbers[0]}`, hasPreviousPage: (numbers[0] ?? 1) > 1 },
});
const merged = (existing: Messages<number> | undefined, incoming: Messages<number>): string => {
  const { edges, pageInfo } = mergeMessages(existing, incoming, (number) => number);
  return `${pageInfo.hasPreviousPage ? '…' : ''}${edges.join()} from ${pageInfo.startCursor}`;
};

describe('mergeMessages', () => {
  it('takes the first page as it is', () => {
    expect(merged(undefined, page(4, 5))).toBe('…4,5 from 4');
    expect(merged(page(), page(4, 5))).toBe('…4,5 from 4');
  });

  it('puts what was said later behind, and what was said earlier before', () => {
    expect(merged(page(4, 5), page(6, 7))).toBe('…4,5,6,7 from 4');
    expect(merged(page(4, 5), page(2, 3))).toBe('…2,3,4,5 from 2');
    expect(merged(page(3, 4), page(1, 2))).toBe('1,2,3,4 from 1');
  });

  it('shows a message once, however often it comes', () => {
    expect(merged(page(3, 4, 5), page(4, 5, 6))).toBe('…3,4,5,6 from 3');
    expect(merged(page(1, 2, 3), page(2, 3))).toBe('1,2,3 from 1');
  });

  it('never shows messages between which others are missing', () => {
    expect(merged(page(1, 2), page(8, 9))).toBe('…8,9 from 8');
    expect(merged(page(8, 9), page(1, 2))).toBe('…8,9 from 8');
  });

  it('keeps what is there when nothing comes', () => {
    expect(merged(page(1, 2), page())).toBe('1,2 from 1');
  });
});
