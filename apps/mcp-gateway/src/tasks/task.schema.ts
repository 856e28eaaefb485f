import { TASK_STATUSES } from '@orkestra/tasks';
import { z } from 'zod';

const time = z.string();
const json = z.unknown();

/** A task as lists show it. */
export const taskSummary = z.object({
  task_id: z.string(),
  title: z.string(),
  type: z.string().nullable(),
  status: z.enum(TASK_STATUSES),
  outcome: z.string().nullable().describe('completed, cancelled or expired once closed.'),
  priority: z.number().describe('0 to 100, most urgent'),
  assignee_id: z.string().nullable().describe('Who holds it.'),
  group_id: z.string().nullable(),
  workflow_id: z.string().nullable(),
  due_at: time.nullable(),
  expires_at: time,
  created_at: time,
  closed_at: time.nullable(),
});

/** A task with what people and programs wrote in it. */
export const taskDetails = taskSummary.extend({
  description: z.string().nullable(),
  form: json.describe('JSON Schema of the answer.'),
  context: json,
  result: json.describe('The answer; null until completed.'),
  decided_by: z.object({ kind: z.string(), id: z.string(), display_name: z.string() }).nullable(),
  truncated: z.boolean().describe('Whether long texts were cut.'),
});
