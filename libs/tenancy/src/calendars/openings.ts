// The date and time types of JavaScript's own proposal; nothing to do with the workflow engine.
import { Temporal } from 'temporal-polyfill';
import { type BusinessCalendar, type OpeningHours, WEEKDAYS } from './business-calendar';
import { CalendarOutOfReachError } from './calendars.errors';
import { closedFromMinute } from './public-holidays';

/** A stretch of working time in milliseconds since 1970: from its start until before its end. */
export interface Opening {
  start: number;
  end: number;
}

/** Nothing is looked for further ahead. */
const FURTHEST_YEARS = 10;

function localDate(calendar: BusinessCalendar, moment: number): Temporal.PlainDate {
  return localTime(calendar, moment).toPlainDate();
}

export function localTime(calendar: BusinessCalendar, moment: number): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(calendar.zone).toPlainDateTime();
}

/** The first moment at which the clock on the wall shows this time or a later one. */
export function momentOf({ zone }: BusinessCalendar, local: Temporal.PlainDateTime): number {
  // Of a time that the clock shows twice this is the first.
  const first = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (first.toPlainDateTime().equals(local)) return first.epochMilliseconds;
  // The clock skips this time: what counts is the moment at which it jumps.
  return first.getTimeZoneTransition('next')?.epochMilliseconds ?? first.epochMilliseconds;
}

/** The days from `date` on, each with its working time, for ten years. */
export function* daysFrom(
  calendar: BusinessCalendar,
  date: Temporal.PlainDate,
): Generator<{ date: Temporal.PlainDate; openings: Opening[] }, never> {
  const end = date.add({ years: FURTHEST_YEARS });
  for (let day = date; Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 })) {
    const openings = openingsOn(calendar, day);
    if (openings.length > 0) yield { date: day, openings };
  }
  throw new CalendarOutOfReachError(FURTHEST_YEARS);
}

/** The working time that lies wholly or in part after `from`, for ten years. */
export function* openingsFrom(calendar: BusinessCalendar, from: number): Generator<Opening, never> {
  const days = daysFrom(calendar, localDate(calendar, from));
  for (;;) {
    for (const { start, end } of days.next().value.openings) {
      if (end > from) yield { start: Math.max(start, from), end };
    }
  }
}

/** The working time that lies wholly or in part before `until`, the latest first, for ten years. */
export function* openingsUntil(calendar: BusinessCalendar, until: number): Generator<Opening, never> {
  const last = localDate(calendar, until);
  const first = last.subtract({ years: FURTHEST_YEARS });
  for (let day = last; Temporal.PlainDate.compare(day, first) >= 0; day = day.subtract({ days: 1 })) {
    for (const { start, end } of openingsOn(calendar, day).reverse()) {
      if (start < until) yield { start, end: Math.min(end, until) };
    }
  }
  throw new CalendarOutOfReachError(FURTHEST_YEARS);
}

function openingsOn(calendar: BusinessCalendar, date: Temporal.PlainDate): Opening[] {
  return hoursOn(calendar, date)
    .map(({ from, to }) => ({
      start: momentOf(calendar, at(date, from)),
      end: momentOf(calendar, at(date, to)),
    }))
    .filter(({ start, end }) => end > start);
}

function hoursOn(calendar: BusinessCalendar, date: Temporal.PlainDate): readonly OpeningHours[] {
  const name = date.toString();
  const own = calendar.openDates.find((day) => day.date === name);
  if (own !== undefined) return own.hours;
  if (calendar.closedDates.includes(name)) return [];
  const weekday = WEEKDAYS[date.dayOfWeek - 1] ?? 'monday';
  const usual = calendar.hours[weekday];
  if (usual.length === 0 || calendar.holidays === null) return usual;
  const closedFrom = closedFromMinute(calendar.holidays, date);
  return closedFrom === undefined ? usual : usual.flatMap((hours) => cut(hours, closedFrom));
}

function cut({ from, to }: OpeningHours, closedFrom: number): OpeningHours[] {
  const time = `${String(Math.floor(closedFrom / 60)).padStart(2, '0')}:${String(closedFrom % 60).padStart(2, '0')}`;
  if (time <= from) return [];
  return [{ from, to: time < to ? time : to }];
}

/** 24:00 is midnight at the end of the day. */
function at(date: Temporal.PlainDate, time: string): Temporal.PlainDateTime {
  if (time === '24:00') return date.add({ days: 1 }).toPlainDateTime();
  return date.toPlainDateTime({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) });
}
