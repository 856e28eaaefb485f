import type { EscalationStep, TaskSla } from '../contract/contract';
import type { ClockOptions } from './delays';
import { parseDelay } from './delays';
import type { Duration } from './durations';
import { parseDuration } from './durations';
import { invalidDuration, workflowFailure } from '../contract/sdk.errors';
import type { EscalationTarget, NotifyOptions } from './escalation-chain';
import { targetOf } from './escalation-chain';

/** Who is warned, and how long before the task is due. */
export type WarningOptions = NotifyOptions & {
  warnBefore: Duration;
};

/** Who gets the task when it is due and not decided, and whether there is a warning before that. */
export type BreachOptions = EscalationTarget & { message?: string; warnBefore?: Duration };

/**
 * The task is due this long after its creation: a duration, or business days such as `1bd`.
 *
 * @throws ApplicationFailure `duration.invalid`
 * @example timeout('30m')
 * @example timeout('4h', { calendar: true }) // four working hours
 * @example timeout('1bd') // one business day
 */
export function timeout(duration: Duration, options: ClockOptions = {}): TaskSla {
  const { milliseconds, ...rest } = parseDelay(duration, options);
  return milliseconds === undefined ? rest : { timeoutMs: milliseconds, ...rest };
}

/**
 * As `timeout`, and somebody is notified a while before the task is due: the supervisors, if nobody is named.
 *
 * @throws ApplicationFailure `duration.invalid`
 * @example timeoutWithWarning('30m', { warnBefore: '10m', ifUnclaimed: true })
 */
export function timeoutWithWarning(duration: Duration, options: WarningOptions & ClockOptions): TaskSla {
  const sla = timeout(duration, options);
  return { ...sla, chain: [warning(sla, duration, options)] };
}

/**
 * As `timeout`, and a task that is due goes to somebody else, one escalation level up.
 *
 * @throws ApplicationFailure `duration.invalid`
 * @example timeoutWithEscalation('30m', { group: 'support-l2', warnBefore: '10m' })
 */
export function timeoutWithEscalation(duration: Duration, options: BreachOptions & ClockOptions): TaskSla {
  const sla = timeout(duration, options);
  return { ...sla, chain: breachChain(sla, duration, options) };
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

/**
 * As `deadline`, and a task that is due goes to somebody else, one escalation level up.
 *
 * @throws ApplicationFailure `deadline.invalid`, `duration.invalid`
 * @example deadlineWithEscalation('2027-01-31T17:00:00Z', { group: 'support-l2', warnBefore: '1h' })
 */
export function deadlineWithEscalation(moment: Date | string, options: BreachOptions): TaskSla {
  const sla = deadline(moment);
  return { ...sla, chain: breachChain(sla, sla.dueAt ?? '', options) };
}

/**
 * The timeout of a customer's tier.
 *
 * @throws ApplicationFailure `sla.unknown_tier`, `duration.invalid`
 * @example tierBasedTimeout({ gold: '15m', silver: '1h' }, input.tier)
 */
export function tierBasedTimeout(
  tiers: Readonly<Record<string, Duration>>,
  tier: string,
  options: ClockOptions = {},
): TaskSla {
  const duration = Object.hasOwn(tiers, tier) ? tiers[tier] : undefined;
  if (duration !== undefined) return timeout(duration, options);
  const known = Object.keys(tiers).join(', ') || 'none';
  throw workflowFailure(
    'sla.unknown_tier',
    `There is no timeout for the tier "${tier}". Known tiers: ${known}.`,
  );
}

function breachChain(sla: TaskSla, due: Duration, options: BreachOptions): EscalationStep[] {
  const { warnBefore, message } = options;
  const escalation: EscalationStep = { action: 'escalate', fromDueMs: 0, to: targetOf(options), message };
  if (warnBefore === undefined) return [escalation];
  return [warning(sla, due, { warnBefore }), escalation];
}

function warning(sla: TaskSla, due: Duration, options: WarningOptions): EscalationStep {
  const { warnBefore, ifUnclaimed, message } = options;
  const beforeMs = parseDuration(warnBefore);
  // Of working time only the server knows how long it takes.
  const isPlain = sla.timeoutMs !== undefined && !sla.calendar;
  if (beforeMs === 0 || (isPlain && beforeMs >= (sla.timeoutMs ?? 0))) {
    throw invalidDuration(
      warnBefore,
      `a warning must come before the task is due, and after it is created (${due})`,
    );
  }
  const to = targetOf(options);
  return { action: 'notify', fromDueMs: -beforeMs, to, ifUnclaimed, message };
}
