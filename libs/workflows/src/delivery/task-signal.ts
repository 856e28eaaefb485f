import {
  ORKESTRA_KEY,
  type OrkestraHeader,
  TASK_CHANGED_SIGNAL,
  TASK_CLOSED_SIGNAL,
  type TaskChanged,
} from '@orkestra/sdk';
import type { AppendedRow } from '@orkestra/tasks';
import type { Client } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { encodeToPayload } from '@temporalio/common/lib/internal-non-workflow';

/**
 * Tells a workflow how its task ended, or that it should look at the task again. Repeating it is harmless: Temporal drops a second request with the same id.
 * By workflow id without run id, so that it survives continue-as-new.
 * @throws whatever Temporal's client throws
 */
export async function signalWorkflow(client: Client, row: AppendedRow, timeoutMs: number): Promise<void> {
  const changed: TaskChanged = { taskId: row.taskId };
  const [signalName, argument] =
    row.message === null ? [TASK_CHANGED_SIGNAL, changed] : [TASK_CLOSED_SIGNAL, row.message];
  const header: OrkestraHeader = { tenantId: row.tenantId, correlationId: row.correlationId };
  const payload = await encodeToPayload(client.options.loadedDataConverter, argument);
  await client.withDeadline(Date.now() + timeoutMs, () =>
    client.workflowService.signalWorkflowExecution({
      namespace: client.options.namespace,
      workflowExecution: { workflowId: row.workflowId },
      signalName,
      requestId: row.id,
      identity: 'orkestra',
      input: { payloads: [payload] },
      header: { fields: { [ORKESTRA_KEY]: defaultPayloadConverter.toPayload(header) } },
    }),
  );
}
