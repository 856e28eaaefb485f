import { Field, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type ExecutionStatus, ExecutionStatusEnum } from './workflow-execution.type';

@InputType({ description: 'Conditions that an execution must all fulfil.' })
export class WorkflowFilter {
  @Field(() => String, { nullable: true, description: 'Name of the workflow definition.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  type?: string;

  @Field(() => [ExecutionStatusEnum], { nullable: true, description: 'One of these.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsIn(Object.values(ExecutionStatusEnum), { each: true })
  status?: ExecutionStatus[];
}
