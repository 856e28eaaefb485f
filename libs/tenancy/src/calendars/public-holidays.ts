import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import type { HolidayPlace } from './business-calendar';

/** A day that a public holiday closes, wholly or from a minute of the day on. */
export interface HolidayDay {
  /** YYYY-MM-DD. */
  date: string;
  name: string;
  /** 0 for most, later for those that begin within the day. */
  closedFromMinute: number;
}

const HOUR_MS = 3_600_000;
const MOST_YEARS_KEPT = 500;
const kept = new Map<string, ReadonlyMap<string, HolidayDay>>();

/** The minute of the day from which a public holiday closes it; undefined for none. */
export function closedFromMinute(place: HolidayPlace, date: Temporal.PlainDate): number | undefined {
  return holidayOn(place, date)?.closedFromMinute;
}

/** The days of a year that are closed, in their order. */
export function holidaysOfYear(place: HolidayPlace, year: number): HolidayDay[] {
  const ofYear = (day: HolidayDay) => day.date.startsWith(`${year}-`);
  const days = [...holidaysOf(place, year - 1).values(), ...holidaysOf(place, year).values()].filter(ofYear);
  const byDate = new Map(days.map((day) => [day.date, day]));
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function holidayOn(place: HolidayPlace, date: Temporal.PlainDate): HolidayDay | undefined {
  const found = holidaysOf(place, date.year).get(date.toString());
  // A holiday of several days may have begun in the year before.
  return found ?? (date.month === 1 ? holidaysOf(place, date.year - 1).get(date.toString()) : undefined);
}

/** Closed days of a year, by date. The library needs up to 200 ms for a year, so years are kept. */
function holidaysOf(place: HolidayPlace, year: number): ReadonlyMap<string, HolidayDay> {
  const key = `${place.country}/${place.state ?? ''}/${place.region ?? ''}/${year}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const found = compute(place, year);
  const oldest = kept.keys().next().value;
  if (kept.size >= MOST_YEARS_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, found);
  return found;
}

function compute({ country, state, region }: HolidayPlace, year: number): Map<string, HolidayDay> {
  const holidays = new Holidays(country, state ?? '', region ?? '', { types: ['public'] });
  const closed = new Map<string, HolidayDay>();
  for (const { date, start, end, name } of holidays.getHolidays(year)) {
    const [day = '', time = '00:00'] = date.split(' ');
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    const first = Temporal.PlainDate.from(day);
    for (let index = 0; index < wholeDays(end.getTime() - start.getTime()); index++) {
      const of = first.add({ days: index }).toString();
      const from = index === 0 ? hour * 60 + minute : 0;
      if (from < (closed.get(of)?.closedFromMinute ?? Infinity))
        closed.set(of, { date: of, name, closedFromMinute: from });
    }
  }
  return closed;
}

/**
 * A day of 23 or 25 hours is a day, one that begins at noon ends at midnight, and what is left over is no day: a feast
 * that begins on the evening before its first day ends in the course of the day after its last.
 */
function wholeDays(ms: number): number {
  return Math.max(1, Math.floor((ms + HOUR_MS) / (24 * HOUR_MS)));
}
