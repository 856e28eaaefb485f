import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { ReasonedTaskInput } from '../task/task-commands.input';
import { TaskTargetInput } from './task-target.input';

const MOST_NAMES = 200;
const LONGEST_NAME = 320;

@InputType()
export class DelegateTaskInput extends ReasonedTaskInput {
  @Field(() => String, { description: 'E-mail address or id of the user who does the work for a while.' })
  @IsString()
  @MaxLength(LONGEST_NAME)
  to!: string;
}

@InputType()
export class ResolveTaskInput extends ReasonedTaskInput {}

@InputType()
export class ForwardTaskInput extends ReasonedTaskInput {
  @Field(() => TaskTargetInput)
  @ValidateNested()
  @Type(() => TaskTargetInput)
  to!: TaskTargetInput;
}

@InputType()
export class AssignTaskInput extends ReasonedTaskInput {
  @Field(() => TaskTargetInput)
  @ValidateNested()
  @Type(() => TaskTargetInput)
  to!: TaskTargetInput;
}

@InputType()
export class EscalateTaskInput extends ReasonedTaskInput {
  @Field(() => TaskTargetInput, {
    nullable: true,
    description: 'Who gets the task; it stays where it is without one.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => TaskTargetInput)
  to?: TaskTargetInput;
}

@InputType()
export class NominateTaskInput extends ReasonedTaskInput {
  @Field(() => [String], { nullable: true, description: 'E-mail addresses or ids.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_NAMES)
  @IsString({ each: true })
  @MaxLength(LONGEST_NAME, { each: true })
  users?: string[];

  @Field(() => [String], { nullable: true, description: 'Keys or ids.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_NAMES)
  @IsString({ each: true })
  @MaxLength(LONGEST_NAME, { each: true })
  groups?: string[];
}
