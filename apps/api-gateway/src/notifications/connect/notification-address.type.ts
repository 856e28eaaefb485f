import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { AddressView, ConnectStart } from '@orkestra/notifications';

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
export class ConnectNotificationAddressPayload {
  @Field(() => NotificationAddress)
  notificationAddress!: AddressView;
}

@ObjectType()
export class DisconnectNotificationAddressPayload {
  @Field(() => NotificationAddress)
  notificationAddress!: AddressView;
}

@ObjectType({ description: 'What the viewer needs to connect an account.' })
export class StartNotificationConnectPayload implements ConnectStart {
  @Field(() => String, {
    nullable: true,
    description: 'To be sent from the account; null where it was sent to the account.',
  })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'Opens the channel with the code in place.' })
  url!: string | null;

  @Field(() => String, { description: 'What to do, in a sentence.' })
  instruction!: string;

  @Field(() => Date)
  expiresAt!: Date;
}
