import type { FieldError } from '@orkestra/core';
import { addDelay, type BusinessCalendar, subtractWorkingTime } from '@orkestra/tenancy';
import { type CheckedSla, type CheckedStep, LONGEST_MS } from './sla.schema';

export type StepAction = CheckedStep['action'] | 'breach';

/** A step with its moment; targets are names still. */
export interface PlannedStep {
  position: number;
  action: StepAction;
  at: Date;
  /** Whether the clock of working hours counts, which matters when the task is paused. */
  calendar: boolean;
  to?: { user?: string | undefined; group?: string | undefined } | undefined;
  ifUnclaimed: boolean;
  message: string | null;
}

/** The position of the breach: behind all steps of a chain, so that it comes last among those of one moment. */
const BREACH_POSITION = 1_000;
/** Where the steps of a group's or tenant's chain begin, which are added on breach. */
export const DEFAULT_CHAIN_POSITION = 2_000;

/** When the task is due, or null. */
export function dueDate(sla: CheckedSla | undefined, now: Date, calendar: BusinessCalendar): Date | null {
  if (sla?.dueAt !== undefined) return new Date(sla.dueAt);
  if (sla?.businessDays !== undefined) return addDelay(calendar, now, { businessDays: sla.businessDays });
  if (sla?.timeoutMs === undefined) return null;
  return addDelay(calendar, now, { milliseconds: sla.timeoutMs, calendar: sla.calendar ?? false });
}

/** Whether a due date needs the calendar of the group or tenant. */
export function needsCalendar(sla: CheckedSla | undefined): boolean {
  if (sla === undefined) return false;
  return isCalendarDue(sla) || (sla.chain ?? []).some(({ after }) => isCalendarDelay(after));
}

export function isCalendarDue({ calendar, businessDays, dueAt }: CheckedSla): boolean {
  return dueAt === undefined && (calendar === true || businessDays !== undefined);
}

/** Everything that will happen to the task by itself: its chain, and the breach of its due date. */
export function planSteps(
  sla: CheckedSla | undefined,
  dueAt: Date | null,
  now: Date,
  calendar: BusinessCalendar,
): PlannedStep[] {
  const calendarDue = sla !== undefined && isCalendarDue(sla);
  const chain = planChain(sla?.chain ?? [], { dueAt, now, calendar, calendarDue, position: 0 });
  if (dueAt === null) return chain;
  return [...chain, breachAt(dueAt, calendarDue)];
}

export function breachAt(at: Date, calendar: boolean): PlannedStep {
  return { position: BREACH_POSITION, action: 'breach', at, calendar, ifUnclaimed: false, message: null };
}

export function planChain(
  chain: readonly CheckedStep[],
  from: { dueAt: Date | null; now: Date; calendar: BusinessCalendar; calendarDue: boolean; position: number },
): PlannedStep[] {
  return chain.map((step, index) => ({
    position: from.position + index,
    action: step.action,
    at:
      step.after === undefined
        ? momentFromDue(from, step.fromDueMs ?? 0)
        : addDelay(from.calendar, from.now, step.after),
    calendar: step.after === undefined ? from.calendarDue : isCalendarDelay(step.after),
    to: step.to,
    ifUnclaimed: step.ifUnclaimed ?? false,
    message: step.message ?? null,
  }));
}

/** Before a due date that counts working time, so does the time before it: four hours before Monday 9:00 is Friday. */
function momentFromDue(
  {
    dueAt,
    now,
    calendar,
    calendarDue,
  }: { dueAt: Date | null; now: Date; calendar: BusinessCalendar; calendarDue: boolean },
  fromDueMs: number,
): Date {
  const due = dueAt ?? now;
  if (calendarDue && fromDueMs < 0) return subtractWorkingTime(calendar, due, -fromDueMs);
  return new Date(due.getTime() + fromDueMs);
}

/** What is wrong with the moments of a plan, by JSON pointer into the task's spec. */
export function planErrors(steps: readonly PlannedStep[], dueAt: Date | null, now: Date): FieldError[] {
  const problem = dueAt && momentProblem(dueAt, now);
  if (problem !== null) return [{ pointer: '/sla/dueAt', message: problem }];
  const chain = steps.filter(({ action }) => action !== 'breach');
  return chain.flatMap(({ at }, index) => {
    const pointer = `/sla/chain/${index}`;
    if (at <= now) return [{ pointer, message: 'would happen before the task exists' }];
    const before = chain[index - 1];
    if (before === undefined || before.at <= at) return [];
    return [
      { pointer, message: 'comes before the step that stands above it; list the steps in the order of time' },
    ];
  });
}

/** What is wrong with a moment that lies ahead; null for nothing. */
export function momentProblem(at: Date, now: Date): string | null {
  if (Number.isNaN(at.getTime())) return 'is no date';
  if (at <= now) return 'lies in the past';
  return at.getTime() - now.getTime() > LONGEST_MS ? 'lies more than five years ahead' : null;
}

function isCalendarDelay(delay: CheckedStep['after']): boolean {
  return delay !== undefined && (delay.calendar === true || delay.businessDays !== undefined);
}
