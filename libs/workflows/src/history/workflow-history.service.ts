import { Injectable } from '@nestjs/common';
import { Config, type PageRequest, pageSize, TemporalConnection, TenantDatabase } from '@orkestra/core';
import type { TenantContext } from '@orkestra/tenancy';
import type { temporal } from '@temporalio/proto';
import { WorkflowsService } from '../executions/workflows.service';
import { askTemporal } from '../temporal/temporal-calls';
import { temporalWorkflowId } from '../workflow/workflow-id';
import { HistoryGoneError } from '../workflow/workflows.errors';
import { describeEvents } from './event.words';
import { type HistoryOf, type HistoryPlace, readHistoryCursor, writeHistoryCursor } from './history-cursor';
import type { HistoryEvent, HistoryPage } from './history-event';

type RawPage = temporal.api.workflowservice.v1.IGetWorkflowExecutionHistoryResponse;

/** Events in one read from Temporal, and reads for one page: most events say nothing to a reader. */
const READ_AT_ONCE = 100;
const MOST_READS = 5;

/** What happened in an execution, as Temporal remembers it: the latest run, in its order. */
@Injectable()
export class WorkflowHistoryService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly temporal: TemporalConnection,
    private readonly workflows: WorkflowsService,
    private readonly config: Config,
  ) {}

  /**
   * One page; it may be short, and is the last when there is no cursor.
   * @throws WorkflowNotFoundError also for a workflow of another tenant
   * @throws InvalidCursorError also for a cursor of another workflow
   * @throws HistoryGoneError when Temporal has forgotten the run, TemporalUnavailableError when it does not answer
   */
  async list(ctx: TenantContext, id: string, page: PageRequest): Promise<HistoryPage> {
    const size = pageSize(page);
    const execution = await this.workflows.get(ctx, id);
    const of = {
      workflowId: temporalWorkflowId(ctx.tenantId, execution.id),
      secret: await this.secretOf(ctx),
    };
    const place = page.after
      ? readHistoryCursor(of, page.after)
      : await this.latestRun(of.workflowId, execution.status === 'starting');
    return place === null ? { runId: null, items: [], nextCursor: null } : this.read(of, place, size);
  }

  private async read(of: HistoryOf, from: HistoryPlace, size: number): Promise<HistoryPage> {
    const items: HistoryEvent[] = [];
    let place = from;
    for (let reads = 0; reads < MOST_READS; reads += 1) {
      const { history, nextPageToken } = await this.fetch(of.workflowId, place);
      const unread = describeEvents(history?.events ?? [], this.config.TASK_QUEUE).filter(
        (event) => event.id > place.after,
      );
      const kept = unread.slice(0, size - items.length);
      items.push(...kept);
      const after = kept.at(-1)?.id ?? place.after;
      if (kept.length < unread.length) return page(of, { ...place, after }, items);
      if (nextPageToken == null || nextPageToken.length === 0)
        return { runId: place.runId, items, nextCursor: null };
      place = { ...place, token: Buffer.from(nextPageToken).toString('base64url'), after };
      if (items.length === size) break;
    }
    return page(of, place, items);
  }

  private async fetch(workflowId: string, { runId, token }: HistoryPlace): Promise<RawPage> {
    const { workflowService, options } = this.temporal.client;
    const found = await askTemporal(this.temporal, () =>
      workflowService.getWorkflowExecutionHistory({
        namespace: options.namespace,
        execution: { workflowId, runId },
        maximumPageSize: READ_AT_ONCE,
        nextPageToken: Buffer.from(token, 'base64url'),
      }),
    );
    if (found === undefined) throw new HistoryGoneError();
    return found;
  }

  /** Null when nothing has happened yet. */
  private async latestRun(workflowId: string, starting: boolean): Promise<HistoryPlace | null> {
    const handle = this.temporal.client.workflow.getHandle(workflowId);
    const found = await askTemporal(this.temporal, () => handle.describe());
    if (found === undefined && starting) return null;
    if (found === undefined) throw new HistoryGoneError();
    return { runId: found.runId, token: '', after: 0 };
  }

  private async secretOf(ctx: TenantContext): Promise<Buffer> {
    const sql = 'SELECT cursor_secret AS secret FROM tenants WHERE id = $1';
    const [row] = await this.database.query<{ secret: Buffer }>(ctx, sql, [ctx.tenantId]);
    if (row === undefined) throw new Error(`The tenant ${ctx.tenantId} is gone`);
    return row.secret;
  }
}

function page(of: HistoryOf, place: HistoryPlace, items: HistoryEvent[]): HistoryPage {
  return { runId: place.runId, items, nextCursor: writeHistoryCursor(of, place) };
}
