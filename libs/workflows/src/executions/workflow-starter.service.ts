import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Config, LiveBus, Logger, SystemDatabase, TemporalConnection } from '@orkestra/core';
import { TENANT_SEARCH_ATTRIBUTE } from '@orkestra/sdk';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { Batch } from '../temporal/batch';
import { startMemo } from '../temporal/start-memo';
import type { ExecutionRow } from '../workflow/execution-view';
import { temporalWorkflowId } from '../workflow/workflow-id';

export type StartableRow = { tenantId: string } & Pick<
  ExecutionRow,
  'id' | 'type' | 'input' | 'taskQueue' | 'startedByKind' | 'startedById' | 'correlationId' | 'onBehalfOf'
>;

interface Started {
  tenantId: string;
  key: string;
  /** Unknown when Temporal has already closed the run. */
  runId: string | null;
}

const RUNNING_AFTER_MS = 20;
const START_TIMEOUT_MS = 3_000;
const TENANT = { name: TENANT_SEARCH_ATTRIBUTE, type: 'KEYWORD' } as const;

/** Starts in Temporal what stands in `workflow_executions`. Starting the same row again is harmless. */
@Injectable()
export class WorkflowStarter implements BeforeApplicationShutdown {
  private readonly logger: Logger;
  private readonly started: Batch<Started>;

  constructor(
    private readonly temporal: TemporalConnection,
    private readonly database: SystemDatabase,
    private readonly live: LiveBus,
    private readonly config: Config,
    logger: Logger,
  ) {
    this.logger = logger.child('workflow-starter');
    this.started = new Batch(
      RUNNING_AFTER_MS,
      (items) => this.markRunning(items),
      (error) => {
        this.logger.warn(
          { err: error },
          'Started workflows stay marked as starting until the sweep comes by',
        );
      },
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.started.close();
  }

  /** @throws whatever Temporal's client throws; the row is then left for the sweep. */
  async start(row: StartableRow): Promise<void> {
    const runId = await this.startInTemporal(row);
    this.started.add({ tenantId: row.tenantId, key: row.id, runId });
  }

  /**
   * Some of the rows that were left in `starting`, because the process or Temporal ended too early.
   * @param olderThanMs how long the process that wrote a row may try alone
   */
  async leftOver(olderThanMs: number, now: Date): Promise<StartableRow[]> {
    // In random order: rows that Temporal refuses must not stand in the way of the others.
    return this.database.query<StartableRow>(
      `SELECT tenant_id AS "tenantId", key AS id, type, input, task_queue AS "taskQueue",
              started_by_kind AS "startedByKind", started_by_id AS "startedById",
              correlation_id AS "correlationId", on_behalf_of AS "onBehalfOf"
       FROM workflow_executions WHERE status = 'starting' AND started_at < $1 ORDER BY random() LIMIT 50`,
      [new Date(now.getTime() - olderThanMs)],
    );
  }

  /** Starts rows again; those that cannot be started stay as they are. */
  async startAll(rows: readonly StartableRow[]): Promise<void> {
    await Promise.all(
      rows.map((row) =>
        this.start(row).catch((error: unknown) => {
          this.logger.warn({ err: error, workflow: row.id }, 'A workflow could not be started');
        }),
      ),
    );
  }

  private async startInTemporal(row: StartableRow): Promise<string | null> {
    const { tenantId, correlationId } = row;
    const { startedByKind: kind, startedById: id, onBehalfOf } = row;
    const starter = { kind, id, ...(onBehalfOf === null ? {} : { onBehalfOf }) };
    const memo = startMemo({ tenantId, correlationId, starter }, this.config.TASK_QUEUE);
    const { workflow } = this.temporal.client;
    try {
      const handle = await this.temporal.client.withDeadline(Date.now() + START_TIMEOUT_MS, () =>
        workflow.start(row.type, {
          workflowId: temporalWorkflowId(tenantId, row.id),
          taskQueue: row.taskQueue,
          args: row.input === null ? [] : [row.input],
          memo,
          typedSearchAttributes: [{ key: TENANT, value: tenantId }],
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      );
      return handle.firstExecutionRunId;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return null;
      throw error;
    }
  }

  private async markRunning(items: Started[]): Promise<void> {
    const changed = await this.database.query<{ tenantId: string; key: string; revision: number }>(
      `UPDATE workflow_executions e
       SET run_id = coalesce(s.run_id, e.run_id), status = 'running', revision = e.revision + 1
       FROM unnest($1::uuid[], $2::text[], $3::text[]) AS s (tenant_id, key, run_id)
       WHERE e.tenant_id = s.tenant_id AND e.key = s.key AND e.status = 'starting'
       RETURNING e.tenant_id AS "tenantId", e.key, e.revision`,
      [items.map(({ tenantId }) => tenantId), items.map(({ key }) => key), items.map(({ runId }) => runId)],
    );
    for (const { tenantId, key, revision } of changed) {
      this.live.publish({ tenantId, topic: 'workflow', id: key, revision, kind: 'running' });
    }
  }
}
