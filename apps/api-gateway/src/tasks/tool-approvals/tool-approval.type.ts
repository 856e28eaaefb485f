import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Risk, ToolCallView, ToolRequestView, ToolVerdict } from '@orkestra/tasks';
import { JsonScalar } from '../../graphql/json.scalar';
import { Actor } from '../../people/actor.type';

export const ToolRiskEnum = {
  LOW: 'low',
  MEDIUM: 'medium',
  HIGH: 'high',
  CRITICAL: 'critical',
} as const satisfies Record<Uppercase<Risk>, Risk>;

const ToolVerdictEnum = {
  PENDING: 'pending',
  ALLOWED: 'allowed',
  DENIED: 'denied',
} as const satisfies Record<Uppercase<ToolVerdict>, ToolVerdict>;

registerEnumType(ToolRiskEnum, {
  name: 'ToolRisk',
  description: 'How much harm a call could do, as the agent says.',
});
registerEnumType(ToolVerdictEnum, { name: 'ToolVerdict', description: 'What became of a call.' });

@ObjectType({ description: 'One thing that an agent wants to do.' })
export class ToolCall implements Omit<ToolCallView, 'grantedRuleId'> {
  @Field(() => ID, { description: "The agent's own name for it; decisions are by this." })
  callId!: string;

  @Field(() => String)
  tool!: string;

  @Field(() => JsonScalar)
  arguments!: Record<string, unknown>;

  @Field(() => String, { nullable: true, description: 'Why the agent wants to do it.' })
  reason!: string | null;

  @Field(() => ToolRiskEnum)
  risk!: Risk;

  @Field(() => String, { description: 'Hexadecimal SHA-256 of canonical JSON `{tool, arguments}`.' })
  digest!: string;

  @Field(() => [String], {
    description: 'Arguments that, left the same, make another call similar: a proposal of the agent.',
  })
  similarBy!: string[];

  @Field(() => ToolVerdictEnum)
  verdict!: ToolVerdict;

  @Field(() => String, { nullable: true, description: 'What the agent is told.' })
  message!: string | null;

  @Field(() => Actor, { nullable: true, description: 'Who decided, or granted the rule that covered it.' })
  decidedBy!: Actor | null;

  @Field(() => Date, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'The standing rule that allowed it without asking.' })
  ruleId!: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when the agent may make it, where it is allowed.',
  })
  validUntil!: Date | null;

  @Field(() => Boolean, {
    description:
      'Whoever decided had asked for it, or it was asked for them, and the workspace let that pass.',
  })
  selfApproval!: boolean;
}

@ObjectType({
  description:
    'What an agent asks to be allowed. Decide it by `completeTask` with `{digest, decisions: {[callId]: {verdict: ' +
    '"allow" | "deny", message, allow_similar: {until, by}}}}` for each call whose verdict is pending.',
})
export class ToolApproval implements Pick<ToolRequestView, 'agent' | 'digest'> {
  @Field(() => Actor)
  agent!: Actor;

  @Field(() => String, {
    description: 'Hexadecimal; pass it with the decision about what was shown.',
  })
  digest!: string;

  @Field(() => [ToolCall], { description: "In the agent's order, with those that standing rules cover." })
  calls!: ToolCall[];
}
