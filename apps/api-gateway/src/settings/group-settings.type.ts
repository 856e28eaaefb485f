import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { GroupSettings as Settings, GroupStrategy } from '@orkestra/tenancy';
import { PageInfo } from '../graphql/page-info.type';
import { Group } from '../people/group.type';
import { EscalationStep } from './escalation-step.type';

export const AssignmentStrategyEnum = {
  MANUAL: 'manual',
  ROUND_ROBIN: 'round-robin',
  LEAST_LOADED: 'least-loaded',
} as const satisfies Record<string, GroupStrategy>;

registerEnumType(AssignmentStrategyEnum, {
  name: 'AssignmentStrategy',
  description: "How a group's tasks find their person.",
  valuesMap: {
    MANUAL: { description: 'They wait in the queue until somebody claims them.' },
    ROUND_ROBIN: { description: 'The members get them in turn.' },
    LEAST_LOADED: { description: 'Whoever has the fewest open tasks gets the next.' },
  },
});

@ObjectType({
  description: 'How a group hands out its tasks, when it works, and what happens to late tasks.',
})
export class GroupSettings implements Settings {
  @Field(() => Group)
  group!: Group;

  @Field(() => AssignmentStrategyEnum)
  strategy!: GroupStrategy;

  @Field(() => String, { nullable: true, description: "Null for the tenant's." })
  calendarKey!: string | null;

  @Field(() => [EscalationStep], {
    nullable: true,
    description: "What happens to a late task that says nothing itself; null for the tenant's chain.",
  })
  escalationChain!: EscalationStep[] | null;

  @Field(() => Boolean, { description: 'Whether the viewer may change them.' })
  mayChange!: boolean;
}

@ObjectType()
export class GroupSettingsEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => GroupSettings)
  node!: GroupSettings;
}

@ObjectType()
export class GroupSettingsConnection {
  @Field(() => [GroupSettingsEdge])
  edges!: GroupSettingsEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType()
export class SetGroupStrategyPayload {
  @Field(() => GroupSettings)
  settings!: GroupSettings;
}

@ObjectType()
export class SetGroupCalendarPayload {
  @Field(() => GroupSettings)
  settings!: GroupSettings;
}

@ObjectType()
export class SetGroupEscalationChainPayload {
  @Field(() => GroupSettings)
  settings!: GroupSettings;
}
