import { type FieldError, pointerTo } from '@orkestra/core';
import { z } from 'zod';
import type { Delay } from '../calendars/business-time';
import { InvalidEscalationChainError } from './directory.errors';

/** One step of the chain of a group or tenant; `EscalationStep` of the SDK is its counterpart. */
export interface EscalationStep {
  action: 'notify' | 'reassign' | 'escalate' | 'expire';
  after?: Delay | undefined;
  /** In place of `after`: milliseconds from the due date, negative for before it. */
  fromDueMs?: number | undefined;
  to?: { user?: string | undefined; group?: string | undefined } | undefined;
  ifUnclaimed?: boolean | undefined;
  message?: string | undefined;
}

const LONGEST_MS = 5 * 365 * 24 * 3_600_000;
const name = z.string().trim().min(1).max(200);

const delay = z
  .strictObject({
    milliseconds: z
      .number()
      .int()
      .min(1_000, 'at least a second (1000)')
      .max(LONGEST_MS, 'at most five years')
      .optional(),
    calendar: z.boolean().optional(),
    businessDays: z.number().int().min(1).max(1_000).optional(),
  })
  .refine(({ milliseconds, businessDays }) => (milliseconds === undefined) !== (businessDays === undefined), {
    message: 'give either milliseconds or businessDays',
  });

const step = z
  .strictObject({
    action: z.enum(['notify', 'reassign', 'escalate', 'expire']),
    after: delay.optional(),
    fromDueMs: z.number().int().min(-LONGEST_MS).max(LONGEST_MS).optional(),
    to: z
      .strictObject({ user: name.optional(), group: name.optional() })
      .refine(
        ({ user, group }) => (user === undefined) !== (group === undefined),
        'give either a user or a group',
      )
      .optional(),
    ifUnclaimed: z.boolean().optional(),
    message: z.string().max(500).optional(),
  })
  .refine(({ after, fromDueMs }) => (after === undefined) !== (fromDueMs === undefined), {
    message: 'give either `after` or `fromDueMs`',
  })
  .refine(({ action, to }) => action !== 'reassign' || to !== undefined, {
    path: ['to'],
    message: 'say to whom the task is reassigned',
  });

const chainSpec = z
  .array(step)
  .min(1, 'at least one step; leave the chain out for none')
  .max(20, 'at most 20 steps')
  .superRefine((chain, context) => {
    chain.forEach((current, index) => {
      const earlier = chain.slice(0, index);
      if (earlier.some(({ action }) => action === 'expire')) {
        context.addIssue({
          code: 'custom',
          path: [index],
          message: 'nothing can happen after the task expires',
        });
      } else if (earlier.some((before) => isCertainlyLater(before, current))) {
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
