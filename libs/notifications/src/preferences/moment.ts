import { addWorkingTime, type BusinessCalendar, CalendarOutOfReachError } from '@orkestra/tenancy';
import { Temporal } from 'temporal-polyfill';
import type { ToldHow } from './told-how';

/** When a person wants to hear nothing, and when their digest comes. Times are minutes after midnight. */
export interface Hours {
  timeZone: string;
  quietFrom: number | null;
  quietUntil: number | null;
  quietWeekends: boolean;
  digestAt: number;
  /** The key of a business calendar of the tenant, outside whose hours it is quiet; null for none. */
  quietCalendar: string | null;
  /** In which they are told; null for the tenant's. */
  language: string | null;
}

type QuietHours = Hours & { calendar?: BusinessCalendar | undefined };

/** Of whoever has not chosen. */
export const DEFAULT_HOURS: Hours = {
  timeZone: 'UTC',
  quietFrom: null,
  quietUntil: null,
  quietWeekends: false,
  digestAt: 8 * 60,
  quietCalendar: null,
  language: null,
};

/** When something that happens now is to be sent; null for never. */
export function moment({ mode, delaySeconds }: ToldHow, hours: QuietHours, now: Date): Date | null {
  if (mode === 'off') return null;
  if (mode === 'hourly') return afterQuiet(nextHour(now, hours), hours);
  if (mode === 'daily') return afterQuiet(nextDigest(now, hours), hours);
  return afterQuiet(new Date(now.getTime() + delaySeconds * 1_000), hours);
}

/** The moment itself, or the end of the quiet hours that it lies in. */
export function afterQuiet(moment: Date, hours: QuietHours): Date {
  if (hours.calendar === undefined) return afterQuietTime(moment, hours);
  let at = moment;
  // Working hours may begin in a quiet night, and that may end outside of them.
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = afterQuietTime(nextOpening(hours.calendar, at), hours);
    if (next.getTime() === at.getTime()) return at;
    at = next;
  }
  return at;
}

/** Where quiet hours and working hours leave nothing between them, it is sent after so many days all the same. */
const MOST_ROUNDS = 10;

/** Many people go by one calendar, and look for the same moment. */
const openings = new WeakMap<BusinessCalendar, Map<number, number>>();

/** The moment itself in working time, else when that begins; a calendar that never opens keeps nobody quiet. */
function nextOpening(calendar: BusinessCalendar, moment: Date): Date {
  const known = openings.get(calendar) ?? new Map<number, number>();
  openings.set(calendar, known);
  const found = known.get(moment.getTime());
  if (found !== undefined) return new Date(found);
  const next = openingAfter(calendar, moment);
  known.set(moment.getTime(), next);
  return new Date(next);
}

function openingAfter(calendar: BusinessCalendar, moment: Date): number {
  try {
    return addWorkingTime(calendar, moment, 1).getTime() - 1;
  } catch (error) {
    if (error instanceof CalendarOutOfReachError) return moment.getTime();
    throw error;
  }
}

function afterQuietTime(moment: Date, hours: Hours): Date {
  if (hours.quietFrom === null && !hours.quietWeekends) return moment;
  let at = zoned(moment, hours);
  // A weekend may follow a night, and a night a weekend.
  for (let round = 0; round < 4; round += 1) {
    const end = quietEnd(at, hours);
    if (end === null) return dateOf(at);
    at = end;
  }
  return dateOf(at);
}

/** When the quiet time that the moment lies in ends; null for one that lies in none. */
function quietEnd(at: Temporal.ZonedDateTime, hours: Hours): Temporal.ZonedDateTime | null {
  if (hours.quietWeekends && at.dayOfWeek >= 6) return at.startOfDay().add({ days: 8 - at.dayOfWeek });
  const { quietFrom: from, quietUntil: until } = hours;
  if (from === null || until === null || from === until) return null;
  const minute = at.hour * 60 + at.minute;
  if (from < until) return minute >= from && minute < until ? timeOn(at, until) : null;
  if (minute >= from) return timeOn(at.add({ days: 1 }), until);
  return minute < until ? timeOn(at, until) : null;
}

function nextHour(now: Date, hours: Hours): Date {
  const at = zoned(now, hours);
  return dateOf(at.round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 }));
}

function nextDigest(now: Date, hours: Hours): Date {
  const at = zoned(now, hours);
  const today = timeOn(at, hours.digestAt);
  const next =
    Temporal.ZonedDateTime.compare(today, at) > 0 ? today : timeOn(at.add({ days: 1 }), hours.digestAt);
  return dateOf(next);
}

/** On that day; where the clock jumps over it, the first minute after. */
function timeOn(day: Temporal.ZonedDateTime, minutes: number): Temporal.ZonedDateTime {
  return day.withPlainTime({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
}

function zoned(date: Date, { timeZone }: Hours): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(timeZone);
}

function dateOf(at: Temporal.ZonedDateTime): Date {
  return new Date(at.epochMilliseconds);
}
