import { Field, InputType, Int } from '@nestjs/graphql';
import {
  IsBoolean,
  IsDefined,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { JsonScalar } from '../../graphql/json.scalar';
import { FILL_DEFAULTS, ReasonedTaskInput, TaskCommandInput } from '../task/task-commands.input';

/** A decision about something that was shown. */
@InputType({ isAbstract: true })
abstract class TaskVoteInput extends ReasonedTaskInput {
  @Field(() => String, {
    description:
      '`approval.payloadDigest` of what the person was shown; the command fails if it is another by now.',
  })
  @Matches(/^[0-9a-f]{64}$/i, { message: 'must be the payloadDigest of the approval: 64 hexadecimal digits' })
  payloadDigest!: string;
}

@InputType()
export class ApproveTaskInput extends TaskVoteInput {
  @Field(() => JsonScalar, { nullable: true, description: 'What the form asks for, where there is one.' })
  @IsOptional()
  @IsObject()
  data?: Record<string, unknown>;

  @Field(() => Boolean, FILL_DEFAULTS)
  @IsOptional()
  @IsBoolean()
  fillDefaults?: boolean;
}

@InputType({ description: 'A rejection needs a reason.' })
export class RejectTaskInput extends TaskVoteInput {}

@InputType({ description: 'The reason says what has to change.' })
export class RequestTaskChangesInput extends TaskVoteInput {}

@InputType()
export class AnswerTaskChangesInput extends TaskCommandInput {
  @Field(() => JsonScalar, { description: 'The new version of what is to be approved.' })
  @IsDefined()
  payload!: unknown;

  @Field(() => String, { nullable: true, description: 'At most 2,000 characters.' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  comment?: string;

  @Field(() => Int, {
    nullable: true,
    description: '`approval.round` of the request that this answers; the command fails at another round.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  round?: number;
}
