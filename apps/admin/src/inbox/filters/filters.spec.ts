import { priorityName } from '../../badges/priority.words';
import { isSearchable, narrowing, priorityChoices, readFilters, toTaskFilter } from './filters';

const read = (address: string, tab: 'claim' | 'open' | 'closed' = 'open') =>
  readFilters(new URLSearchParams(address), tab);
const now = new Date(2026, 2, 1, 15, 30);

test('an address without filters asks for the tab alone', () => {
  const filters = read('tab=claim', 'claim');
  expect(narrowing(filters)).toBe(0);
  expect(toTaskFilter('claim', filters, now)).toEqual({ candidate: true, status: ['READY'] });
});

test('all filters narrow at once', () => {
  const filters = read(
    'group=l1&q=broken vase&status=READY,SUSPENDED&priority=high&type=refund&sort=PRIORITY_DESC',
  );
  expect(narrowing(filters)).toBe(3);
  expect(filters.order).toBe('PRIORITY_DESC');
  expect(toTaskFilter('open', filters, now)).toEqual({
    status: ['READY', 'SUSPENDED'],
    group: 'l1',
    text: 'broken vase',
    priority: { min: 63, max: 87 },
    type: 'refund',
  });
});

test('what an address should not say is left out', () => {
  const filters = read('status=COMPLETED,NONSENSE&priority=constructor&due=tomorrow&sort=CLOSED_DESC&group=');
  expect(filters).toEqual({
    group: null,
    text: '',
    status: [],
    priority: null,
    due: null,
    type: '',
    order: null,
  });
  expect(read('sort=DUE_ASC', 'closed').order).toBeNull();
  expect(read(`q=${'x'.repeat(300)}`).text).toHaveLength(200);
});

test('a day ends at midnight where the person is', () => {
  const rangeOf = (due: string) => toTaskFilter('open', read(`due=${due}`), now).due;
  expect(rangeOf('overdue')).toEqual({ until: now.toISOString() });
  expect(rangeOf('today')).toEqual({
    from: new Date(2026, 2, 1).toISOString(),
    until: new Date(2026, 2, 2).toISOString(),
  });
  expect(rangeOf('week')).toEqual({
    from: new Date(2026, 2, 1).toISOString(),
    until: new Date(2026, 2, 8).toISOString(),
  });
});

test('the ranges of priorities are those of their names', () => {
  for (let priority = 0; priority <= 100; priority += 1) {
    const fitting = priorityChoices.filter((choice) => {
      const { min = 0, max = 100 } = toTaskFilter('open', read(`priority=${choice}`), now).priority ?? {};
      return priority >= (min ?? 0) && priority <= (max ?? 100);
    });
    expect(fitting).toEqual([priorityName(priority).toLowerCase()]);
  }
});

test.each([
  ['vase', true],
  ['-vase', false],
  ['  ', false],
  ['"broken vase" -refund', true],
  ['…', false],
])('%j is searched for: %s', (text, searched) => {
  expect(isSearchable(text)).toBe(searched);
  expect('text' in toTaskFilter('open', read(`q=${encodeURIComponent(text)}`), now)).toBe(searched);
});
