import { Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';

@InputType()
export class StandingRuleFilter {
  @Field(() => ID, { nullable: true, description: 'Of the agent that they are granted to.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  agentId?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  tool?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Those that were revoked or have expired, in place of those that hold.',
  })
  @IsOptional()
  @IsBoolean()
  ended?: boolean;
}

@InputType()
export class RevokeStandingRuleInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(100)
  ruleId!: string;
}
