import { ORKESTRA_KEY, type OrkestraHeader, TASK_CLOSED_SIGNAL } from '@orkestra/sdk';
import type { AppendedRow } from '@orkestra/tasks';
import { type Client, isGrpcServiceError } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';

/** Of grpc/status.ts; the client does not export it. */
const NOT_FOUND = 5;
/** Cancelled, deadline exceeded, resource exhausted, unavailable. */
const OUTAGES = [1, 4, 8, 14];

/**
 * Tells a workflow how its task ended. Repeating it is harmless: Temporal drops a second request with the same id.
 * By workflow id without run id, so that it survives continue-as-new.
 * @throws whatever Temporal's client throws
 */
export async function signalTaskClosed(client: Client, row: AppendedRow, timeoutMs: number): Promise<void> {
  const header: OrkestraHeader = { tenantId: row.tenantId, correlationId: row.correlationId };
  await client.withDeadline(Date.now() + timeoutMs, () =>
    client.workflowService.signalWorkflowExecution({
      namespace: client.options.namespace,
      workflowExecution: { workflowId: row.workflowId },
      signalName: TASK_CLOSED_SIGNAL,
      requestId: row.id,
      identity: 'orkestra',
      input: { payloads: [defaultPayloadConverter.toPayload(row.message)] },
      header: { fields: { [ORKESTRA_KEY]: defaultPayloadConverter.toPayload(header) } },
    }),
  );
}

/** Whether the workflow is closed or was never there; not so when the whole namespace is missing. */
export function isWorkflowGone(error: unknown): boolean {
  return isGrpcServiceError(error) && codeOf(error) === NOT_FOUND && !/^namespace\b/i.test(error.details);
}

/** Whether Temporal is not to be reached or overloaded, which says nothing about the one workflow. */
export function isOutage(error: unknown): boolean {
  return isGrpcServiceError(error) && OUTAGES.includes(codeOf(error));
}

function codeOf({ code }: { code: number }): number {
  return code;
}
