import type { EscalationStep, TaskDelay, TaskSla } from '../contract';

const DAY_MS = 86_400_000;

export interface PlannedStep extends Omit<EscalationStep, 'action'> {
  action: EscalationStep['action'] | 'breach';
  /** Milliseconds of the test's clock. */
  at: number;
}

/** When the task is due. The test's calendar has no nights and no weekends: every hour is a working hour. */
function dueAt(sla: TaskSla | undefined, now: number): number | undefined {
  if (sla?.dueAt !== undefined) return Date.parse(sla.dueAt);
  if (sla?.businessDays === undefined && sla?.timeoutMs === undefined) return undefined;
  return now + lengthOf({ milliseconds: sla.timeoutMs, businessDays: sla.businessDays });
}

/** The chain and the breach of the due date, in the order of time. */
export function planSteps(sla: TaskSla | undefined, now: number): PlannedStep[] {
  const due = dueAt(sla, now);
  const chain = (sla?.chain ?? []).map((step) => ({
    ...step,
    at: step.after ? now + lengthOf(step.after) : (due ?? now) + (step.fromDueMs ?? 0),
  }));
  return due === undefined
    ? chain
    : [...chain, { action: 'breach' as const, at: due }].sort((a, b) => a.at - b.at);
}

function lengthOf({ milliseconds, businessDays }: TaskDelay): number {
  return businessDays === undefined ? (milliseconds ?? 0) : businessDays * DAY_MS;
}
