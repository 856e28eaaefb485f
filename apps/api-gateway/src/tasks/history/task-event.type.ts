import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../graphql/json.scalar';
import { PageInfo } from '../../graphql/page-info.type';
import { Actor } from '../../people/actor.type';

@ObjectType({ description: 'One field before and after; times are ISO 8601.' })
export class TaskEventChange {
  @Field(() => String, { description: 'Such as `assignee`, `dueAt` or `status`.' })
  field!: string;

  @Field(() => String, { nullable: true })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;
}

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

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'What changed, by ids, states and digests; never form data or context.',
  })
  changes!: unknown;

  @Field(() => String, { nullable: true, description: "Why, in the person's own words." })
  note!: string | null;

  @Field(() => Int, { description: 'Of the task after this; lines that left the task as it was repeat it.' })
  revision!: number;
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
