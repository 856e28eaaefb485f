import { Field, ID, InputType } from '@nestjs/graphql';
import type { TaskFilter as Filter, TaskStatus } from '@orkestra/tasks';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { TaskStatusEnum } from './task-enums.type';

@InputType({ description: 'Conditions that a task must all fulfil.' })
export class TaskFilter implements Filter {
  @Field(() => [TaskStatusEnum], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsIn(Object.values(TaskStatusEnum), { each: true })
  status?: TaskStatus[];

  @Field(() => Boolean, { nullable: true, description: 'Tasks that the viewer holds.' })
  @IsOptional()
  @IsBoolean()
  assignedToMe?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Tasks that the viewer may claim.' })
  @IsOptional()
  @IsBoolean()
  candidate?: boolean;

  @Field(() => String, { nullable: true, description: 'Key of a group, such as `support-l1`.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  group?: string;

  @Field(() => ID, { nullable: true, description: 'Id of the workflow execution that asked for the task.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  workflowId?: string;
}
