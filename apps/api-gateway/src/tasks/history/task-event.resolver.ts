import { ResolveField, Resolver } from '@nestjs/graphql';
import type { TaskEventView } from '@orkestra/tasks';
import type { PeopleLoaders } from '../../people/people.loaders';
import { readableChanges } from './task-event.presenter';
import { TaskEvent, TaskEventChange } from './task-event.type';
import type { FieldContext } from '../../graphql/graphql-context';

@Resolver(() => TaskEvent)
export class TaskEventResolver {
  @ResolveField(() => [TaskEventChange], {
    description: 'What changed of the task, with names in place of ids.',
  })
  async differences(
    event: TaskEventView,
    _args: unknown,
    { loaders }: FieldContext<PeopleLoaders>,
  ): Promise<TaskEventChange[]> {
    return readableChanges(event.changes, loaders);
  }
}
