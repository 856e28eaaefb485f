import { goesOn, periodWords, wholeDays } from './period.words';

test('the last day of an absence is away too', () => {
  const days = wholeDays('2026-12-21', '2026-12-31');
  expect(new Date(days?.from ?? '')).toEqual(new Date(2026, 11, 21));
  expect(new Date(days?.until ?? '')).toEqual(new Date(2027, 0, 1));
  expect(periodWords(days ?? { from: '', until: '' })).toMatch(/21.* to .*31/);
  expect(wholeDays('', '2026-12-31')).toBeNull();
});

test('one day is named once, and parts of days with their time', () => {
  expect(periodWords(wholeDays('2026-12-21', '2026-12-21') ?? { from: '', until: '' })).not.toContain(' to ');
  const [from, until] = [new Date(2026, 0, 1, 12).toISOString(), new Date(2026, 0, 1, 15).toISOString()];
  expect(periodWords({ from, until })).toContain(' to ');
  expect(goesOn({ from, until }, new Date(2026, 0, 1, 13))).toBe(true);
  expect(goesOn({ from, until }, new Date(until))).toBe(false);
});
