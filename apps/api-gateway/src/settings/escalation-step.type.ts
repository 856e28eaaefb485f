import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { EscalationStep as Step } from '@orkestra/tenancy';

export type EscalationAction = Step['action'];

export const EscalationActionEnum = {
  NOTIFY: 'notify',
  REASSIGN: 'reassign',
  ESCALATE: 'escalate',
  EXPIRE: 'expire',
} as const satisfies Record<Uppercase<EscalationAction>, EscalationAction>;

registerEnumType(EscalationActionEnum, {
  name: 'EscalationAction',
  description: 'What a step of an escalation chain does with a task.',
});

@ObjectType({ description: 'A length of time: either milliseconds or working days.' })
export class Delay {
  @Field(() => Float, { nullable: true })
  milliseconds?: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether the milliseconds count working hours only.' })
  calendar?: boolean;

  @Field(() => Int, { nullable: true })
  businessDays?: number;
}

@ObjectType({ description: 'A user or a group, by the name that was given.' })
export class EscalationTarget {
  @Field(() => String, { nullable: true, description: 'E-mail address or id.' })
  user?: string;

  @Field(() => String, { nullable: true, description: 'Key or id.' })
  group?: string;
}

@ObjectType({ description: 'One step of an escalation chain.' })
export class EscalationStep implements Step {
  @Field(() => EscalationActionEnum)
  action!: EscalationAction;

  @Field(() => Delay, { nullable: true })
  after?: Delay;

  @Field(() => Float, {
    nullable: true,
    description: 'In place of `after`: milliseconds from the due date, negative for before it.',
  })
  fromDueMs?: number;

  @Field(() => EscalationTarget, { nullable: true, description: 'The supervisors without one.' })
  to?: EscalationTarget;

  @Field(() => Boolean, { nullable: true, description: 'Only if nobody has claimed the task by then.' })
  ifUnclaimed?: boolean;

  @Field(() => String, { nullable: true })
  message?: string;
}
