const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A span in one or two units, short enough for a column: `45 s`, `12 min`, `3 h 20 min`, `5 d`. */
export function shortSpan(milliseconds: number): string {
  const span = Math.abs(milliseconds);
  if (span < minute) return `${Math.max(1, Math.round(span / 1000))} s`;
  if (span < hour) return `${Math.round(span / minute)} min`;
  if (span < 6 * hour) return hoursAndMinutes(span);
  if (span < 2 * day) return `${Math.round(span / hour)} h`;
  return `${Math.round(span / day)} d`;
}

/** `in 12 min`, `3 h ago`, `now`. */
export function relativeTime(at: Date, now: Date): string {
  const distance = at.getTime() - now.getTime();
  if (Math.abs(distance) < 5_000) return 'now';
  return distance > 0 ? `in ${shortSpan(distance)}` : `${shortSpan(distance)} ago`;
}

export type DueState = 'none' | 'later' | 'soon' | 'overdue';

/** How pressing a due date is; `soon` is the last half hour. */
export function dueState(dueAt: Date | null, now: Date): DueState {
  if (!dueAt) return 'none';
  const left = dueAt.getTime() - now.getTime();
  if (left < 0) return 'overdue';
  return left <= hour / 2 ? 'soon' : 'later';
}

/** What is left of a due date whose clock stands still. */
export function pausedDue(dueAt: Date, pausedAt: Date): string {
  const left = dueAt.getTime() - pausedAt.getTime();
  return left < 0 ? `Overdue ${shortSpan(left)}, paused` : `${shortSpan(left)} left, paused`;
}

/** How a closed task stood to its due date: `Met`, or `Missed by 12 min`. */
export function slaOutcome(dueAt: Date, closedAt: Date): string {
  const late = closedAt.getTime() - dueAt.getTime();
  return late <= 0 ? 'Met' : `Missed by ${shortSpan(late)}`;
}

/** The part of the time between creation and due date that has gone, from 0 to 1. */
export function elapsedShare(createdAt: Date, dueAt: Date, now: Date): number {
  const whole = dueAt.getTime() - createdAt.getTime();
  if (whole <= 0) return 1;
  return Math.min(1, Math.max(0, (now.getTime() - createdAt.getTime()) / whole));
}

function hoursAndMinutes(span: number): string {
  const minutes = Math.round(span / minute);
  const rest = minutes % 60;
  const hours = Math.floor(minutes / 60);
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
