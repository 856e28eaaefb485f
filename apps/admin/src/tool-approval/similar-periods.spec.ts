import { endOf } from './similar-periods';

const now = new Date(2027, 2, 1, 9, 30, 15);

test.each([
  ['today', new Date(2027, 2, 1, 23, 59, 59)],
  ['hour', new Date(2027, 2, 1, 10, 30, 15)],
  ['week', new Date(2027, 2, 8, 9, 30, 15)],
] as const)('%s', (period, end) => {
  expect(endOf(period, now)).toBe(end.toISOString());
});

test('custom has no end of its own', () => {
  expect(endOf('custom', now)).toBeNull();
});
