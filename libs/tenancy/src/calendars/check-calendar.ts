import type { FieldError } from '@orkestra/core';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type BusinessCalendar, type HolidayPlace, type OpeningHours, WEEKDAYS } from './business-calendar';
import { InvalidCalendarError } from './calendars.errors';
import { holidayPlaces } from './public-holidays';

const MOST_DATES = 1_000;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 09:00');
const opening = z
  .strictObject({ from: time, to: time.or(z.literal('24:00')) })
  .refine(
    ({ from, to }) => from < to,
    'must end after it begins; write a night as two parts, until 24:00 and from 00:00',
  );
const hours = z
  .array(opening)
  .max(10, 'at most 10 parts a day')
  .refine(inOrder, 'must be in the order of the day and not overlap');
const date = z.iso.date('a date such as 2026-12-24');
const code = z.string().trim().min(1).max(40);

const businessCalendar = z
  .strictObject({
    zone: z.string().transform((zone, context) => {
      const known = canonicalZone(zone);
      if (known !== null) return known;
      context.addIssue({ code: 'custom', message: 'a time zone such as Europe/Berlin' });
      return z.NEVER;
    }),
    hours: z.strictObject({
      monday: hours.default([]),
      tuesday: hours.default([]),
      wednesday: hours.default([]),
      thursday: hours.default([]),
      friday: hours.default([]),
      saturday: hours.default([]),
      sunday: hours.default([]),
    }),
    holidays: z
      .strictObject({ country: code, state: code.optional(), region: code.optional() })
      .transform((place, context) => {
        const known = canonicalPlace(place);
        if (!('message' in known)) return known;
        context.addIssue({ code: 'custom', ...known });
        return z.NEVER;
      })
      .nullable()
      .default(null),
    closedDates: z.array(date).max(MOST_DATES).refine(areUnique, 'the same date twice').default([]),
    openDates: z
      .array(z.strictObject({ date, hours: hours.min(1, 'name its hours') }))
      .max(MOST_DATES)
      .refine((days) => areUnique(days.map((day) => day.date)), 'the same date twice')
      .default([]),
  })
  .superRefine((calendar, context) => {
    if (WEEKDAYS.every((day) => calendar.hours[day].length === 0)) {
      context.addIssue({
        code: 'custom',
        path: ['hours'],
        message: 'never opens; give at least one weekday hours',
      });
    }
    calendar.openDates.forEach((day, index) => {
      if (!calendar.closedDates.includes(day.date)) return;
      const message = 'is among the closed dates too';
      context.addIssue({ code: 'custom', path: ['openDates', index, 'date'], message });
    });
  });

/** @throws InvalidCalendarError with every wrong field by JSON pointer */
export function checkCalendar(calendar: unknown): BusinessCalendar {
  const parsed = businessCalendar.safeParse(calendar);
  if (parsed.success) return parsed.data;
  throw new InvalidCalendarError(
    parsed.error.issues.map(({ path, message }): FieldError => ({
      pointer: path.map((part) => `/${String(part)}`).join(''),
      message,
    })),
  );
}

/** As the zone's data base writes it; an offset such as +02:00 knows no daylight saving and is no zone. */
function canonicalZone(zone: string): string | null {
  if (!/^[A-Za-z]/.test(zone)) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    return null;
  }
}

function inOrder(parts: readonly OpeningHours[]): boolean {
  return parts.every(({ from }, index) => index === 0 || from >= (parts[index - 1]?.to ?? ''));
}

function areUnique(dates: readonly string[]): boolean {
  return new Set(dates).size === dates.length;
}

/** With the codes as the library writes them, or what is wrong with it. */
function canonicalPlace(place: HolidayPlace): HolidayPlace | { path: string[]; message: string } {
  const country = knownCode({}, place.country);
  if (country === undefined)
    return { path: ['country'], message: `no holidays are known of "${place.country}"` };
  if (place.state === undefined) {
    return place.region === undefined ? { country } : { path: ['region'], message: 'needs a state' };
  }
  const state = knownCode({ country }, place.state);
  if (state === undefined) return { path: ['state'], message: `${country} has no state "${place.state}"` };
  if (place.region === undefined) return { country, state };
  const region = knownCode({ country, state }, place.region);
  if (region === undefined) return { path: ['region'], message: `${state} has no region "${place.region}"` };
  return { country, state, region };
}

function knownCode(within: Partial<HolidayPlace>, given: string): string | undefined {
  return holidayPlaces(within).find(({ code: known }) => known.toLowerCase() === given.toLowerCase())?.code;
}
