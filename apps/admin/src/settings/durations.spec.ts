import { durationWords, toDuration, toMilliseconds } from './durations';

test.each([
  [60_000, { amount: 1, unit: 'minutes' }, '1 minute'],
  [5_400_000, { amount: 90, unit: 'minutes' }, '90 minutes'],
  [7_200_000, { amount: 2, unit: 'hours' }, '2 hours'],
  [2_592_000_000, { amount: 30, unit: 'days' }, '30 days'],
] as const)('%d milliseconds', (milliseconds, duration, words) => {
  expect(toDuration(milliseconds)).toEqual(duration);
  expect(toMilliseconds(duration)).toBe(milliseconds);
  expect(durationWords(milliseconds)).toBe(words);
});

test('what is no number is no duration', () => {
  expect(toMilliseconds({ amount: '', unit: 'hours' })).toBeNull();
  expect(toMilliseconds({ amount: '1.5', unit: 'hours' })).toBe(5_400_000);
});
