import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { actorOf, isOwnRequest, TasksService, type TaskView, TaskViewsService } from '@orkestra/tasks';
import type { SelfApprovalPolicy, TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import type { PeopleLoaders } from '../../people/people.loaders';
import { User } from '../../people/user.type';
import { SelfApprovalPolicyEnum } from '../../settings/tenant-settings.type';
import { MarkTaskSeenPayload } from '../task/task-payloads.type';
import { Task } from '../task/task.type';
import type { TaskLoaders } from '../task/tasks.loaders';
import { MarkTaskSeenInput } from './mark-task-seen.input';
import { TaskSighting } from './task-sighting.type';
import type { FieldContext } from '../../graphql/graphql-context';

type Loaders = PeopleLoaders & TaskLoaders;

/** For whom a task is asked, who may therefore not approve it, and who has seen it. */
@Resolver(() => Task)
export class TaskRecordsResolver {
  constructor(
    private readonly views: TaskViewsService,
    private readonly tasks: TasksService,
  ) {}

  @ResolveField(() => User, { nullable: true, description: 'The person for whom it is asked.' })
  async onBehalfOf(task: TaskView, _args: unknown, { loaders }: FieldContext<Loaders>): Promise<User | null> {
    return task.onBehalfOf === null ? null : loaders.users.load(task.onBehalfOf);
  }

  @ResolveField(() => Boolean, {
    description: 'It is an approval that the viewer has asked for, or that is asked for them.',
  })
  isOwnRequest(task: TaskView, _args: unknown, { ctx }: FieldContext): boolean {
    return isOwnRequest(task, actorOf(ctx));
  }

  @ResolveField(() => SelfApprovalPolicyEnum, {
    nullable: true,
    description: 'Of an approval, what the workspace says now of those who decide what they have asked for.',
  })
  selfApproval(task: TaskView): SelfApprovalPolicy | null {
    return task.selfApproval;
  }

  @ResolveField(() => [TaskSighting], {
    description: 'Who has seen it: the viewer, and for workspace admins and auditors everybody; at most 100.',
  })
  async seenBy(
    { id }: TaskView,
    _args: unknown,
    { loaders }: FieldContext<Loaders>,
  ): Promise<TaskSighting[]> {
    const sights = (await loaders.sights.load(id)) ?? [];
    return Promise.all(
      sights.map(async (sight) => ({ ...sight, user: await loaders.users.load(sight.userId) })),
    );
  }

  @Mutation(() => MarkTaskSeenPayload, {
    description:
      'Records that the viewer is shown the task: since when, and what. A page of a task calls it when it shows one.',
  })
  async markTaskSeen(
    @Ctx() ctx: TenantContext,
    @Args('input') { taskId, revision }: MarkTaskSeenInput,
  ): Promise<{ task: TaskView }> {
    await this.views.record(ctx, taskId, revision);
    return { task: await this.tasks.get(ctx, taskId) };
  }
}
