import { Field, InputType } from '@nestjs/graphql';
import type { GroupStrategy } from '@orkestra/tenancy';
import { IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { EscalationStepInput } from './escalation-step.input';
import { AssignmentStrategyEnum } from './group-settings.type';

@InputType({ isAbstract: true })
abstract class GroupInput {
  @Field(() => String, { description: 'Key or id.' })
  @IsString()
  @MaxLength(200)
  group!: string;
}

@InputType()
export class SetGroupStrategyInput extends GroupInput {
  @Field(() => AssignmentStrategyEnum)
  @IsIn(Object.values(AssignmentStrategyEnum))
  strategy!: GroupStrategy;
}

@InputType()
export class SetGroupCalendarInput extends GroupInput {
  @Field(() => String, { nullable: true, description: "Left out for the tenant's." })
  @IsOptional()
  @IsString()
  @MaxLength(63)
  calendarKey?: string;
}

@InputType()
export class SetGroupEscalationChainInput extends GroupInput {
  @Field(() => [EscalationStepInput], {
    nullable: true,
    description: "At most 20 steps, in the order of time; left out for the tenant's chain.",
  })
  @IsOptional()
  @IsArray()
  chain?: EscalationStepInput[];
}
