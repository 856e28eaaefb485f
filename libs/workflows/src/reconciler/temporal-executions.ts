import { Injectable } from '@nestjs/common';
import { isUuid, TemporalConnection } from '@orkestra/core';
import { PENDING_TASKS_QUERY, type PendingTask, TENANT_SEARCH_ATTRIBUTE } from '@orkestra/sdk';
import type { WorkflowKey } from '@orkestra/tasks';
import { WorkflowFailedError, WorkflowNotFoundError } from '@temporalio/client';
import { ApplicationFailure, defaultPayloadConverter } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { type Ending, ENDINGS } from './ending';

type Info = temporal.api.workflow.v1.IWorkflowExecutionInfo;

/** Ids in one query of Temporal's visibility, so that the query stays of a moderate size. */
const IDS_AT_ONCE = 200;
const PAGE = 1_000;
const DEADLINE_MS = 10_000;
const { WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW: CONTINUED, WORKFLOW_EXECUTION_STATUS_RUNNING: RUNNING } =
  temporal.api.enums.v1.WorkflowExecutionStatus;

/** What Temporal says of executions: many at once from its visibility, which lags; one from the execution itself. */
@Injectable()
export class TemporalExecutions {
  constructor(private readonly temporal: TemporalConnection) {}

  /** The workflows of tenants of which a run ended in this time, other than by continuing as new; in pages. */
  async *closedBetween(from: Date, to: Date): AsyncGenerator<WorkflowKey[]> {
    const query =
      `CloseTime BETWEEN "${from.toISOString()}" AND "${to.toISOString()}" ` +
      `AND ExecutionStatus != "ContinuedAsNew" AND ${TENANT_SEARCH_ATTRIBUTE} IS NOT NULL`;
    for await (const page of this.list(query)) {
      yield page.flatMap((info) => keyOf(info) ?? []);
    }
  }

  /** The run of each of these workflows that runs now, as far as visibility knows. */
  async running(workflowIds: Iterable<string>): Promise<Map<string, string>> {
    const running = new Map<string, string>();
    for (const ids of chunks([...new Set(workflowIds)])) {
      for await (const page of this.list(
        `WorkflowId IN (${ids.join(', ')}) AND ExecutionStatus = "Running"`,
      )) {
        for (const { execution } of page) running.set(execution?.workflowId ?? '', execution?.runId ?? '');
      }
    }
    return running;
  }

  /** Those of the runs that have ended and were not continued as new, such as by a reset. */
  async abandoned(runIds: Iterable<string>): Promise<Set<string>> {
    const abandoned = new Set<string>();
    for (const ids of chunks([...new Set(runIds)])) {
      for await (const page of this.list(`RunId IN (${ids.join(', ')})`)) {
        for (const { execution, status } of page) {
          if (status !== RUNNING && status !== CONTINUED) abandoned.add(execution?.runId ?? '');
        }
      }
    }
    return abandoned;
  }

  /**
   * How a workflow ended, from the execution itself: for the few that are about to be treated as gone. Null when it
   * has not.
   */
  async ending(workflowId: string): Promise<Ending | null> {
    const { workflow } = this.temporal.client;
    try {
      const { status, runId, closeTime } = await this.soon(() => workflow.getHandle(workflowId).describe());
      const ending = ENDINGS[status.name];
      return ending === undefined ? null : { status: ending, runId, closedAt: closeTime ?? null };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return { status: 'unknown', runId: null, closedAt: null };
      throw error;
    }
  }

  /** What a run that has ended left: its result, or its error in words. */
  async outcome(workflowId: string, runId: string): Promise<Outcome> {
    const handle = this.temporal.client.workflow.getHandle(workflowId, runId, { followRuns: false });
    try {
      return { result: (await this.soon(() => handle.result())) as unknown };
    } catch (error) {
      if (error instanceof WorkflowFailedError) return { error: describe(error.cause ?? error) };
      throw error;
    }
  }

  /** The request keys of the tasks that a running workflow waits for; null when it does not answer. */
  async pendingKeys(workflowId: string): Promise<Set<string> | null> {
    const handle = this.temporal.client.workflow.getHandle(workflowId);
    try {
      const pending = await this.soon(() => handle.query<PendingTask[]>(PENDING_TASKS_QUERY));
      return new Set(pending.map(({ requestKey }) => requestKey));
    } catch {
      // No worker, no SDK in it, or closed by now: somebody else's task until a later round.
      return null;
    }
  }

  private async *list(query: string): AsyncGenerator<Info[]> {
    const { workflowService, options } = this.temporal.client;
    const { namespace } = options;
    let nextPageToken: Uint8Array | null | undefined;
    do {
      const page = await this.soon(() =>
        workflowService.listWorkflowExecutions({ namespace, query, pageSize: PAGE, nextPageToken }),
      );
      yield page.executions;
      nextPageToken = page.nextPageToken;
    } while (nextPageToken != null && nextPageToken.length > 0);
  }

  private soon<T>(call: () => Promise<T>): Promise<T> {
    return this.temporal.client.withDeadline(Date.now() + DEADLINE_MS, call);
  }
}

export interface Outcome {
  result?: unknown;
  error?: { type: string; message: string };
}

/** The tenant stands before the key; where a program chose another id, the search attribute has it. */
function keyOf({ execution, searchAttributes }: Info): WorkflowKey | undefined {
  const workflowId = execution?.workflowId ?? '';
  const [prefix] = workflowId.split('/', 1);
  if (isUuid(prefix)) return { tenantId: prefix, workflowId };
  const attribute = searchAttributes?.indexedFields?.[TENANT_SEARCH_ATTRIBUTE];
  const tenantId = attribute && defaultPayloadConverter.fromPayload(attribute);
  return isUuid(tenantId) ? { tenantId, workflowId } : undefined;
}

/** Quoted for a query, in groups. An id that visibility cannot find by its quoted text is asked for one by one. */
function chunks(ids: readonly string[]): string[][] {
  const quoted = ids.map((id) => `"${id.replace(/[\\"]/g, '\\$&')}"`);
  return Array.from({ length: Math.ceil(quoted.length / IDS_AT_ONCE) }, (_, index) =>
    quoted.slice(index * IDS_AT_ONCE, (index + 1) * IDS_AT_ONCE),
  );
}

function describe(error: Error): { type: string; message: string } {
  const type = error instanceof ApplicationFailure ? (error.type ?? error.name) : error.name;
  return { type, message: error.message };
}
