import { Module } from '@nestjs/common';
import { SharedReads } from '../graphql/shared-reads.service';
import { ConversationFieldsResolver } from './conversation-fields.resolver';
import { ConversationUpdates } from './conversation-updates.service';
import { ConversationLoadersFactory } from './conversations.loaders';
import { ConversationsResolver } from './conversations.resolver';
import { TaskConversationResolver } from './task-conversation.resolver';
import { VisibleConversations } from './visible-conversations.module';

const RESOLVERS = [ConversationFieldsResolver, ConversationsResolver, TaskConversationResolver];

@Module({
  imports: [VisibleConversations],
  providers: [...RESOLVERS, ConversationLoadersFactory, ConversationUpdates, SharedReads],
  exports: [ConversationLoadersFactory],
})
export class ConversationsApiModule {
  static readonly resolvers = RESOLVERS;
  static readonly loaders = ConversationLoadersFactory;
}
