import { Args, Context, Resolver, Subscription } from '@nestjs/graphql';
import type { GraphqlContext } from '../../graphql/graphql-context';
import { toDomainFilter } from '../list/domain-filter';
import { TaskFilter } from '../list/task-filter.input';
import { TaskUpdate } from './task-update.type';
import { type TaskUpdateView, TaskUpdates } from './task-updates.service';

@Resolver()
export class TaskUpdatesResolver {
  constructor(private readonly updates: TaskUpdates) {}

  @Subscription(() => TaskUpdate, {
    description:
      'Tasks that fulfil the filter, whenever they change. One that no longer does is told once more, so that a list can drop it.',
  })
  async taskUpdated(
    @Context() context: GraphqlContext,
    // Optional rather than `| null`, which would hide the class from whatever checks the argument.
    @Args('filter', { type: () => TaskFilter, nullable: true }) filter?: TaskFilter,
    @Args('announce', {
      type: () => Boolean,
      defaultValue: false,
      description:
        'Begins with an update that has `resync`, as soon as the subscription stands: whoever reads after it misses nothing.',
    })
    announce = false,
  ): Promise<AsyncIterableIterator<{ taskUpdated: TaskUpdateView }>> {
    return this.updates.watch(context, toDomainFilter(context.ctx.tenantId, filter), announce);
  }
}
