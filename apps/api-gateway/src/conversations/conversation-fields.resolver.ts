import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ConversationView, MessagePage, MessageView } from '@orkestra/conversations';
import { Conversation } from './conversation.type';
import type { ConversationLoaders } from './conversations.loaders';
import { MessageConnection, type MessagePageInfo } from './message.type';

@Resolver(() => Conversation)
export class ConversationFieldsResolver {
  @ResolveField(() => MessageConnection, {
    description: 'The last messages, those before a cursor, or those after one; the newest last.',
  })
  async messages(
    @Parent() { id }: ConversationView,
    @Context('loaders') loaders: ConversationLoaders,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number,
    @Args('before', { type: () => String, nullable: true }) before: string | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Messages> {
    return toMessages(await loaders.messages.load({ of: id, page: { first, before, after } }));
  }
}

interface Messages {
  edges: { cursor: string; node: MessageView }[];
  pageInfo: MessagePageInfo;
}

function toMessages(page: MessagePage | null): Messages {
  const { items, cursors, hasEarlier, hasLater } = page ?? NO_MESSAGES;
  return {
    edges: items.map((node, index) => ({ cursor: cursors[index] ?? '', node })),
    pageInfo: {
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
      hasPreviousPage: hasEarlier,
      hasNextPage: hasLater,
    },
  };
}

const NO_MESSAGES: MessagePage = { items: [], cursors: [], hasEarlier: false, hasLater: false };
