import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Group } from './group.type';
import { User } from './user.type';

@ObjectType({ description: 'How many of the tasks go back to the queue of a group.' })
export class DepartureToGroup {
  @Field(() => Group, { nullable: true })
  group!: Group | null;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'How many of the tasks go to a person.' })
export class DepartureToPerson {
  @Field(() => User, { nullable: true })
  user!: User | null;

  @Field(() => Int)
  count!: number;
}
