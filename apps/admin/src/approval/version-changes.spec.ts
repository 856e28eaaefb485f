import { changesBetween } from './version-changes';

test('names what changed, what came and what went, by the way to it', () => {
  const before = {
    amount: 100,
    to: 'ACME',
    note: 'x',
    lines: [
      { sku: 'a', count: 1 },
      { sku: 'b', count: 2 },
    ],
  };
  const after = { amount: 50, to: 'ACME', urgent: true, lines: [{ sku: 'a', count: 3 }] };
  expect(changesBetween(before, after)).toEqual([
    { path: ['amount'], before: 100, after: 50 },
    { path: ['note'], before: 'x', after: undefined },
    { path: ['lines', '0', 'count'], before: 1, after: 3 },
    { path: ['lines', '1'], before: { sku: 'b', count: 2 }, after: undefined },
    { path: ['urgent'], before: undefined, after: true },
  ]);
});

test('equal versions have no changes, whatever they are', () => {
  expect(changesBetween({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toEqual([]);
  expect(changesBetween('x', 'x')).toEqual([]);
});

test('values of different kinds are told as a whole', () => {
  expect(changesBetween('x', { a: 1 })).toEqual([{ path: [], before: 'x', after: { a: 1 } }]);
  expect(changesBetween([1], { 0: 1 })).toEqual([{ path: [], before: [1], after: { 0: 1 } }]);
});

test('a part that is named like a built-in one is a part like others', () => {
  expect(changesBetween({}, JSON.parse('{ "constructor": 1 }'))).toEqual([
    { path: ['constructor'], before: undefined, after: 1 },
  ]);
});

test('a large difference ends somewhere', () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, index]));
  expect(changesBetween({}, many)).toHaveLength(100);
});
