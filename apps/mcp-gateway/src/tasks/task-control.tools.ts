import { Injectable } from '@nestjs/common';
import {
  actorOf,
  allowedActions,
  CommentsService,
  LONGEST_COMMENT,
  TaskControlService,
  TaskHandoverService,
  TasksService,
} from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { z } from 'zod';
import { DATA_NOTICE } from '../protocol/foreign-text';
import { operationKey } from '../protocol/page.schema';
import { defineTool, DESTRUCTIVE, type Tool, WRITE } from '../protocol/tool';
import { TaskPresenter } from './task.presenter';
import { changedTask, taskId, taskReason } from './task.schema';

@Injectable()
export class TaskControlTools {
  constructor(
    private readonly tasks: TasksService,
    private readonly control: TaskControlService,
    private readonly handover: TaskHandoverService,
    private readonly comments: CommentsService,
    private readonly presenter: TaskPresenter,
  ) {}

  get tools(): Tool[] {
    return [this.reassign, this.cancel, this.comment];
  }

  private readonly reassign = defineTool({
    name: 'task_reassign',
    title: 'Send a task to others',
    description:
      'Gives a task to another person or group in place of those it was for. ' +
      'Whoever created it may do so while nobody holds it; excluded people stay excluded.',
    scope: 'tasks:write',
    annotations: WRITE,
    input: z.strictObject({
      task_id: taskId,
      user: z.string().max(320).optional().describe('E-mail address or id; or else a group.'),
      group: z.string().max(100).optional().describe('Key.'),
      reason: taskReason,
      idempotency_key: operationKey,
    }),
    output: changedTask,
    run: async ({ task_id: taskId, user, group, reason, idempotency_key: operationId }, { ctx }) => {
      const command = { taskId, to: { user, group }, reason, operationId };
      const task = (await this.mayAssign(ctx, taskId))
        ? await this.handover.assign(ctx, command)
        : await this.handover.forward(ctx, command);
      const next_action = `Call task_await with task_id "${taskId}" to wait for the answer.`;
      return { task: this.presenter.summary(task), next_action, notice: DATA_NOTICE };
    },
  });

  private readonly cancel = defineTool({
    name: 'task_cancel',
    title: 'Cancel a task',
    description: 'Ends a task that you created, without a decision. It cannot be taken back.',
    scope: 'tasks:write',
    annotations: DESTRUCTIVE,
    input: z.strictObject({ task_id: taskId, reason: taskReason, idempotency_key: operationKey }),
    output: changedTask,
    run: async ({ task_id: taskId, reason, idempotency_key: operationId }, { ctx }) => {
      const task = await this.control.cancel(ctx, { taskId, reason, operationId });
      const next_action = 'The task is closed. Go on without an answer.';
      return { task: this.presenter.summary(task), next_action, notice: DATA_NOTICE };
    },
  });

  private readonly comment = defineTool({
    name: 'task_add_comment',
    title: 'Comment on a task',
    description: 'Says something to the people who work on a task, beside it. It decides nothing.',
    scope: 'tasks:write',
    annotations: WRITE,
    input: z.strictObject({
      task_id: taskId,
      text: z.string().min(1).max(LONGEST_COMMENT),
      mentions: z.array(z.string().max(64)).max(20).optional().describe('Ids of users to speak to.'),
      idempotency_key: operationKey,
    }),
    output: z.object({ comment_id: z.string(), task_id: z.string(), created_at: z.string() }),
    run: async ({ task_id: taskId, text, mentions, idempotency_key: operationId }, { ctx }) => {
      const { id, createdAt } = await this.comments.add(ctx, { taskId, text, mentions, operationId });
      return { comment_id: id, task_id: taskId, created_at: createdAt.toISOString() };
    },
  });

  /** A supervisor assigns; whoever created the task or holds it forwards. No key supervises anything. */
  private async mayAssign(ctx: TenantContext, taskId: string): Promise<boolean> {
    if (ctx.principal.kind !== 'user') return false;
    return allowedActions(await this.tasks.get(ctx, taskId), actorOf(ctx)).includes('assign');
  }
}
