import { invalidDuration } from '../contract/sdk.errors';

/** A length of time: `90s`, `30m`, `1h30m`, `2d`, `1w`, ISO 8601 such as `PT30M`, or milliseconds. */
export type Duration = string | number;

/** The longest duration: 100 years of 365 days. */
export const MAX_DURATION_MS = 36_500 * 86_400_000;

const UNITS = [
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
] as const;

const SHORT = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;
const ISO = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const ISO_CALENDAR = /^P(?:\d+[YM])/;
const BUSINESS_DAYS = /\dbd/;

/**
 * A duration in milliseconds. Units go from the longest to the shortest, each at most once, in whole numbers.
 * Years and months are refused, because their length depends on the calendar.
 *
 * @throws ApplicationFailure `duration.invalid`, also beyond 100 years
 * @example parseDuration('1h30m') // 5_400_000
 */
export function parseDuration(duration: Duration): number {
  const milliseconds = typeof duration === 'number' ? duration : sumOfParts(duration);
  if (!Number.isInteger(milliseconds) || milliseconds < 0) {
    throw invalidDuration(duration, 'milliseconds must be a whole number, not negative');
  }
  if (milliseconds > MAX_DURATION_MS) throw invalidDuration(duration, 'it is longer than 100 years');
  return milliseconds;
}

/** Whether `parseDuration` takes it. */
export function isDuration(value: unknown): value is Duration {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  try {
    parseDuration(value);
    return true;
  } catch {
    return false;
  }
}

/**
 * A duration in its shortest form, such as `1h30m`; `0s` for nothing.
 *
 * @example formatDuration(5_400_000) // '1h30m'
 */
export function formatDuration(duration: Duration): string {
  let rest = parseDuration(duration);
  let text = '';
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * size;
  }
  return text || '0s';
}

/**
 * The sum of durations, in its shortest form.
 *
 * @example addDurations('45m', 'PT45M') // '1h30m'
 */
export function addDurations(...durations: Duration[]): string {
  return formatDuration(durations.reduce<number>((sum, duration) => sum + parseDuration(duration), 0));
}

function sumOfParts(text: string): number {
  if (typeof text !== 'string') throw invalidDuration(text, 'it must be a text or a number of milliseconds');
  if (ISO_CALENDAR.test(text)) throw invalidDuration(text, 'years and months have no fixed length, use days');
  if (BUSINESS_DAYS.test(text)) {
    throw invalidDuration(
      text,
      'business days stand alone, and only where a task is due, as in timeout("1bd")',
    );
  }
  const parts = text === '' ? null : (SHORT.exec(text) ?? ISO.exec(text));
  if (!parts) throw invalidDuration(text, 'write it like 90s, 30m, 1h30m, 2d, 1w or PT30M');
  return UNITS.reduce((sum, [, size], index) => sum + Number(parts[index + 1] ?? 0) * size, 0);
}
