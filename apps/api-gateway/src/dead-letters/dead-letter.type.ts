import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { DeadLetterView } from '@orkestra/tasks';
import { PageInfo } from '../graphql/page-info.type';

@ObjectType({
  description:
    'What a workflow was to be told of its task, given up after many failures: the workflow still waits.',
})
export class DeadLetter implements Pick<
  DeadLetterView,
  'id' | 'taskId' | 'workflowId' | 'attempts' | 'replays' | 'lastError' | 'createdAt'
> {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  taskId!: string;

  @Field(() => String, { description: 'As Temporal knows it.' })
  workflowId!: string;

  @Field(() => String, { description: '`task.closed`, `task.changed` or `task.timers`.' })
  kind!: string;

  @Field(() => Int, { description: 'Failures since it was last revived.' })
  attempts!: number;

  @Field(() => Int, { description: 'How often it was revived by itself.' })
  replays!: number;

  @Field(() => String, { nullable: true })
  lastError!: string | null;

  @Field(() => Date)
  createdAt!: Date;
}

@ObjectType()
export class DeadLetterEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => DeadLetter)
  node!: DeadLetter;
}

@ObjectType()
export class DeadLetterConnection {
  @Field(() => [DeadLetterEdge])
  edges!: DeadLetterEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType()
export class ReplayDeadLettersPayload {
  @Field(() => [ID], { description: 'What is tried again at once.' })
  replayed!: string[];
}
