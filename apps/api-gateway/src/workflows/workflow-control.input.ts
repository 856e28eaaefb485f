import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { JsonScalar } from '../graphql/json.scalar';

@InputType()
export class SignalWorkflowInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(300)
  id!: string;

  @Field(() => String, {
    description: 'As the workflow defines it. Names that begin with `orkestra.` or `__temporal` are refused.',
  })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
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
  @MaxLength(200)
  operationId?: string;
}

@InputType()
export class CancelWorkflowInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(300)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the history; at most 1,000 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  reason?: string;
}
