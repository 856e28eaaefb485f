import { inReadingOrder, isEmptyValue, readableKey, readSources, webAddress } from './readable';

describe('readableKey', () => {
  it.each([
    ['conversationId', 'Conversation id'],
    ['order_total', 'Order total'],
    ['URL', 'Url'],
    ['__', '__'],
  ])('reads %s as %s', (key, text) => expect(readableKey(key)).toBe(text));
});

describe('webAddress', () => {
  it('makes links of http and https only', () => {
    expect(webAddress('https://example.com/a')).toBe('https://example.com/a');
    expect(webAddress('javascript:alert(1)')).toBeNull();
    expect(webAddress('see https://example.com')).toBeNull();
    expect(webAddress('http://[')).toBeNull();
  });
});

describe('readSources', () => {
  it('reads titles with a score, an address or an excerpt', () => {
    expect(
      readSources([{ title: 'Returns', score: 0.6, url: 'javascript:x', excerpt: 'Within 30 days', id: 7 }]),
    ).toEqual([{ title: 'Returns', score: 0.6, url: null, excerpt: 'Within 30 days', rest: { id: 7 } }]);
  });

  it('leaves other lists alone', () => {
    expect(readSources([])).toBeNull();
    expect(readSources(['a'])).toBeNull();
    expect(readSources([{ title: 'Only a title' }])).toBeNull();
    expect(readSources([{ title: 'A', score: 1 }, { other: 1 }])).toBeNull();
  });
});

describe('isEmptyValue', () => {
  it('does not take 0 and false for nothing', () => {
    expect([0, false, 'a', [0], { a: null }].map(isEmptyValue)).toEqual([false, false, false, false, false]);
    expect([null, undefined, '', [], {}].map(isEmptyValue)).toEqual([true, true, true, true, true]);
  });
});

describe('inReadingOrder', () => {
  it('puts the question first and lists last, and leaves equals as they came', () => {
    const context = { draft: 'x', sources: [], b: 1, a: 2, question: 'y' };
    expect(inReadingOrder(context).map(([key]) => key)).toEqual(['question', 'draft', 'b', 'a', 'sources']);
  });
});
