import type { TaskDelay } from '../contract/contract';
import type { Duration } from './durations';
import { formatDuration, parseDuration } from './durations';
import { invalidDuration, workflowFailure } from '../contract/sdk.errors';

export interface ClockOptions {
  /** Whether only the working hours of the group's or tenant's business calendar count. */
  calendar?: boolean;
}

const BUSINESS_DAYS = /^(\d{1,4})bd$/;
const MOST_BUSINESS_DAYS = 1_000;
const SHORTEST_MS = 1_000;
/** Five years: longer is no service level. */
const LONGEST_MS = 5 * 365 * 86_400_000;

/**
 * A length of time for a service level: a duration of a second to five years, or business days such as `1bd`.
 *
 * @throws ApplicationFailure `duration.invalid`
 */
export function parseDelay(duration: Duration, { calendar }: ClockOptions = {}): TaskDelay {
  const businessDays = Number(BUSINESS_DAYS.exec(String(duration))?.[1]);
  if (businessDays >= 1 && businessDays <= MOST_BUSINESS_DAYS) return { businessDays };
  if (!Number.isNaN(businessDays)) {
    throw invalidDuration(duration, `write 1bd to ${MOST_BUSINESS_DAYS}bd for business days`);
  }
  const milliseconds = parseDuration(duration);
  if (milliseconds < SHORTEST_MS)
    throw invalidDuration(duration, 'a task needs some time, at least a second');
  if (milliseconds > LONGEST_MS) throw invalidDuration(duration, 'it is longer than five years');
  return calendar ? { milliseconds, calendar } : { milliseconds };
}

/**
 * Which of two lengths of time is longer, as a number to sort by; nothing where only a calendar could tell.
 */
export function compareDelays(a: TaskDelay, b: TaskDelay): number | undefined {
  if (clockOf(a) !== clockOf(b)) return undefined;
  return lengthOf(a) - lengthOf(b);
}

/** @throws ApplicationFailure `sla.mixed_clocks` */
export function addDelays(a: TaskDelay, b: TaskDelay): TaskDelay {
  if (clockOf(a) !== clockOf(b)) {
    throw workflowFailure(
      'sla.mixed_clocks',
      `${describeDelay(a)} and ${describeDelay(b)} can't be added: measure all of them by the same clock.`,
    );
  }
  if (a.businessDays !== undefined) return { businessDays: a.businessDays + (b.businessDays ?? 0) };
  return { ...a, milliseconds: lengthOf(a) + lengthOf(b) };
}

/** For messages, such as `4h of working time`. */
export function describeDelay({ milliseconds, calendar, businessDays }: TaskDelay): string {
  if (businessDays !== undefined) return `${businessDays}bd`;
  return `${formatDuration(milliseconds ?? 0)}${calendar ? ' of working time' : ''}`;
}

function clockOf({ businessDays, calendar }: TaskDelay): string {
  if (businessDays !== undefined) return 'business days';
  return calendar ? 'working time' : 'time';
}

function lengthOf({ milliseconds, businessDays }: TaskDelay): number {
  return businessDays ?? milliseconds ?? 0;
}
