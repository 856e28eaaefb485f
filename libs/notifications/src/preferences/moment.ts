import { Temporal } from 'temporal-polyfill';
import type { ToldHow } from './told-how';

/** When a person wants to hear nothing, and when their digest comes. Times are minutes after midnight. */
export interface Hours {
  timeZone: string;
  quietFrom: number | null;
  quietUntil: number | null;
  quietWeekends: boolean;
  digestAt: number;
}

/** Of whoever has not chosen. */
export const DEFAULT_HOURS: Hours = {
  timeZone: 'UTC',
  quietFrom: null,
  quietUntil: null,
  quietWeekends: false,
  digestAt: 8 * 60,
};

/** When something that happens now is to be sent; null for never. */
export function moment({ mode, delaySeconds }: ToldHow, hours: Hours, now: Date): Date | null {
  if (mode === 'off') return null;
  if (mode === 'hourly') return afterQuiet(nextHour(now, hours), hours);
  if (mode === 'daily') return afterQuiet(nextDigest(now, hours), hours);
  return afterQuiet(new Date(now.getTime() + delaySeconds * 1_000), hours);
}

/** The moment itself, or the end of the quiet hours that it lies in. */
export function afterQuiet(moment: Date, hours: Hours): Date {
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
