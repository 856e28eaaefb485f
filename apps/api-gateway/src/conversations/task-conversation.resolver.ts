import { ResolveField, Resolver } from '@nestjs/graphql';
import type { ConversationView } from '@orkestra/conversations';
import type { TaskView } from '@orkestra/tasks';
import { Task } from '../tasks/task/task.type';
import { Conversation } from './conversation.type';
import type { ConversationLoaders } from './conversations.loaders';
import type { FieldContext } from '../graphql/graphql-context';

@Resolver(() => Task)
export class TaskConversationResolver {
  @ResolveField(() => Conversation, {
    nullable: true,
    description: "What `conversationId` refers to; null where that is elsewhere, or not the viewer's to see.",
  })
  async conversation(
    { conversationId }: TaskView,
    _args: unknown,
    { ctx, loaders }: FieldContext<ConversationLoaders>,
  ): Promise<ConversationView | null> {
    if (conversationId === null || !ctx.scopes.includes('conversations:read')) return null;
    return loaders.conversations.load(conversationId);
  }
}
