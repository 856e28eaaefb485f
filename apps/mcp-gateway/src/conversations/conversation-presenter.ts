import { Injectable } from '@nestjs/common';
import {
  ConversationsService,
  type ConversationView,
  type MessagePageRequest,
  type MessageView,
} from '@orkestra/conversations';
import type { TenantContext } from '@orkestra/tenancy';
import type { z } from 'zod';
import { DATA_NOTICE, limitText, limitValue } from '../server/foreign-text';
import type { conversationPage, conversationSummary } from './conversation.schema';

const LONGEST_TITLE = 300;
const LONGEST_TEXT = 4_000;
/** Characters of all messages together. */
const LARGEST_PAGE = 24_000;

type Page = z.output<typeof conversationPage>;

/** Conversations as agents see them, for tools and for the resource `orkestra://conversations/{conversation_id}`. */
@Injectable()
export class ConversationPresenter {
  constructor(private readonly conversations: ConversationsService) {}

  summary({ id, channel, title, status, messageCount, updatedAt }: ConversationView) {
    return {
      conversation_id: id,
      channel,
      title: title === null ? null : limitText(title, LONGEST_TITLE),
      status,
      message_count: messageCount,
      updated_at: updatedAt.toISOString(),
    } satisfies z.output<typeof conversationSummary>;
  }

  /** A conversation with its last messages, or those before a cursor. @throws ConversationNotFoundError */
  async page(ctx: TenantContext, conversationId: string, request: MessagePageRequest = {}): Promise<Page> {
    const conversation = await this.conversations.get(ctx, conversationId);
    const pages = await this.conversations.messages(ctx, [conversation.id], request);
    const { items = [], cursors = [], hasEarlier = false } = pages.get(conversation.id) ?? {};
    const shown = newestWithin(items.map(shorten));
    const left = items.length - shown.length;
    const metadata = limitValue(conversation.metadata);
    const participants = limitValue(conversation.participants);
    return {
      conversation: {
        ...this.summary(conversation),
        participants: participants.value,
        metadata: metadata.value,
        input_tokens: conversation.inputTokens,
        output_tokens: conversation.outputTokens,
        created_at: conversation.createdAt.toISOString(),
      },
      messages: shown.map(({ message }) => message),
      before: left > 0 || hasEarlier ? (cursors[left] ?? null) : null,
      truncated: [metadata, participants, ...shown].some(({ truncated }) => truncated),
      notice: DATA_NOTICE,
    };
  }
}

interface Shortened {
  message: Page['messages'][number];
  truncated: boolean;
}

function shorten({ number, role, author, text, toolCalls, createdAt }: MessageView): Shortened {
  const calls = limitValue(toolCalls);
  return {
    message: {
      number,
      role,
      author,
      text: text === null ? null : limitText(text, LONGEST_TEXT),
      tool_calls: calls.value,
      created_at: createdAt.toISOString(),
    },
    truncated: calls.truncated || (text?.length ?? 0) > LONGEST_TEXT,
  };
}

/** As many of the last messages as fit, and at least one; the cursor leads to those before them. */
function newestWithin(messages: readonly Shortened[]): Shortened[] {
  let left = LARGEST_PAGE;
  const first = messages.findLastIndex(({ message }) => {
    left -= JSON.stringify(message).length;
    return left < 0;
  });
  return messages.slice(Math.min(first + 1, Math.max(messages.length - 1, 0)));
}
