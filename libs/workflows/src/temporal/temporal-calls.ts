import type { TemporalConnection } from '@orkestra/core';
import { WorkflowNotFoundError as NotFoundInTemporal } from '@temporalio/client';
import { type Ending, ENDINGS } from '../workflow/ending';
import { TemporalUnavailableError } from '../workflow/workflows.errors';
import { isOutage, isWorkflowGone } from './grpc-errors';

const DEADLINE_MS = 5_000;

/**
 * A call on behalf of somebody who waits; undefined when Temporal does not know the workflow as running.
 * @throws TemporalUnavailableError when Temporal does not answer
 */
export async function askTemporal<T>(
  { client }: TemporalConnection,
  call: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await client.withDeadline(Date.now() + DEADLINE_MS, call);
  } catch (error) {
    if (error instanceof NotFoundInTemporal || isWorkflowGone(error)) return undefined;
    throw isOutage(error) ? new TemporalUnavailableError(error) : error;
  }
}

/** How Temporal says that a workflow ended; null when it runs. */
export async function endingOf(
  temporal: TemporalConnection,
  workflowId: string,
): Promise<Ending['status'] | null> {
  const description = await askTemporal(temporal, () =>
    temporal.client.workflow.getHandle(workflowId).describe(),
  );
  if (description === undefined) return 'unknown';
  return ENDINGS[description.status.name] ?? null;
}
