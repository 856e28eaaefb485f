import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { MessageRole, MessageView, TokenUsage } from '@orkestra/conversations';
import { JsonScalar } from '../graphql/json.scalar';
import { Actor } from '../people/actor.type';
import { MessageRoleEnum } from './conversation-enums.type';

@ObjectType({ description: 'What a model took to write a message.' })
export class MessageUsage implements Pick<TokenUsage, 'input' | 'output' | 'model'> {
  @Field(() => Int)
  input!: number;

  @Field(() => Int)
  output!: number;

  @Field(() => String, { nullable: true })
  model!: string | null;
}

@ObjectType()
export class Message implements Pick<MessageView, Exclude<keyof MessageView, 'conversationId'>> {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: '1 for the first, one more for each that follows, without a gap.' })
  number!: number;

  @Field(() => MessageRoleEnum)
  role!: MessageRole;

  @Field(() => String, { nullable: true, description: 'Who speaks, as the channel names them.' })
  author!: string | null;

  @Field(() => Actor, { description: 'Whoever put the message here.' })
  recordedBy!: Actor;

  @Field(() => String, { nullable: true, description: 'Plain text; null once it is no longer kept.' })
  text!: string | null;

  @Field(() => [JsonScalar])
  toolCalls!: Record<string, unknown>[];

  @Field(() => MessageUsage, { nullable: true })
  usage!: MessageUsage | null;

  @Field(() => Date)
  createdAt!: Date;
}

@ObjectType()
export class MessageEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Message)
  node!: Message;
}

@ObjectType()
export class MessagePageInfo {
  @Field(() => String, { nullable: true, description: 'Pass it as `before` to read what was said earlier.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Pass it as `after` to read what was said later.' })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ObjectType()
export class MessageConnection {
  @Field(() => [MessageEdge])
  edges!: MessageEdge[];

  @Field(() => MessagePageInfo)
  pageInfo!: MessagePageInfo;
}
