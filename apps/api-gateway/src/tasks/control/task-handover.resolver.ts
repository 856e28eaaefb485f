import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { TaskHandoverService, type TaskView } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import {
  AssignTaskPayload,
  DelegateTaskPayload,
  EscalateTaskPayload,
  ForwardTaskPayload,
  NominateTaskPayload,
  ResolveTaskPayload,
} from '../task/task-payloads.type';
import {
  AssignTaskInput,
  DelegateTaskInput,
  EscalateTaskInput,
  ForwardTaskInput,
  NominateTaskInput,
  ResolveTaskInput,
} from './task-handover.input';
import { toTarget } from './task-target.input';

/** Giving tasks to other people. */
@Resolver()
export class TaskHandoverResolver {
  constructor(private readonly handover: TaskHandoverService) {}

  @Mutation(() => DelegateTaskPayload, {
    description: 'Hands the work to somebody for a while; `resolveTask` brings it back.',
  })
  async delegateTask(
    @Ctx() ctx: TenantContext,
    @Args('input') input: DelegateTaskInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.handover.delegate(ctx, input) };
  }

  @Mutation(() => ResolveTaskPayload, { description: 'Gives a delegated task back to its owner.' })
  async resolveTask(
    @Ctx() ctx: TenantContext,
    @Args('input') input: ResolveTaskInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.handover.resolve(ctx, input) };
  }

  @Mutation(() => ForwardTaskPayload, { description: 'Gives the task away for good.' })
  async forwardTask(
    @Ctx() ctx: TenantContext,
    @Args('input') input: ForwardTaskInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.handover.forward(ctx, { ...input, to: toTarget(input.to) }) };
  }

  @Mutation(() => AssignTaskPayload, {
    description: 'A supervisor gives the task to a person, or puts it into a queue.',
  })
  async assignTask(
    @Ctx() ctx: TenantContext,
    @Args('input') input: AssignTaskInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.handover.assign(ctx, { ...input, to: toTarget(input.to) }) };
  }

  @Mutation(() => NominateTaskPayload, {
    description: 'Names who may claim the task, in the place of all earlier candidates.',
  })
  async nominateTask(
    @Ctx() ctx: TenantContext,
    @Args('input') input: NominateTaskInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.handover.nominate(ctx, input) };
  }

  @Mutation(() => EscalateTaskPayload, {
    description: "Raises the task's level, and gives it to somebody else where `to` is said.",
  })
  async escalateTask(
    @Ctx() ctx: TenantContext,
    @Args('input') input: EscalateTaskInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.handover.escalate(ctx, { ...input, to: input.to && toTarget(input.to) }) };
  }
}
