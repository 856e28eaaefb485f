import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ConversationView } from '@orkestra/conversations';
import type { TaskView } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { Task } from '../tasks/task/task.type';
import { Conversation } from './conversation.type';
import type { ConversationLoaders } from './conversations.loaders';

@Resolver(() => Task)
export class TaskConversationResolver {
  @ResolveField(() => Conversation, {
    nullable: true,
    description: "What `conversationId` refers to; null where that is elsewhere, or not the viewer's to see.",
  })
  async conversation(
    @Parent() { conversationId }: TaskView,
    @Ctx() ctx: TenantContext,
    @Context('loaders') loaders: ConversationLoaders,
  ): Promise<ConversationView | null> {
    if (conversationId === null || !ctx.scopes.includes('conversations:read')) return null;
    return loaders.conversations.load(conversationId);
  }
}
