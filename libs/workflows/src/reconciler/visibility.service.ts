import { Injectable } from '@nestjs/common';
import { isUuid, TemporalConnection } from '@orkestra/core';
import { TENANT_SEARCH_ATTRIBUTE } from '@orkestra/sdk';
import type { WorkflowKey } from '@orkestra/tasks';
import { defaultPayloadConverter } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import type { ClosedWorkflow } from '../executions/open-executions.service';
import { isInvalidArgument } from '../temporal/grpc-errors';
import { LISTED_ENDINGS } from '../workflow/ending';

type Info = temporal.api.workflow.v1.IWorkflowExecutionInfo;

/** Ids in one query, so that queries and answers stay of a moderate size. */
const LISTED_AT_ONCE = 200;
const COUNTED_AT_ONCE = 500;
/** A batch of at most so many is doubted as a whole: halving it would cost more queries than it saves. */
const FEW = 10;
const PAGE = 1_000;
const DEADLINE_MS = 10_000;
/** Temporal's own search attribute. */
const PROBLEMS = 'TemporalReportedProblems';
const { WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW: CONTINUED, WORKFLOW_EXECUTION_STATUS_RUNNING: RUNNING } =
  temporal.api.enums.v1.WorkflowExecutionStatus;

/** What Temporal's visibility says of many executions at once. It lags behind the executions themselves. */
@Injectable()
export class Visibility {
  constructor(private readonly temporal: TemporalConnection) {}

  /**
   * The workflows of tenants of which a run ended in this time, other than by continuing as new; in pages.
   * @param which leave out those that completed, which are nearly all
   */
  async *closedBetween(
    from: Date,
    to: Date,
    which: 'all' | 'not-completed',
  ): AsyncGenerator<ClosedWorkflow[]> {
    const query =
      `CloseTime BETWEEN "${from.toISOString()}" AND "${to.toISOString()}" ` +
      `AND ExecutionStatus != "ContinuedAsNew" AND ${TENANT_SEARCH_ATTRIBUTE} IS NOT NULL` +
      (which === 'all' ? '' : ' AND ExecutionStatus != "Completed"');
    for await (const page of this.list(query)) {
      yield page.flatMap((info) => {
        const key = keyOf(info);
        const status = LISTED_ENDINGS.get(info.status);
        return key === undefined || status === undefined ? [] : [{ ...key, status }];
      });
    }
  }

  /**
   * Those of the items whose run or workflow may not be running. Nearly all of them run, so their number is asked
   * for, which costs Temporal much less than a list, and where some are missing that of each half.
   */
  async doubtful<T>(
    items: readonly T[],
    field: 'RunId' | 'WorkflowId',
    idOf: (item: T) => string,
  ): Promise<T[]> {
    if (items.length > COUNTED_AT_ONCE) return this.doubtfulInHalves(items, field, idOf);
    const ids = [...new Set(items.map(idOf))];
    const running = ids.length === 0 ? 0 : await this.countRunning(field, ids);
    if (running === ids.length) return [];
    const worthHalving = items.length > FEW && running * 2 > ids.length;
    return worthHalving ? this.doubtfulInHalves(items, field, idOf) : [...items];
  }

  /**
   * Running workflows of tenants whose code Temporal has run several times in vain, with the cause; in pages. An older
   * Temporal that does not report them has none.
   */
  async *failing(): AsyncGenerator<(WorkflowKey & { detail: string | null })[]> {
    const query = `${PROBLEMS} IS NOT NULL AND ExecutionStatus = "Running" AND ${TENANT_SEARCH_ATTRIBUTE} IS NOT NULL`;
    try {
      for await (const page of this.list(query)) {
        yield page.flatMap((info) => {
          const key = keyOf(info);
          return key === undefined ? [] : [{ ...key, detail: causeOf(info) }];
        });
      }
    } catch (error) {
      if (!isInvalidArgument(error)) throw error;
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

  private async doubtfulInHalves<T>(
    items: readonly T[],
    field: 'RunId' | 'WorkflowId',
    idOf: (item: T) => string,
  ): Promise<T[]> {
    const middle = Math.ceil(items.length / 2);
    const first = await this.doubtful(items.slice(0, middle), field, idOf);
    return [...first, ...(await this.doubtful(items.slice(middle), field, idOf))];
  }

  private async countRunning(field: 'RunId' | 'WorkflowId', ids: readonly string[]): Promise<number> {
    const query = `${field} IN (${ids.map(quoted).join(', ')}) AND ExecutionStatus = "Running"`;
    return (await this.soon(() => this.temporal.client.workflow.count(query))).count;
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

/** The tenant stands before the key; where a program chose another id, the search attribute has it. */
function keyOf({ execution, searchAttributes }: Info): WorkflowKey | undefined {
  const workflowId = execution?.workflowId ?? '';
  const [prefix] = workflowId.split('/', 1);
  if (isUuid(prefix)) return { tenantId: prefix, workflowId };
  const attribute = searchAttributes?.indexedFields?.[TENANT_SEARCH_ATTRIBUTE];
  const tenantId = attribute && defaultPayloadConverter.fromPayload(attribute);
  return isUuid(tenantId) ? { tenantId, workflowId } : undefined;
}

/** Such as `NonDeterministicError`, out of `cause=WorkflowTaskFailedCauseNonDeterministicError`. */
function causeOf({ searchAttributes }: Info): string | null {
  const attribute = searchAttributes?.indexedFields?.[PROBLEMS];
  const texts =
    attribute == null ? [] : [defaultPayloadConverter.fromPayload<string | string[]>(attribute)].flat();
  const cause = texts.find((text) => text.startsWith('cause='));
  return cause === undefined ? null : cause.replace(/^cause=(WorkflowTaskFailedCause)?/, '');
}

/** An id that visibility cannot find by its quoted text is asked for by itself later. */
function quoted(id: string): string {
  return `"${id.replace(/[\\"]/g, '\\$&')}"`;
}

function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / LISTED_AT_ONCE) }, (_, index) =>
    ids.slice(index * LISTED_AT_ONCE, (index + 1) * LISTED_AT_ONCE).map(quoted),
  );
}
