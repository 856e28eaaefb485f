import { DomainError } from '@orkestra/core';
import type {
  AnswerChangesActivityInput,
  CancelTaskActivityInput,
  CloseExecutionActivityInput,
  CreateTaskActivityInput,
  OrkestraActivities as Contract,
  ReadTaskResultActivityInput,
  ReassignTaskActivityInput,
  TaskActivityInput,
  TaskClosed,
  TaskRef,
} from '@orkestra/sdk';
import {
  ApprovalsService,
  TaskControlService,
  TaskHandoverService,
  TasksService,
  TaskTimersService,
} from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { Context } from '@temporalio/activity';
import { Activities, Activity } from 'nestjs-temporal';
import { WorkflowsService } from '../executions/workflows.service';
import { WorkflowProblems } from '../problems/problem.store';
import { activityContext, activityScope } from './activity-context';
import { TaskNotClosedError } from './activity.errors';

/** What the server does for workflows. The names are part of the contract with the SDK. */
@Activities()
export class OrkestraActivities implements Contract {
  constructor(
    private readonly tasks: TasksService,
    private readonly timers: TaskTimersService,
    private readonly control: TaskControlService,
    private readonly handover: TaskHandoverService,
    private readonly approvals: ApprovalsService,
    private readonly workflows: WorkflowsService,
    private readonly problems: WorkflowProblems,
  ) {}

  /** Creates the task, or answers with the one of an earlier attempt, including any decision. */
  @Activity()
  async createTask({ requestKey, spec, ...run }: CreateTaskActivityInput): Promise<TaskRef> {
    const { ctx, starter } = activityScope();
    if (run.continueAsNewSuggested) await this.reportLongHistory(ctx);
    const task = await this.tasks.create(ctx, spec, {
      requestKey,
      startedById: starter?.id,
      startedFor: starter?.onBehalfOf,
      ...callingWorkflow(),
    });
    // A new task without timers has no progress to tell of. One that is found again may have got a due date since.
    if (task.revision === 1 && spec.sla === undefined) return { taskId: task.id };
    return this.timers.progressOf(ctx, task);
  }

  /** Takes over the timers of a task that was created outside workflows. */
  @Activity()
  async adoptTask({ taskId }: TaskActivityInput): Promise<TaskRef> {
    const ctx = activityContext();
    return this.timers.progressOf(ctx, await this.tasks.get(ctx, taskId));
  }

  /** Carries out the steps of the escalation chain that are due, and says when the next one is. */
  @Activity()
  async advanceTask({ taskId }: TaskActivityInput): Promise<TaskRef> {
    return this.timers.advance(activityContext(), taskId, callingWorkflow().workflowId);
  }

  /** Cancels a task unless it has ended. Without a taskId in the answer no such task was made. */
  @Activity()
  async cancelTask({ taskId, requestKey, reason }: CancelTaskActivityInput): Promise<Partial<TaskRef>> {
    const ctx = activityContext();
    const id =
      taskId ?? (requestKey === undefined ? null : await this.tasks.findByRequestKey(ctx, requestKey));
    if (id === null) return {};
    await unless(
      () => this.hasEnded(ctx, id),
      () => this.control.cancel(ctx, { taskId: id, reason, askedBy: callingWorkflow().workflowId }),
    );
    return this.timers.progressOf(ctx, await this.tasks.get(ctx, id));
  }

  @Activity()
  async reassignTask({ taskId, to, reason, operationId }: ReassignTaskActivityInput): Promise<TaskRef> {
    const ctx = activityContext();
    await this.handover.assign(ctx, { taskId, to, reason, operationId: operationOfCall(operationId) });
    return this.timers.progressOf(ctx, await this.tasks.get(ctx, taskId));
  }

  /** Puts a new version before the approvers. An answer to an earlier round, such as a retry's, changes nothing. */
  @Activity()
  async answerChanges({ taskId, round, payload, comment }: AnswerChangesActivityInput): Promise<TaskRef> {
    const ctx = activityContext();
    const isOver = async () => {
      const task = await this.tasks.get(ctx, taskId);
      return task.closedAt !== null || task.round !== round;
    };
    await unless(isOver, () => this.approvals.answerChanges(ctx, { taskId, round, payload, comment }));
    return this.timers.progressOf(ctx, await this.tasks.get(ctx, taskId));
  }

  /** How a task ended, with its data whatever its size. */
  @Activity()
  async readTaskResult({ taskId }: ReadTaskResultActivityInput): Promise<TaskClosed> {
    const closed = await this.tasks.closed(activityContext(), taskId);
    if (closed === null) throw new TaskNotClosedError();
    return closed;
  }

  /** Records how the execution ended. Children have no row of their own: nothing happens for them. */
  @Activity()
  async closeExecution(ending: CloseExecutionActivityInput): Promise<void> {
    const { workflowId, runId } = callingWorkflow();
    await this.workflows.close(activityContext(), workflowId, { ...ending, runId });
  }

  private async reportLongHistory({ tenantId }: TenantContext): Promise<void> {
    const { workflowId, runId } = callingWorkflow();
    await this.problems.report('long_history', [{ tenantId, workflowId, detail: runId }]);
  }

  private async hasEnded(ctx: TenantContext, taskId: string): Promise<boolean> {
    return (await this.tasks.get(ctx, taskId)).closedAt !== null;
  }
}

/** Carries a command out, but where somebody else has made it pointless: whoever was quicker has the last word. */
async function unless(isPointless: () => Promise<boolean>, command: () => Promise<unknown>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'conflict' || !(await isPointless())) throw error;
  }
}

/**
 * The same for every attempt at one call of the workflow, so that a retry does nothing twice. A local attempt and the
 * ordinary one after it have activity ids of their own: the SDK names the call; one that is older does not.
 */
function operationOfCall(named: string | undefined): string {
  const { activityId, activityType } = Context.current().info;
  const call = named === undefined ? activityId : `call-${named}`;
  return `${activityType}:${callingWorkflow().runId}:${call}`;
}

/** From Temporal, never from the input. */
function callingWorkflow(): { workflowId: string; runId: string } {
  const { workflowExecution } = Context.current().info;
  if (workflowExecution === undefined)
    throw new Error('An activity of the server was started without a workflow.');
  return workflowExecution;
}
