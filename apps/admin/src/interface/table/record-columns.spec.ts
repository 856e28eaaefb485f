import { columnsOf, sortedPositions } from './record-columns';

describe('columnsOf', () => {
  it('takes what every record has, and what only some have', () => {
    expect(
      columnsOf(
        [
          { b: 1, a: 2 },
          { a: 3, b: 1, c: 4 },
        ],
        true,
      ),
    ).toEqual(['b', 'a', 'c']);
  });

  it('puts what holds more than a word last', () => {
    expect(
      columnsOf(
        [
          { tags: ['x'], sku: 'A' },
          { tags: [], sku: 'B' },
        ],
        false,
      ),
    ).toEqual(['sku', 'tags']);
  });

  it('makes no table of one record, of other things, or of records that have little in common', () => {
    expect(columnsOf([{ a: 1 }], true)).toBeNull();
    expect(columnsOf([{ a: 1 }, 2], true)).toBeNull();
    expect(columnsOf([{ a: 1 }, { b: 1 }, { c: 1 }], true)).toBeNull();
    expect(columnsOf([{}, {}], true)).toBeNull();
  });
});

describe('sortedPositions', () => {
  const rows = [{ n: 10, t: 'Line 10' }, { n: 9, t: 'Line 9' }, { t: '' }];

  it('goes by size for numbers, by numbers within texts, and puts nothing last', () => {
    expect(sortedPositions(rows, null)).toEqual([0, 1, 2]);
    expect(sortedPositions(rows, { column: 'n', descending: false })).toEqual([1, 0, 2]);
    expect(sortedPositions(rows, { column: 'n', descending: true })).toEqual([0, 1, 2]);
    expect(sortedPositions(rows, { column: 't', descending: false })).toEqual([1, 0, 2]);
  });
});
