import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ApprovalsService, type TaskView } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import {
  AnswerTaskChangesPayload,
  ApproveTaskPayload,
  RejectTaskPayload,
  RequestTaskChangesPayload,
} from '../task/task-payloads.type';
import {
  AnswerTaskChangesInput,
  ApproveTaskInput,
  RejectTaskInput,
  RequestTaskChangesInput,
} from './task-approval.input';

/** Decisions about something that was shown. */
@Resolver()
export class TaskApprovalsResolver {
  constructor(private readonly approvals: ApprovalsService) {}

  @Mutation(() => ApproveTaskPayload, {
    description: 'Approves what was shown; where several people vote, casts one vote.',
  })
  async approveTask(
    @Ctx() ctx: TenantContext,
    @Args('input') input: ApproveTaskInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.approvals.approve(ctx, input) };
  }

  @Mutation(() => RejectTaskPayload, {
    description: 'Rejects what was shown, with a reason; where several people vote, casts one vote.',
  })
  async rejectTask(
    @Ctx() ctx: TenantContext,
    @Args('input') input: RejectTaskInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.approvals.reject(ctx, input) };
  }

  @Mutation(() => RequestTaskChangesPayload, {
    description: "Asks the requester for another version; the task's clock stands still until they answer.",
  })
  async requestTaskChanges(
    @Ctx() ctx: TenantContext,
    @Args('input') input: RequestTaskChangesInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.approvals.requestChanges(ctx, input) };
  }

  @Mutation(() => AnswerTaskChangesPayload, {
    description: 'The requester puts a new version in the place of the old one; the vote begins again.',
  })
  async answerTaskChanges(
    @Ctx() ctx: TenantContext,
    @Args('input') input: AnswerTaskChangesInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.approvals.answerChanges(ctx, input) };
  }
}
