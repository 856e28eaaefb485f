import type { FieldError } from '@orkestra/core';
import { z } from 'zod';
import { assignmentSpec } from './assignment/assignment-spec';
import { formSpec } from './forms/form-spec';
import { hasNul, NUL_MESSAGE } from './forms/nul';
import { InvalidTaskSpecError } from './tasks.errors';

const PRIORITIES = { low: 25, medium: 50, high: 75, urgent: 100 } as const;
const LARGEST_CONTEXT = 256 * 1024;
const LONGEST_MS = 5 * 365 * 24 * 3_600_000;

/** What a caller says of a task; checked at the edge, before anything is written. */
const taskSpec = z.strictObject({
  title: z.string().trim().min(1, 'must not be empty').max(500),
  description: z.string().max(10_000).optional(),
  type: z.string().min(1).max(100).optional(),
  form: formSpec.optional(),
  assignTo: assignmentSpec.optional(),
  context: z
    .record(z.string(), z.json())
    .refine((context) => JSON.stringify(context).length <= LARGEST_CONTEXT, 'larger than 256 KiB')
    .optional(),
  priority: z
    .union([
      z.number().int().min(0).max(100),
      z.enum(['low', 'medium', 'high', 'urgent']).transform((word) => PRIORITIES[word]),
    ])
    .default(PRIORITIES.medium),
  sla: z
    .strictObject({
      timeoutMs: z.number().int().min(1_000).max(LONGEST_MS).optional(),
      dueAt: z.iso.datetime({ offset: true }).optional(),
    })
    .optional(),
  /** After this the task expires, whatever its SLA says. Default 30 days. */
  timeToLiveMs: z
    .number()
    .int()
    .min(1_000)
    .max(LONGEST_MS)
    .default(30 * 24 * 3_600_000),
});

export type TaskSpec = z.input<typeof taskSpec>;
export type CheckedTaskSpec = z.output<typeof taskSpec>;

/** @throws InvalidTaskSpecError with every wrong field by JSON pointer. */
export function checkTaskSpec(spec: unknown, now: Date): CheckedTaskSpec {
  // Postgres stores no NUL, and no text that a person reads has one.
  if (hasNul(spec)) throw new InvalidTaskSpecError([{ pointer: '', message: NUL_MESSAGE }]);
  const parsed = taskSpec.safeParse(spec);
  if (!parsed.success) throw new InvalidTaskSpecError(parsed.error.issues.map(toFieldError));
  const due = dueDate(parsed.data, now);
  if (due !== null && due <= now) {
    throw new InvalidTaskSpecError([{ pointer: '/sla/dueAt', message: 'lies in the past' }]);
  }
  return parsed.data;
}

export function dueDate({ sla }: CheckedTaskSpec, now: Date): Date | null {
  if (sla?.dueAt !== undefined) return new Date(sla.dueAt);
  return sla?.timeoutMs === undefined ? null : new Date(now.getTime() + sla.timeoutMs);
}

function toFieldError(issue: z.core.$ZodIssue): FieldError {
  return { pointer: issue.path.map((part) => `/${String(part)}`).join(''), message: issue.message };
}
