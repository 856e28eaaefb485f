import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Actor } from '../directory/actor.type';
import { JsonScalar } from '../graphql/json.scalar';
import { PageInfo } from '../graphql/page-info.type';

@ObjectType({ description: "One line of a task's history." })
export class TaskEvent {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'What happened, such as `claimed`.' })
  kind!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => Actor)
  actor!: Actor;

  @Field(() => String)
  channel!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'What changed; never form data or context.' })
  changes!: unknown;
}

@ObjectType()
export class TaskEventEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => TaskEvent)
  node!: TaskEvent;
}

@ObjectType()
export class TaskEventConnection {
  @Field(() => [TaskEventEdge])
  edges!: TaskEventEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
