import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ChatChannel, ChatConnectionView, LinkView, OfferedChat } from '@orkestra/notifications';
import { NotificationAddress } from '../notifications/connect/notification-address.type';

export const ChatChannelEnum: Record<string, ChatChannel> = { SLACK: 'slack', TEAMS: 'teams' };
registerEnumType(ChatChannelEnum, { name: 'ChatChannel', description: 'A program for chats.' });

const ChatConnectionStatusEnum: Record<string, ChatConnectionView['status']> = {
  CONNECTED: 'connected',
  BROKEN: 'broken',
};
registerEnumType(ChatConnectionStatusEnum, {
  name: 'ChatConnectionStatus',
  description: '`BROKEN` is what the other side refuses: an administrator has to connect it again.',
});

@ObjectType({ description: 'What the workspace has connected of Slack or Teams.' })
export class ConnectedChat implements ChatConnectionView {
  @Field(() => ChatChannelEnum)
  channel!: ChatChannel;

  @Field(() => String, { description: 'As the other side calls the team.' })
  teamId!: string;

  @Field(() => String)
  teamName!: string;

  @Field(() => ChatConnectionStatusEnum)
  status!: ChatConnectionView['status'];

  @Field(() => String, { nullable: true, description: 'What was refused last.' })
  problem!: string | null;

  @Field(() => Boolean, { description: 'Whether clicks come by a connection that Orkestra opens itself.' })
  socketMode!: boolean;

  @Field(() => Date)
  connectedAt!: Date;

  @Field(() => Int, { description: 'How many people have connected their account.' })
  people!: number;
}

@ObjectType({ description: 'A program for chats that the viewer can connect their account of.' })
export class OfferedChatProgram implements OfferedChat {
  @Field(() => ChatChannelEnum)
  channel!: ChatChannel;

  @Field(() => String)
  teamName!: string;
}

@ObjectType({ description: 'The account that a link would connect.' })
export class ChatLink implements LinkView {
  @Field(() => ChatChannelEnum)
  channel!: ChatChannel;

  @Field(() => String)
  teamName!: string;

  @Field(() => String)
  accountName!: string;
}

@ObjectType()
export class ChatConnectionPayload {
  @Field(() => ConnectedChat)
  chatConnection!: ChatConnectionView;
}

@ObjectType()
export class ChatConnectionsPayload {
  @Field(() => [ConnectedChat])
  chatConnections!: ChatConnectionView[];
}

@ObjectType()
export class LinkChatAccountPayload {
  @Field(() => NotificationAddress)
  notificationAddress!: NotificationAddress;
}
