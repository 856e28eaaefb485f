import { Injectable } from '@nestjs/common';
import { ConversationsService } from '@orkestra/conversations';
import { z } from 'zod';
import { DATA_NOTICE } from '../protocol/foreign-text';
import { nextCursor, notice, pageInput } from '../protocol/page.schema';
import { defineTool, READ, type Tool, WRITE_ONCE } from '../protocol/tool';
import { ConversationPresenter } from './conversation.presenter';
import {
  channel,
  conversationId,
  conversationPage,
  conversationSummary,
  newConversation,
  newMessages,
  status,
} from './conversation.schema';
import { toNewMessagesError } from './new-messages.errors';

@Injectable()
export class ConversationsTools {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly presenter: ConversationPresenter,
  ) {}

  get tools(): Tool[] {
    return [this.create, this.get, this.list, this.append];
  }

  private readonly create = defineTool({
    name: 'conversation_create',
    title: 'Open a conversation',
    description:
      'Keeps a dialogue for the people who help. Add to it with conversation_append; name it in task_create.',
    scope: 'conversations:write',
    annotations: WRITE_ONCE,
    input: newConversation,
    output: z.object({ conversation_id: z.string() }),
    run: async ({ idempotency_key, ...spec }, { ctx }) => {
      const requestKey = `mcp:${ctx.principal.id}:${idempotency_key}`;
      const { id } = await this.conversations.create(ctx, spec, { requestKey });
      return { conversation_id: id };
    },
  });

  private readonly get = defineTool({
    name: 'conversation_get',
    title: 'Read a conversation',
    description:
      'Returns a conversation and its last messages. Pass `before` of the answer for earlier ones, unless it is null.',
    scope: 'conversations:read',
    annotations: READ,
    input: z.strictObject({
      conversation_id: conversationId,
      limit: pageInput.limit,
      before: z.string().optional(),
    }),
    output: conversationPage,
    run: ({ conversation_id, limit: first, before }, { ctx }) =>
      this.presenter.page(ctx, conversation_id, { first, before }),
  });

  private readonly list = defineTool({
    name: 'conversation_list',
    title: 'List conversations',
    description:
      'Lists conversations, newest first. Go on while there is a next_cursor, even after a short page.',
    scope: 'conversations:read',
    annotations: READ,
    input: z.strictObject({
      channel: channel.optional(),
      status: status.optional(),
      title: z.string().optional().describe('A part of it.'),
      limit: pageInput.limit,
      cursor: pageInput.cursor,
    }),
    output: z.object({ items: z.array(conversationSummary), next_cursor: nextCursor, notice }),
    run: async ({ limit: first, cursor, ...filter }, { ctx }) => {
      const page = await this.conversations.list(ctx, filter, { first, after: cursor });
      return {
        items: page.items.map((conversation) => this.presenter.summary(conversation)),
        next_cursor: page.hasNextPage ? page.endCursor : null,
        notice: DATA_NOTICE,
      };
    },
  });

  private readonly append = defineTool({
    name: 'conversation_append',
    title: 'Add messages',
    description: 'Adds messages at the end of an open conversation, all or none, in the order given.',
    scope: 'conversations:write',
    annotations: WRITE_ONCE,
    input: newMessages,
    output: z.object({ message_count: z.number() }),
    run: async ({ conversation_id, idempotency_key, messages }, { ctx }) => {
      const specs = messages.map(({ tool_calls, ...same }) => ({ ...same, toolCalls: tool_calls }));
      const command = { conversationId: conversation_id, messages: specs, operationId: idempotency_key };
      const appended = await this.conversations.append(ctx, command).catch((error: unknown) => {
        throw toNewMessagesError(error);
      });
      return { message_count: appended.conversation.messageCount };
    },
  });
}
