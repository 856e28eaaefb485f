import { Injectable } from '@nestjs/common';
import { Clock, isUuid, LiveBus, Logger, prepared, queryRows, TenantDatabase } from '@orkestra/core';
import { WorkflowTasksService } from '@orkestra/tasks';
import { requireScope, type TenantContext } from '@orkestra/tenancy';
import { ExecutionAccess } from '../executions/execution-access.service';
import { WorkflowStarter } from '../executions/workflow-starter.service';
import { UNKNOWN_REASON } from '../workflow/ending';
import {
  EXECUTION_COLUMNS,
  type ExecutionRow,
  type ExecutionView,
  toExecutionView,
} from '../workflow/execution-view';
import { temporalWorkflowId } from '../workflow/workflow-id';
import { WorkflowNotLostError, WorkflowUnavailableError } from '../workflow/workflows.errors';
import { readOwnExecution } from './own-execution.queries';

const RESTART_REASON = 'The workflow was started again.';

/** Starts executions again that Temporal has lost. */
@Injectable()
export class WorkflowRestartService {
  private readonly logger: Logger;

  constructor(
    private readonly database: TenantDatabase,
    private readonly access: ExecutionAccess,
    private readonly starter: WorkflowStarter,
    private readonly tasks: WorkflowTasksService,
    private readonly live: LiveBus,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.child('workflow-restart');
  }

  /**
   * Starts a lost execution from its beginning, with the same id and input. Tasks that the workflow names are found
   * again with their decisions; the others are asked anew.
   * @throws WorkflowNotFoundError, WorkflowForbiddenError, WorkflowNotLostError
   * @throws WorkflowUnavailableError when Temporal is down; it starts later
   */
  async restart(ctx: TenantContext, id: string): Promise<ExecutionView> {
    requireScope(ctx, 'workflows:start');
    const { row } = await readOwnExecution(this.database, this.access, ctx, id);
    if (row.status !== 'lost') throw new WorkflowNotLostError(row.status);
    await this.letGoOfTasks(ctx, row.id);
    const begun = await this.begin(ctx, row.id);
    if (begun === undefined) throw new WorkflowNotLostError('starting');
    const { tenantId } = ctx;
    this.live.publish({
      tenantId,
      topic: 'workflow',
      id: row.id,
      revision: begun.revision,
      kind: 'restarted',
    });
    try {
      await this.starter.start({ ...begun, tenantId });
    } catch (error) {
      this.logger.warn(
        { err: error, workflow: row.id },
        'Temporal did not take a workflow; the sweep will start it',
      );
      throw new WorkflowUnavailableError(row.id, error);
    }
    return { ...toExecutionView(begun), status: 'running' };
  }

  private async begin(ctx: TenantContext, key: string): Promise<ExecutionRow | undefined> {
    const [row] = await this.database.run(ctx, (em) =>
      queryRows<ExecutionRow>(em, RESTART, [ctx.tenantId, key, this.clock.now()]),
    );
    return row;
  }

  /** What the lost run asked for under a key of its own no run will find again; a named task that was cancelled for the loss is asked anew. */
  private async letGoOfTasks(ctx: TenantContext, key: string): Promise<void> {
    const workflowId = temporalWorkflowId(ctx.tenantId, key);
    const open = await this.tasks.openOf([{ tenantId: ctx.tenantId, workflowId }]);
    const drawn = open.filter(({ requestKey, timersOnly }) => isUuid(requestKey) && !timersOnly);
    await this.tasks.cancelAll(drawn.map((task) => ({ ...task, reason: RESTART_REASON })));
    await this.tasks.releaseKeys(ctx, workflowId, UNKNOWN_REASON);
  }
}

const RESTART = prepared(`
  UPDATE workflow_executions
  SET status = 'starting', started_at = $3, closed_at = NULL, run_id = NULL, result = NULL, error = NULL,
      problem = NULL, problem_detail = NULL, problem_since = NULL, revision = revision + 1
  WHERE tenant_id = $1 AND key = $2 AND status = 'lost' RETURNING ${EXECUTION_COLUMNS}`);
