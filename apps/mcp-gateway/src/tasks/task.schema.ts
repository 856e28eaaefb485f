import { TASK_STATUSES } from '@orkestra/tasks';
import { z } from 'zod';
import { notice } from '../protocol/page.schema';

const time = z.string();
const json = z.unknown();

export const taskId = z.string().max(64);
export const taskReason = z.string().max(2_000).optional();

/** A task as lists show it. */
export const taskSummary = z.object({
  task_id: z.string(),
  title: z.string(),
  type: z.string().nullable(),
  status: z.enum(TASK_STATUSES),
  outcome: z.string().nullable(),
  priority: z.number(),
  assignee_id: z.string().nullable(),
  group_id: z.string().nullable(),
  workflow_id: z.string().nullable(),
  due_at: time.nullable(),
  expires_at: time,
  created_at: time,
  closed_at: time.nullable(),
});

/** What a command has made of a task. */
export const changedTask = z.object({ task: taskSummary, next_action: z.string(), notice });

/** A task with what people and programs wrote in it. */
export const taskDetails = taskSummary.extend({
  outcome: z.string().nullable().describe('completed, approved, rejected, cancelled, expired.'),
  priority: z.number().describe('0 to 100, most urgent'),
  description: z.string().nullable(),
  conversation_id: z.string().nullable(),
  on_behalf_of: z.string().nullable(),
  form: json.describe('JSON Schema of the answer.'),
  context: json,
  result: json.describe('The answer; null until completed.'),
  approval: z.object({ payload: json, payload_digest: z.string(), round: z.number() }).nullable(),
  decided_by: z.object({ kind: z.string(), id: z.string(), display_name: z.string() }).nullable(),
  truncated: z.boolean(),
});
