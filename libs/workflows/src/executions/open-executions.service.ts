import { Injectable } from '@nestjs/common';
import { LiveBus, SystemDatabase } from '@orkestra/core';
import { AuthService } from '@orkestra/tenancy';
import type { WorkflowKey } from '@orkestra/tasks';
import type { Ended, Ending } from '../workflow/ending';
import type { ExecutionStatus } from '../workflow/execution-view';
import { temporalWorkflowId } from '../workflow/workflow-id';
import { type Outcome, TemporalExecutions } from './temporal-executions.service';
import { WorkflowsService } from './workflows.service';

/** A workflow of which a run ended, and how that one did. */
export interface ClosedWorkflow extends WorkflowKey {
  status: Ended;
}

/** A row of `workflow_executions` that has not been closed, or as it did not end. */
export interface OpenExecution extends WorkflowKey {
  key: string;
  status: ExecutionStatus;
}

const COLUMNS = `e.tenant_id AS "tenantId", e.key, e.status`;
const UNKNOWN: Outcome = {
  error: {
    type: 'workflow.unknown',
    message: 'Temporal does not know the workflow any more. It can be started again.',
  },
};

/** The rows of executions that are not closed yet, and closing those that the workflow itself could not close. */
@Injectable()
export class OpenExecutions {
  constructor(
    private readonly database: SystemDatabase,
    private readonly auth: AuthService,
    private readonly workflows: WorkflowsService,
    private readonly temporal: TemporalExecutions,
    private readonly live: LiveBus,
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

  /** Looks at once at executions that a delivery did not find, where they still count as running. */
  async lookFor(workflows: readonly WorkflowKey[]): Promise<void> {
    const open = await this.openAmong(workflows);
    for (const execution of open) {
      const ending = await this.temporal.ending(execution.workflowId);
      if (ending !== null) await this.close(execution, ending);
    }
  }

  /** Lost executions, the latest first. */
  async lost(limit: number): Promise<OpenExecution[]> {
    const rows = await this.database.query<Omit<OpenExecution, 'workflowId'>>(
      `SELECT ${COLUMNS} FROM workflow_executions e WHERE e.status = 'lost' ORDER BY e.closed_at DESC LIMIT $1`,
      [limit],
    );
    return rows.map(withId);
  }

  /** Lets lost executions run again that Temporal knows after all, such as after a wrong setting; says how many. */
  async foundAgain(found: readonly OpenExecution[]): Promise<number> {
    if (found.length === 0) return 0;
    const changed = await this.database.query<{ tenantId: string; key: string; revision: number }>(
      `UPDATE workflow_executions e
       SET status = 'running', closed_at = NULL, error = NULL, revision = e.revision + 1
       FROM unnest($1::uuid[], $2::text[]) AS f (tenant_id, key)
       WHERE e.tenant_id = f.tenant_id AND e.key = f.key AND e.status = 'lost'
       RETURNING e.tenant_id AS "tenantId", e.key, e.revision`,
      [found.map(({ tenantId }) => tenantId), found.map(({ key }) => key)],
    );
    for (const { tenantId, key, revision } of changed)
      this.live.publish({ tenantId, topic: 'workflow', id: key, revision, kind: 'running' });
    return changed.length;
  }

  private async openAmong(workflows: readonly WorkflowKey[]): Promise<OpenExecution[]> {
    const rows = workflows.filter(({ tenantId, workflowId }) => workflowId.startsWith(`${tenantId}/`));
    if (rows.length === 0) return [];
    const found = await this.database.query<Omit<OpenExecution, 'workflowId'>>(
      `SELECT ${COLUMNS} FROM workflow_executions e
       JOIN (SELECT DISTINCT * FROM unnest($1::uuid[], $2::text[])) AS w (tenant_id, key)
         ON e.tenant_id = w.tenant_id AND e.key = w.key
       WHERE e.closed_at IS NULL`,
      [
        rows.map(({ tenantId }) => tenantId),
        rows.map(({ tenantId, workflowId }) => workflowId.slice(tenantId.length + 1)),
      ],
    );
    return found.map(withId);
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
      status: ending.status === 'unknown' ? 'lost' : ending.status,
      ...(ending.runId === null ? {} : { runId: ending.runId }),
      ...(ending.closedAt === null ? {} : { at: ending.closedAt }),
    });
  }
}

function withId(row: Omit<OpenExecution, 'workflowId'>): OpenExecution {
  return { ...row, workflowId: temporalWorkflowId(row.tenantId, row.key) };
}
