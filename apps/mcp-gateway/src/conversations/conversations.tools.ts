import { Injectable } from '@nestjs/common';
import { ConversationsService } from '@orkestra/conversations';
import { z } from 'zod';
import { DATA_NOTICE } from '../server/foreign-text';
import { nextCursor, notice, pageInput } from '../server/page.schema';
import { defineTool, READ, type Tool, WRITE_ONCE } from '../server/tool';
import { ConversationPresenter } from './conversation-presenter';
import {
  channel,
  conversationId,
  conversationPage,
  conversationSummary,
  newConversation,
  newMessages,
  status,
} from './conversation.schema';
import { inOurNames } from './new-messages.errors';

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
      'Keeps a dialogue where the people who help can read it. Add what was said with conversation_append, ' +
      'and pass the conversation_id to task_create.',
    scope: 'conversations:write',
    annotations: WRITE_ONCE,
    input: newConversation,
    output: z.object({ conversation_id: z.string(), status: z.string() }),
    run: async ({ idempotency_key, ...spec }, { ctx }) => {
      const requestKey = `mcp:${ctx.principal.id}:${idempotency_key}`;
      const { id, status: state } = await this.conversations.create(ctx, spec, { requestKey });
      return { conversation_id: id, status: state };
    },
  });

  private readonly get = defineTool({
    name: 'conversation_get',
    title: 'Read a conversation',
    description:
      'Returns a conversation with its last messages, newest last; fewer than `limit` if they are long.',
    scope: 'conversations:read',
    annotations: READ,
    input: z.strictObject({
      conversation_id: conversationId,
      limit: pageInput.limit,
      before: z.string().max(500).optional(),
    }),
    output: conversationPage,
    run: ({ conversation_id, limit, before }, { ctx }) =>
      this.presenter.page(ctx, conversation_id, { first: limit, before }),
  });

  private readonly list = defineTool({
    name: 'conversation_list',
    title: 'List conversations',
    description:
      'Lists conversations, newest first. A page may be short and not the last: go on while there is a next_cursor.',
    scope: 'conversations:read',
    annotations: READ,
    input: z.strictObject({
      channel: channel.optional(),
      status: status.optional(),
      title: z.string().max(200).optional().describe('Part of the title.'),
      ...pageInput,
    }),
    output: z.object({ items: z.array(conversationSummary), next_cursor: nextCursor, notice }),
    run: async ({ limit, cursor, ...filter }, { ctx }) => {
      const page = await this.conversations.list(ctx, filter, { first: limit, after: cursor });
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
    description:
      'Adds messages at the end of an open conversation, all or none, in the order in which they were said.',
    scope: 'conversations:write',
    annotations: WRITE_ONCE,
    input: newMessages,
    output: z.object({ message_count: z.number(), numbers: z.array(z.number()) }),
    run: async ({ conversation_id, idempotency_key, messages }, { ctx }) => {
      const specs = messages.map(({ tool_calls, ...same }) => ({ ...same, toolCalls: tool_calls }));
      const command = { conversationId: conversation_id, messages: specs, operationId: idempotency_key };
      const appended = await this.conversations.append(ctx, command).catch((error: unknown) => {
        throw inOurNames(error);
      });
      return {
        message_count: appended.conversation.messageCount,
        numbers: appended.messages.map(({ number }) => number),
      };
    },
  });
}
