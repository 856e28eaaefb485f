import { Injectable } from '@nestjs/common';
import {
  ApprovalsService,
  CommentsService,
  type TaskCommand,
  TaskDetailsService,
  TasksService,
  type TaskView,
} from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import type { Answer } from './answer';
import { NothingShownError } from './answers.errors';

/** The use cases of the app behind each kind of answer; none is done in another way. */
@Injectable()
export class AnswerCommands {
  constructor(
    private readonly tasks: TasksService,
    private readonly approvals: ApprovalsService,
    private readonly comments: CommentsService,
    private readonly details: TaskDetailsService,
  ) {}

  /** @throws whatever the use case throws; NothingShownError */
  async run(ctx: TenantContext, answer: Answer, operationId: string): Promise<TaskView> {
    const { taskId, expectedRevision, data, text } = answer;
    const command = { taskId, expectedRevision, operationId };
    const reason = text === undefined || text.trim() === '' ? undefined : text;
    switch (answer.action) {
      case 'approve':
        return this.approvals.approve(ctx, { ...(await this.bound(ctx, answer, command)), reason, data });
      case 'reject':
        return this.approvals.reject(ctx, { ...(await this.bound(ctx, answer, command)), reason });
      case 'request_changes':
        return this.approvals.requestChanges(ctx, { ...(await this.bound(ctx, answer, command)), reason });
      case 'complete': {
        const { status } = await this.tasks.get(ctx, taskId);
        return this.tasks.complete(ctx, { ...command, data: data ?? {}, claim: status === 'READY' });
      }
      case 'claim':
        return this.tasks.claim(ctx, command);
      case 'release':
        return this.tasks.release(ctx, command);
      case 'comment':
        await this.comments.add(ctx, { taskId, text: text ?? '', operationId });
        return this.tasks.get(ctx, taskId);
    }
  }

  /**
   * With the digest of what the person was shown. Whoever knows the revision knows it too: the payload does not change
   * without the revision, which the use case compares.
   */
  private async bound<C extends TaskCommand>(
    ctx: TenantContext,
    { payloadDigest, expectedRevision }: Answer,
    command: C,
  ): Promise<C & { payloadDigest: string }> {
    if (payloadDigest !== undefined) return { ...command, payloadDigest };
    if (expectedRevision === undefined) throw new NothingShownError();
    const task = await this.tasks.get(ctx, command.taskId);
    const shown = (await this.details.approvals(ctx, [task.id])).get(task.id);
    // Of a task that is no approval the use case says so.
    return { ...command, payloadDigest: shown?.payloadDigest ?? '' };
  }
}
