import type { CalendarFragment } from '../generated/graphql';
import { keyOf, newCalendar, toDraft, toInput, weekdays } from './calendar-draft';

test.each([
  ['Berlin office', 'berlin-office'],
  ['  Zürich – Büro 2 ', 'zurich-buro-2'],
  ['24/7', ''],
])('%j has the key %j', (name, key) => {
  expect(keyOf(name)).toBe(key);
});

test('a calendar is sent as it was read', () => {
  const hours = Object.fromEntries(weekdays.map((day) => [day, [{ from: '09:00', to: '12:00' }]]));
  const calendar = {
    key: 'a',
    name: 'A',
    zone: 'Europe/Berlin',
    isDefault: true,
    hours,
    holidays: { country: 'DE', state: 'BE', region: null },
    closedDates: ['2026-12-24'],
    openDates: [{ date: '2026-12-27', hours: [{ from: '10:00', to: '14:00' }] }],
  } as unknown as CalendarFragment;
  const { isDefault: _, ...rest } = calendar;
  expect(toInput(toDraft(calendar))).toEqual({ ...rest, holidays: { country: 'DE', state: 'BE' } });
  expect(toInput(newCalendar()).holidays).toBeUndefined();
});
