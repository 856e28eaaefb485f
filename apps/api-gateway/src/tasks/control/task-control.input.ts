import { Field, InputType, Int } from '@nestjs/graphql';
import { IsDate, IsInt, IsOptional, Max, Min } from 'class-validator';
import { ReasonedTaskInput } from '../task/task-commands.input';

@InputType()
export class SuspendTaskInput extends ReasonedTaskInput {
  @Field(() => Date, {
    nullable: true,
    description: 'When the task comes back by itself; it waits for `resumeTask` without it.',
  })
  @IsOptional()
  @IsDate()
  resumesAt?: Date;
}

@InputType()
export class ResumeTaskInput extends ReasonedTaskInput {}

@InputType()
export class CancelTaskInput extends ReasonedTaskInput {}

@InputType()
export class SetTaskPriorityInput extends ReasonedTaskInput {
  @Field(() => Int, { description: '0 (least) to 100 (most urgent).' })
  @IsInt()
  @Min(0)
  @Max(100)
  priority!: number;
}

@InputType()
export class SetTaskDueDateInput extends ReasonedTaskInput {
  @Field(() => Date, { nullable: true, description: 'Without one the task has no due date any more.' })
  @IsOptional()
  @IsDate()
  dueAt?: Date;
}
