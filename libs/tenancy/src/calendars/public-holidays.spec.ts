import Holidays from 'date-holidays';
import type { BusinessCalendar } from './business-calendar';
import { addWorkingDays } from './business-time';
import { canonicalPlace, holidayPlaces, NEED_STATE } from './holiday-places';
import { holidaysOfYear } from './public-holidays';

const NINE_TO_SIX = [{ from: '09:00', to: '18:00' }];
const istanbul: BusinessCalendar = {
  zone: 'Europe/Istanbul',
  hours: {
    monday: NINE_TO_SIX,
    tuesday: NINE_TO_SIX,
    wednesday: NINE_TO_SIX,
    thursday: NINE_TO_SIX,
    friday: NINE_TO_SIX,
    saturday: [],
    sunday: [],
  },
  holidays: { country: 'TR' },
  closedDates: [],
  openDates: [],
};
const datesOf = (country: string, year: number) =>
  holidaysOfYear({ country }, year).map(({ date }) => date.slice(5));

it('closes as many days as a feast has that begins on the evening before', () => {
  expect(datesOf('TR', 2027)).toEqual([
    ...['01-01', '03-09', '03-10', '03-11', '04-23', '05-01', '05-16', '05-17', '05-18', '05-19'],
    ...['07-15', '08-30', '10-29'],
  ]);
  // Monday 9:00 in Istanbul; the feast is from Tuesday to Thursday.
  const due = addWorkingDays(istanbul, new Date('2027-03-08T06:00:00Z'), 1);
  expect(due.toISOString()).toBe('2027-03-12T06:00:00.000Z');
});

it('leaves days open that are no public holidays, such as eves on which banks close', () => {
  for (const country of ['DE', 'AT', 'SE', 'DK']) expect(datesOf(country, 2027)).not.toContain('12-24');
  expect(holidaysOfYear({ country: 'IS' }, 2026)).toContainEqual({
    date: '2026-12-24',
    name: expect.any(String) as string,
    closedFromMinute: 13 * 60,
  });
});

describe('a country whose own list fits none of its parts', () => {
  const days = (...place: [string, string?]) => {
    const holidays = new Holidays(place[0], place[1] ?? '', '', { types: ['public'] });
    return new Set(
      [2026, 2027].flatMap((year) => holidays.getHolidays(year).map(({ date }) => date.slice(0, 10))),
    );
  };
  const fitsNone = (country: string) => {
    const own = days(country);
    const parts = holidayPlaces({ country }).map(({ code }) => days(country, code));
    const lacks = (part: Set<string>) => [...own].some((day) => !part.has(day));
    return parts.some(lacks) && !parts.some((part) => part.size === own.size && !lacks(part));
  };

  it.each([...NEED_STATE])('%s', (country) => expect(fitsNone(country)).toBe(true));
  it.each(['DE', 'FR', 'ES', 'NZ'])('is not %s', (country) => expect(fitsNone(country)).toBe(false));

  it('is asked for one of them', () => {
    expect(canonicalPlace({ country: 'gb' })).toMatchObject({ path: ['state'] });
    expect(canonicalPlace({ country: 'gb', state: 'sct' })).toEqual({ country: 'GB', state: 'SCT' });
    expect(canonicalPlace({ country: 'de' })).toEqual({ country: 'DE' });
  });
});
