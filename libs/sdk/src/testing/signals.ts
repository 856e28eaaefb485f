import type { Client } from '@temporalio/client';
import { isGrpcServiceError } from '@temporalio/client';
import { encodeToPayload } from '@temporalio/common/lib/internal-non-workflow';
import { randomUUID } from 'node:crypto';
import type { TaskClosed } from '../contract/contract';
import { TASK_CHANGED_SIGNAL, TASK_CLOSED_SIGNAL } from '../contract/contract';

/** Of grpc/status.ts; the client does not export it. */
const NOT_FOUND = 5;
const LARGEST_SIGNAL = 64 * 1024;

/** Tells a workflow how its task ended; Temporal drops a second one with the same request id. */
export async function signalClosed(
  client: Client,
  workflowId: string,
  closed: TaskClosed,
  requestId: string,
): Promise<void> {
  const { data, votes, payload, ...rest } = closed;
  const size = JSON.stringify({ data, votes, payload }).length;
  const message: TaskClosed = size <= LARGEST_SIGNAL ? closed : { ...rest, omitted: true };
  await signal(client, workflowId, TASK_CLOSED_SIGNAL, message, requestId);
}

export async function signalChanged(client: Client, workflowId: string, taskId: string): Promise<void> {
  await signal(client, workflowId, TASK_CHANGED_SIGNAL, { taskId }, randomUUID());
}

async function signal(
  client: Client,
  workflowId: string,
  signalName: string,
  message: object,
  requestId: string,
): Promise<void> {
  const request = {
    namespace: client.options.namespace,
    workflowExecution: { workflowId },
    signalName,
    input: { payloads: [await encodeToPayload(client.options.loadedDataConverter, message)] },
    requestId,
  };
  try {
    await client.workflowService.signalWorkflowExecution(request);
  } catch (error) {
    // The workflow has ended meanwhile: nobody is left to tell.
    if (!isGrpcServiceError(error) || Number(error.code) !== NOT_FOUND) throw error;
  }
}
