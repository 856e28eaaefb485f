import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type TaskOrder, TasksService, type TaskView } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { type Connection, toConnection } from '../graphql/connection';
import { toDomainFilter } from './list/domain-filter';
import { CreateTaskInput } from './task/create-task.input';
import {
  ClaimTaskInput,
  CompleteTaskInput,
  ReleaseTaskInput,
  StartTaskInput,
  StopTaskInput,
} from './task/task-commands.input';
import { TaskConnection } from './list/task-connection.type';
import { TaskFilter, TaskOrderEnum } from './list/task-filter.input';
import {
  ClaimTaskPayload,
  CompleteTaskPayload,
  CreateTaskPayload,
  ReleaseTaskPayload,
  StartTaskPayload,
  StopTaskPayload,
} from './task/task-payloads.type';
import { Task } from './task/task.type';

@Resolver(() => Task)
export class TasksResolver {
  constructor(private readonly tasksService: TasksService) {}

  @Query(() => TaskConnection, {
    description:
      'The tasks that the viewer may see. A page may be shorter than asked for and not the last: then many tasks ' +
      'were looked through that the filter leaves out, and `endCursor` goes on from there.',
  })
  async tasks(
    @Ctx() ctx: TenantContext,
    // Optional rather than `| null`, which would hide the class from whatever checks the argument.
    @Args('filter', { type: () => TaskFilter, nullable: true }) filter?: TaskFilter,
    @Args('orderBy', {
      type: () => TaskOrderEnum,
      nullable: true,
      description: 'Default: open tasks DUE_ASC, closed ones CLOSED_DESC, those of a workflow CREATED_ASC.',
    })
    orderBy?: TaskOrder,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<TaskView>> {
    const domainFilter = toDomainFilter(ctx.tenantId, filter);
    return toConnection(await this.tasksService.list(ctx, domainFilter, { first, after, orderBy }), {
      after,
    });
  }

  @Query(() => Task)
  async task(@Ctx() ctx: TenantContext, @Args('id', { type: () => ID }) id: string): Promise<TaskView> {
    return this.tasksService.get(ctx, id);
  }

  @Mutation(() => CreateTaskPayload, {
    description: 'Makes a task that no workflow waits for; whoever made it sees how it ends.',
  })
  async createTask(
    @Ctx() ctx: TenantContext,
    @Args('input') { spec, key }: CreateTaskInput,
  ): Promise<{ task: TaskView }> {
    const { kind, id } = ctx.principal;
    const origin = key === undefined ? {} : { requestKey: `api:${kind}:${id}:${key}` };
    return { task: await this.tasksService.create(ctx, spec, origin) };
  }

  @Mutation(() => ClaimTaskPayload, { description: 'Takes a task that waits in a queue.' })
  async claimTask(
    @Ctx() ctx: TenantContext,
    @Args('input') input: ClaimTaskInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.tasksService.claim(ctx, input) };
  }

  @Mutation(() => ReleaseTaskPayload, {
    description: 'Puts a task that the viewer holds back into its queue.',
  })
  async releaseTask(
    @Ctx() ctx: TenantContext,
    @Args('input') input: ReleaseTaskInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.tasksService.release(ctx, input) };
  }

  @Mutation(() => StartTaskPayload, { description: 'Says that the work has begun.' })
  async startTask(
    @Ctx() ctx: TenantContext,
    @Args('input') input: StartTaskInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.tasksService.start(ctx, input) };
  }

  @Mutation(() => StopTaskPayload, { description: 'Lays the work down; the task stays with its assignee.' })
  async stopTask(
    @Ctx() ctx: TenantContext,
    @Args('input') input: StopTaskInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.tasksService.stop(ctx, input) };
  }

  @Mutation(() => CompleteTaskPayload, {
    description: 'Records the decision. The answer comes once it is safe; the workflow is told after that.',
  })
  async completeTask(
    @Ctx() ctx: TenantContext,
    @Args('input') input: CompleteTaskInput,
  ): Promise<{ task: TaskView }> {
    return { task: await this.tasksService.complete(ctx, input) };
  }
}
