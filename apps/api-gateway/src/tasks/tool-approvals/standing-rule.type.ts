import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Risk, StandingRuleUse, StandingRuleView } from '@orkestra/tasks';
import { JsonScalar } from '../../graphql/json.scalar';
import { PageInfo } from '../../graphql/page-info.type';
import { Actor } from '../../people/actor.type';
import { ToolRiskEnum } from './tool-approval.type';

@ObjectType({
  description: 'Calls that a person has allowed an agent until some time, without being asked again.',
})
export class StandingRule implements StandingRuleView {
  @Field(() => ID)
  id!: string;

  @Field(() => Actor)
  agent!: StandingRuleView['agent'];

  @Field(() => String)
  tool!: string;

  @Field(() => [String], { description: 'Arguments that must stay the same; empty where all of them must.' })
  argumentNames!: string[];

  @Field(() => JsonScalar, { description: 'The values of those arguments.' })
  arguments!: Record<string, unknown>;

  @Field(() => ToolRiskEnum, { description: 'The highest that it covers.' })
  risk!: Risk;

  @Field(() => ID, { description: 'The task that it was granted with.' })
  taskId!: string;

  @Field(() => Actor)
  grantedBy!: StandingRuleView['grantedBy'];

  @Field(() => Date)
  grantedAt!: Date;

  @Field(() => Date)
  expiresAt!: Date;

  @Field(() => Actor, { nullable: true })
  revokedBy!: StandingRuleView['revokedBy'];

  @Field(() => Date, { nullable: true })
  revokedAt!: Date | null;

  @Field(() => Int, { description: 'How many calls it has allowed.' })
  useCount!: number;

  @Field(() => Date, { nullable: true })
  lastUsedAt!: Date | null;
}

@ObjectType()
export class StandingRuleEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => StandingRule)
  node!: StandingRule;
}

@ObjectType()
export class StandingRuleConnection {
  @Field(() => [StandingRuleEdge])
  edges!: StandingRuleEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({ description: 'One call that a standing rule allowed.' })
export class StandingRuleUseItem implements StandingRuleUse {
  @Field(() => ID)
  requestId!: string;

  @Field(() => ID)
  callId!: string;

  @Field(() => String, { description: 'Hexadecimal SHA-256 of canonical JSON `{tool, arguments}`.' })
  digest!: string;

  @Field(() => Date)
  usedAt!: Date;
}

@ObjectType()
export class StandingRuleUseEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => StandingRuleUseItem)
  node!: StandingRuleUseItem;
}

@ObjectType()
export class StandingRuleUseConnection {
  @Field(() => [StandingRuleUseEdge])
  edges!: StandingRuleUseEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType()
export class RevokeStandingRulePayload {
  @Field(() => StandingRule)
  rule!: StandingRule;
}
