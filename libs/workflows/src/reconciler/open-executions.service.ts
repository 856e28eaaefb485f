import { Injectable } from '@nestjs/common';
import { SystemDatabase } from '@orkestra/core';
import { AuthService } from '@orkestra/tenancy';
import type { WorkflowKey } from '@orkestra/tasks';
import { WorkflowsService } from '../executions/workflows.service';
import type { Ending } from '../workflow/ending';
import type { ExecutionStatus } from '../workflow/execution-view';
import { temporalWorkflowId } from '../workflow/workflow-id';
import { type Outcome, TemporalExecutions } from './temporal-executions.service';
import type { ClosedWorkflow } from './visibility.service';

/** A row of `workflow_executions` that has not been closed, or as it did not end. */
export interface OpenExecution extends WorkflowKey {
  key: string;
  status: ExecutionStatus;
}

const COLUMNS = `e.tenant_id AS "tenantId", e.key, e.status`;
const UNKNOWN: Outcome = {
  error: { type: 'workflow.unknown', message: 'Temporal does not know the workflow any more.' },
};

/** The rows of executions that are not closed yet, and closing those that the workflow itself could not close. */
@Injectable()
export class OpenExecutions {
  constructor(
    private readonly database: SystemDatabase,
    private readonly auth: AuthService,
    private readonly workflows: WorkflowsService,
    private readonly temporal: TemporalExecutions,
  ) {}

  /** Those among these workflows that are open, or were recorded with another end than one of their runs had. */
  async unsettledOf(workflows: readonly ClosedWorkflow[]): Promise<OpenExecution[]> {
    const rows = workflows.filter(({ tenantId, workflowId }) => workflowId.startsWith(`${tenantId}/`));
    if (rows.length === 0) return [];
    const found = await this.database.query<Omit<OpenExecution, 'workflowId'>>(
      // LATERAL with a limit: a probe of the index for each, however many rows the table has.
      `SELECT DISTINCT f.* FROM unnest($1::uuid[], $2::text[], $3::text[]) AS w (tenant_id, key, status), LATERAL (
         SELECT ${COLUMNS} FROM workflow_executions e
         WHERE e.tenant_id = w.tenant_id AND e.key = w.key AND e.status <> w.status LIMIT 1) f`,
      [
        rows.map(({ tenantId }) => tenantId),
        rows.map(({ tenantId, workflowId }) => workflowId.slice(tenantId.length + 1)),
        rows.map(({ status }) => status),
      ],
    );
    return found.map(withId);
  }

  /** A page of all of them, by an index; without a position the first. */
  async openPage(
    startedBefore: Date,
    after: OpenExecution | undefined,
    limit: number,
  ): Promise<OpenExecution[]> {
    const rows = await this.database.query<Omit<OpenExecution, 'workflowId'>>(
      `SELECT ${COLUMNS} FROM workflow_executions e
       WHERE e.closed_at IS NULL AND (e.tenant_id, e.key) > ($2::uuid, $3) AND e.started_at < $1
       ORDER BY e.tenant_id, e.key LIMIT $4`,
      [startedBefore, after?.tenantId ?? '00000000-0000-0000-0000-000000000000', after?.key ?? '', limit],
    );
    return rows.map(withId);
  }

  /**
   * Records how a workflow ended, also in the place of what it said itself: Temporal may have refused that end. What
   * has not been started yet is left to whoever starts it.
   */
  async close({ tenantId, key, workflowId, status }: OpenExecution, ending: Ending): Promise<boolean> {
    if (ending.status === status || (ending.status === 'unknown' && status !== 'running')) return false;
    const outcome = ending.runId === null ? UNKNOWN : await this.temporal.outcome(workflowId, ending.runId);
    return this.workflows.close(this.auth.forActivity(tenantId, `reconciler-${key}`), key, {
      ...outcome,
      status: ending.status === 'unknown' ? 'terminated' : ending.status,
      ...(ending.runId === null ? {} : { runId: ending.runId }),
      ...(ending.closedAt === null ? {} : { at: ending.closedAt }),
    });
  }
}

function withId(row: Omit<OpenExecution, 'workflowId'>): OpenExecution {
  return { ...row, workflowId: temporalWorkflowId(row.tenantId, row.key) };
}
