import { type FieldError, pointerTo } from '@orkestra/core';
import { InvalidEscalationChainError } from './directory.errors';
import { AFTER_EXPIRY, type EscalationStep, escalationSteps, followsExpiry } from './escalation-step.schema';

const chainSpec = escalationSteps
  .min(1, 'at least one step; leave the chain out for none')
  .superRefine((chain, context) => {
    chain.forEach((current, index) => {
      if (followsExpiry(chain, index)) {
        context.addIssue({ code: 'custom', path: [index], message: AFTER_EXPIRY });
      } else if (chain.slice(0, index).some((before) => isCertainlyLater(before, current))) {
        const message = 'comes before a step that stands above it; list the steps in the order of time';
        context.addIssue({ code: 'custom', path: [index], message });
      }
    });
  });

/** @throws InvalidEscalationChainError with every wrong field by JSON pointer */
export function checkEscalationChain(chain: unknown): EscalationStep[] {
  const parsed = chainSpec.safeParse(chain);
  if (parsed.success) return parsed.data;
  throw new InvalidEscalationChainError(
    parsed.error.issues.map(({ path, message }): FieldError => ({
      pointer: pointerTo(path),
      message,
    })),
  );
}

/** Whom the steps of a chain go to. */
export function targetsOf(chain: readonly EscalationStep[]): { users: string[]; groups: string[] } {
  return {
    users: chain.flatMap(({ to }) => to?.user ?? []),
    groups: chain.flatMap(({ to }) => to?.group ?? []),
  };
}

/**
 * Whether a step comes after another, whatever the calendar and the due date. Working hours take at least as long as
 * hours of the clock; of other pairs that differ in kind only the moment itself tells.
 */
function isCertainlyLater(one: EscalationStep, other: EscalationStep): boolean {
  if (one.fromDueMs !== undefined && other.fromDueMs !== undefined) return one.fromDueMs > other.fromDueMs;
  const [first, second] = [one.after, other.after];
  if (first === undefined || second === undefined) return false;
  if (first.businessDays !== undefined && second.businessDays !== undefined) {
    return first.businessDays > second.businessDays;
  }
  if (first.milliseconds === undefined || second.milliseconds === undefined) return false;
  const comparable = first.calendar === true || second.calendar !== true;
  return comparable && first.milliseconds > second.milliseconds;
}
