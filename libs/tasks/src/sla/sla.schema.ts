import {
  AFTER_EXPIRY,
  delayBusinessDays,
  delayMs,
  type EscalationStep,
  escalationSteps,
  followsExpiry,
  LONGEST_DELAY_MS,
} from '@orkestra/tenancy';
import { z } from 'zod';

/** Five years: longer is no service level. */
export const LONGEST_MS = LONGEST_DELAY_MS;

/** A chain of a task's own. Whether its steps stand in the order of time is known once their moments are. */
export const chainSpec = escalationSteps.superRefine((chain, context) => {
  chain.forEach((_, index) => {
    if (followsExpiry(chain, index))
      context.addIssue({ code: 'custom', path: [index], message: AFTER_EXPIRY });
  });
});

/** When a task is due and what happens on the way; `TaskSla` of the SDK is its counterpart. */
export const slaSpec = z
  .strictObject({
    timeoutMs: delayMs.optional(),
    calendar: z.boolean().optional(),
    businessDays: delayBusinessDays.optional(),
    dueAt: z.iso.datetime({ offset: true }).optional(),
    chain: chainSpec.optional(),
  })
  .superRefine((sla, context) => {
    const given = [sla.timeoutMs, sla.businessDays, sla.dueAt].filter((value) => value !== undefined);
    if (given.length > 1) {
      context.addIssue({ code: 'custom', message: 'give one of timeoutMs, businessDays and dueAt' });
    }
    sla.chain?.forEach(({ fromDueMs }, index) => {
      if (fromDueMs === undefined || given.length > 0) return;
      const message = 'counts from the due date, and the task has none';
      context.addIssue({ code: 'custom', path: ['chain', index, 'fromDueMs'], message });
    });
  });

export type CheckedSla = z.output<typeof slaSpec>;
export type CheckedStep = EscalationStep;
