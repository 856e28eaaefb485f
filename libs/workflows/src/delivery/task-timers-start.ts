import { TENANT_SEARCH_ATTRIBUTE } from '@orkestra/sdk';
import type { AppendedRow } from '@orkestra/tasks';
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { startMemo } from '../temporal/start-memo';

/** The built-in workflow that keeps the timers of a task which no workflow waits for. */
const HUMAN_TASK_WORKFLOW = 'human-task';

/**
 * Starts the workflow that keeps a task's timers, or leaves the one that runs.
 * @throws whatever Temporal's client throws
 */
export async function startTaskTimers(
  client: Client,
  { tenantId, taskId, workflowId, correlationId }: AppendedRow,
  taskQueue: string,
  timeoutMs: number,
): Promise<void> {
  const origin = { tenantId, correlationId, starter: { kind: 'system', id: 'system' } };
  try {
    await client.withDeadline(Date.now() + timeoutMs, () =>
      client.workflow.start(HUMAN_TASK_WORKFLOW, {
        workflowId,
        taskQueue,
        args: [{ taskId }],
        memo: startMemo(origin, taskQueue),
        typedSearchAttributes: [{ key: { name: TENANT_SEARCH_ATTRIBUTE, type: 'KEYWORD' }, value: tenantId }],
        // Closed although its task is open, it is started again: Postgres knows what is still to come.
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
