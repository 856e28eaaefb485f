import { Injectable } from '@nestjs/common';
import { isUuid, Logger, SystemDatabase } from '@orkestra/core';
import { AuthService, type TenantContext } from '@orkestra/tenancy';
import { Outbox } from '../delivery/outbox.service';
import { TaskCommands, type Work } from '../commands/task-commands.service';
import { TaskControlService } from '../control/task-control.service';
import { eachOf } from './each-of';
import { hasRow } from './has-row.queries';
import { carriedOut } from './task-sweep.service';

export interface WorkflowKey {
  tenantId: string;
  /** Temporal's id. */
  workflowId: string;
}

/** An open task as whoever compares it with Temporal needs to know it. */
export interface WorkflowTask extends WorkflowKey {
  id: string;
  /** The run that asked for the task. */
  runId: string | null;
  requestKey: string;
  /** The workflow does not wait for the task; it only keeps its timers. */
  timersOnly: boolean;
}

/** Where a walk over all open tasks has come to. */
export interface WalkPosition {
  tenantId: string;
  createdAt: string;
  id: string;
}

const COLUMNS = `t.tenant_id AS "tenantId", t.id, coalesce(t.workflow_id, t.timer_workflow_id) AS "workflowId",
  t.run_id AS "runId", t.request_key AS "requestKey", t.workflow_id IS NULL AS "timersOnly"`;
/** The most open tasks of one workflow in one round; the rest come in a later one. */
const MOST_TASKS = 1_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** The open tasks of workflows of all tenants, and what has to happen to them when their workflow is gone. */
@Injectable()
export class WorkflowTasksService {
  private readonly logger: Logger;

  constructor(
    private readonly database: SystemDatabase,
    private readonly auth: AuthService,
    private readonly commands: TaskCommands,
    private readonly control: TaskControlService,
    private readonly outbox: Outbox,
    logger: Logger,
  ) {
    this.logger = logger.child('workflow-tasks');
  }

  /** The open tasks of each workflow, or whose timers it keeps. A few hundred workflows at once. */
  async openOf(workflows: readonly WorkflowKey[]): Promise<WorkflowTask[]> {
    if (workflows.length === 0) return [];
    // LATERAL with a limit: a probe of the index for each workflow, however many tasks the table has.
    return this.database.query<WorkflowTask>(
      `SELECT f.* FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS w (tenant_id, workflow_id, task_id),
         LATERAL (
           (SELECT ${COLUMNS} FROM tasks t
            WHERE t.tenant_id = w.tenant_id AND t.workflow_id = w.workflow_id AND t.closed_at IS NULL
            LIMIT ${MOST_TASKS})
           UNION ALL
           (SELECT ${COLUMNS} FROM tasks t
            WHERE t.tenant_id = w.tenant_id AND t.id = w.task_id AND t.timer_workflow_id = w.workflow_id
              AND t.workflow_id IS NULL AND t.closed_at IS NULL
            LIMIT 1)) f`,
      [
        workflows.map(({ tenantId }) => tenantId),
        workflows.map(({ workflowId }) => workflowId),
        workflows.map(timedTaskOf),
      ],
    );
  }

  /** A page of all open tasks that have a workflow, by an index; without a position the first. */
  async openPage(
    createdBefore: Date,
    after: WalkPosition | undefined,
    limit: number,
  ): Promise<(WorkflowTask & WalkPosition)[]> {
    return this.database.query<WorkflowTask & WalkPosition>(
      `SELECT ${COLUMNS}, t.created_at::text AS "createdAt" FROM tasks t
       WHERE t.closed_at IS NULL AND coalesce(t.workflow_id, t.timer_workflow_id) IS NOT NULL
         AND t.created_at < $1 AND (t.tenant_id, t.created_at, t.id) > ($2::uuid, $3::timestamptz, $4::uuid)
       ORDER BY t.tenant_id, t.created_at, t.id LIMIT $5`,
      [createdBefore, after?.tenantId ?? FIRST, after?.createdAt ?? '-infinity', after?.id ?? FIRST, limit],
    );
  }

  /** Cancels tasks that nobody waits for any more, each with its reason; says how many were still open. */
  async cancelAll(tasks: readonly (WorkflowTask & { reason: string })[]): Promise<number> {
    return this.each(tasks, ({ tenantId, id, reason }) =>
      carriedOut(
        this.control.cancel(this.auth.forActivity(tenantId, `reconciler-${id}`), { taskId: id, reason }),
      ),
    );
  }

  /** Has tasks that were cancelled for this reason be asked for anew, should their workflow begin again. */
  async releaseKeys(ctx: TenantContext, workflowId: string, reason: string): Promise<void> {
    await this.commands.work(ctx, ({ em }) =>
      em.query(
        `UPDATE tasks SET request_key = id::text || ' ' || request_key
         WHERE tenant_id = $1 AND workflow_id = $2 AND status = 'CANCELLED' AND outcome_reason = $3
           AND NOT starts_with(request_key, id::text || ' ')`,
        [ctx.tenantId, workflowId, reason],
      ),
    );
  }

  /** Has the workflow that keeps a task's timers started again, where that is not under way. */
  async restartTimers(tasks: readonly WorkflowTask[]): Promise<number> {
    return this.each(tasks, ({ tenantId, id }) =>
      this.commands.work(this.auth.forActivity(tenantId, `reconciler-${id}`), (work) =>
        this.restart(work, id),
      ),
    );
  }

  private async restart({ em, ctx, rows }: Work, taskId: string): Promise<boolean> {
    await this.commands.lock(em, ctx, taskId);
    const { timerWorkflowId, ...task } = await this.commands.read(em, ctx, taskId);
    if (task.closedAt !== null || timerWorkflowId === null) return false;
    if (await hasRow(em, task, 'task.timers', ['pending'])) return false;
    rows.push(await this.outbox.append(em, { ...task, workflowId: timerWorkflowId }, 'task.timers'));
    return true;
  }

  private async each<T extends WorkflowTask>(
    tasks: readonly T[],
    work: (task: T) => Promise<boolean>,
  ): Promise<number> {
    return eachOf(tasks, work, (error, { id, workflowId }) =>
      this.logger.failure({ err: error, task: id, workflow: workflowId }, 'A task could not be reconciled'),
    );
  }
}

/** The task whose timers a workflow of this id keeps; see `timerWorkflowId`. */
function timedTaskOf({ tenantId, workflowId }: WorkflowKey): string | null {
  const prefix = `${tenantId}/task-`;
  const id = workflowId.startsWith(prefix) ? workflowId.slice(prefix.length) : null;
  return isUuid(id) ? id : null;
}
