import { Field, ObjectType } from '@nestjs/graphql';
import { Conversation } from './conversation.type';
import { Message } from './message.type';

@ObjectType()
export class CreateConversationPayload {
  @Field(() => Conversation)
  conversation!: Conversation;
}

@ObjectType()
export class AppendMessagesPayload {
  @Field(() => Conversation)
  conversation!: Conversation;

  @Field(() => [Message], { description: 'What was appended, now or when it was first asked for.' })
  messages!: Message[];
}

@ObjectType()
export class CloseConversationPayload {
  @Field(() => Conversation)
  conversation!: Conversation;
}
