import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LONGEST_OPERATION_ID } from '@orkestra/core';
import { IsBoolean, IsInt, IsObject, IsOptional, IsString, MaxLength, Min, MinLength } from 'class-validator';
import { JsonScalar } from '../../graphql/json.scalar';

/** What every command on one task takes. */
@InputType({ isAbstract: true })
export abstract class TaskCommandInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  taskId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The command fails if the task has another revision by now.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  expectedRevision?: number;

  @Field(() => String, { nullable: true, description: 'The same id twice is one command, answered twice.' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_OPERATION_ID)
  operationId?: string;
}

export const FILL_DEFAULTS = {
  nullable: true,
  description:
    'Whether defaults stand in for fields that the answer leaves out; they do unless this is false. Send false where a person saw the defaults, so that what they emptied stays empty.',
};

/** A command that the person may give a reason for. */
@InputType({ isAbstract: true })
export abstract class ReasonedTaskInput extends TaskCommandInput {
  @Field(() => String, { nullable: true, description: 'Why, for the history; at most 2,000 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  reason?: string;
}

@InputType()
export class ClaimTaskInput extends TaskCommandInput {}

@InputType()
export class ReleaseTaskInput extends TaskCommandInput {}

@InputType()
export class StartTaskInput extends TaskCommandInput {}

@InputType()
export class StopTaskInput extends TaskCommandInput {}

@InputType()
export class CompleteTaskInput extends TaskCommandInput {
  @Field(() => JsonScalar, { description: 'What the form asks for, by field name.' })
  @IsObject()
  data!: Record<string, unknown>;

  @Field(() => Boolean, FILL_DEFAULTS)
  @IsOptional()
  @IsBoolean()
  fillDefaults?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Claim the task in the same step.' })
  @IsOptional()
  @IsBoolean()
  claim?: boolean;
}
