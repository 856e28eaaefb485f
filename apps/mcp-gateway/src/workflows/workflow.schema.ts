import { z } from 'zod';

const json = z.unknown();

const EXECUTION_STATUSES = [
  'starting',
  'running',
  'completed',
  'failed',
  'cancelled',
  'terminated',
  'timed_out',
] as const;

/** A task that a workflow waits for. */
export const openTask = z.object({
  task_id: z.string(),
  title: z.string(),
  status: z.string(),
  created_at: z.string(),
  due_at: z.string().nullable(),
});

export const workflowDetails = z.object({
  workflow_id: z.string(),
  type: z.string(),
  version: z.string().nullable(),
  status: z.enum(EXECUTION_STATUSES),
  result: json.describe('What it returned; null until completed.'),
  error: z.object({ type: z.string(), message: z.string() }).nullable(),
  started_at: z.string(),
  closed_at: z.string().nullable(),
  truncated: z.boolean().describe('Whether long texts were cut.'),
  open_tasks: z
    .array(openTask)
    .nullable()
    .describe(
      'Tasks that people must decide before it goes on, at most 20; null if the key may not see tasks.',
    ),
});
