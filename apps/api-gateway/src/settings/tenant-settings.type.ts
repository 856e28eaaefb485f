import { Field, Float, ObjectType } from '@nestjs/graphql';
import type { TenantSettings as Settings } from '@orkestra/tenancy';
import { EscalationStep } from './escalation-step.type';

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
}

@ObjectType()
export class SetDefaultTimeToLivePayload {
  @Field(() => TenantSettings)
  settings!: TenantSettings;
}

@ObjectType()
export class SetDefaultEscalationChainPayload {
  @Field(() => TenantSettings)
  settings!: TenantSettings;
}
