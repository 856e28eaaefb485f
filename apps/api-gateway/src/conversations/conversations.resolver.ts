import { Args, Context, ID, Int, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { type Appended, type ConversationView, ConversationsService } from '@orkestra/conversations';
import type { TenantContext } from '@orkestra/tenancy';
import { Ctx } from '../auth/ctx.decorator';
import { type Connection, toConnection } from '../graphql/connection';
import type { GraphqlContext } from '../graphql/graphql-context';
import { AppendMessagesInput } from './append-messages.input';
import {
  AppendMessagesPayload,
  CloseConversationPayload,
  CreateConversationPayload,
} from './conversation-payloads.type';
import { ConversationUpdates } from './conversation-updates.service';
import { CloseConversationInput, ConversationFilter, CreateConversationInput } from './conversation.input';
import { Conversation, ConversationConnection } from './conversation.type';

@Resolver()
export class ConversationsResolver {
  constructor(
    private readonly service: ConversationsService,
    private readonly updates: ConversationUpdates,
  ) {}

  @Query(() => Conversation)
  async conversation(
    @Ctx() ctx: TenantContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ConversationView> {
    return this.service.get(ctx, id);
  }

  @Query(() => ConversationConnection, {
    description:
      'The conversations that the viewer may see, the newest first. A page can be short and yet not the last: go on while there is a next one.',
  })
  async conversations(
    @Ctx() ctx: TenantContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    // Optional rather than `| null`, which would hide the class from whatever checks the argument.
    @Args('filter', { type: () => ConversationFilter, nullable: true }) filter?: ConversationFilter,
  ): Promise<Connection<ConversationView>> {
    return toConnection(await this.service.list(ctx, filter ?? {}, { first, after }), { after });
  }

  @Mutation(() => CreateConversationPayload)
  async createConversation(
    @Ctx() ctx: TenantContext,
    @Args('input') { key, ...spec }: CreateConversationInput,
  ): Promise<{ conversation: ConversationView }> {
    const { kind, id } = ctx.principal;
    const requestKey = key === undefined ? undefined : `api:${kind}:${id}:${key}`;
    return { conversation: await this.service.create(ctx, spec, { requestKey }) };
  }

  @Mutation(() => AppendMessagesPayload, {
    description: 'Adds messages at the end, all of them or none. What was said once is never changed.',
  })
  async appendMessages(
    @Ctx() ctx: TenantContext,
    @Args('input') input: AppendMessagesInput,
  ): Promise<Appended> {
    return this.service.append(ctx, input);
  }

  @Mutation(() => CloseConversationPayload, {
    description: 'Ends a conversation for good; one that is closed already stays as it is.',
  })
  async closeConversation(
    @Ctx() ctx: TenantContext,
    @Args('input') { conversationId }: CloseConversationInput,
  ): Promise<{ conversation: ConversationView }> {
    return { conversation: await this.service.close(ctx, conversationId) };
  }

  @Subscription(() => Conversation, {
    description: 'The conversation as it is now and whenever it changes; ends when it is closed.',
  })
  async conversationUpdated(
    @Context() context: GraphqlContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AsyncIterableIterator<{ conversationUpdated: ConversationView }>> {
    return this.updates.watch(context, id);
  }
}
