import type { TaskSpec } from '@orkestra/tasks';
import { z } from 'zod';
import { anyObject } from '../protocol/any-object.schema';
import { idempotencyKey } from '../protocol/page.schema';
import { newForm, newFormSchema, toForm, withoutUndefined } from './new-form.schema';

const MINUTE = 60_000;
const minutes = z.number().min(1).max(2_628_000);
const names = z.array(z.string()).max(100);

export const newTask = z
  .strictObject({
    idempotency_key: idempotencyKey.describe('The same key returns the same task, never a second one.'),
    title: z.string().min(1).max(500).describe('What the person must do, in one line.'),
    description: z.string().max(10_000).optional().describe('What they need to know.'),
    type: z.string().min(1).max(100).optional().describe('A kind of task, for filters.'),
    form: newForm.optional(),
    form_schema: newFormSchema.optional(),
    assign_to: z
      .strictObject({
        user: z.string().optional().describe('E-mail address or id: theirs from the start.'),
        group: z.string().optional().describe('Group key: its members may claim it.'),
        candidates: z.strictObject({ users: names.optional(), groups: names.optional() }).optional(),
        excluded: names.optional().describe('Users who may never act on it.'),
      })
      .optional(),
    on_behalf_of: z.string().max(200).optional().describe('For whom you act; they may not approve it.'),
    context: anyObject.optional().describe('Facts that the person sees beside the form.'),
    sensitive_context: z
      .array(z.string().max(500))
      .max(100)
      .optional()
      .describe('JSON pointers to mask, such as /customer/iban.'),
    conversation_id: z.string().min(1).max(200).optional().describe('The dialogue that it belongs to.'),
    priority: z.enum(['low', 'medium', 'high', 'urgent']).optional(),
    due_in_minutes: minutes.optional(),
    due_at: z.string().max(40).optional().describe('ISO 8601 with offset, in place of due_in_minutes.'),
    expires_in_minutes: minutes
      .optional()
      .describe('After this nobody can answer any more. Default 30 days.'),
  })
  .refine(({ form, form_schema }) => form === undefined || form_schema === undefined, {
    path: ['form_schema'],
    message: 'Give form or form_schema, not both.',
  });

type NewTask = z.output<typeof newTask>;

/** The tool's arguments as the domain's spec of a task. */
export function toTaskSpec(task: NewTask): TaskSpec {
  const {
    idempotency_key: _,
    assign_to,
    due_in_minutes,
    due_at,
    expires_in_minutes,
    conversation_id,
    on_behalf_of,
    sensitive_context,
    form,
    form_schema,
    ...same
  } = task;
  const spec = {
    ...same,
    assignTo: assign_to,
    conversationId: conversation_id,
    onBehalfOf: on_behalf_of,
    sensitiveContext: sensitive_context,
    form: toForm(form, form_schema),
    sla: due_in_minutes === undefined && due_at === undefined ? undefined : slaOf(due_in_minutes, due_at),
    timeToLiveMs: expires_in_minutes && Math.round(expires_in_minutes * MINUTE),
  };
  return withoutUndefined(spec);
}

function slaOf(dueInMinutes: number | undefined, dueAt: string | undefined) {
  return withoutUndefined({ timeoutMs: dueInMinutes && Math.round(dueInMinutes * MINUTE), dueAt });
}
