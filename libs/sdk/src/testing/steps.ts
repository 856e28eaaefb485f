import type { EscalationStep, TaskDelay, TaskSla } from '../contract/contract';

const DAY_MS = 86_400_000;

export interface PlannedStep extends Omit<EscalationStep, 'action'> {
  action: EscalationStep['action'] | 'breach';
  /** Milliseconds of the test's clock. */
  at: number;
}

/** The chain and the breach of the due date, in the order of time. */
export function planSteps(sla: TaskSla | undefined, now: number): PlannedStep[] {
  const due = dueAt(sla, now);
  const chain = (sla?.chain ?? []).map((step) => ({ ...step, at: timeOf(step, due, now) }));
  if (due === undefined) return chain;
  return [...chain, { action: 'breach' as const, at: due }].sort((a, b) => a.at - b.at);
}

/** What the server would not take of the times of an SLA; nothing where they are right. */
export function wrongTimes(sla: TaskSla | undefined, now: number): string | undefined {
  const due = dueAt(sla, now);
  const chain = sla?.chain ?? [];
  if (due === undefined && chain.some(({ fromDueMs }) => fromDueMs !== undefined)) {
    return 'a step counts from the due date, and the task has none';
  }
  const times = chain.map((step) => timeOf(step, due, now));
  if (times.some((at) => at <= now)) return 'a step would happen before the task exists';
  const isSorted = times.every((at, index) => at >= (times[index - 1] ?? at));
  return isSorted ? undefined : 'list the steps in the order of time';
}

// The test's calendar has no nights and no weekends: every hour is a working hour.
function dueAt(sla: TaskSla | undefined, now: number): number | undefined {
  if (sla?.dueAt !== undefined) return Date.parse(sla.dueAt);
  if (sla?.businessDays === undefined && sla?.timeoutMs === undefined) return undefined;
  return now + lengthOf({ milliseconds: sla.timeoutMs, businessDays: sla.businessDays });
}

function timeOf({ after, fromDueMs = 0 }: EscalationStep, due: number | undefined, now: number): number {
  return after ? now + lengthOf(after) : (due ?? now) + fromDueMs;
}

function lengthOf({ milliseconds, businessDays }: TaskDelay): number {
  return businessDays === undefined ? (milliseconds ?? 0) : businessDays * DAY_MS;
}
