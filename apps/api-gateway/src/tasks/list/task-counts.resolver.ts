import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MOST_COUNTED, TaskCounts as Counts, type TaskCountsView } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../../auth/ctx.decorator';
import { Group } from '../../people/group.type';
import type { PeopleLoaders } from '../../people/people.loaders';
import { GroupTaskCounts, TaskCounts } from './task-counts.type';
import type { FieldContext } from '../../graphql/graphql-context';

@Resolver(() => GroupTaskCounts)
export class TaskCountsResolver {
  constructor(private readonly counts: Counts) {}

  @Query(() => TaskCounts, { description: 'The numbers beside the tabs of an inbox, in one cheap query.' })
  async taskCounts(@Ctx() ctx: TenantContext): Promise<TaskCountsView & { cap: number }> {
    return { ...(await this.counts.read(ctx)), cap: MOST_COUNTED };
  }

  @ResolveField(() => Group)
  async group(
    { groupId }: TaskCountsView['byGroup'][number],
    _args: unknown,
    { loaders }: FieldContext<PeopleLoaders>,
  ): Promise<Group | null> {
    return loaders.groups.load(groupId);
  }
}
