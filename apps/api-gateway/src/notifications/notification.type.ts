import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { NotificationKind, NotificationView } from '@orkestra/notifications';
import { PageInfo } from '../graphql/page-info.type';
import { NotificationKindEnum } from './preferences/notification-enums.type';

@ObjectType({ description: 'Who did what a notification tells of.' })
class NotificationActor {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: '`user` or `service`.' })
  kind!: string;

  @Field(() => String, { description: 'Empty where nobody has this name any more.' })
  displayName!: string;
}

@ObjectType({ description: 'What the viewer was told in the app.' })
export class Notification implements Omit<NotificationView, 'params'> {
  @Field(() => ID)
  id!: string;

  @Field(() => NotificationKindEnum)
  kind!: NotificationKind;

  @Field(() => Int, { description: 'How often it happened since the viewer last read of it.' })
  count!: number;

  @Field(() => Date, { description: 'When it happened last.' })
  at!: Date;

  @Field(() => Date, { nullable: true })
  readAt!: Date | null;

  @Field(() => NotificationActor, { nullable: true, description: 'Null for Orkestra itself.' })
  actor!: NotificationView['actor'];

  @Field(() => ID, { nullable: true })
  taskId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'As it is now; null where the viewer may not see the task any more.',
  })
  taskTitle!: string | null;

  @Field(() => String, { nullable: true })
  workflowKey!: string | null;

  @Field(() => ID, { nullable: true })
  conversationId!: string | null;
}

@ObjectType()
export class NotificationEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Notification)
  node!: Notification;
}

@ObjectType()
export class NotificationConnection {
  @Field(() => [NotificationEdge])
  edges!: NotificationEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType()
export class NotificationsPayload {
  @Field(() => Int, { description: 'What is left; 100 for that many or more.' })
  unreadNotifications!: number;
}

@ObjectType({ description: 'That there is something new, or that something was read elsewhere.' })
export class NotificationUpdate {
  @Field(() => Int, { description: '100 for that many or more.' })
  unreadNotifications!: number;

  @Field(() => Notification, { nullable: true, description: 'The newest that is not read.' })
  latest!: NotificationView | null;
}
