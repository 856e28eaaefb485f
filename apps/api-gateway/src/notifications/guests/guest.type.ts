import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  GUEST_ACTIONS,
  GUEST_STATUSES,
  type GuestAction,
  type GuestStatus,
  type GuestView,
} from '@orkestra/notifications';
import { PageInfo } from '../../graphql/page-info.type';

export const GuestActionEnum = Object.fromEntries(GUEST_ACTIONS.map((word) => [word.toUpperCase(), word]));
const GuestStatusEnum = Object.fromEntries(GUEST_STATUSES.map((word) => [word.toUpperCase(), word]));

registerEnumType(GuestActionEnum, {
  name: 'GuestAction',
  description: 'What a guest of a task can be allowed.',
});
registerEnumType(GuestStatusEnum, {
  name: 'GuestStatus',
  description: 'How far an invitation is.',
  valuesMap: {
    INVITED: { description: 'The link was not used yet.' },
    ARRIVED: { description: 'The guest has opened it.' },
    REVOKED: { description: 'Somebody took it back.' },
    ENDED: { description: 'Its time is over.' },
  },
});

@ObjectType({ description: 'A person without an account who was invited to one task.' })
export class TaskGuest implements GuestView {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  taskId!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [GuestActionEnum])
  actions!: GuestAction[];

  @Field(() => GuestStatusEnum)
  status!: GuestStatus;

  @Field(() => String, { nullable: true, description: 'The name of whoever invited them.' })
  invitedBy!: string | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date)
  expiresAt!: Date;

  @Field(() => Date, { nullable: true })
  arrivedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  revokedAt!: Date | null;
}

@ObjectType()
export class TaskGuestEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => TaskGuest)
  node!: TaskGuest;
}

@ObjectType()
export class TaskGuestConnection {
  @Field(() => [TaskGuestEdge])
  edges!: TaskGuestEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType()
export class InviteGuestPayload {
  @Field(() => TaskGuest)
  guest!: TaskGuest;

  @Field(() => String, { nullable: true, description: 'To be handed on; null where it was mailed.' })
  link!: string | null;
}

@ObjectType()
export class RevokeGuestPayload {
  @Field(() => TaskGuest)
  guest!: TaskGuest;
}
