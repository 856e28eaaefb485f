import { z } from 'zod';

/** Five years: longer is no service level. */
export const LONGEST_DELAY_MS = 5 * 365 * 24 * 3_600_000;
const MOST_STEPS = 20;

const name = z.string().trim().min(1).max(200);

/** A length of time in milliseconds. */
export const delayMs = z
  .number()
  .int()
  .min(1_000, 'at least a second (1000)')
  .max(LONGEST_DELAY_MS, 'at most five years');

/** A length of time in working days. */
export const delayBusinessDays = z.number().int().min(1).max(1_000);

/** A length of time as the SDK's `TaskDelay`. */
const delay = z
  .strictObject({
    milliseconds: delayMs.optional(),
    calendar: z.boolean().optional(),
    businessDays: delayBusinessDays.optional(),
  })
  .refine(({ milliseconds, businessDays }) => (milliseconds === undefined) !== (businessDays === undefined), {
    message: 'give either milliseconds or businessDays',
  });

/** One step of a chain, of a task's own as well as of a group's or tenant's. */
const escalationStep = z
  .strictObject({
    action: z.enum(['notify', 'reassign', 'escalate', 'expire']),
    after: delay.optional(),
    /** In place of `after`: milliseconds from the due date, negative for before it. */
    fromDueMs: z.number().int().min(-LONGEST_DELAY_MS).max(LONGEST_DELAY_MS).optional(),
    to: z
      .strictObject({ user: name.optional(), group: name.optional() })
      .refine(({ user, group }) => (user === undefined) !== (group === undefined), {
        message: 'give either a user or a group',
      })
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

/** One step of a chain; `EscalationStep` of the SDK is its counterpart. */
export type EscalationStep = z.output<typeof escalationStep>;

/** The steps of a chain, each right by itself; nothing may follow expiry (`followsExpiry`). */
export const escalationSteps = z.array(escalationStep).max(MOST_STEPS, `at most ${MOST_STEPS} steps`);

export const AFTER_EXPIRY = 'nothing can happen after the task expires';

/** Whether a step of a chain stands below one at which the task expires. */
export function followsExpiry(chain: readonly EscalationStep[], index: number): boolean {
  return chain.slice(0, index).some(({ action }) => action === 'expire');
}
