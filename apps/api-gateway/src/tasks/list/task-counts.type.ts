import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { TaskCountsView } from '@orkestra/tasks';

type InGroup = TaskCountsView['byGroup'][number];

@ObjectType({ description: 'How much waits in one queue.' })
export class GroupTaskCounts implements Pick<InGroup, 'open' | 'unclaimed'> {
  @Field(() => Int)
  open!: number;

  @Field(() => Int, { description: 'Open tasks that nobody has claimed.' })
  unclaimed!: number;
}

@ObjectType({ description: 'How much waits for the viewer.' })
export class TaskCounts implements Omit<TaskCountsView, 'byGroup'> {
  @Field(() => Int, { description: 'Open tasks that the viewer holds.' })
  assignedToMe!: number;

  @Field(() => Int, { description: 'Tasks that the viewer may claim or vote on.' })
  claimable!: number;

  @Field(() => Int, { description: 'Open tasks that the viewer may see and whose due date has passed.' })
  overdue!: number;

  @Field(() => [GroupTaskCounts], {
    description:
      "By key of the group: the viewer's own queues; for admins and programs the tenant's first 100.",
  })
  byGroup!: GroupTaskCounts[];

  @Field(() => Int, {
    description: 'Nothing is counted further: a number that is this high means "this many or more".',
  })
  cap!: number;
}
