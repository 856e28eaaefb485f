import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { DeliveryView, NotificationDeliveryStatus, NotificationKind } from '@orkestra/notifications';
import { PageInfo } from '../graphql/page-info.type';
import { NotificationDeliveryStatusEnum, NotificationKindEnum } from './preferences/notification-enums.type';

@ObjectType({ description: 'What one person is, was or was not told by another channel than the app.' })
export class NotificationDelivery implements DeliveryView {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  channel!: string;

  @Field(() => NotificationKindEnum)
  kind!: NotificationKind;

  @Field(() => ID)
  personId!: string;

  @Field(() => String)
  personName!: string;

  @Field(() => ID, { nullable: true })
  taskId!: string | null;

  @Field(() => String, { nullable: true, description: 'As it is now; null once the task is gone.' })
  taskTitle!: string | null;

  @Field(() => Int, { description: 'How many events it stands for.' })
  count!: number;

  @Field(() => NotificationDeliveryStatusEnum)
  status!: NotificationDeliveryStatus;

  @Field(() => String, {
    nullable: true,
    description:
      'What went wrong last, or what there is to say of what was sent. Why it was dropped: `deactivated`, `tenant_inactive`, `read`, `not_visible`, `done`, `taken`, `turned_off`, `no_channel`, `not_connected` or `test_mode`.',
  })
  reason!: string | null;

  @Field(() => Int)
  attempts!: number;

  @Field(() => Date, { description: 'When it happened.' })
  at!: Date;

  @Field(() => Date, { description: 'When it is sent, or tried again.' })
  availableAt!: Date;

  @Field(() => Date, { nullable: true })
  settledAt!: Date | null;
}

@ObjectType()
export class NotificationDeliveryEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => NotificationDelivery)
  node!: NotificationDelivery;
}

@ObjectType()
export class NotificationDeliveryConnection {
  @Field(() => [NotificationDeliveryEdge])
  edges!: NotificationDeliveryEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType()
export class ReplayNotificationDeliveriesPayload {
  @Field(() => [ID], { description: 'What is tried again at once.' })
  replayed!: string[];
}
