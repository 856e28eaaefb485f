import { LONGEST_WORKFLOW_ID } from '@orkestra/workflows';
import { z } from 'zod';
import { listed } from '../protocol/tool-schema';

const json = z.unknown();

export const workflowId = z.string().max(LONGEST_WORKFLOW_ID);

export const EXECUTION_STATUSES = [
  'starting',
  'running',
  'completed',
  'failed',
  'cancelled',
  'terminated',
  'timed_out',
] as const;

/** A task that a workflow waits for. */
export const openTask = z
  .object({
    task_id: z.string(),
    title: z.string(),
    status: z.string(),
    created_at: z.string(),
    due_at: z.string().nullable(),
  })
  .meta(listed('task_id', 'title'));

export const workflowDetails = z
  .object({
    workflow_id: z.string(),
    type: z.string(),
    version: z.string().nullable(),
    status: z.enum(EXECUTION_STATUSES),
    result: json.describe('What it returned; null until completed.'),
    error: z.object({ type: z.string(), message: z.string() }).meta(listed('message')).nullable(),
    started_at: z.string(),
    closed_at: z.string().nullable(),
    truncated: z.boolean().describe('Whether long texts were cut.'),
    open_tasks: z
      .array(openTask)
      .nullable()
      .describe(
        'Tasks that people must decide before it goes on, at most 20; null if the key may not see tasks.',
      ),
  })
  .meta(listed('workflow_id', 'status', 'result', 'error', 'open_tasks'));

/** An execution as lists show it. */
export const workflowSummary = z
  .object({
    workflow_id: z.string(),
    type: z.string(),
    version: z.string().nullable(),
    status: z.enum(EXECUTION_STATUSES),
    started_at: z.string(),
    started_by: z.string(),
    closed_at: z.string().nullable(),
  })
  .meta(listed('workflow_id', 'status'));

/** A definition of the catalogue. */
export const workflowType = z
  .object({
    type: z.string(),
    version: z.string(),
    description: z.string().nullable(),
    input_schema: json,
    examples: json,
    truncated: z.boolean(),
  })
  .meta(listed('type', 'input_schema', 'examples'));
