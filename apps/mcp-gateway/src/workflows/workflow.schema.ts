import { LONGEST_WORKFLOW_ID } from '@orkestra/workflows';
import { z } from 'zod';

const json = z.unknown();

export const workflowId = z.string().max(LONGEST_WORKFLOW_ID);

/**
 * What a workflow is given. Listed as an object, which nearly every workflow takes and which clients need to be told; the
 * workflow's own schema decides.
 */
export const given = z.unknown().meta({ type: 'object', additionalProperties: {} });

export const EXECUTION_STATUSES = [
  'starting',
  'running',
  'completed',
  'failed',
  'cancelled',
  'terminated',
  'timed_out',
  'lost',
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
  result: json.describe('Null until completed.'),
  error: z.object({ type: z.string(), message: z.string() }).nullable(),
  problem: z.string().nullable().describe('Why it stands still.'),
  started_at: z.string(),
  closed_at: z.string().nullable(),
  truncated: z.boolean(),
  open_tasks: z.array(openTask).nullable().describe('At most 20; null if the key may not see tasks.'),
});

/** An execution as lists show it. */
export const workflowSummary = z.object({
  workflow_id: z.string(),
  type: z.string(),
  version: z.string().nullable(),
  status: z.enum(EXECUTION_STATUSES),
  started_at: z.string(),
  started_by: z.string(),
  closed_at: z.string().nullable(),
});

/** A definition of the catalogue. */
export const workflowType = z.object({
  type: z.string(),
  version: z.string(),
  description: z.string().nullable(),
  input_schema: json,
  examples: json,
  truncated: z.boolean(),
});
