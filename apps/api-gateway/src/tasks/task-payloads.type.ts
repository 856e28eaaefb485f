import { Field, ObjectType } from '@nestjs/graphql';
import { Task } from './task.type';

@ObjectType()
export class ClaimTaskPayload {
  @Field(() => Task)
  task!: Task;
}

@ObjectType()
export class ReleaseTaskPayload {
  @Field(() => Task)
  task!: Task;
}

@ObjectType()
export class CompleteTaskPayload {
  @Field(() => Task)
  task!: Task;
}
