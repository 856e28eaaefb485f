import { ResolveField, Resolver } from '@nestjs/graphql';
import type { TaskStepView } from '@orkestra/tasks';
import { Group } from '../../people/group.type';
import type { PeopleLoaders } from '../../people/people.loaders';
import { User } from '../../people/user.type';
import { TaskStep } from './task-step.type';
import type { FieldContext } from '../../graphql/graphql-context';

@Resolver(() => TaskStep)
export class TaskStepResolver {
  @ResolveField(() => User, { nullable: true })
  async user(
    { userId }: TaskStepView,
    _args: unknown,
    { loaders }: FieldContext<PeopleLoaders>,
  ): Promise<User | null> {
    return userId === null ? null : loaders.users.load(userId);
  }

  @ResolveField(() => Group, { nullable: true })
  async group(
    { groupId }: TaskStepView,
    _args: unknown,
    { loaders }: FieldContext<PeopleLoaders>,
  ): Promise<Group | null> {
    return groupId === null ? null : loaders.groups.load(groupId);
  }
}
