import { toDuration, toMilliseconds } from './durations';

test.each([
  [60_000, { amount: 1, unit: 'minutes' }],
  [5_400_000, { amount: 90, unit: 'minutes' }],
  [7_200_000, { amount: 2, unit: 'hours' }],
  [2_592_000_000, { amount: 30, unit: 'days' }],
] as const)('%d milliseconds', (milliseconds, duration) => {
  expect(toDuration(milliseconds)).toEqual(duration);
  expect(toMilliseconds(duration)).toBe(milliseconds);
});

test('what is no number is no duration', () => {
  expect(toMilliseconds({ amount: '', unit: 'hours' })).toBeNull();
  expect(toMilliseconds({ amount: '1.5', unit: 'hours' })).toBe(5_400_000);
});
