import type { Client } from '@temporalio/client';
import { quoted } from '../project/quoted';
import { recorded, type RecordedHistory } from './histories';

/** How much of what is open of one workflow is replayed. */
export interface Sample {
  readonly workflow: string;
  /** Open executions that the new build would go on with. */
  readonly open: number;
  readonly replayed: number;
}

export interface OpenRequest {
  readonly client: Client;
  readonly taskQueue: string;
  readonly limit: number;
  /** Those that are pinned go on with their own build, and are left out unless they are asked for. */
  readonly pinned: boolean;
}

const DEADLINE_MS = 30_000;

/** What Temporal has open of one workflow, the latest started first. */
export async function openOf(
  workflow: string,
  request: OpenRequest,
): Promise<{ open: number; found: { workflowId: string; runId: string }[] }> {
  const { client, limit } = request;
  const query = `WorkflowType = ${quoted(workflow)} AND ${openOn(request)}`;
  const { count } = await soon(client, () => client.workflow.count(query));
  const found: { workflowId: string; runId: string }[] = [];
  if (count === 0 || limit === 0) return { open: count, found };
  for await (const { workflowId, runId } of client.workflow.list({ query, pageSize: limit })) {
    found.push({ workflowId, runId });
    if (found.length >= limit) break;
  }
  return { open: count, found };
}

/** A history of something that is open; nothing where it is gone meanwhile. */
export async function historyOf(
  client: Client,
  { workflowId, runId }: { workflowId: string; runId: string },
): Promise<RecordedHistory | undefined> {
  try {
    const handle = client.workflow.getHandle(workflowId, runId);
    const history = await soon(client, () => handle.fetchHistory());
    return { ...recorded(history), workflowId, runId, file: undefined };
  } catch (error) {
    if ((error as Error).name === 'WorkflowNotFoundError') return undefined;
    throw error;
  }
}

/** Workflows that are open on the queue and that the build does not have, with one execution of each that was seen. */
export async function strangers(
  known: readonly string[],
  request: OpenRequest,
): Promise<{ workflow: string; workflowId: string }[]> {
  const others = `WorkflowType NOT IN (${known.map(quoted).join(', ')})`;
  const query = known.length === 0 ? openOn(request) : `${others} AND ${openOn(request)}`;
  const seen = new Map<string, string>();
  let looked = 0;
  for await (const { type, workflowId } of request.client.workflow.list({ query, pageSize: 100 })) {
    if (!seen.has(type)) seen.set(type, workflowId);
    if ((looked += 1) >= 100) break;
  }
  return [...seen].map(([workflow, workflowId]) => ({ workflow, workflowId }));
}

export async function countPinned({ client, taskQueue }: OpenRequest): Promise<number> {
  const query = `${running(taskQueue)} AND TemporalWorkflowVersioningBehavior = "Pinned"`;
  return (await soon(client, () => client.workflow.count(query))).count;
}

function openOn({ taskQueue, pinned }: OpenRequest): string {
  if (pinned) return running(taskQueue);
  const behavior = 'TemporalWorkflowVersioningBehavior';
  return `${running(taskQueue)} AND (${behavior} IS NULL OR ${behavior} != "Pinned")`;
}

function running(taskQueue: string): string {
  return `TaskQueue = ${quoted(taskQueue)} AND ExecutionStatus = "Running"`;
}

function soon<T>(client: Client, call: () => Promise<T>): Promise<T> {
  return client.withDeadline(Date.now() + DEADLINE_MS, call);
}
