import { Injectable } from '@nestjs/common';
import {
  ConversationsService,
  type ConversationView,
  type MessagePageRequest,
  type MessageView,
} from '@orkestra/conversations';
import type { TenantContext } from '@orkestra/tenancy';
import { DATA_NOTICE, limitText, limitValue } from '../protocol/foreign-text';

const LONGEST_TITLE = 300;
const LONGEST_TEXT = 4_000;
/** Characters of all messages together. */
const LARGEST_PAGE = 24_000;

export interface ConversationSummary extends Record<string, unknown> {
  conversation_id: string;
  channel: string;
  title: string | null;
  status: string;
  message_count: number;
  updated_at: string;
}

interface ShownMessage extends Record<string, unknown> {
  number: number;
  role: string;
  author: string | null;
  text: string | null;
  tool_calls: unknown;
  created_at: string;
}

export interface ConversationPage {
  conversation: ConversationSummary & { participants: unknown; metadata: unknown };
  /** The newest last. */
  messages: ShownMessage[];
  /** For earlier messages; null at the start. */
  before: string | null;
  /** Whether long texts were cut. */
  truncated: boolean;
  notice: string;
}

/** Conversations as agents see them, for tools and for the resource `orkestra://conversations/{conversation_id}`. */
@Injectable()
export class ConversationPresenter {
  constructor(private readonly conversations: ConversationsService) {}

  summary(conversation: ConversationView): ConversationSummary {
    const { id, channel, title, status, messageCount, updatedAt } = conversation;
    return {
      conversation_id: id,
      channel,
      title: title === null ? null : limitText(title, LONGEST_TITLE),
      status,
      message_count: messageCount,
      updated_at: updatedAt.toISOString(),
    };
  }

  /** A conversation with its last messages, or those before a cursor. @throws ConversationNotFoundError */
  async page(
    ctx: TenantContext,
    conversationId: string,
    request: MessagePageRequest = {},
  ): Promise<ConversationPage> {
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
      },
      messages: shown.map(({ message }) => message),
      before: left > 0 || hasEarlier ? (cursors[left] ?? null) : null,
      truncated: [metadata, participants, ...shown].some(({ truncated }) => truncated),
      notice: DATA_NOTICE,
    };
  }
}

interface Shortened {
  message: ShownMessage;
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
