import { holidayWords } from './holiday.words';

it.each([
  [{ date: '2027-03-26', name: 'Karfreitag', closedFromMinute: 0 }, 'Fri 26 Mar: Karfreitag'],
  [
    { date: '2026-12-24', name: 'Aðfangadagur', closedFromMinute: 780 },
    'Thu 24 Dec: Aðfangadagur (from 13:00)',
  ],
])('%j is told as "%s"', (day, words) => {
  expect(holidayWords(day)).toBe(words);
});
