import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Task } from '../task/task.type';

@ObjectType({ description: 'Tells that a task changed.' })
export class TaskUpdate {
  @Field(() => ID, { description: 'Empty on `resync`.' })
  taskId!: string;

  @Field(() => String, {
    description: 'What happened, such as `claimed`; `resync` when updates may have been missed.',
  })
  kind!: string;

  @Field(() => Int)
  revision!: number;

  @Field(() => Task, {
    nullable: true,
    description: 'The task as it is now; null on `resync` and when the viewer may not see it any more.',
  })
  task!: Task | null;

  @Field(() => Boolean, { description: 'Updates may have been missed: read the lists again.' })
  resync!: boolean;
}
