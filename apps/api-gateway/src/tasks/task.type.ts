import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { TaskStatus, TaskView } from '@orkestra/tasks';
import { Actor } from '../directory/actor.type';
import { JsonScalar } from '../graphql/json.scalar';
import { type TaskOutcome, TaskOutcomeEnum, TaskStatusEnum } from './task-enums.type';

type Shown =
  | 'id'
  | 'title'
  | 'description'
  | 'type'
  | 'status'
  | 'outcome'
  | 'priority'
  | 'dueAt'
  | 'expiresAt'
  | 'createdAt'
  | 'updatedAt'
  | 'closedAt'
  | 'revision';

/** One unit of human work. What needs another look-up is in `task-fields.resolver.ts`. */
@ObjectType({ description: 'One unit of human work.' })
export class Task implements Pick<TaskView, Shown> {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'A name for tasks of one kind.' })
  type!: string | null;

  @Field(() => TaskStatusEnum)
  status!: TaskStatus;

  @Field(() => TaskOutcomeEnum, { nullable: true, description: 'Set once the task is closed.' })
  outcome!: TaskOutcome | null;

  @Field(() => Int, { description: '0 (least) to 100 (most urgent).' })
  priority!: number;

  @Field(() => Date, { nullable: true })
  dueAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the task ends by itself.' })
  expiresAt!: Date;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date)
  updatedAt!: Date;

  @Field(() => Date, { nullable: true })
  closedAt!: Date | null;

  @Field(() => Int, { description: 'Grows with each change; pass it as `expectedRevision`.' })
  revision!: number;
}

@ObjectType({ description: 'What the person fills in.' })
export class TaskForm {
  @Field(() => JsonScalar, { description: 'JSON Schema 2020-12 of the data.' })
  schema!: unknown;

  @Field(() => JsonScalar, { description: 'Layout for `rjsf`: order, widgets, hints.' })
  uiSchema!: unknown;
}

@ObjectType({ description: 'How, when and by whom a task was ended.' })
export class TaskDecision {
  @Field(() => TaskOutcomeEnum)
  outcome!: TaskOutcome;

  @Field(() => Actor)
  decidedBy!: Actor;

  @Field(() => Date)
  decidedAt!: Date;

  @Field(() => String, { description: 'The door it came through, such as `graphql`.' })
  channel!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'What was filled in.' })
  data!: unknown;
}
