import { Field, Float, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { SelfApprovalPolicy, TenantSettings as Settings } from '@orkestra/tenancy';
import { EscalationStep } from './escalation-step.type';

export const SelfApprovalPolicyEnum = {
  FORBID: 'forbid',
  WARN: 'warn',
  ALLOW: 'allow',
} as const satisfies Record<Uppercase<SelfApprovalPolicy>, SelfApprovalPolicy>;

registerEnumType(SelfApprovalPolicyEnum, {
  name: 'SelfApprovalPolicy',
  description:
    'Whether people may approve what they have asked for, or what was asked for them: not at all, with a mark in the record, or freely.',
});

@ObjectType({ description: 'What counts for groups that have nothing of their own.' })
export class TenantSettings implements Settings {
  @Field(() => String, { nullable: true, description: 'Null for Monday to Friday, 9 to 17 UTC.' })
  calendarKey!: string | null;

  @Field(() => [EscalationStep], {
    nullable: true,
    description: 'What happens to a late task that says nothing itself; null to tell the supervisors.',
  })
  escalationChain!: EscalationStep[] | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Milliseconds after which a task expires that says nothing itself; null for 30 days.',
  })
  timeToLiveMs!: number | null;

  @Field(() => SelfApprovalPolicyEnum)
  selfApproval!: SelfApprovalPolicy;
}

@ObjectType()
export class SetDefaultTimeToLivePayload {
  @Field(() => TenantSettings)
  settings!: TenantSettings;
}

@ObjectType()
export class SetSelfApprovalPayload {
  @Field(() => TenantSettings)
  settings!: TenantSettings;
}

@ObjectType()
export class SetDefaultEscalationChainPayload {
  @Field(() => TenantSettings)
  settings!: TenantSettings;
}
