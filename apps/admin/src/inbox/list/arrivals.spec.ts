import { arrivalsAmong } from './arrivals';

const rows = (ids: string) => [...ids].map((id) => ({ id }));

test.each([
  ['abc', null, ''],
  ['abc', 'abc', ''],
  ['xabc', 'abc', 'x'],
  ['axbyc', 'abc', 'xy'],
  ['abcx', 'abc', ''],
  ['xaby', 'abc', 'x'],
  ['xy', 'abc', 'xy'],
  ['', 'abc', ''],
])('of %s, where %s was known, %s arrived', (now, known, arrived) => {
  const ids = known === null ? null : new Set(known);
  expect(arrivalsAmong(rows(now), ids)).toEqual(rows(arrived));
});
