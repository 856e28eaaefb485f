import type { MessageItem } from '../channels/notification-channel';
import type { ChatChannel } from './chat-channel';

/** What a message tells of, as it is kept: keys and names, to be put into words again when it changes. */
type KeptItem = Pick<MessageItem, 'kind' | 'count' | 'actorName'>;

/** A message that tells one person of one task. */
export interface ChatMessage {
  tenantId: string;
  tenantName: string;
  /** Of the delivery. */
  id: string;
  channel: ChatChannel;
  personId: string;
  taskId: string;
  item: KeptItem;
  /** Null until it was sent. */
  conversationId: string | null;
  messageId: string | null;
}

/** One that is to be changed. */
export interface StaleMessage extends ChatMessage {
  revision: number;
  attempts: number;
  conversationId: string;
  messageId: string;
}
