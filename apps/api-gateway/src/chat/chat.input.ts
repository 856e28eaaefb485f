import { Field, InputType } from '@nestjs/graphql';
import { CHAT_CHANNELS, type ChatChannel } from '@orkestra/notifications';
import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ChatChannelEnum } from './chat-connection.type';

@InputType()
export class ConnectSlackInput {
  @Field(() => String, { description: 'Bot User OAuth Token; begins with `xoxb-`.' })
  @Matches(/^xoxb-[\w-]{10,250}$/, { message: 'begins with xoxb-' })
  botToken!: string;

  @Field(() => String, { description: 'Under Basic Information of the app.' })
  @Matches(/^[0-9a-f]{32,64}$/, { message: 'is 32 characters, digits and a to f' })
  signingSecret!: string;

  @Field(() => String, {
    nullable: true,
    description: 'App-level token with `connections:write`, for socket mode; begins with `xapp-`.',
  })
  @IsOptional()
  @Matches(/^xapp-[\w-]{10,250}$/, { message: 'begins with xapp-' })
  appToken?: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@InputType()
export class ConnectTeamsInput {
  @Field(() => String, { description: 'Application (client) id of the bot.' })
  @Matches(UUID, { message: 'is an id of 36 characters' })
  appId!: string;

  @Field(() => String, { description: 'Directory (tenant) id of the organisation.' })
  @Matches(UUID, { message: 'is an id of 36 characters' })
  organisationId!: string;

  @Field(() => String, { description: 'Value of a client secret of the app.' })
  @Matches(/^\S{8,200}$/, { message: 'is the value of the secret, without spaces' })
  clientSecret!: string;
}

@InputType()
export class ChatChannelInput {
  @Field(() => ChatChannelEnum)
  @IsIn(CHAT_CHANNELS)
  channel!: ChatChannel;
}

@InputType()
export class LinkChatAccountInput {
  @Field(() => String, { description: 'Of the link that the bot has sent.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  token!: string;
}
