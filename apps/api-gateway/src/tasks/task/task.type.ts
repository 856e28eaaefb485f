import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Node } from '../../graphql/node.type';
import type { DecisionEvidence, TaskAccess, TaskStatus, TaskView } from '@orkestra/tasks';
import { JsonScalar } from '../../graphql/json.scalar';
import { Actor } from '../../people/actor.type';
import { Group } from '../../people/group.type';
import { User } from '../../people/user.type';
import { DecidableByEnum, type TaskOutcome, TaskOutcomeEnum, TaskStatusEnum } from './task-enums.type';

type Shown =
  | 'id'
  | 'title'
  | 'description'
  | 'type'
  | 'status'
  | 'outcome'
  | 'outcomeReason'
  | 'priority'
  | 'dueAt'
  | 'expiresAt'
  | 'createdAt'
  | 'updatedAt'
  | 'closedAt'
  | 'revision'
  | 'escalationLevel'
  | 'suspendedFrom'
  | 'pausedAt'
  | 'resumesAt'
  | 'conversationId'
  | 'decidableBy';

/** One unit of human work. What needs another look-up is in `task-fields.resolver.ts`. */
@ObjectType({ implements: () => [Node], description: 'One unit of human work.' })
export class Task implements Pick<TaskView, Shown> {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'A name for tasks of one kind.' })
  type!: string | null;

  @Field(() => TaskStatusEnum)
  status!: TaskStatus;

  @Field(() => TaskOutcomeEnum, { nullable: true, description: 'Set once the task is closed.' })
  outcome!: TaskOutcome | null;

  @Field(() => String, { nullable: true, description: 'Why it ended so, where somebody said it.' })
  outcomeReason!: string | null;

  @Field(() => Int, { description: '0 (least) to 100 (most urgent).' })
  priority!: number;

  @Field(() => Date, { nullable: true })
  dueAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the task ends by itself.' })
  expiresAt!: Date;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date)
  updatedAt!: Date;

  @Field(() => Date, { nullable: true })
  closedAt!: Date | null;

  @Field(() => Int, { description: 'Grows with each change; pass it as `expectedRevision`.' })
  revision!: number;

  @Field(() => Int, { description: 'How often the task was escalated.' })
  escalationLevel!: number;

  @Field(() => TaskStatusEnum, { nullable: true, description: 'Where a suspended task was.' })
  suspendedFrom!: TaskStatus | null;

  @Field(() => Date, { nullable: true, description: 'Since when its clock stands still.' })
  pausedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When a suspended task comes back by itself.' })
  resumesAt!: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The conversation that the task belongs to, in Orkestra or elsewhere.',
  })
  conversationId!: string | null;

  @Field(() => DecidableByEnum)
  decidableBy!: TaskAccess['decidableBy'];
}

@ObjectType({ description: 'Who may claim a task.' })
export class TaskCandidates {
  @Field(() => [User])
  users!: User[];

  @Field(() => [Group])
  groups!: Group[];
}

@ObjectType({ description: 'What the person fills in.' })
export class TaskForm {
  @Field(() => JsonScalar, { description: 'JSON Schema 2020-12 of the data.' })
  schema!: unknown;

  @Field(() => JsonScalar, { description: 'Layout for `rjsf`: order, widgets, hints.' })
  uiSchema!: unknown;
}

@ObjectType({ description: 'What let a decider in, as far as their door knows it.' })
export class TaskDecisionEvidence implements DecisionEvidence {
  @Field(() => String, { nullable: true, description: 'The id of the session or key.' })
  credentialId?: string | undefined;

  @Field(() => String, { nullable: true })
  address?: string | undefined;

  @Field(() => String, { nullable: true })
  userAgent?: string | undefined;

  @Field(() => ID, { nullable: true, description: 'The person for whom a program acted.' })
  onBehalfOf?: string | undefined;
}

@ObjectType({ description: 'How, when and by whom a task was ended.' })
export class TaskDecision {
  @Field(() => TaskOutcomeEnum)
  outcome!: TaskOutcome;

  @Field(() => Actor)
  decidedBy!: Actor;

  @Field(() => Date)
  decidedAt!: Date;

  @Field(() => String, { description: 'The door it came through, such as `graphql`.' })
  channel!: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When the decider saw the task first, where that was recorded.',
  })
  seenAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Hexadecimal SHA-256 of all that the decider was shown last, where that was recorded.',
  })
  shownDigest!: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when what it allows may be done; null where it counts for good.',
  })
  verdictUntil!: Date | null;

  @Field(() => Boolean, {
    description: 'The decider had asked for it, or it was asked for them, and the workspace let that pass.',
  })
  selfApproval!: boolean;

  @Field(() => TaskDecisionEvidence, {
    nullable: true,
    description: 'What let the decider in. For workspace admins and auditors; null for others.',
  })
  evidence!: TaskDecisionEvidence | null;

  @Field(() => JsonScalar, { nullable: true, description: 'What was filled in.' })
  data!: unknown;
}
