import { addWorkingTime, type BusinessCalendar, workingTimeBetween } from '@orkestra/tenancy';

/**
 * The moment that a time limit moves to when its clock stood still from `pausedAt` to `now`: what was left then is
 * left now, to the millisecond; in working hours where the limit counts those.
 */
export function afterPause(limit: Date, pausedAt: Date, now: Date, calendar: BusinessCalendar | null): Date {
  // What had passed before the pause stays passed.
  if (limit <= pausedAt) return limit;
  if (calendar === null) return new Date(now.getTime() + (limit.getTime() - pausedAt.getTime()));
  return addWorkingTime(calendar, now, workingTimeBetween(calendar, pausedAt, limit));
}
