import { Injectable } from '@nestjs/common';
import type { ChannelMessage, SendResult } from '../channels/notification-channel';
import type { ChatChannel } from './chat-channel';
import { ChatMessageStore } from './chat-messages.store';
import type { MessagePlace } from './chat-program';
import { ChatRefresh } from './chat-refresh.service';
import type { TaskCard } from './task-card';

/** Where it went, or why it did not. */
export type Posted = MessagePlace | Exclude<SendResult, { outcome: 'sent' }>;

/** Sends the messages that tell of a task so that they can be changed with it, and none twice that is known to be there. */
@Injectable()
export class TaskMessages {
  constructor(
    private readonly messages: ChatMessageStore,
    private readonly refresh: ChatRefresh,
  ) {}

  /** @param message that tells of one thing */
  async send(
    { id, tenant, recipient, items }: ChannelMessage,
    channel: ChatChannel,
    post: (card: TaskCard) => Promise<Posted>,
  ): Promise<SendResult> {
    const [item] = items;
    if (item?.task == null) throw new TypeError('The message tells of no task');
    const { kind, count, actorName, task } = item;
    const given = {
      ...{ tenantId: tenant.id, tenantName: tenant.name, id, channel },
      ...{ personId: recipient.personId, taskId: task.id, item: { kind, count, actorName } },
    };
    // Kept before it is looked at: what happens from here on changes the message.
    const before = await this.messages.announce(given);
    if (before?.messageId != null) return { outcome: 'sent' };
    const card = await this.refresh.cardOf({ ...given, conversationId: null, messageId: null });
    const posted = await post(card);
    if ('outcome' in posted) return posted;
    await this.messages.sent({ tenantId: tenant.id, id }, posted.conversationId, posted.messageId);
    return { outcome: 'sent' };
  }
}

/** Whether it tells of one task, and so can be answered; what else there is, is read. */
export function tellsOfTask({ items }: ChannelMessage): boolean {
  return items.length === 1 && items[0]?.task != null;
}
