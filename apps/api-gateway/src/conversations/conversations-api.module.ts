import { Module } from '@nestjs/common';
import { ConversationFieldsResolver } from './conversation-fields.resolver';
import { ConversationUpdates } from './conversation-updates.service';
import { ConversationsResolver } from './conversations.resolver';
import { TaskConversationResolver } from './task-conversation.resolver';
import { VisibleConversations } from './visible-conversations.module';

@Module({
  imports: [VisibleConversations],
  providers: [
    ConversationFieldsResolver,
    ConversationsResolver,
    ConversationUpdates,
    TaskConversationResolver,
  ],
})
export class ConversationsApiModule {}
