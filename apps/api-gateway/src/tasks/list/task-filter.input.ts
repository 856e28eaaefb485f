import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import {
  LONGEST_SEARCH,
  type PriorityRange as Priorities,
  type TaskFilter as Filter,
  type TaskOrder,
  type TaskStatus,
  type TimeRange as Times,
} from '@orkestra/tasks';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { TaskStatusEnum } from '../task/task-enums.type';

export const TaskOrderEnum = {
  DUE_ASC: 'DUE_ASC',
  DUE_DESC: 'DUE_DESC',
  PRIORITY_DESC: 'PRIORITY_DESC',
  PRIORITY_ASC: 'PRIORITY_ASC',
  CREATED_DESC: 'CREATED_DESC',
  CREATED_ASC: 'CREATED_ASC',
  CLOSED_DESC: 'CLOSED_DESC',
} as const satisfies Record<TaskOrder, TaskOrder>;

registerEnumType(TaskOrderEnum, {
  name: 'TaskOrder',
  description: 'What a list of tasks is sorted by.',
  valuesMap: {
    DUE_ASC: { description: 'Due soonest first, then the most urgent; those without a due date last.' },
    DUE_DESC: { description: 'Those without a due date first.' },
    PRIORITY_DESC: { description: 'The most urgent first, then those that are due soonest.' },
    CLOSED_DESC: { description: 'For closed tasks: the last to end first.' },
  },
});

const DATE = { message: '$property is not a date. Write it as 2026-11-23T15:00:00Z.' };

@InputType({
  description: 'From a moment on, and up to but not including another. Leave one out to leave it open.',
})
export class TimeRange implements Times {
  @Field(() => Date, { nullable: true })
  @IsOptional()
  @IsDate(DATE)
  from?: Date | null;

  @Field(() => Date, { nullable: true })
  @IsOptional()
  @IsDate(DATE)
  until?: Date | null;
}

@InputType({ description: 'Both ends belong to it. Leave one out to leave it open.' })
export class PriorityRange implements Priorities {
  @Field(() => Int, { nullable: true, description: '0 to 100.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  min?: number | null;

  @Field(() => Int, { nullable: true, description: '0 to 100.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  max?: number | null;
}

@InputType({ description: 'Conditions that a task must all fulfil.' })
export class TaskFilter implements Filter {
  @Field(() => [TaskStatusEnum], {
    nullable: true,
    description: 'Open statuses or closed ones, not both (both for one workflow). Default: all open ones.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsIn(Object.values(TaskStatusEnum), { each: true })
  status?: TaskStatus[];

  @Field(() => Boolean, { nullable: true, description: 'Tasks that the viewer holds.' })
  @IsOptional()
  @IsBoolean()
  assignedToMe?: boolean;

  @Field(() => ID, { nullable: true, description: 'Tasks that a user holds, by id or e-mail address.' })
  @IsOptional()
  @IsString()
  @MaxLength(320)
  assignee?: string;

  @Field(() => Boolean, { nullable: true, description: 'Tasks that nobody holds.' })
  @IsOptional()
  @IsBoolean()
  unassigned?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Tasks that wait for the viewer: they may claim them or, where several decide, vote.',
  })
  @IsOptional()
  @IsBoolean()
  candidate?: boolean;

  @Field(() => String, { nullable: true, description: 'Key of a group, such as `support-l1`, or its id.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  group?: string;

  @Field(() => ID, { nullable: true, description: 'Id of the workflow execution that asked for the task.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  workflowId?: string;

  @Field(() => String, { nullable: true, description: 'The type that tasks of one kind have in common.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  type?: string;

  @Field(() => PriorityRange, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PriorityRange)
  priority?: PriorityRange;

  @Field(() => TimeRange, { nullable: true, description: 'A task without a due date is in no range.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => TimeRange)
  due?: TimeRange;

  @Field(() => TimeRange, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => TimeRange)
  created?: TimeRange;

  @Field(() => String, {
    nullable: true,
    description:
      'Whole words in title, description and context, as in a web search: `"a phrase"`, `or`, `-without`. ' +
      'Of more than 1,000 hits the newest 1,000 are considered.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_SEARCH)
  text?: string;
}
