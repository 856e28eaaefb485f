import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { AddressView } from '@orkestra/notifications';

@ObjectType({ description: 'An account or a device by which the viewer wants to be reached.' })
export class NotificationAddress implements AddressView {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The channel that reaches it.' })
  channel!: string;

  @Field(() => String, { description: 'What the viewer knows it by.' })
  label!: string;

  @Field(() => Date)
  connectedAt!: Date;
}

@ObjectType()
export class DisconnectNotificationAddressPayload {
  @Field(() => NotificationAddress)
  notificationAddress!: AddressView;
}
