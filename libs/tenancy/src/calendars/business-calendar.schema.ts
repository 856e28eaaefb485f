import { type FieldError, oneLineText, pointerTo } from '@orkestra/core';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type BusinessCalendar, type OpeningHours, WEEKDAYS } from './business-calendar';
import { InvalidCalendarError } from './calendars.errors';
import { canonicalPlace } from './holiday-places';

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
const weekday = hours.nullish().transform((parts) => parts ?? []);

const fields = {
  zone: z.string().transform((zone, context) => {
    const known = canonicalZone(zone);
    if (known !== null) return known;
    context.addIssue({ code: 'custom', message: 'a time zone such as Europe/Berlin' });
    return z.NEVER;
  }),
  hours: z.strictObject({
    monday: weekday,
    tuesday: weekday,
    wednesday: weekday,
    thursday: weekday,
    friday: weekday,
    saturday: weekday,
    sunday: weekday,
  }),
  holidays: z
    .strictObject({ country: code, state: code.nullish(), region: code.nullish() })
    .transform((place, context) => {
      const known = canonicalPlace(place);
      if (!('message' in known)) return known;
      context.addIssue({ code: 'custom', ...known });
      return z.NEVER;
    })
    .nullable()
    .default(null),
  closedDates: z
    .array(date)
    .max(MOST_DATES, `at most ${MOST_DATES} dates`)
    .refine(areUnique, 'the same date twice')
    .default([]),
  openDates: z
    .array(z.strictObject({ date, hours: hours.min(1, 'name its hours') }))
    .max(MOST_DATES, `at most ${MOST_DATES} dates`)
    .refine((days) => areUnique(days.map((day) => day.date)), 'the same date twice')
    .default([]),
};

const businessCalendar = z.strictObject(fields).superRefine(refuseContradictions);
const namedCalendar = z
  .strictObject({
    ...fields,
    key: z
      .string()
      .regex(
        /^[a-z][a-z0-9-]{0,62}$/,
        'small letters, digits and -, beginning with a letter, such as berlin-office',
      ),
    name: oneLineText(200),
  })
  .superRefine(refuseContradictions);

/** @throws InvalidCalendarError with every wrong field by JSON pointer */
export function checkCalendar(calendar: unknown): BusinessCalendar {
  const parsed = businessCalendar.safeParse(calendar);
  if (!parsed.success) throw invalidCalendar(parsed.error);
  return parsed.data;
}

/** The same for a calendar with its key and name. */
export function checkNamedCalendar(calendar: unknown): BusinessCalendar & { key: string; name: string } {
  const parsed = namedCalendar.safeParse(calendar);
  if (!parsed.success) throw invalidCalendar(parsed.error);
  return parsed.data;
}

function invalidCalendar({ issues }: z.ZodError): InvalidCalendarError {
  return new InvalidCalendarError(
    issues.map(({ path, message }): FieldError => ({
      pointer: pointerTo(path),
      message,
    })),
  );
}

function refuseContradictions(calendar: BusinessCalendar, context: z.RefinementCtx): void {
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
