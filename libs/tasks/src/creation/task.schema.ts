import { type FieldError, jsonObject, oneLineText, unstorable } from '@orkestra/core';
import { z } from 'zod';
import { approvalSpec } from '../approvals/approval.schema';
import { assignmentSpec } from './assignment.schema';
import { formSpec } from '../forms/form.schema';
import { escapePointer } from '../forms/schema/schema-keywords';
import { LONGEST_MS, slaSpec } from '../sla/sla.schema';
import { InvalidTaskSpecError } from '../task/task.errors';

const PRIORITIES = { low: 25, medium: 50, high: 75, urgent: 100 } as const;
const LARGEST_CONTEXT = 256 * 1024;

/** What a caller says of a task; checked at the edge, before anything is written. */
const taskSpec = z.strictObject({
  title: oneLineText(500),
  description: z.string().max(10_000).optional(),
  type: z.string().min(1).max(100).optional(),
  form: formSpec.optional(),
  assignTo: assignmentSpec.optional(),
  context: jsonObject
    .refine((context) => JSON.stringify(context).length <= LARGEST_CONTEXT, 'larger than 256 KiB')
    .optional(),
  /** JSON pointers into the context, in which `*` stands for any member: sealed, and masked for everybody. */
  sensitiveContext: z
    .array(
      z
        .string()
        .max(500)
        .regex(/^(\/[^/]+)+$/, 'must be a JSON pointer such as /customer/iban'),
    )
    .max(100)
    .optional(),
  priority: z
    .union([
      z.number().int().min(0).max(100),
      z.enum(['low', 'medium', 'high', 'urgent']).transform((word) => PRIORITIES[word]),
    ])
    .default(PRIORITIES.medium),
  sla: slaSpec.optional(),
  /** After this the task expires, whatever its SLA says. Default: the tenant's, or 30 days. */
  timeToLiveMs: z.number().int().min(1_000).max(LONGEST_MS).optional(),
  approval: approvalSpec.optional(),
  decidableBy: z.enum(['people', 'anyone']).default('people'),
  /** E-mail address or id of the person for whom it is asked; they may not approve it unless the tenant lets them. */
  onBehalfOf: z.string().trim().min(1).max(200).optional(),
  /** The conversation that the task belongs to. */
  conversationId: z.string().trim().min(1).max(200).optional(),
});

export type TaskSpec = z.input<typeof taskSpec>;
export type CheckedTaskSpec = z.output<typeof taskSpec>;

/** @throws InvalidTaskSpecError with every wrong field by JSON pointer. */
export function checkTaskSpec(spec: unknown): CheckedTaskSpec {
  const problem = unstorable(spec);
  if (problem !== null) throw new InvalidTaskSpecError([problem]);
  const parsed = taskSpec.safeParse(spec);
  if (!parsed.success) throw new InvalidTaskSpecError(parsed.error.issues.map(toFieldError));
  return parsed.data;
}

function toFieldError(issue: z.core.$ZodIssue): FieldError {
  return {
    pointer: issue.path.map((part) => `/${escapePointer(String(part))}`).join(''),
    message: issue.message,
  };
}
