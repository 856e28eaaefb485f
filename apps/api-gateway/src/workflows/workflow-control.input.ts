import { Field, ID, InputType } from '@nestjs/graphql';
import { LONGEST_OPERATION_ID } from '@orkestra/core';
import { LONGEST_CANCEL_REASON, LONGEST_SIGNAL_NAME, LONGEST_WORKFLOW_ID } from '@orkestra/workflows';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { JsonScalar } from '../graphql/json.scalar';

@InputType()
export class SignalWorkflowInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(LONGEST_WORKFLOW_ID)
  id!: string;

  @Field(() => String, {
    description: 'As the workflow defines it. Names that begin with `orkestra.` or `__temporal` are refused.',
  })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_SIGNAL_NAME)
  signal!: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'What the signal carries, at most 256 KB as JSON.',
  })
  @IsOptional()
  payload?: unknown;

  @Field(() => String, { nullable: true, description: 'The same id signals once, whatever is repeated.' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_OPERATION_ID)
  operationId?: string;
}

@InputType()
export class CancelWorkflowInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(LONGEST_WORKFLOW_ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the history; at most 1,000 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_CANCEL_REASON)
  reason?: string;
}

@InputType()
export class RestartWorkflowInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(LONGEST_WORKFLOW_ID)
  id!: string;
}
