import type { BusinessCalendar } from './business-calendar';
import { InvalidDelayError } from './calendars.errors';
import { daysFrom, localTime, momentOf, type Opening, openingsFrom, openingsUntil } from './openings';

/** A hundred years in milliseconds. */
const LARGEST_AMOUNT = 100 * 365 * 24 * 3_600_000;

/** A length of time: of the clock, of working hours (`calendar`), or in working days. `TaskDelay` of the SDK fits. */
export interface Delay {
  milliseconds?: number | undefined;
  calendar?: boolean | undefined;
  businessDays?: number | undefined;
}

/**
 * The moment that lies a delay after `from`.
 * @throws InvalidDelayError unless exactly one of `milliseconds` and `businessDays` is given
 * @throws CalendarOutOfReachError where the calendar would take more than ten years
 */
export function addDelay(calendar: BusinessCalendar, from: Date, delay: Delay): Date {
  const { milliseconds, businessDays } = delay;
  if (milliseconds !== undefined && businessDays === undefined) {
    if (delay.calendar) return addWorkingTime(calendar, from, milliseconds);
    return new Date(time(from) + amount(milliseconds, 'milliseconds'));
  }
  if (businessDays !== undefined && milliseconds === undefined) {
    return addWorkingDays(calendar, from, businessDays);
  }
  throw new InvalidDelayError('give either milliseconds or businessDays');
}

/**
 * The first moment at which so much working time has passed since `from`; none passed is `from` itself.
 * @throws CalendarOutOfReachError where it would take more than ten years
 */
export function addWorkingTime(calendar: BusinessCalendar, from: Date, milliseconds: number): Date {
  let left = amount(milliseconds, 'milliseconds');
  const begin = time(from);
  if (left === 0) return new Date(begin);
  const openings = openingsFrom(calendar, begin);
  for (;;) {
    const { start, end } = openings.next().value;
    if (end - start >= left) return new Date(start + left);
    left -= end - start;
  }
}

/**
 * The last moment from which so much working time passes until `until`; none passed is `until` itself.
 * @throws CalendarOutOfReachError where it would take more than ten years
 */
export function subtractWorkingTime(calendar: BusinessCalendar, until: Date, milliseconds: number): Date {
  let left = amount(milliseconds, 'milliseconds');
  const end = time(until);
  if (left === 0) return new Date(end);
  const openings = openingsUntil(calendar, end);
  for (;;) {
    const opening = openings.next().value;
    if (opening.end - opening.start >= left) return new Date(opening.end - left);
    left -= opening.end - opening.start;
  }
}

/**
 * The same time of day so many working days later, moved into the hours of that day: forward to the next opening of
 * the day, or back to its last closing. A start outside working time counts from the next opening; no days is `from`.
 * A working day is a date with any working time.
 * @throws CalendarOutOfReachError where it would take more than ten years
 */
export function addWorkingDays(calendar: BusinessCalendar, from: Date, days: number): Date {
  const wanted = amount(days, 'businessDays');
  const begin = time(from);
  if (wanted === 0) return new Date(begin);
  const start = localTime(calendar, openingsFrom(calendar, begin).next().value.start);
  const workingDays = daysFrom(calendar, start.toPlainDate().add({ days: 1 }));
  for (let passed = 1; passed < wanted; passed++) workingDays.next();
  const { date, openings } = workingDays.next().value;
  return into(openings, momentOf(calendar, date.toPlainDateTime(start.toPlainTime())));
}

/**
 * The working time from one moment to another in milliseconds; none when the second is not later.
 * @throws CalendarOutOfReachError when they are more than ten years apart
 */
export function workingTimeBetween(calendar: BusinessCalendar, from: Date, to: Date): number {
  const end = time(to);
  if (end <= time(from)) return 0;
  let sum = 0;
  const openings = openingsFrom(calendar, time(from));
  for (;;) {
    const opening = openings.next().value;
    if (opening.start >= end) return sum;
    sum += Math.min(opening.end, end) - opening.start;
  }
}

function into(openings: readonly Opening[], wanted: number): Date {
  const opening = openings.find(({ end }) => wanted <= end);
  return new Date(opening === undefined ? (openings.at(-1)?.end ?? wanted) : Math.max(wanted, opening.start));
}

function amount(value: number, name: string): number {
  if (Number.isSafeInteger(value) && value >= 0 && value <= LARGEST_AMOUNT) return value;
  throw new InvalidDelayError(`${name} must be a whole number, 0 to ${LARGEST_AMOUNT}, not ${value}`);
}

function time(moment: Date): number {
  const value = moment.getTime();
  if (Number.isNaN(value)) throw new InvalidDelayError('it starts at an invalid date');
  return value;
}
