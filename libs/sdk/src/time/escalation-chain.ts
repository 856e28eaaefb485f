import type { EscalationStep, TaskDelay } from '../contract/contract';
import type { ClockOptions } from './delays';
import { compareDelays, describeDelay, parseDelay } from './delays';
import type { Duration } from './durations';
import { workflowFailure } from '../contract/sdk.errors';

/** A person, by e-mail address or id, or a group by its key. */
export type EscalationTarget = { user: string; group?: undefined } | { group: string; user?: undefined };

type NoTarget = { user?: undefined; group?: undefined };

/** When a step is skipped, and what is said with it. */
export interface StepOptions extends ClockOptions {
  /** Skip the step when somebody has claimed the task by then. */
  ifUnclaimed?: boolean;
  message?: string;
}

/** Who is notified; without anybody the supervisors of the task's groups. */
export type NotifyOptions = (EscalationTarget | NoTarget) & Omit<StepOptions, 'calendar'>;

const MOST_STEPS = 20;

/**
 * Builds what happens to a task that nobody decides, step by step in the order of time. Each time counts from the
 * creation of the task, and can be business days such as `1bd`.
 */
export class EscalationChain {
  private readonly steps: (EscalationStep & { after: TaskDelay })[] = [];

  /** Tells somebody: without a name the supervisors of the task's groups. */
  notifyAfter(after: Duration, options: NotifyOptions & ClockOptions = {}): this {
    return this.add('notify', after, options);
  }

  /** Gives the task to somebody else. */
  reassignAfter(after: Duration, options: EscalationTarget & StepOptions): this {
    return this.add('reassign', after, options);
  }

  /** Raises the escalation level; the task goes to somebody else, if one is named. */
  escalateAfter(after: Duration, options: (EscalationTarget | NoTarget) & StepOptions = {}): this {
    return this.add('escalate', after, options);
  }

  /** Ends the task undecided: `task()` throws `TaskExpiredError`. */
  expireAfter(after: Duration, options: ClockOptions & { message?: string } = {}): this {
    return this.add('expire', after, options);
  }

  /**
   * The steps, for `chain` of an SLA or for `taskWithEscalation`.
   *
   * @throws ApplicationFailure `escalation.empty`
   */
  build(): EscalationStep[] {
    if (this.steps.length > 0) return this.steps.map((step) => ({ ...step }));
    throw workflowFailure(
      'escalation.empty',
      'An escalation chain needs a step, such as notifyAfter("15m").',
    );
  }

  private add(
    action: EscalationStep['action'],
    duration: Duration,
    { calendar, ifUnclaimed, message, ...target }: Partial<EscalationTarget> & StepOptions,
  ): this {
    const after = parseDelay(duration, { calendar });
    this.checkOrder(action, after);
    this.steps.push({ action, after, to: targetOf(target), ifUnclaimed, message });
    return this;
  }

  private checkOrder(action: string, after: TaskDelay): void {
    const last = this.steps.at(-1);
    if (!last) return;
    const step = `${action} after ${describeDelay(after)}`;
    const before = `${last.action} after ${describeDelay(last.after)}`;
    if (last.action === 'expire') throw wrongOrder(`nothing can follow ${before}, but ${step} does`);
    if (this.steps.length >= MOST_STEPS) throw wrongOrder(`it has more than ${MOST_STEPS} steps`);
    // Times of different clocks are compared by the server, which knows the calendar.
    if ((compareDelays(after, last.after) ?? 0) < 0) throw wrongOrder(`${step} stands behind ${before}`);
  }
}

/**
 * Begins an escalation chain.
 *
 * @throws ApplicationFailure `escalation.invalid` for steps in the wrong order, `duration.invalid`
 * @example
 * ```ts source="../task/escalation.examples.ts#escalationChain"
 * const chain = escalationChain()
 *   .notifyAfter('15m', { ifUnclaimed: true })
 *   .escalateAfter('30m', { group: 'support-l2' })
 *   .expireAfter('1d')
 *   .build();
 * ```
 */
export function escalationChain(): EscalationChain {
  return new EscalationChain();
}

/** @throws ApplicationFailure `escalation.invalid` for a person and a group at once */
export function targetOf({ user, group }: { user?: string; group?: string }): EscalationStep['to'] {
  if (user !== undefined && group !== undefined) {
    throw workflowFailure(
      'escalation.invalid',
      'An escalation step goes to a person or to a group, not to both.',
    );
  }
  if (user !== undefined) return { user };
  return group === undefined ? undefined : { group };
}

function wrongOrder(what: string) {
  return workflowFailure(
    'escalation.invalid',
    `This escalation chain is wrong: ${what}. List steps in the order of time.`,
  );
}
