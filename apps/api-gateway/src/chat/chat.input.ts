import { Field, InputType } from '@nestjs/graphql';
import { CHAT_CHANNELS, type ChatChannel } from '@orkestra/notifications';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { ChatChannelEnum } from './chat-connection.type';

@InputType()
export class ConnectSlackInput {
  @Field(() => String, { description: 'Bot User OAuth Token; begins with `xoxb-`.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  botToken!: string;

  @Field(() => String, { description: 'Under Basic Information of the app.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  signingSecret!: string;

  @Field(() => String, {
    nullable: true,
    description: 'App-level token with `connections:write`, for socket mode; begins with `xapp-`.',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  appToken?: string | null;
}

@InputType()
export class ConnectTeamsInput {
  @Field(() => String, { description: 'Application (client) id of the bot.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  appId!: string;

  @Field(() => String, { description: 'Directory (tenant) id of the organisation.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  organisationId!: string;

  @Field(() => String, { description: 'Value of a client secret of the app.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
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
