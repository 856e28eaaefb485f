import type { SendResult } from '../channels/notification-channel';
import type { ChatChannel } from './chat-channel';
import type { ChatMessage } from './chat-message';
import type { TaskCard } from './task-card';

/** Where a message is. */
export interface MessagePlace {
  conversationId: string;
  messageId: string;
}

/** A program for chats, as the refresher of messages needs it. */
export abstract class ChatProgram {
  abstract readonly channel: ChatChannel;

  /** Puts the card in the place of what the message showed. */
  abstract change(message: Pick<ChatMessage, 'tenantId'> & MessagePlace, card: TaskCard): Promise<SendResult>;
}
