import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Node } from '../graphql/node.type';
import type {
  ConversationChannel,
  ConversationStatus,
  ConversationView,
  Participant,
  ParticipantRole,
} from '@orkestra/conversations';
import { JsonScalar } from '../graphql/json.scalar';
import { PageInfo } from '../graphql/page-info.type';
import { Actor } from '../people/actor.type';
import {
  ConversationChannelEnum,
  ConversationStatusEnum,
  ParticipantRoleEnum,
} from './conversation-enums.type';

@ObjectType()
export class ConversationParticipant implements Pick<Participant, 'name' | 'role' | 'address'> {
  @Field(() => String)
  name!: string;

  @Field(() => ParticipantRoleEnum)
  role!: ParticipantRole;

  @Field(() => String, { nullable: true, description: 'Whatever the channel knows them by.' })
  address!: string | null;
}

type Shown = Exclude<keyof ConversationView, 'revision'>;

/** Its messages are in `conversation-fields.resolver.ts`. */
@ObjectType({ implements: () => [Node], description: 'The dialogue that tasks belong to.' })
export class Conversation implements Pick<ConversationView, Shown> {
  @Field(() => ID)
  id!: string;

  @Field(() => ConversationChannelEnum)
  channel!: ConversationChannel;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => ConversationStatusEnum)
  status!: ConversationStatus;

  @Field(() => [ConversationParticipant])
  participants!: ConversationParticipant[];

  @Field(() => JsonScalar, { description: 'Whatever its creator wanted to find here again.' })
  metadata!: Record<string, unknown>;

  @Field(() => Actor)
  createdBy!: Actor;

  @Field(() => Int)
  messageCount!: number;

  @Field(() => Float, { description: 'Of all messages together.' })
  inputTokens!: number;

  @Field(() => Float, { description: 'Of all messages together.' })
  outputTokens!: number;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date)
  updatedAt!: Date;

  @Field(() => Date, { nullable: true })
  closedAt!: Date | null;
}

@ObjectType()
export class ConversationEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Conversation)
  node!: Conversation;
}

@ObjectType()
export class ConversationConnection {
  @Field(() => [ConversationEdge])
  edges!: ConversationEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
