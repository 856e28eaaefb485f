import { Injectable } from '@nestjs/common';
import type { TenantContext } from '@orkestra/tenancy';
import { isClosed, TASK_STATUSES, TasksService } from '@orkestra/tasks';
import { type ExecutionView, temporalWorkflowId } from '@orkestra/workflows';
import type { z } from 'zod';
import { limitText, limitValue } from '../protocol/foreign-text';
import type { openTask, workflowDetails } from './workflow.schema';

const MOST_TASKS = 20;
const LONGEST_ERROR = 2_000;
const LONGEST_TITLE = 300;
const OPEN = TASK_STATUSES.filter((status) => !isClosed(status));

/** Workflow executions as agents see them. */
@Injectable()
export class WorkflowPresenter {
  constructor(private readonly tasks: TasksService) {}

  async details(ctx: TenantContext, execution: ExecutionView): Promise<z.output<typeof workflowDetails>> {
    const { value, truncated } = limitValue(execution.result ?? null);
    const { error } = execution;
    return {
      workflow_id: execution.id,
      type: execution.type,
      version: execution.version,
      status: execution.status,
      result: value,
      error: error && { type: limitText(error.type, 200), message: limitText(error.message, LONGEST_ERROR) },
      problem: execution.problem?.message ?? null,
      started_at: execution.startedAt.toISOString(),
      closed_at: execution.closedAt?.toISOString() ?? null,
      truncated,
      open_tasks: await this.openTasks(ctx, execution),
    };
  }

  private async openTasks(
    ctx: TenantContext,
    { id, closedAt }: ExecutionView,
  ): Promise<z.output<typeof openTask>[] | null> {
    if (!ctx.scopes.includes('tasks:read')) return null;
    if (closedAt !== null) return [];
    const workflowId = temporalWorkflowId(ctx.tenantId, id);
    const { items } = await this.tasks.list(ctx, { workflowId, status: OPEN }, { first: MOST_TASKS });
    return items.map((task) => ({
      task_id: task.id,
      title: limitText(task.title, LONGEST_TITLE),
      status: task.status,
      created_at: task.createdAt.toISOString(),
      due_at: task.dueAt?.toISOString() ?? null,
    }));
  }
}
