import { minutesOf, modeChoices, timeOf } from './preference.words';

test.each([
  [0, '00:00'],
  [510, '08:30'],
  [1_439, '23:59'],
])('%d minutes after midnight', (minutes, time) => {
  expect(timeOf(minutes)).toBe(time);
  expect(minutesOf(time)).toBe(minutes);
});

test('what is no time is none', () => {
  expect(timeOf(null)).toBe('');
  expect(minutesOf('')).toBeNull();
  expect(minutesOf('24:00')).toBeNull();
});

test('the list in the app has no digest', () => {
  expect(modeChoices('in_app').map(({ value }) => value)).toEqual(['OFF', 'ON']);
  expect(modeChoices('email')).toHaveLength(4);
});
