import { Field, Float, InputType, Int } from '@nestjs/graphql';
import { IsArray, IsOptional } from 'class-validator';
import { type EscalationAction, EscalationActionEnum } from './escalation-step.type';

@InputType({ description: 'Either milliseconds or working days.' })
export class DelayInput {
  @Field(() => Float, { nullable: true })
  milliseconds?: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether the milliseconds count working hours only.' })
  calendar?: boolean;

  @Field(() => Int, { nullable: true })
  businessDays?: number;
}

@InputType({ description: 'Either a user or a group.' })
export class EscalationTargetInput {
  @Field(() => String, { nullable: true, description: 'E-mail address or id.' })
  user?: string;

  @Field(() => String, { nullable: true, description: 'Key or id.' })
  group?: string;
}

@InputType({ description: 'Give either `after` or `fromDueMs`.' })
export class EscalationStepInput {
  @Field(() => EscalationActionEnum)
  action!: EscalationAction;

  @Field(() => DelayInput, { nullable: true })
  after?: DelayInput;

  @Field(() => Float, {
    nullable: true,
    description: 'Milliseconds from the due date, negative for before it.',
  })
  fromDueMs?: number;

  @Field(() => EscalationTargetInput, { nullable: true, description: 'The supervisors without one.' })
  to?: EscalationTargetInput;

  @Field(() => Boolean, { nullable: true, description: 'Only if nobody has claimed the task by then.' })
  ifUnclaimed?: boolean;

  @Field(() => String, { nullable: true, description: 'At most 500 characters.' })
  message?: string;
}

@InputType()
export class SetDefaultEscalationChainInput {
  @Field(() => [EscalationStepInput], {
    nullable: true,
    description: 'At most 20 steps, in the order of time; left out for none.',
  })
  @IsOptional()
  @IsArray()
  chain?: EscalationStepInput[];
}
