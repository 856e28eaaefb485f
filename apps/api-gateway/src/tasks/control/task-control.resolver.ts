import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type BulkAnswer, BulkService, TaskControlService, type TaskView } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import {
  BulkTasksPayload,
  CancelTaskPayload,
  ResumeTaskPayload,
  SetTaskDueDatePayload,
  SetTaskPriorityPayload,
  SuspendTaskPayload,
} from '../task/task-payloads.type';
import { BulkTasksInput, toBulkAction } from './bulk-tasks.input';
import {
  CancelTaskInput,
  ResumeTaskInput,
  SetTaskDueDateInput,
  SetTaskPriorityInput,
  SuspendTaskInput,
} from './task-control.input';

/** Putting tasks aside, ending them, and what governs their order; for one task or for many. */
@Resolver()
export class TaskControlResolver {
  constructor(
    private readonly control: TaskControlService,
    private readonly bulk: BulkService,
  ) {}

  @Mutation(() => SuspendTaskPayload, { description: "Stops the task's clock until it is resumed." })
  async suspendTask(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SuspendTaskInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.control.suspend(ctx, input) };
  }

  @Mutation(() => ResumeTaskPayload, {
    description: 'Puts the task back where it was; what was left of its time is left again.',
  })
  async resumeTask(
    @Ctx() ctx: TenantContext,
    @Args('input') input: ResumeTaskInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.control.resume(ctx, input) };
  }

  @Mutation(() => CancelTaskPayload, {
    description: 'Ends the task without a decision; a workflow that waits for it is told.',
  })
  async cancelTask(
    @Ctx() ctx: TenantContext,
    @Args('input') input: CancelTaskInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.control.cancel(ctx, input) };
  }

  @Mutation(() => SetTaskPriorityPayload)
  async setTaskPriority(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SetTaskPriorityInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.control.setPriority(ctx, input) };
  }

  @Mutation(() => SetTaskDueDatePayload, {
    description: 'Moves the due date, and with it by as much every step that is still to come.',
  })
  async setTaskDueDate(
    @Ctx() ctx: TenantContext,
    @Args('input') input: SetTaskDueDateInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.control.setDueDate(ctx, { ...input, dueAt: input.dueAt ?? null }) };
  }

  @Mutation(() => BulkTasksPayload, {
    description:
      'One command for up to 500 tasks. Each succeeds or fails by itself, and each gets an answer.',
  })
  async bulkTasks(
    @Ctx() ctx: TenantContext,
    @Args('input') input: BulkTasksInput,
  ): Promise<{ answers: BulkAnswer[] }> {
    return { answers: await this.bulk.run(ctx, input.taskIds, toBulkAction(input)) };
  }
}
