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
