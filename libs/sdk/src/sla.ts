import type { TaskSla } from './contract';
import type { Duration } from './durations';
import { parseDuration } from './durations';
import { invalidDuration, workflowFailure } from './errors';

/**
 * The task is due this long after its creation.
 *
 * @throws ApplicationFailure `duration.invalid`
 * @example timeout('30m')
 */
export function timeout(duration: Duration): TaskSla {
  const timeoutMs = parseDuration(duration);
  if (timeoutMs === 0) throw invalidDuration(duration, 'a task needs some time');
  return { timeoutMs };
}

/**
 * The task is due at this moment: a Date, or ISO 8601 with a time zone.
 *
 * @throws ApplicationFailure `deadline.invalid`
 * @example deadline('2027-01-31T17:00:00Z')
 */
export function deadline(moment: Date | string): TaskSla {
  if (typeof moment === 'string' && !/T.*(Z|[+-]\d\d:?\d\d)$/.test(moment)) {
    throw workflowFailure('deadline.invalid', `The deadline "${moment}" has no time with a time zone`);
  }
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) {
    throw workflowFailure('deadline.invalid', `The deadline "${String(moment)}" is not a date`);
  }
  return { dueAt: date.toISOString() };
}
