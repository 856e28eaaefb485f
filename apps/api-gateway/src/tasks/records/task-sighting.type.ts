import { Field, ObjectType } from '@nestjs/graphql';
import type { TaskSight } from '@orkestra/tasks';
import { User } from '../../people/user.type';

@ObjectType({ description: 'When somebody saw a task.' })
export class TaskSighting implements Pick<TaskSight, 'firstSeenAt' | 'lastSeenAt' | 'shownDigest'> {
  @Field(() => User, { nullable: true })
  user!: User | null;

  @Field(() => Date)
  firstSeenAt!: Date;

  @Field(() => Date)
  lastSeenAt!: Date;

  @Field(() => String, { description: 'Hexadecimal SHA-256 of all that they were shown last.' })
  shownDigest!: string;
}
