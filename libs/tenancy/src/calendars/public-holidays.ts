import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import type { HolidayPlace } from './business-calendar';

const MOST_YEARS_KEPT = 500;
const kept = new Map<string, ReadonlyMap<string, number>>();

/**
 * The minute of the day from which a public holiday closes it: 0 for most, later for those that begin within the day,
 * undefined for none.
 */
export function closedFromMinute(place: HolidayPlace, date: Temporal.PlainDate): number | undefined {
  const found = holidaysOf(place, date.year).get(date.toString());
  // A holiday of several days may have begun in the year before.
  return found ?? (date.month === 1 ? holidaysOf(place, date.year - 1).get(date.toString()) : undefined);
}

/** Closed days of a year → from which minute. The library needs up to 200 ms for a year, so years are kept. */
function holidaysOf(place: HolidayPlace, year: number): ReadonlyMap<string, number> {
  const key = `${place.country}/${place.state ?? ''}/${place.region ?? ''}/${year}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const found = compute(place, year);
  const oldest = kept.keys().next().value;
  if (kept.size >= MOST_YEARS_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, found);
  return found;
}

function compute({ country, state, region }: HolidayPlace, year: number): Map<string, number> {
  const holidays = new Holidays(country, state ?? '', region ?? '', { types: ['public'] });
  const closed = new Map<string, number>();
  for (const { date, start, end } of holidays.getHolidays(year)) {
    const [day = '', time = '00:00'] = date.split(' ');
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    // A day of 23 or 25 hours is a day; one that begins at noon ends at midnight.
    const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
    const first = Temporal.PlainDate.from(day);
    for (let index = 0; index < days; index++) {
      const of = first.add({ days: index }).toString();
      const from = index === 0 ? hour * 60 + minute : 0;
      closed.set(of, Math.min(from, closed.get(of) ?? from));
    }
  }
  return closed;
}
