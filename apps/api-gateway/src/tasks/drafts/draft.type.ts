import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { DraftView } from '@orkestra/tasks';
import { JsonScalar } from '../../graphql/json.scalar';
import { Task } from '../task/task.type';

@ObjectType({ description: 'What the viewer has filled in and not yet sent, from whatever device.' })
export class TaskDraft implements Omit<DraftView, 'taskId' | 'data'> {
  @Field(() => JsonScalar, { description: 'Form data as far as it goes, by field name.' })
  data!: unknown;

  @Field(() => Int, { description: 'Grows with each save; pass it as `expectedVersion`.' })
  version!: number;

  @Field(() => Date)
  savedAt!: Date;
}

@ObjectType()
export class SaveTaskDraftPayload {
  @Field(() => TaskDraft)
  draft!: TaskDraft;

  @Field(() => Task, { description: 'The first save of a task that the viewer holds starts it.' })
  task!: Task;
}

@ObjectType()
export class DiscardTaskDraftPayload {
  @Field(() => Task)
  task!: Task;
}
