import { Field, Float, InputType } from '@nestjs/graphql';
import type { SelfApprovalPolicy } from '@orkestra/tenancy';
import { IsIn, IsNumber, IsOptional } from 'class-validator';
import { SelfApprovalPolicyEnum } from './tenant-settings.type';

@InputType()
export class SetDefaultTimeToLiveInput {
  @Field(() => Float, { nullable: true, description: 'A minute to five years; left out for 30 days.' })
  @IsOptional()
  @IsNumber()
  milliseconds?: number;
}

@InputType()
export class SetSelfApprovalInput {
  @Field(() => SelfApprovalPolicyEnum)
  @IsIn(Object.values(SelfApprovalPolicyEnum))
  policy!: SelfApprovalPolicy;
}
