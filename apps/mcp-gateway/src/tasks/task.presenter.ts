import { Injectable } from '@nestjs/common';
import type { TenantContext } from '@orkestra/tenancy';
import { TaskDetailsService, type TaskView } from '@orkestra/tasks';
import { workflowKey } from '@orkestra/workflows';
import type { z } from 'zod';
import { limitText, limitValue } from '../protocol/foreign-text';
import type { taskDetails, taskSummary } from './task.schema';

const LONGEST_TITLE = 300;
const LONGEST_DESCRIPTION = 4_000;

/** Tasks as agents see them. */
@Injectable()
export class TaskPresenter {
  constructor(private readonly details: TaskDetailsService) {}

  summary(task: TaskView): z.output<typeof taskSummary> {
    return {
      task_id: task.id,
      title: limitText(task.title, LONGEST_TITLE),
      type: task.type,
      status: task.status,
      outcome: task.outcome,
      priority: task.priority,
      assignee_id: task.assigneeId,
      group_id: task.groupId,
      workflow_id: task.workflowId === null ? null : workflowKey(task.tenantId, task.workflowId),
      due_at: task.dueAt?.toISOString() ?? null,
      expires_at: task.expiresAt.toISOString(),
      created_at: task.createdAt.toISOString(),
      closed_at: task.closedAt?.toISOString() ?? null,
    };
  }

  async full(ctx: TenantContext, task: TaskView): Promise<z.output<typeof taskDetails>> {
    const [payloads, decisions, approvals] = await Promise.all([
      this.details.payloads(ctx, [task.id]),
      this.details.decisions(ctx, [task.id]),
      task.approval ? this.details.approvals(ctx, [task.id]) : undefined,
    ]);
    const { form, context, result } = payloads.get(task.id) ?? { form: null, context: null, result: null };
    const approval = approvals?.get(task.id);
    const parts = [form?.schema ?? null, context, result, approval?.payload].map((part) => limitValue(part));
    const decidedBy = decisions.get(task.id)?.decidedBy;
    return {
      ...this.summary(task),
      description: task.description === null ? null : limitText(task.description, LONGEST_DESCRIPTION),
      conversation_id: task.conversationId,
      on_behalf_of: task.onBehalfOf,
      form: parts[0]?.value,
      context: parts[1]?.value,
      result: parts[2]?.value,
      approval:
        approval === undefined
          ? null
          : { payload: parts[3]?.value, payload_digest: approval.payloadDigest, round: approval.round },
      decided_by: decidedBy === undefined ? null : { ...decidedBy, display_name: decidedBy.displayName },
      truncated: parts.some(({ truncated }) => truncated),
    };
  }
}
