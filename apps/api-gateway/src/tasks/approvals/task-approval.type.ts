import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Quorum, VoteView } from '@orkestra/tasks';
import { JsonScalar } from '../../graphql/json.scalar';
import { Actor } from '../../people/actor.type';
import { Group } from '../../people/group.type';

type QuorumRule = Quorum['rule'];
type VoteKind = VoteView['vote'];

const QuorumRuleEnum = {
  ANY: 'any',
  ALL: 'all',
  COUNT: 'count',
  PER_GROUP: 'per-group',
  PERCENTAGE: 'percentage',
} as const satisfies Record<string, QuorumRule>;

const VoteKindEnum = {
  APPROVED: 'approved',
  REJECTED: 'rejected',
  CHANGES_REQUESTED: 'changes_requested',
} as const satisfies Record<Uppercase<VoteKind>, VoteKind>;

registerEnumType(QuorumRuleEnum, { name: 'TaskQuorumRule', description: 'How the votes are counted.' });
registerEnumType(VoteKindEnum, { name: 'TaskVoteKind', description: 'What somebody said to an approval.' });

@ObjectType({ description: 'How many of those who may vote have to approve.' })
export class TaskQuorum {
  @Field(() => QuorumRuleEnum)
  rule!: QuorumRule;

  @Field(() => Int, { nullable: true, description: 'Of `COUNT`, and of each group with `PER_GROUP`.' })
  count!: number | null;

  @Field(() => Float, { nullable: true, description: '1 to 100.' })
  percentage!: number | null;

  @Field(() => Boolean, { description: 'One rejection decides.' })
  veto!: boolean;
}

@ObjectType({ description: 'How far a vote is.' })
export class TaskVoteProgress {
  @Field(() => Group, { nullable: true, description: 'Whose vote, where each group has to approve.' })
  group!: Group | null;

  @Field(() => Int)
  approvals!: number;

  @Field(() => Int)
  rejections!: number;

  @Field(() => Int, { description: 'How many have to approve.' })
  needed!: number;

  @Field(() => Int, { description: 'How many may vote.' })
  voters!: number;
}

@ObjectType({ description: 'What one person or program said to one version.' })
export class TaskVote {
  @Field(() => Actor)
  voter!: Actor;

  @Field(() => VoteKindEnum)
  vote!: VoteKind;

  @Field(() => Int, { description: 'Of the version that it is about.' })
  round!: number;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => Date)
  at!: Date;

  @Field(() => String)
  channel!: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When the voter saw the task first, where that was recorded.',
  })
  seenAt!: Date | null;

  @Field(() => Boolean, {
    description: 'The voter had asked for it, or it was asked for them, and the workspace let that pass.',
  })
  selfApproval!: boolean;
}

@ObjectType({ description: 'One version of what is to be approved.' })
export class TaskApprovalVersion {
  @Field(() => Int)
  round!: number;

  @Field(() => JsonScalar, { nullable: true })
  payload!: unknown;

  @Field(() => String, { description: 'Hexadecimal SHA-256.' })
  payloadDigest!: string;
}

/** What `task-approval-fields.resolver.ts` answers about the task that it is part of. */
@ObjectType({ description: 'What a task asks people to approve, and what they have said so far.' })
export class TaskApproval {
  @Field(() => Int, { description: 'Counts the versions of what is to be approved.' })
  round!: number;

  @Field(() => Boolean, { description: 'The requester was asked for changes and has not answered yet.' })
  waitingForRequester!: boolean;
}
