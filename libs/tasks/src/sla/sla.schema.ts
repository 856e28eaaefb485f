import { z } from 'zod';

/** Five years: longer is no service level. */
export const LONGEST_MS = 5 * 365 * 24 * 3_600_000;

const name = z.string().trim().min(1).max(200);
const milliseconds = z
  .number()
  .int()
  .min(1_000, 'at least a second (1000)')
  .max(LONGEST_MS, 'at most five years');
const businessDays = z.number().int().min(1).max(1_000);

/** A length of time as the SDK's `TaskDelay`. */
const delay = z
  .strictObject({
    milliseconds: milliseconds.optional(),
    calendar: z.boolean().optional(),
    businessDays: businessDays.optional(),
  })
  .refine((value) => (value.milliseconds === undefined) !== (value.businessDays === undefined), {
    message: 'give either milliseconds or businessDays',
  });

const step = z
  .strictObject({
    action: z.enum(['notify', 'reassign', 'escalate', 'expire']),
    after: delay.optional(),
    fromDueMs: z.number().int().min(-LONGEST_MS).max(LONGEST_MS).optional(),
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

export const chainSpec = z
  .array(step)
  .max(20, 'at most 20 steps')
  .superRefine((chain, context) => {
    const last = chain.findIndex(({ action }) => action === 'expire');
    if (last >= 0 && last < chain.length - 1) {
      context.addIssue({
        code: 'custom',
        path: [last + 1],
        message: 'nothing can happen after the task expires',
      });
    }
  });

/** When a task is due and what happens on the way; `TaskSla` of the SDK is its counterpart. */
export const slaSpec = z
  .strictObject({
    timeoutMs: milliseconds.optional(),
    calendar: z.boolean().optional(),
    businessDays: businessDays.optional(),
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
export type CheckedStep = z.output<typeof step>;
